import type { HttpResponse } from '../../../../sandbox/http/httpResponse';
import { openState, type SandboxState, type StateOptions } from '../../../../sandbox/sandboxState';
import { parties } from '../../../../sandbox/wechatpay/seedParties';
import { answerCloudPay } from '../../../../sandbox/wechatpay/wires/cloudpay';
import { answerCloudRun } from '../../../../sandbox/wechatpay/wires/cloudrun';

export type Fields = Record<string, unknown>;
type Send = (state: SandboxState, api: string, fields: unknown) => HttpResponse;

export const appid: string = parties.subMerchant.appid;
export const bytes = (fields: unknown) => Buffer.from(typeof fields === 'string' ? fields : JSON.stringify(fields));
const sends: Record<'cloudpay' | 'cloudrun', { send: Send; reply: (delivery: HttpResponse) => Fields }> = {
  cloudpay: {
    send: (state, apiName, fields) => answerCloudPay(state, { apiName, appid, requestData: bytes(fields) }),
    reply: ({ body }) => JSON.parse(body.toString()),
  },
  cloudrun: {
    send: (state, api, fields) =>
      answerCloudRun(state, {
        name: api.toLowerCase(),
        contentType: 'application/json; charset=utf-8',
        body: bytes(fields),
      }),
    reply: ({ body }) => JSON.parse(body.toString()).respdata,
  },
};

export const [supplier] = parties.receivers;
export const [, li] = parties.people;
export const own = { sub_mch_id: parties.subMerchant.mchId, nonce_str: 'n' };
export const line = { type: 'MERCHANT_ID', account: supplier.mchId, amount: 100, description: '分给商户' };
export const supplierJson = JSON.stringify({ ...line, name: supplier.name, relation_type: 'SUPPLIER' });

export function open(options: StateOptions = {}) {
  const state = openState(options);
  const { bank } = state;
  const order = (more: object = {}) =>
    bank.payOrder({ payerMchId: own.sub_mch_id, amount: 10_000, ...more }).transactionId;
  const transactionId = order();
  bank.clock.advance(60_000);
  return { state, bank, order, transactionId };
}

/** A well formed request of each operation, in an order that lets each succeed. */
export function requests(transactionId: string): [string, Fields][] {
  const receivers = JSON.stringify([line]);
  const back = {
    out_return_no: 'R',
    return_account_type: 'MERCHANT_ID',
    return_account: supplier.mchId,
    return_amount: 10,
  };
  return [
    ['profitSharingAddReceiver', { receiver: supplierJson }],
    ['multiProfitSharing', { transaction_id: transactionId, out_order_no: 'A', receivers }],
    ['profitSharing', { transaction_id: transactionId, out_order_no: 'B', receivers }],
    ['profitSharingQuery', { transaction_id: transactionId, out_order_no: 'A' }],
    ['profitSharingFinish', { transaction_id: 'fresh', out_order_no: 'F', description: '完结' }],
    ['profitSharingReturn', { out_order_no: 'A', ...back, description: '退' }],
    ['profitSharingReturnQuery', { out_order_no: 'A', out_return_no: 'R' }],
    ['profitSharingRemoveReceiver', { receiver: JSON.stringify({ type: 'MERCHANT_ID', account: supplier.mchId }) }],
  ];
}
export const apis = requests('').map(([api]) => api);
export const withErrorCode = (api: string) => api.startsWith('profitSharingReturn');
export const codeOf = (reply: Fields) => reply.err_code ?? reply.error_code ?? `envelope ${reply.return_msg}`;

/** Both private links, each able to call with the sub-merchant and nonce filled in. */
export function link(name: 'cloudpay' | 'cloudrun') {
  const { send, reply } = sends[name];
  const call = (state: SandboxState, api: string, fields: Fields) => reply(send(state, api, { ...own, ...fields }));
  return { send, reply, call };
}
