import { Hash, Transformer } from 'wechatpay-axios-plugin';
import type { ClientCertificate } from '../../../../../sandbox/http/incoming';
import { openState, type SandboxState } from '../../../../../sandbox/sandboxState';
import { parties } from '../../../../../sandbox/wechatpay/seedParties';
import { answerApiV2 } from '../../../../../sandbox/wechatpay/wires/apiv2/answerApiV2';
import { apiV2KeyOf } from '../../../../../sandbox/wechatpay/wires/apiv2/key';
import { type ApiV2Name, pages } from '../../../../../sandbox/wechatpay/wires/apiv2/pages';

export type Fields = Record<string, string>;

/** One answer as it arrived, and its fields where it is an `<xml>`. */
export interface Answered {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  readonly fields: Fields;
}

/** How one request differs from an honest one. */
export interface Manner {
  readonly mchId?: string;
  readonly key?: string;
  readonly algorithm?: 'HMAC-SHA256' | 'MD5';
  /** null: the client shows none. */
  readonly certificate?: ClientCertificate | null;
}

export const { provider, subMerchant, direct } = parties;
const [, distributor] = parties.receivers;
export const [supplier] = parties.receivers;
export const nonce_str = '5K8264ILTKCH16CQ2502SI8ZNMTM67VS';
export const forSub = { mch_id: provider.mchId, sub_mch_id: subMerchant.mchId, appid: provider.appid, nonce_str };

export const receiverOf = (account: string, name: string) =>
  JSON.stringify({ type: 'MERCHANT_ID', account, name, relation_type: 'SUPPLIER' });
export const shareOf = (account: string, amount: number | string) =>
  JSON.stringify([{ type: 'MERCHANT_ID', account, amount, description: '分到商户' }]);

export function signed(fields: Fields, { mchId, key, algorithm = 'HMAC-SHA256' }: Manner = {}): Fields {
  const named = { sign_type: 'HMAC-SHA256', ...fields };
  return { ...named, sign: Hash.sign(algorithm, named, key ?? apiV2KeyOf(mchId ?? fields.mch_id ?? '')) };
}

/** Sends the bytes of a request to the address of an operation. */
export function post(
  state: SandboxState,
  api: ApiV2Name,
  body: Buffer,
  certificate?: ClientCertificate | null,
): Answered {
  const page = pages.find((known) => known.api === api);
  if (!page) throw new TypeError(`no page of ${api}`);
  const shown = certificate === undefined ? { trusted: true, commonName: provider.mchId } : (certificate ?? undefined);
  const delivery = answerApiV2(state, { page, body, certificate: shown });
  const text = delivery.body.toString('utf8');
  const fields = text.startsWith('<xml>') ? (Transformer.toObject(text) as Fields) : {};
  return { status: delivery.status, contentType: delivery.contentType, text, fields };
}

/** Sends fields, signed and written by wechatpay-axios-plugin. */
export function ask(state: SandboxState, api: ApiV2Name, fields: Fields, manner: Manner = {}): Answered {
  return post(state, api, Buffer.from(Transformer.toXml(signed(fields, manner))), manner.certificate);
}

/** A state where a provider's order of 100 yuan is ready and the supplier may receive of it. */
export function openDesk(): { readonly state: SandboxState; readonly transactionId: string } {
  const state = openState();
  const add = { ...forSub, receiver: receiverOf(supplier.mchId, supplier.name) };
  ask(state, 'profitSharingAddReceiver', add);
  const { transactionId } = state.bank.payOrder({
    payerMchId: subMerchant.mchId,
    amount: 10_000,
    paidAt: state.bank.clock.now() - 60_000,
  });
  state.calls.clear();
  return { state, transactionId };
}

export function availableOf(state: SandboxState, mchId: string): number | undefined {
  return state.bank.merchant(mchId)?.available;
}

/** What WeChat Pay would sign under these fields. */
export function trueSign(
  { sign: _, ...fields }: Fields,
  mchId: string,
  algorithm: 'HMAC-SHA256' | 'MD5' = 'HMAC-SHA256',
) {
  return Hash.sign(algorithm, fields, apiV2KeyOf(mchId));
}

/** An honest request of each operation: what its page lists besides identity, nonce and signature. */
export function ownFields(transactionId: string): Readonly<Record<ApiV2Name, Fields>> {
  const order = { transaction_id: transactionId };
  const share = { ...order, receivers: shareOf(supplier.mchId, 100) };
  const back = { out_order_no: 'MULTI', out_return_no: 'BACK' };
  return {
    profitSharing: { ...share, out_order_no: 'SINGLE' },
    multiProfitSharing: { ...share, out_order_no: 'MULTI' },
    profitSharingQuery: { ...order, out_order_no: 'MULTI' },
    profitSharingFinish: { ...order, out_order_no: 'FINISH', description: '分账已完成' },
    profitSharingReturn: {
      ...back,
      return_account_type: 'MERCHANT_ID',
      return_account: supplier.mchId,
      return_amount: '10',
      description: '用户退款',
    },
    profitSharingReturnQuery: back,
    profitSharingAddReceiver: { receiver: receiverOf(distributor.mchId, distributor.name) },
    profitSharingRemoveReceiver: { receiver: receiverOf(distributor.mchId, distributor.name) },
    profitSharingOrderAmountQuery: order,
    profitSharingMerchantRatioQuery: {},
  };
}
