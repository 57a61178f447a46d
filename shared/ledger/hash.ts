import { createHash, hash as digest } from 'node:crypto';

/** Equal accounts have equal hashes, short enough to read. @param atOnce absent in Node.js 18 */
export function hash(value: string, atOnce: typeof digest | false = digest): string {
  const hex = atOnce ? atOnce('sha256', value) : createHash('sha256').update(value).digest('hex');
  return `#${hex.slice(0, 32)}`;
}
