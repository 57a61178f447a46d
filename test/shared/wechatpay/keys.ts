import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { certificateFor } from './certificate';
import vectors from './vectors.json';

/** A private key of WeChat Pay with everything the other side may know of it. */
export interface PlatformKey {
  readonly serial: string;
  readonly privateKey: KeyObject;
  readonly publicPem: string;
  readonly certificate: string;
}

export const merchantKey = createPrivateKey({ key: vectors.keys.merchant_private_jwk, format: 'jwk' });
export const merchantPublicKey = createPublicKey({ key: vectors.keys.merchant_private_jwk, format: 'jwk' });
export const merchantPem = merchantKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** The platform key of the vectors, under the name of its certificate. */
export const firstKey = platformKey(
  vectors.keys.platform_serial,
  createPrivateKey({ key: vectors.keys.platform_private_jwk, format: 'jwk' }),
);

/** The same key as a WeChat Pay public key. */
export const publicKey: PlatformKey = { ...firstKey, serial: vectors.keys.wechatpay_public_key_id };

/** Another platform certificate, for rotations. */
export const secondKey = platformKey(
  '2222222222222222222222222222222222222222',
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
);

function platformKey(serial: string, privateKey: KeyObject): PlatformKey {
  const publicPem = createPublicKey(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
    .export({ type: 'spki', format: 'pem' })
    .toString();
  return { serial, privateKey, publicPem, certificate: certificateFor(privateKey, serial) };
}
