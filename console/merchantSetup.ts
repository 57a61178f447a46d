import { type MerchantCredentials, parties, type Sandbox } from '../sandbox';
import type { variables } from '../shared/generated/config';
import { LINKS, type LinkName, type LinkRow } from '../shared/generated/links';

/** An environment variable that the functions read. */
type VariableName = (typeof variables)[number]['name'];
type Settings = { readonly [Name in VariableName]?: string };

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

/** How the functions are configured beyond the link. */
export interface SetupOptions {
  readonly keys?: KeyMode;
  /** A merchant without a service provider, sharing its own orders; only on links that need no sub-merchant. */
  readonly direct?: boolean;
}

const { provider, subMerchant, platform, platformMerchant, brand, store, direct } = parties;

/** Who calls on behalf of whom. */
const roles = {
  private: { caller: provider, payer: subMerchant, family: 'ordinary' },
  ordinary: { caller: provider, payer: subMerchant, family: 'ordinary' },
  platform: { caller: platform, payer: platformMerchant, family: 'ecommerce' },
  chain: { caller: provider, payer: store, family: 'brand' },
} as const satisfies Record<LinkRow['scope'], object>;

/** The keys of a merchant that calls WeChat Pay under its own number. */
function ownKeys(
  { protocol }: LinkRow,
  { secureUrl }: Sandbox,
  held: MerchantCredentials,
  appid: string,
  keys: KeyMode,
): Settings {
  const always = {
    WECHATPAY_BASE_URL: secureUrl,
    WECHATPAY_MCH_ID: held.mchId,
    WECHATPAY_APPID: appid,
    WECHATPAY_MCH_PRIVATE_KEY: held.mchPrivateKeyPem,
  };
  if (protocol === 'v2') return { ...always, WECHATPAY_API_V2_KEY: held.apiV2Key, WECHATPAY_MCH_CERT: held.mchCertPem };
  const signed = { ...always, WECHATPAY_MCH_SERIAL: held.mchSerial };
  if (keys === 'certificates') return { ...signed, WECHATPAY_API_V3_KEY: held.apiV3Key };
  return { ...signed, ...verifyingKey(held) };
}

function verifyingKey({ publicKeyId, publicKeyPem }: MerchantCredentials): Settings {
  return { WECHATPAY_PUBLIC_KEY_ID: publicKeyId, WECHATPAY_PUBLIC_KEY: publicKeyPem };
}

function defined(settings: Settings): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

/** Everything a function needs to reach this sandbox over a link, as a real merchant would configure it. */
export async function merchantSetup(
  sandbox: Sandbox,
  link: LinkName,
  { keys = 'public-key', direct: alone = false }: SetupOptions = {},
): Promise<MerchantSetup> {
  const row = LINKS[link];
  const { caller, payer, family } = alone ? { caller: direct, payer: direct, family: 'ordinary' } : roles[row.scope];
  const held = row.ownMerchantNumber ? await sandbox.credentials(caller.mchId) : undefined;
  sandbox.state.v3.setHeld(caller.mchId, keys === 'certificates' ? 'certificate' : 'publicKey');
  const settings: Settings = {
    PROFIT_SHARING_LINK: link,
    ...(!alone && { PROFIT_SHARING_SUB_MCH_ID: payer.mchId }),
    ...(row.reachableFrom === 'given host' && { WECHATPAY_BASE_URL: sandbox.url }),
    ...(held && ownKeys(row, sandbox, held, caller.appid, keys)),
    ...(row.brandNumber === 'required' && { WECHATPAY_BRAND_MCH_ID: brand.mchId }),
  };
  return {
    variables: defined(settings),
    payer: payer.mchId,
    appid: caller.appid,
    order: { payerMchId: payer.mchId, callerMchId: caller.mchId, family },
  };
}

/** The environment variables a receiver's profitSharingNotify needs to read WeChat Pay's notifications. */
export async function notificationKeys(sandbox: Sandbox, mchId: string): Promise<Readonly<Record<string, string>>> {
  const held = await sandbox.credentials(mchId);
  return defined({ WECHATPAY_API_V3_KEY: held.apiV3Key, ...verifyingKey(held) });
}

/** PROFIT_SHARING_LOCALE, the language of messages in replies. */
export function localeSetting(locale: 'zh-CN' | 'en'): Readonly<Record<string, string>> {
  return defined({ PROFIT_SHARING_LOCALE: locale });
}
