// Generated from schemas/links.json by `npm run generate`. Do not edit.

/** The links to WeChat Pay that this build knows. */
export type LinkName = 'cloudpay' | 'cloudrun' | 'apiv2' | 'apiv3' | 'ecommerce' | 'brand';

/** What the adapter and the tools need to know of one link. */
export interface LinkRow {
  /** What travels: CloudPay JSON through WeChat's platform, signed XML, or signed JSON. */
  readonly protocol: 'private' | 'v2' | 'v3';
  /** Links of one scope see the same shares. */
  readonly scope: 'private' | 'ordinary' | 'platform' | 'chain';
  /** How long the money of a payment stays frozen, in days (merchant/4014547102, partner/4012525463, brand 4015981574). */
  readonly freezeDays: number;
  /** The merchant calls WeChat Pay under its own number and with its own keys, and its bill lists the request. */
  readonly ownMerchantNumber: boolean;
  /** Every request is on behalf of a sub-merchant. */
  readonly needsSubMerchant: boolean;
  /** What needs WECHATPAY_APPID: receivers that are persons, adding any receiver, or every request. */
  readonly appidFor: 'none' | 'persons' | 'receivers' | 'every request';
  /** Whether the link reads WECHATPAY_BRAND_MCH_ID. */
  readonly brandNumber: 'none' | 'optional' | 'required';
  /** Whether profitSharingNotify is deployed on it, or only when it is asked for by name. */
  readonly notifications: 'none' | 'by name' | 'deployed';
  /** From where requests can be sent: inside the cloud only, there or to WECHATPAY_BASE_URL, or from any machine. */
  readonly reachableFrom: 'cloud' | 'given host' | 'anywhere';
  /** What it is called in documents. */
  readonly zh: string;
  readonly en: string;
}

/** Every link by its name, in the order of the documents. */
export const LINKS: Readonly<Record<LinkName, LinkRow>> = {
  cloudpay: {
    protocol: 'private',
    scope: 'private',
    freezeDays: 30,
    ownMerchantNumber: false,
    needsSubMerchant: true,
    appidFor: 'none',
    brandNumber: 'none',
    notifications: 'none',
    reachableFrom: 'cloud',
    zh: '云开发私有链路',
    en: 'CloudBase private link',
  },
  cloudrun: {
    protocol: 'private',
    scope: 'private',
    freezeDays: 30,
    ownMerchantNumber: false,
    needsSubMerchant: true,
    appidFor: 'none',
    brandNumber: 'none',
    notifications: 'none',
    reachableFrom: 'given host',
    zh: '微信云托管开放接口服务',
    en: 'WeChat Cloud Run open interface service',
  },
  apiv2: {
    protocol: 'v2',
    scope: 'ordinary',
    freezeDays: 30,
    ownMerchantNumber: true,
    needsSubMerchant: false,
    appidFor: 'every request',
    brandNumber: 'optional',
    notifications: 'by name',
    reachableFrom: 'anywhere',
    zh: 'API v2，签名 XML',
    en: 'API v2, signed XML',
  },
  apiv3: {
    protocol: 'v3',
    scope: 'ordinary',
    freezeDays: 30,
    ownMerchantNumber: true,
    needsSubMerchant: false,
    appidFor: 'receivers',
    brandNumber: 'none',
    notifications: 'deployed',
    reachableFrom: 'anywhere',
    zh: 'API v3，普通服务商或直连商户',
    en: 'API v3, ordinary service providers and direct merchants',
  },
  ecommerce: {
    protocol: 'v3',
    scope: 'platform',
    freezeDays: 180,
    ownMerchantNumber: true,
    needsSubMerchant: true,
    appidFor: 'persons',
    brandNumber: 'none',
    notifications: 'deployed',
    reachableFrom: 'anywhere',
    zh: 'API v3，平台收付通',
    en: 'API v3, platforms (平台收付通)',
  },
  brand: {
    protocol: 'v3',
    scope: 'chain',
    freezeDays: 180,
    ownMerchantNumber: true,
    needsSubMerchant: true,
    appidFor: 'receivers',
    brandNumber: 'required',
    notifications: 'deployed',
    reachableFrom: 'anywhere',
    zh: 'API v3，连锁品牌',
    en: 'API v3, chain brands',
  },
};

/** The names of all links, in the order of the documents. */
export const linkNames = Object.keys(LINKS) as readonly LinkName[];

export function isLinkName(name: string): name is LinkName {
  return Object.hasOwn(LINKS, name);
}
