import { Hash } from 'wechatpay-axios-plugin';
import { apiV2KeyOf } from './key';
import type { Message } from './xml';

/** Whom a signature proves to be calling; `md5`: proved, but by the algorithm profit sharing does not take. */
export type Verdict = 'good' | 'md5' | 'wrong';

type Fields = Readonly<Record<string, unknown>>;

/** Signs with a merchant's key, as both sides do: every field but `sign`, empty ones left out. */
export function signatureOf(fields: Fields, mchId: string, algorithm: 'HMAC-SHA256' | 'MD5' = 'HMAC-SHA256'): string {
  const { sign: _, ...signed } = fields;
  return Hash.sign(algorithm, signed, apiV2KeyOf(mchId));
}

/**
 * Checks a request over the fields its page lists and no others. A field too many is therefore answered like a wrong
 * key: the server signs without it and finds another value (the cause of most 签名失败 in practice). Without sign_type
 * the algorithm is MD5 (v2/partner/4011985884), even if the value was made by HMAC.
 */
export function verify(message: Message, listed: readonly string[]): Verdict {
  const known = Object.fromEntries(Object.entries(message).filter(([name]) => listed.includes(name)));
  const algorithm = message.sign_type || 'MD5';
  if (algorithm !== 'HMAC-SHA256' && algorithm !== 'MD5') return 'wrong';
  if (!Hash.equals(signatureOf(known, message.mch_id ?? '', algorithm), message.sign ?? '')) return 'wrong';
  return algorithm === 'MD5' ? 'md5' : 'good';
}
