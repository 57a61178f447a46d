import type { Config } from '../config';
import { type Exchange, type HttpAnswer, HttpFault } from '../http';
import { openCertificates } from './certificates';
import type { Credentials } from './credentials';
import { type KeyRing, keyRing } from './keyRing';
import { signer } from './signer';
import { unknownKey } from './unknownKey';
import { parseSignatureHeaders, verifySignature } from './verifier';
import { WechatPayError } from './WechatPayError';

export interface OutgoingRequest {
  readonly method: 'GET' | 'POST';
  /** Path and query, percent-encoded, or a whole address. */
  readonly target: string | URL;
  readonly body?: string;
  /** Serial of the key that names in the body are encrypted with. */
  readonly encryptedWith?: string | undefined;
  readonly accept?: string;
  readonly maxBytes?: number;
}

export interface Connection {
  readonly ring: KeyRing;
  readonly base: URL;
  /** Signs and sends, once. Rejects with HttpFault when no answer can be read. */
  ask(outgoing: OutgoingRequest, deadline: number): Promise<HttpAnswer>;
  /** Rejects with {@link WechatPayError} unless WeChat Pay signed this answer, just now. */
  verify(answer: HttpAnswer, deadline: number): Promise<void>;
}

const API = 'https://api.mch.weixin.qq.com';

/** Far above any documented answer: 50 receivers are about 20 KB. */
const MAX_ANSWER_BYTES = 1024 * 1024;

export function connect(
  { baseUrl = API }: Pick<Config, 'baseUrl'>,
  { signatory, publicKey, apiV3Key }: Credentials,
  send: Exchange,
  now: () => number,
): Connection {
  const base = new URL(baseUrl);
  const authorization = signer(signatory);

  async function ask(outgoing: OutgoingRequest, deadline: number) {
    const { method, target, body, encryptedWith, accept = 'application/json', maxBytes = MAX_ANSWER_BYTES } = outgoing;
    const timeoutMs = deadline - now();
    if (timeoutMs <= 0) throw new HttpFault('before-send', 'TIMEOUT');
    const url = new URL(target, base);
    // Naming the public key in every request makes WeChat Pay sign with it (official samples of 2026).
    const serial = encryptedWith ?? publicKey?.serial;
    return send({
      method,
      url,
      headers: {
        accept,
        'user-agent': 'cloudpay-profitsharing',
        authorization: authorization(method, url.pathname + url.search, body ?? ''),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(serial && { 'wechatpay-serial': serial }),
      },
      ...(body !== undefined && { body }),
      timeoutMs,
      maxBytes,
    });
  }

  async function download(key: Buffer, deadline: number) {
    const answer = await ask({ method: 'GET', target: '/v3/certificates' }, deadline);
    const refused = `HTTP ${answer.status} ${codeOf(answer.body)}`.trim();
    const settings = SETTINGS_BEHIND[answer.status];
    if (settings) throw new WechatPayError('CONFIG_ERROR', `${settings} (/v3/certificates: ${refused})`);
    if (answer.status !== 200) throw new WechatPayError('BAD_ANSWER', refused);
    return openCertificates(answer, key, now(), publicKey);
  }

  const ring = keyRing(publicKey, apiV3Key && ((deadline) => download(apiV3Key, deadline)), now);

  return {
    ring,
    base,
    ask,
    async verify({ headers, body }, deadline) {
      const signed = parseSignatureHeaders(headers, now());
      const key = await ring.find(signed.serial, deadline);
      if (!key)
        throw unknownKey(signed.serial, { publicKey: publicKey !== undefined, certificates: apiV3Key !== undefined });
      if (verifySignature(signed, body, key)) return;
      const hint = signed.serial === publicKey?.serial ? ` (is WECHATPAY_PUBLIC_KEY the key of ${signed.serial}?)` : '';
      throw new WechatPayError('BAD_ANSWER', `wechatpay-signature${hint}`);
    },
  };
}

/** 401: a refused signature. 404: a merchant with a public key instead of certificates. */
const SETTINGS_BEHIND: Readonly<Record<number, string>> = {
  401: 'WECHATPAY_MCH_ID / WECHATPAY_MCH_SERIAL / WECHATPAY_MCH_PRIVATE_KEY',
  404: 'WECHATPAY_PUBLIC_KEY_ID + WECHATPAY_PUBLIC_KEY',
};

/** The code of a refusal; '' where there is none. */
export function codeOf(body: Buffer): string {
  return /"code"\s*:\s*"([A-Z_]{1,32})"/.exec(body.toString('latin1'))?.[1] ?? '';
}
