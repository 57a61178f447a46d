import { Formatter, Rsa } from 'wechatpay-axios-plugin';
import type { Incoming } from '../../../http/incoming';
import type { Merchant } from '../../bank/records';
import type { V3EndpointState } from './endpoint';
import type { MerchantKey } from './merchantKeys';
import { type Detail, refusal, type V3Answer } from './v3Answer';

/** The parts of an Authorization header, in whatever order they came. */
interface Parts {
  readonly mchid: string;
  readonly serial_no: string;
  readonly nonce_str: string;
  readonly timestamp: string;
  readonly signature: string;
}

export type Authorized =
  | { readonly ok: true; readonly caller: Merchant }
  | { readonly ok: false; readonly answer: V3Answer };

/** Further away than this and the request may be a replay (seconds). */
const MOST_APART = 300;

const SCHEME = 'WECHATPAY2-SHA256-RSA2048 ';
const NAMES = ['mchid', 'serial_no', 'nonce_str', 'timestamp', 'signature'];

function partsOf(header: string | undefined): Parts | undefined {
  if (!header?.startsWith(SCHEME)) return undefined;
  const pairs = header.slice(SCHEME.length).split(',');
  const found = new Map<string, string>();
  for (const pair of pairs) {
    const [, name, value] = /^\s*(\w+)="([^"]*)"\s*$/.exec(pair) ?? [];
    if (name === undefined || value === undefined || found.has(name)) return undefined;
    found.set(name, value);
  }
  const [mchid, serial_no, nonce_str, timestamp, signature] = NAMES.map((name) => found.get(name) ?? '');
  if (!mchid || !serial_no || !nonce_str || !timestamp || !signature) return undefined;
  return { mchid, serial_no, nonce_str, timestamp, signature };
}

/** The merchant number a request is sent under, whether it is proved or not. */
export function claimedMchId({ headers }: Incoming): string | undefined {
  return partsOf(headers.authorization)?.mchid;
}

/** SIGN_ERROR and its 401 are documented, the texts behind it are ours. */
function unsigned(message: string, field: string): Authorized {
  const detail: Detail = { field, location: 'authorization', issue: message };
  return { ok: false, answer: refusal(401, 'SIGN_ERROR', `签名验证不通过：${message}`, detail) };
}

/** Text that is not UTF-8 cannot be what was signed. */
function isSigned({ method, target, body }: Incoming, parts: Parts, { publicKey }: MerchantKey): boolean {
  const text = body.toString('utf8');
  if (!Buffer.from(text).equals(body)) return false;
  const message = Formatter.request(method, target, parts.timestamp, parts.nonce_str, text);
  return Rsa.verify(message, parts.signature, publicKey);
}

/**
 * Finds out who calls: the signature must cover method, path with query, timestamp, nonce and body byte for byte, be
 * made by the certificate of that merchant, now, and for the first time.
 * @param now epoch ms of the real clock, which is the one requests are stamped with
 */
export async function authorize(
  { bank, v3 }: V3EndpointState,
  request: Incoming,
  now = Date.now(),
): Promise<Authorized> {
  const parts = partsOf(request.headers.authorization);
  if (!parts) return unsigned('Http头Authorization值格式错误', 'authorization');
  // Milliseconds, a frequent mistake, are far in the future.
  const apart = Math.abs(Math.floor(now / 1000) - Number(parts.timestamp));
  if (!/^\d{1,13}$/.test(parts.timestamp) || apart > MOST_APART)
    return unsigned('timestamp与当前时间相差过大', 'timestamp');
  const caller = bank.merchant(parts.mchid);
  const key = caller ? await v3.merchants.of(caller.mchId) : undefined;
  // The published clients write serial numbers in either case.
  if (!caller || key?.serial !== parts.serial_no.toUpperCase()) return unsigned('商户证书序列号有误', 'serial_no');
  if (!isSigned(request, parts, key)) return unsigned('签名与请求不匹配', 'signature');
  if (!v3.takeNonce(caller.mchId, parts.nonce_str, now)) return unsigned('nonce_str重复使用', 'nonce_str');
  return { ok: true, caller };
}
