import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { Config } from '../config';
import type { NamedKey } from './certificates';
import type { Merchant } from './signer';

/** At least one of `publicKey` and `apiV3Key`, which has 32 bytes, is present. */
export interface Credentials {
  readonly signatory: Merchant;
  readonly publicKey: NamedKey | undefined;
  readonly apiV3Key: Buffer | undefined;
}

/** Parses the keys of a configuration. @returns the first variable that is missing or cannot be used */
export function readCredentials(config: Config): Credentials | string {
  const { mchId, mchSerial, mchPrivateKey, publicKeyId, publicKey, apiV3Key } = config;
  if (!mchId) return 'WECHATPAY_MCH_ID';
  if (!mchSerial) return 'WECHATPAY_MCH_SERIAL';
  const privateKey = mchPrivateKey && parseKey(() => createPrivateKey(mchPrivateKey));
  if (!privateKey) return 'WECHATPAY_MCH_PRIVATE_KEY';
  if (!publicKey !== !publicKeyId) return publicKey ? 'WECHATPAY_PUBLIC_KEY_ID' : 'WECHATPAY_PUBLIC_KEY';
  const platformKey = publicKey ? parseKey(() => createPublicKey(publicKey)) : undefined;
  if (publicKey && !platformKey) return 'WECHATPAY_PUBLIC_KEY';
  if (platformKey?.equals(createPublicKey(privateKey))) return "WECHATPAY_PUBLIC_KEY (it is the merchant's own)";
  if (apiV3Key && Buffer.byteLength(apiV3Key) !== 32) return 'WECHATPAY_API_V3_KEY';
  if (!platformKey && !apiV3Key) return 'WECHATPAY_PUBLIC_KEY_ID + WECHATPAY_PUBLIC_KEY | WECHATPAY_API_V3_KEY';
  return {
    signatory: { mchId, serial: mchSerial.toUpperCase(), privateKey },
    publicKey: platformKey && publicKeyId ? { serial: publicKeyId, key: platformKey } : undefined,
    apiV3Key: apiV3Key ? Buffer.from(apiV3Key) : undefined,
  };
}

function parseKey(parse: () => KeyObject): KeyObject | undefined {
  try {
    const key = parse();
    return key.asymmetricKeyType === 'rsa' ? key : undefined;
  } catch {
    return undefined;
  }
}
