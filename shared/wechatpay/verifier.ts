import { type KeyObject, verify } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { WechatPayError } from './WechatPayError';

export interface SignatureHeaders {
  /** Names the key: `PUB_KEY_ID_…`, or the serial of a platform certificate. */
  readonly serial: string;
  readonly signature: Buffer;
  readonly head: string;
}

/** Most that the clocks may differ, in s: an older answer may be a replay. */
export const MOST_APART_S = 300;

const HEADERS = ['wechatpay-timestamp', 'wechatpay-nonce', 'wechatpay-serial', 'wechatpay-signature'] as const;

/**
 * Reads the four signature headers.
 * @param now ms since 1970
 * @throws {WechatPayError} BAD_ANSWER for a missing header or clocks too far apart
 */
export function parseSignatureHeaders(headers: IncomingHttpHeaders, now: number): SignatureHeaders {
  const [timestamp, nonce, serial, signature] = HEADERS.map((name) => {
    const value = headers[name];
    if (typeof value !== 'string' || value === '') throw new WechatPayError('BAD_ANSWER', `${name}: missing`);
    return value;
  }) as [string, string, string, string];
  const apart = Math.abs(Math.floor(now / 1000) - Number(timestamp));
  if (!/^\d{1,12}$/.test(timestamp) || apart > MOST_APART_S) {
    throw new WechatPayError('BAD_ANSWER', `wechatpay-timestamp: ${apart} s apart from this clock`);
  }
  return { serial, signature: Buffer.from(signature, 'base64'), head: `${timestamp}\n${nonce}\n` };
}

/** Whether `key` signed exactly these bytes, as they arrived. */
export function verifySignature({ head, signature }: SignatureHeaders, body: Buffer, key: KeyObject): boolean {
  return verify('sha256', Buffer.concat([Buffer.from(head), body, LINE_FEED]), key, signature);
}

const LINE_FEED = Buffer.from('\n');
