import type { Sandbox } from './sandbox';
import { parties } from './wechatpay/seedParties';

/** Roads to WeChat Pay by the name functions are configured with. */
export type LinkName = 'cloudpay' | 'cloudrun' | 'apiv2' | 'apiv3' | 'ecommerce' | 'brand';

/** How v3 answers are verified: with the WeChat Pay public key, or with platform certificates that are downloaded. */
export type KeyMode = 'public-key' | 'certificates';

/** A merchant of the sandbox ready to share over one link. */
export interface MerchantSetup {
  /** The environment variables its functions need. */
  readonly variables: Readonly<Record<string, string>>;
  /** The merchant whose orders are shared. */
  readonly payer: string;
  /** The appid a PERSONAL_OPENID receiver belongs to. */
  readonly appid: string;
  /** For `POST /_sandbox/orders`: a link only shares orders of its own family. */
  readonly order: Readonly<Record<string, string>>;
}

const { provider, subMerchant, platform, platformMerchant, brand, store, direct } = parties;

/** Who calls on whose behalf on a link; the private links call with the platform's own number. */
const roles = {
  cloudpay: { caller: provider, payer: subMerchant, family: 'ordinary' },
  cloudrun: { caller: provider, payer: subMerchant, family: 'ordinary' },
  apiv2: { caller: provider, payer: subMerchant, family: 'ordinary' },
  apiv3: { caller: provider, payer: subMerchant, family: 'ordinary' },
  ecommerce: { caller: platform, payer: platformMerchant, family: 'ecommerce' },
  brand: { caller: provider, payer: store, family: 'brand' },
} as const;

/** How the functions are configured beyond the link. */
export interface SetupOptions {
  readonly keys?: KeyMode;
  /** A merchant without a service provider, sharing its own orders; apiv2 and apiv3 only. */
  readonly direct?: boolean;
}

/** Everything a function needs to reach this sandbox over a link, as a real merchant would configure it. */
export async function merchantSetup(
  sandbox: Sandbox,
  link: LinkName,
  { keys = 'public-key', direct: alone = false }: SetupOptions = {},
): Promise<MerchantSetup> {
  const { caller, payer, family } = alone ? { caller: direct, payer: direct, family: 'ordinary' } : roles[link];
  return {
    variables: {
      PROFIT_SHARING_LINK: link,
      ...(!alone && { PROFIT_SHARING_SUB_MCH_ID: payer.mchId }),
      ...(link === 'cloudrun' && { WECHATPAY_BASE_URL: sandbox.url }),
      ...(link !== 'cloudpay' && link !== 'cloudrun' && (await ownKeys(sandbox, link, keys, caller))),
      ...(link === 'brand' && { WECHATPAY_BRAND_MCH_ID: brand.mchId }),
    },
    payer: payer.mchId,
    appid: caller.appid,
    order: { payerMchId: payer.mchId, callerMchId: caller.mchId, family },
  };
}

async function ownKeys(
  sandbox: Sandbox,
  link: LinkName,
  keys: KeyMode,
  caller: { readonly mchId: string; readonly appid: string },
): Promise<Record<string, string>> {
  const held = await sandbox.credentials(caller.mchId);
  const head = {
    WECHATPAY_BASE_URL: sandbox.secureUrl,
    WECHATPAY_MCH_ID: held.mchId,
    WECHATPAY_APPID: caller.appid,
    WECHATPAY_MCH_PRIVATE_KEY: held.mchPrivateKeyPem,
  };
  if (link === 'apiv2') return { ...head, WECHATPAY_API_V2_KEY: held.apiV2Key, WECHATPAY_MCH_CERT: held.mchCertPem };
  const toVerify: Record<string, string> =
    keys === 'public-key'
      ? { WECHATPAY_PUBLIC_KEY_ID: held.publicKeyId, WECHATPAY_PUBLIC_KEY: held.publicKeyPem }
      : { WECHATPAY_API_V3_KEY: held.apiV3Key };
  return { ...head, WECHATPAY_MCH_SERIAL: held.mchSerial, ...toVerify };
}
