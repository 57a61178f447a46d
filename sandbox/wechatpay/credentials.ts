import { parties } from './seedParties';
import type { WeChatPay } from './weChatPay';
import { apiV2KeyOf } from './wires/apiv2/key';

/** What a merchant that calls WeChat Pay itself holds; everything PEM or text. */
export interface MerchantCredentials {
  readonly mchId: string;
  readonly apiV2Key: string;
  readonly apiV3Key: string;
  readonly mchCertPem: string;
  readonly mchPrivateKeyPem: string;
  readonly mchSerial: string;
  /** The WeChat Pay public key, which verifies answers and encrypts names. */
  readonly publicKeyId: string;
  readonly publicKeyPem: string;
  /** The authority that certified the merchant and the HTTPS listener. */
  readonly caPem: string;
}

/** The merchants every sandbox starts with, by name. */
export const namedMerchants: Readonly<Record<string, string>> = {
  provider: parties.provider.mchId,
  'sub-merchant': parties.subMerchant.mchId,
  direct: parties.direct.mchId,
  platform: parties.platform.mchId,
  'platform-merchant': parties.platformMerchant.mchId,
  brand: parties.brand.mchId,
  store: parties.store.mchId,
  ...Object.fromEntries(parties.receivers.map(({ mchId }, index) => [`receiver-${index + 1}`, mchId])),
};

/** Credentials of a merchant number. The first call for a number makes an RSA key: up to half a second. */
export async function credentialsOf(
  { authority, certificates, v3 }: WeChatPay,
  mchId: string,
): Promise<MerchantCredentials> {
  const { certPem, privateKeyPem, serial } = await certificates.of(mchId);
  const publicKey = await v3.platform.publicKey();
  return {
    mchId,
    apiV2Key: apiV2KeyOf(mchId),
    apiV3Key: v3.merchants.apiV3Key(mchId),
    mchCertPem: certPem,
    mchPrivateKeyPem: privateKeyPem,
    mchSerial: serial,
    publicKeyId: publicKey.serial,
    publicKeyPem: publicKey.pem,
    caPem: authority.caPem,
  };
}

/** Lines of a `.env` file; PEM texts keep their line feeds inside of double quotes, which shells and dotenv libraries read. */
export function credentialsAsEnv(held: MerchantCredentials, appid: string | undefined): string {
  const variables = {
    WECHATPAY_MCH_ID: held.mchId,
    ...(appid !== undefined && { WECHATPAY_APPID: appid }),
    WECHATPAY_MCH_SERIAL: held.mchSerial,
    WECHATPAY_API_V2_KEY: held.apiV2Key,
    WECHATPAY_API_V3_KEY: held.apiV3Key,
    WECHATPAY_PUBLIC_KEY_ID: held.publicKeyId,
    WECHATPAY_PUBLIC_KEY: held.publicKeyPem,
    WECHATPAY_MCH_CERT: held.mchCertPem,
    WECHATPAY_MCH_PRIVATE_KEY: held.mchPrivateKeyPem,
  };
  const lines = Object.entries(variables).map(([name, value]) => `${name}="${value.trimEnd()}"\n`);
  return lines.join('');
}
