import type { Sandbox } from '../../sandbox';
import type { LinkName } from '../../shared/operation';

/** One road to WeChat Pay under test: how functions are told to take it, and what is peculiar to it. */
export interface LinkUnderTest {
  readonly name: string;
  readonly link: LinkName;
  /** Environment variables of the functions. */
  readonly variables: (sandbox: Sandbox) => Promise<Record<string, string>>;
  /** The merchant whose orders are shared. */
  readonly payer: string;
  /** The appid a PERSONAL_OPENID receiver belongs to. */
  readonly appid: string;
  /** Receivers of a platform have agreed to returns by joining it; everybody else is asked. */
  readonly returnsAgreed?: true;
  /** How the buyer's order was placed: a link only shares orders of its own family. */
  readonly order: Readonly<Record<string, unknown>>;
}

const ordinary = { payer: '1900000109', appid: 'wx8888888888888888', order: { payerMchId: '1900000109' } };
const common = { PROFIT_SHARING_SUB_MCH_ID: ordinary.payer, PROFIT_SHARING_LOCALE: 'en' };

async function merchant(sandbox: Sandbox, mchId?: string, appid = ordinary.appid): Promise<Record<string, string>> {
  const credentials = await sandbox.credentials(mchId);
  return {
    ...common,
    WECHATPAY_MCH_ID: credentials.mchId,
    WECHATPAY_APPID: appid,
    WECHATPAY_API_V2_KEY: credentials.apiV2Key,
    WECHATPAY_API_V3_KEY: credentials.apiV3Key,
    WECHATPAY_MCH_SERIAL: credentials.mchSerial,
    WECHATPAY_MCH_PRIVATE_KEY: credentials.mchPrivateKeyPem,
    WECHATPAY_MCH_CERT: credentials.mchCertPem,
    WECHATPAY_BASE_URL: sandbox.secureUrl,
  };
}

async function withPublicKey(sandbox: Sandbox): Promise<Record<string, string>> {
  const { publicKeyId, publicKeyPem } = await sandbox.credentials();
  return { WECHATPAY_PUBLIC_KEY_ID: publicKeyId, WECHATPAY_PUBLIC_KEY: publicKeyPem };
}

/** Every implemented link, in every mode that changes its wire. The suite runs on each of them unchanged. */
export const linksUnderTest: readonly LinkUnderTest[] = [
  {
    name: 'cloudpay',
    link: 'cloudpay',
    ...ordinary,
    variables: async () => ({ ...common, PROFIT_SHARING_LINK: 'cloudpay' }),
  },
  {
    name: 'cloudrun',
    link: 'cloudrun',
    ...ordinary,
    variables: async ({ url }) => ({ ...common, PROFIT_SHARING_LINK: 'cloudrun', WECHATPAY_BASE_URL: url }),
  },
  {
    name: 'apiv2',
    link: 'apiv2',
    ...ordinary,
    variables: async (sandbox) => ({ ...(await merchant(sandbox)), PROFIT_SHARING_LINK: 'apiv2' }),
  },
  {
    name: 'apiv3 with the WeChat Pay public key',
    link: 'apiv3',
    ...ordinary,
    variables: async (sandbox) => ({
      ...(await merchant(sandbox)),
      ...(await withPublicKey(sandbox)),
      PROFIT_SHARING_LINK: 'apiv3',
    }),
  },
  {
    name: 'apiv3 with platform certificates',
    link: 'apiv3',
    ...ordinary,
    variables: async (sandbox) => ({ ...(await merchant(sandbox)), PROFIT_SHARING_LINK: 'apiv3' }),
  },
  {
    name: 'ecommerce',
    link: 'ecommerce',
    returnsAgreed: true,
    payer: '1900000309',
    appid: 'wx8888888888888830',
    order: { payerMchId: '1900000309', callerMchId: '1900000300', family: 'ecommerce' },
    variables: async (sandbox) => ({
      ...(await merchant(sandbox, '1900000300', 'wx8888888888888830')),
      ...(await withPublicKey(sandbox)),
      PROFIT_SHARING_SUB_MCH_ID: '1900000309',
      PROFIT_SHARING_LINK: 'ecommerce',
    }),
  },
  {
    name: 'brand',
    link: 'brand',
    payer: '1900000209',
    appid: ordinary.appid,
    order: { payerMchId: '1900000209', callerMchId: '1900000100', family: 'brand' },
    variables: async (sandbox) => ({
      ...(await merchant(sandbox)),
      ...(await withPublicKey(sandbox)),
      PROFIT_SHARING_SUB_MCH_ID: '1900000209',
      WECHATPAY_BRAND_MCH_ID: '1900000200',
      PROFIT_SHARING_LINK: 'brand',
    }),
  },
];
