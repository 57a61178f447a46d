// Generated from schemas/config.json by `npm run generate`. Do not edit.

/** One environment variable of the functions. */
export interface Variable {
  readonly name: string;
  /** A list is comma separated; a url is http(s), plain http for loopback hosts only. */
  readonly type: 'string' | 'integer' | 'list' | 'url' | 'pem';
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
    enum: ['cloudpay', 'cloudrun'],
    default: 'cloudpay',
    secret: false,
    links: ['cloudpay', 'cloudrun'],
  },
  {
    name: 'PROFIT_SHARING_SUB_MCH_ID',
    type: 'string',
    pattern: '^[0-9]{1,32}$',
    secret: false,
    links: ['cloudpay', 'cloudrun'],
  },
  {
    name: 'PROFIT_SHARING_SUB_APPID',
    type: 'string',
    pattern: '^[0-9A-Za-z]{1,32}$',
    secret: false,
    links: ['cloudpay', 'cloudrun'],
  },
  {
    name: 'PROFIT_SHARING_CLIENT_ACCESS',
    type: 'string',
    enum: ['none', 'read', 'all'],
    default: 'none',
    secret: false,
    links: ['cloudpay', 'cloudrun'],
  },
  {
    name: 'PROFIT_SHARING_ALLOWED_OPENIDS',
    type: 'list',
    pattern: '^[0-9A-Za-z_-]{1,64}( *, *[0-9A-Za-z_-]{1,64})*$',
    secret: false,
    links: ['cloudpay', 'cloudrun'],
  },
  {
    name: 'PROFIT_SHARING_LOCALE',
    type: 'string',
    enum: ['zh-CN', 'en'],
    default: 'zh-CN',
    secret: false,
    links: ['cloudpay', 'cloudrun'],
  },
  {
    name: 'PROFIT_SHARING_TIMEOUT_MS',
    type: 'integer',
    minimum: 500,
    maximum: 60000,
    default: '10000',
    secret: false,
    links: ['cloudpay', 'cloudrun'],
  },
  { name: 'WECHATPAY_BASE_URL', type: 'url', secret: false, links: ['cloudpay', 'cloudrun'] },
] as const satisfies readonly Variable[];
