import { type KeyObject, sign } from 'node:crypto';
import { freshNonce } from '../nonce';

export interface Merchant {
  readonly mchId: string;
  /** Serial number of the API certificate, upper-case hexadecimal. */
  readonly serial: string;
  readonly privateKey: KeyObject;
}

/** Seconds since 1970 and a random text; a parameter for known vectors. */
export type NonceSource = () => { readonly timestamp: number; readonly nonce: string };

export type Signer = (method: string, uri: string, body: string) => string;

/**
 * Signs requests as WECHATPAY2-SHA256-RSA2048. `uri` is path and query exactly as they travel, percent-encoded;
 * `body` is the text that is sent, empty for GET.
 */
export function signer({ mchId, serial, privateKey }: Merchant, stamp: NonceSource = freshStamp): Signer {
  const who = `WECHATPAY2-SHA256-RSA2048 mchid="${mchId}",serial_no="${serial}"`;
  return (method, uri, body) => {
    const { timestamp, nonce } = stamp();
    const message = Buffer.from(`${method}\n${uri}\n${timestamp}\n${nonce}\n${body}\n`);
    const signature = sign('sha256', message, privateKey).toString('base64');
    return `${who},timestamp="${timestamp}",nonce_str="${nonce}",signature="${signature}"`;
  };
}

function freshStamp(): ReturnType<NonceSource> {
  return { timestamp: Math.floor(Date.now() / 1000), nonce: freshNonce() };
}
