import { createHash } from 'node:crypto';

/** The API v2 key of a merchant number: 32 characters, the same in every run. Merchants choose theirs in the merchant platform. */
export function apiV2KeyOf(mchId: string): string {
  return createHash('md5').update(`API v2 key of ${mchId} in the sandbox`).digest('hex');
}
