import type { FieldRule } from './fieldChecks';

const NUMBER = /^[0-9A-Za-z_\-|*@]+$/;

const subMchId: FieldRule = { name: 'sub_mch_id', type: 'string', required: true, maxLength: 32 };
const subAppid: FieldRule = { name: 'sub_appid', type: 'string', maxLength: 32 };
const nonceStr: FieldRule = { name: 'nonce_str', type: 'string', required: true, maxLength: 32 };
const transactionId: FieldRule = { name: 'transaction_id', type: 'string', required: true, maxLength: 32 };
const outOrderNo: FieldRule = { name: 'out_order_no', type: 'string', required: true, maxLength: 64, pattern: NUMBER };
const description: FieldRule = { name: 'description', type: 'string', required: true, maxLength: 80 };
const receiver: FieldRule = { name: 'receiver', type: 'string', required: true, maxLength: 2048 };
const receivers: FieldRule = { name: 'receivers', type: 'string', required: true, maxLength: 10_240 };
const orderId: FieldRule = { name: 'order_id', type: 'string', maxLength: 64 };
const outReturnNo: FieldRule = {
  name: 'out_return_no',
  type: 'string',
  required: true,
  maxLength: 64,
  pattern: NUMBER,
};
const shareNumber: FieldRule = { ...outOrderNo, required: false };

const share = [subMchId, subAppid, nonceStr, transactionId, outOrderNo, receivers];

/**
 * What a caller of the private links sends: the request tables of the eight CloudPay pages. sub_appid is on no table of
 * query, finish and returnQuery. The query page prints 32 for out_order_no, every writing page 64: 64 counts.
 */
export const v2fields = {
  profitSharing: share,
  multiProfitSharing: share,
  profitSharingQuery: [subMchId, nonceStr, transactionId, outOrderNo],
  profitSharingFinish: [subMchId, nonceStr, transactionId, outOrderNo, description],
  profitSharingReturn: [
    subMchId,
    subAppid,
    nonceStr,
    orderId,
    shareNumber,
    outReturnNo,
    { name: 'return_account_type', type: 'string', required: true, maxLength: 32, values: ['MERCHANT_ID'] },
    { name: 'return_account', type: 'string', required: true, maxLength: 64 },
    { name: 'return_amount', type: 'integer', required: true },
    description,
  ],
  profitSharingReturnQuery: [subMchId, nonceStr, orderId, shareNumber, outReturnNo],
  profitSharingAddReceiver: [subMchId, subAppid, nonceStr, receiver],
  profitSharingRemoveReceiver: [subMchId, subAppid, nonceStr, receiver],
} as const satisfies Record<string, readonly FieldRule[]>;

export type V2Api = keyof typeof v2fields;

export function isV2Api(name: string): name is V2Api {
  return Object.hasOwn(v2fields, name);
}

const types = ['MERCHANT_ID', 'PERSONAL_OPENID', 'PERSONAL_SUB_OPENID'];
const account: readonly FieldRule[] = [
  { name: 'type', type: 'string', required: true, maxLength: 32, values: types },
  { name: 'account', type: 'string', required: true, maxLength: 64 },
];

/** The parsed items inside `receiver` and `receivers`. */
export const v2items = {
  add: [
    ...account,
    { name: 'name', type: 'string', maxLength: 1024 },
    {
      name: 'relation_type',
      type: 'string',
      required: true,
      maxLength: 32,
      values: [
        'SERVICE_PROVIDER',
        'STORE',
        'STAFF',
        'STORE_OWNER',
        'PARTNER',
        'HEADQUARTER',
        'BRAND',
        'DISTRIBUTOR',
        'USER',
        'SUPPLIER',
        'CUSTOM',
      ],
    },
    { name: 'custom_relation', type: 'string', maxLength: 10 },
  ],
  remove: [...account, { name: 'name', type: 'string', maxLength: 1024 }],
  share: [
    ...account,
    { name: 'amount', type: 'integer', required: true },
    { name: 'description', type: 'string', required: true, maxLength: 80 },
    { name: 'name', type: 'string', maxLength: 1024 },
  ],
} as const satisfies Record<string, readonly FieldRule[]>;
