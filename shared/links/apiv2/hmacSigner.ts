import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Fields } from './xml';

export interface HmacSigner {
  /** The signature of every field but `sign`: 64 upper-case hexadecimal digits. */
  sign(fields: Fields): string;
  /** Whether `sign` is the HMAC-SHA256 of all other fields, in constant time. */
  verify(fields: Fields): boolean;
}

/**
 * API v2 signatures by HMAC-SHA256, the only algorithm profit sharing accepts (pay.weixin.qq.com v2/partner/4011985884).
 * An MD5 signature never verifies, although the page lets other products choose it.
 * @param key the API v2 key of the merchant platform, 32 characters
 */
export function hmacSigner(key: string): HmacSigner {
  const sign = (fields: Fields): string => {
    let text = '';
    for (const name of [...fields.keys()].sort()) {
      const value = fields.get(name);
      // Empty values count as absent on WeChat's side too.
      if (name !== 'sign' && value) text += `${name}=${value}&`;
    }
    return createHmac('sha256', key).update(`${text}key=${key}`).digest('hex').toUpperCase();
  };
  return {
    sign,
    verify(fields) {
      const given = Buffer.from(fields.get('sign') ?? '');
      const right = Buffer.from(sign(fields));
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}
