// Generated from schemas/config.json by `npm run generate`. Do not edit.

/** One environment variable of the functions. */
export interface Variable {
  readonly name: string;
  /** A list is comma separated; a url is http(s), plain http for loopback hosts only. */
  readonly type: 'string' | 'integer' | 'list' | 'url' | 'pem';
  /** What a pem may be, as its first line says. */
  readonly holds?: readonly string[];
  readonly default?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  /** The whole text matches it. */
  readonly pattern?: string;
  /** Never printed, not even in part. */
  readonly secret: boolean;
  /** Links that read it. */
  readonly links: readonly string[];
  /** Links that cannot work without it. */
  readonly requiredOn?: readonly string[];
  /** A file in `credentials/` beside the bundle that may hold the value instead. */
  readonly file?: string;
}

/** Every environment variable the functions read. */
export const variables = [
  {
    name: 'PROFIT_SHARING_LINK',
    type: 'string',
    enum: ['cloudpay', 'cloudrun', 'apiv2', 'apiv3', 'ecommerce', 'brand'],
    default: 'cloudpay',
    secret: false,
    links: ['cloudpay', 'cloudrun', 'apiv2', 'apiv3', 'ecommerce', 'brand'],
  },
  {
    name: 'PROFIT_SHARING_SUB_MCH_ID',
    type: 'string',
    pattern: '^[0-9]{1,32}$',
    secret: false,
    links: ['cloudpay', 'cloudrun', 'apiv2', 'apiv3', 'ecommerce', 'brand'],
  },
  {
    name: 'PROFIT_SHARING_SUB_APPID',
    type: 'string',
    pattern: '^[0-9A-Za-z]{1,32}$',
    secret: false,
    links: ['cloudpay', 'cloudrun', 'apiv2', 'apiv3', 'ecommerce', 'brand'],
  },
  {
    name: 'PROFIT_SHARING_CLIENT_ACCESS',
    type: 'string',
    enum: ['none', 'read', 'all'],
    default: 'none',
    secret: false,
    links: ['cloudpay', 'cloudrun', 'apiv2', 'apiv3', 'ecommerce', 'brand'],
  },
  {
    name: 'PROFIT_SHARING_ALLOWED_OPENIDS',
    type: 'list',
    pattern: '^[0-9A-Za-z_-]{1,64}( *, *[0-9A-Za-z_-]{1,64})*$',
    secret: false,
    links: ['cloudpay', 'cloudrun', 'apiv2', 'apiv3', 'ecommerce', 'brand'],
  },
  {
    name: 'PROFIT_SHARING_LOCALE',
    type: 'string',
    enum: ['zh-CN', 'en'],
    default: 'zh-CN',
    secret: false,
    links: ['cloudpay', 'cloudrun', 'apiv2', 'apiv3', 'ecommerce', 'brand'],
  },
  {
    name: 'PROFIT_SHARING_TIMEOUT_MS',
    type: 'integer',
    minimum: 500,
    maximum: 60000,
    default: '10000',
    secret: false,
    links: ['cloudpay', 'cloudrun', 'apiv2', 'apiv3', 'ecommerce', 'brand'],
  },
  {
    name: 'PROFIT_SHARING_LEDGER',
    type: 'string',
    enum: ['cloudbase', 'off'],
    default: 'cloudbase',
    secret: false,
    links: ['cloudpay', 'cloudrun', 'apiv2', 'apiv3', 'ecommerce', 'brand'],
  },
  {
    name: 'PROFIT_SHARING_LEDGER_KEY',
    type: 'list',
    pattern: '^[0-9A-Za-z_-]{32,64}( *, *[0-9A-Za-z_-]{32,64}){0,4}$',
    secret: true,
    links: ['cloudpay', 'cloudrun', 'apiv2', 'apiv3', 'ecommerce', 'brand'],
  },
  {
    name: 'PROFIT_SHARING_ON_SETTLED',
    type: 'string',
    pattern: '^[A-Za-z][0-9A-Za-z_-]{0,59}$',
    secret: false,
    links: ['cloudpay', 'cloudrun', 'apiv2', 'apiv3', 'ecommerce', 'brand'],
  },
  {
    name: 'WECHATPAY_MCH_ID',
    type: 'string',
    pattern: '^[0-9]{1,32}$',
    secret: false,
    links: ['apiv2', 'apiv3', 'ecommerce', 'brand'],
    requiredOn: ['apiv2', 'apiv3', 'ecommerce', 'brand'],
  },
  {
    name: 'WECHATPAY_APPID',
    type: 'string',
    pattern: '^[0-9A-Za-z]{1,32}$',
    secret: false,
    links: ['apiv2', 'apiv3', 'ecommerce', 'brand'],
    requiredOn: ['apiv2'],
  },
  {
    name: 'WECHATPAY_BRAND_MCH_ID',
    type: 'string',
    pattern: '^[0-9]{1,32}$',
    secret: false,
    links: ['apiv2', 'brand'],
    requiredOn: ['brand'],
  },
  {
    name: 'WECHATPAY_API_V2_KEY',
    type: 'string',
    pattern: '^[!-~]{32}$',
    secret: true,
    links: ['apiv2'],
    requiredOn: ['apiv2'],
  },
  {
    name: 'WECHATPAY_API_V3_KEY',
    type: 'string',
    pattern: '^[!-~]{32}$',
    secret: true,
    links: ['apiv3', 'ecommerce', 'brand'],
  },
  {
    name: 'WECHATPAY_MCH_SERIAL',
    type: 'string',
    pattern: '^[0-9A-Fa-f]{1,40}$',
    secret: false,
    links: ['apiv3', 'ecommerce', 'brand'],
    requiredOn: ['apiv3', 'ecommerce', 'brand'],
  },
  {
    name: 'WECHATPAY_MCH_PRIVATE_KEY',
    type: 'pem',
    holds: ['PRIVATE KEY', 'RSA PRIVATE KEY'],
    file: 'apiclient_key.pem',
    secret: true,
    links: ['apiv2', 'apiv3', 'ecommerce', 'brand'],
    requiredOn: ['apiv3', 'ecommerce', 'brand'],
  },
  {
    name: 'WECHATPAY_MCH_CERT',
    type: 'pem',
    holds: ['CERTIFICATE'],
    file: 'apiclient_cert.pem',
    secret: false,
    links: ['apiv2'],
  },
  {
    name: 'WECHATPAY_PUBLIC_KEY_ID',
    type: 'string',
    pattern: '^PUB_KEY_ID_[0-9A-Za-z]{1,64}$',
    secret: false,
    links: ['apiv3', 'ecommerce', 'brand'],
  },
  {
    name: 'WECHATPAY_PUBLIC_KEY',
    type: 'pem',
    holds: ['PUBLIC KEY'],
    file: 'wechatpay_public_key.pem',
    secret: false,
    links: ['apiv3', 'ecommerce', 'brand'],
  },
  {
    name: 'WECHATPAY_BASE_URL',
    type: 'url',
    secret: false,
    links: ['cloudrun', 'apiv2', 'apiv3', 'ecommerce', 'brand'],
  },
] as const satisfies readonly Variable[];
