import type { Caller } from '../../../../shared/caller';
import type { UnknownFields } from '../../../../shared/contract';
import { operations } from '../../../../shared/generated/operations/index';
import type { ApiV2Config } from '../../../../shared/links/apiv2';
import type { Operation } from '../../../../shared/operation';
import { key } from './vectors.json';

export const caller: Caller = {
  hop: 'scf',
  source: 'scf',
  openid: undefined,
  appid: 'wx8888888888888889',
  fromAppid: undefined,
  variables: {},
};

/** A service provider with every number and key it may have. */
export const provider = {
  mchId: '1900000100',
  appid: 'wx8888888888888888',
  brandMchId: undefined,
  apiV2Key: key,
  mchCert: undefined,
  mchPrivateKey: undefined,
  baseUrl: undefined,
} satisfies ApiV2Config;

export function operationNamed(name: string): Operation {
  const operation = operations.find((candidate) => candidate.name === name);
  if (!operation) throw new Error(name);
  return operation;
}

const nonce_str = '5K8264ILTKCH16CQ2502SI8ZNMTM67VS';
const sub_mch_id = '1900000109';
const sub_appid = 'wx8888888888888889';
const transaction_id = '4208450740201411110007820472';
const out_order_no = 'P20150806125346';
const receivers = [
  { type: 'MERCHANT_ID', account: '190001001', amount: 100, description: '分到商户' },
  { type: 'PERSONAL_OPENID', account: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o', amount: 888, description: '分到个人' },
];
const receiver = { type: 'MERCHANT_ID', account: '190001001', name: '示例商户全称', relation_type: 'STORE_OWNER' };
const share = { sub_mch_id, sub_appid, nonce_str, transaction_id, out_order_no, receivers };

/** A complete request of every operation, as it reaches a link. */
export const requests = {
  profitSharing: share,
  multiProfitSharing: share,
  profitSharingQuery: { sub_mch_id, nonce_str, transaction_id, out_order_no },
  profitSharingFinish: {
    sub_mch_id,
    nonce_str,
    transaction_id,
    out_order_no: 'P20150806125347',
    description: '分账已完成',
  },
  profitSharingReturn: {
    sub_mch_id,
    nonce_str,
    out_order_no,
    out_return_no: 'R20190516001',
    return_account_type: 'MERCHANT_ID',
    return_account: '86693852',
    return_amount: 888,
    description: '用户退款',
  },
  profitSharingReturnQuery: { sub_mch_id, nonce_str, out_order_no, out_return_no: 'R20190516001' },
  profitSharingAddReceiver: { sub_mch_id, sub_appid, nonce_str, receiver },
  profitSharingRemoveReceiver: {
    sub_mch_id,
    sub_appid,
    nonce_str,
    receiver: { type: receiver.type, account: receiver.account },
  },
  profitSharingOrderAmountQuery: { nonce_str, transaction_id },
  profitSharingMerchantRatioQuery: { sub_mch_id, nonce_str },
} satisfies Readonly<Record<string, UnknownFields>>;

export type OperationName = keyof typeof requests;
export const operationNames = Object.keys(requests) as OperationName[];
