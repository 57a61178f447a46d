import { type KeyObject, verify } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { WechatPayError } from './WechatPayError';

/** What the headers of an answer, or of a notification, say about its signature. */
export interface SignatureHeaders {
  /** Names the key: `PUB_KEY_ID_…`, or the serial of a platform certificate. */
  readonly serial: string;
  readonly signature: Buffer;
  /** The signed text before the body. */
  readonly head: string;
}

/** Older or younger than this and an answer may be a replay (the published clients disagree on the very edge). */
const MOST_APART_S = 300;

const HEADERS = ['wechatpay-timestamp', 'wechatpay-nonce', 'wechatpay-serial', 'wechatpay-signature'] as const;

/**
 * Reads the four signature headers and checks the clock. @throws {WechatPayError} (`BAD_ANSWER`) that names what is
 * missing or how far the clocks are apart.
 * @param now ms since 1970
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

/** Whether `key` signed exactly these bytes. The body is taken as it arrived, never parsed and written anew. */
export function verifySignature({ head, signature }: SignatureHeaders, body: Buffer, key: KeyObject): boolean {
  return verify('sha256', Buffer.concat([Buffer.from(head), body, LINE_FEED]), key, signature);
}

const LINE_FEED = Buffer.from('\n');
