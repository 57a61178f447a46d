import { createCipheriv, randomBytes, sign } from 'node:crypto';
import type { UnknownFields } from '../../../shared/contract';
import { type PlatformKey, publicKey } from '../wechatpay/keys';
import vectors from '../wechatpay/vectors.json';

/** One delivery as WeChat Pay sends it. */
export interface Delivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What WeChat Pay says about a paid receiver, in partner mode. */
export const paid: UnknownFields = {
  sp_mchid: '1900000100',
  sub_mchid: '1900000109',
  transaction_id: '4208450740201411110007820472',
  order_id: '3008450740201411110007820472',
  out_order_no: 'S1',
  receiver: { type: 'MERCHANT_ID', account: '1900000110', amount: 888, description: '分给商户A' },
  success_time: '2026-11-21T10:34:56+08:00',
};

/** What it says about a return. */
export const givenBack: UnknownFields = { ...paid, order_id: '3009', out_order_no: 'R1' };

/** A notification around a resource; `over` replaces fields of the envelope. */
export function envelope(
  resource: UnknownFields | string,
  over: UnknownFields = {},
  associatedData = 'profitsharing',
): UnknownFields {
  const nonce = randomBytes(6).toString('hex');
  const cipher = createCipheriv('aes-256-gcm', vectors.keys.apiv3_key, nonce);
  cipher.setAAD(Buffer.from(associatedData));
  const plaintext = typeof resource === 'string' ? resource : JSON.stringify(resource);
  const bytes = [cipher.update(plaintext), cipher.final(), cipher.getAuthTag()];
  return {
    id: 'EV-2018022511223320873',
    create_time: '2026-11-21T10:34:56+08:00',
    event_type: 'TRANSACTION.SUCCESS',
    resource_type: 'encrypt-resource',
    summary: '分账',
    resource: {
      algorithm: 'AEAD_AES_256_GCM',
      original_type: 'transaction',
      ciphertext: Buffer.concat(bytes).toString('base64'),
      associated_data: associatedData,
      nonce,
    },
    ...over,
  };
}

/** Signs a body the way WeChat Pay does. */
export function signed(body: UnknownFields | Buffer, now: number, key: PlatformKey = publicKey): Delivery {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  const timestamp = String(Math.floor(now / 1000));
  const nonce = randomBytes(16).toString('hex');
  const message = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), bytes, Buffer.from('\n')]);
  return {
    headers: {
      'wechatpay-timestamp': timestamp,
      'wechatpay-nonce': nonce,
      'wechatpay-serial': key.serial,
      'wechatpay-signature': sign('sha256', message, key.privateKey).toString('base64'),
    },
    body: bytes,
  };
}

/** The event of the HTTP access service. */
export function httpEvent({ headers, body }: Delivery, over: UnknownFields = {}): UnknownFields {
  return {
    path: '/profitSharingNotify',
    httpMethod: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    queryStringParameters: {},
    requestContext: { requestId: 'r', envId: 'e' },
    body: body.toString(),
    isBase64Encoded: false,
    ...over,
  };
}
