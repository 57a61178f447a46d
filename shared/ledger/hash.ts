import { createHash, hash as digest } from 'node:crypto';

/**
 * A hash is stable per value, so equal accounts stay comparable, and short enough to read in a diff.
 * @param atOnce what Node.js 18 does not have
 */
export function hash(value: string, atOnce: typeof digest | false = digest): string {
  const hex = atOnce ? atOnce('sha256', value) : createHash('sha256').update(value).digest('hex');
  return `#${hex.slice(0, 32)}`;
}
