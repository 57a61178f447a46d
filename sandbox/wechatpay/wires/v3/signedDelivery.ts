import { createHash } from 'node:crypto';
import { Formatter, Rsa } from 'wechatpay-axios-plugin';
import type { HttpResponse } from '../../../http/httpResponse';
import type { SignatureFlaw } from '../../faults';
import type { HeldKey } from './platformKeys';
import type { V3Answer } from './v3Answer';
import type { V3State } from './v3State';

export interface Signing {
  /** What the request says in Wechatpay-Serial. */
  readonly named: string | undefined;
  /** Signs where the request names no key. */
  readonly held: HeldKey;
  readonly requestId: string;
  readonly flaw: SignatureFlaw | undefined;
}

const STALE_SECONDS = 301;

/** A serial of the right form that is no key's. */
const UNKNOWN_SERIAL = 'F'.repeat(40);

/** Another digit in place of the first one, so that the text is as long and as valid as before. */
export function altered(body: string): string {
  return body.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
}

/**
 * The headers that vouch for a body, for an answer or a notification, on the real clock. Spelled as the pages do:
 * wechatpay-java looks for exactly that spelling.
 */
export async function signatureHeaders(state: V3State, body: string, { named, held, requestId, flaw }: Signing) {
  const { serial, privateKey } = await state.platform.signing(named, held);
  const timestamp = Formatter.timestamp() - (flaw === 'stale' ? STALE_SECONDS : 0);
  const nonce = createHash('md5').update(requestId).digest('hex');
  const signed = flaw === 'wrong' || flaw === 'md5' ? `${body} ` : body;
  return {
    'Wechatpay-Timestamp': String(timestamp),
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Serial': flaw === 'unknownSerial' ? UNKNOWN_SERIAL : serial,
    'Wechatpay-Signature': Rsa.sign(Formatter.response(timestamp, nonce, signed), privateKey),
    'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
  };
}

/** The answer as it travels: signed on the real clock, unless it is a file, or an error where those are not signed. */
export async function deliverSigned(state: V3State, answer: V3Answer, signing: Signing): Promise<HttpResponse> {
  const always = { delayMs: 0, cut: 'none' } as const;
  const id = { 'Request-ID': signing.requestId };
  if (answer.kind === 'file') {
    return { ...always, status: 200, contentType: answer.contentType, body: answer.bytes, headers: id };
  }
  const { status, fields } = answer;
  const text = JSON.stringify(fields);
  const signs = signing.flaw !== 'missing' && (status < 300 || state.switches.signErrors);
  const headers = signs ? { ...id, ...(await signatureHeaders(state, text, signing)) } : id;
  const body = Buffer.from(signing.flaw === 'altered' ? altered(text) : text);
  return { ...always, status, contentType: 'application/json; charset=utf-8', body, headers };
}
