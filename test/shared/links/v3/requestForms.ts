import fc from 'fast-check';
import type { UnknownFields } from '../../../../shared/contract';
import { decrypted } from './mirror';
import {
  amount,
  description,
  digits,
  type LinkName,
  nonce_str,
  number,
  receiver,
  receivers,
  returnable,
  sub_appid,
  sub_mch_id,
  toAdd,
  transaction_id,
} from './values';

const shareOf = (outOrderNo = number) => ({ sub_mch_id, nonce_str, transaction_id, out_order_no: outOrderNo });
const shareName = (link: LinkName) =>
  link === 'apiv3' ? { out_order_no: number } : [{ out_order_no: number }, { order_id: number }];

/** Requests of the contract that this link can carry. */
export function requestOf(link: LinkName, operationName: string): fc.Arbitrary<UnknownFields> {
  const named = [shareName(link)].flat().map((fields) => fc.record(fields as Record<string, fc.Arbitrary<unknown>>));
  const requests: Record<string, fc.Arbitrary<UnknownFields>> = {
    profitSharing: fc.record({ ...shareOf(), sub_appid, receivers: receivers(link) }),
    multiProfitSharing: fc.record({ ...shareOf(), sub_appid, receivers: receivers(link) }),
    profitSharingAddReceiver: fc.record({ sub_mch_id, sub_appid, nonce_str, receiver: toAdd(link) }),
    profitSharingRemoveReceiver: fc.record({ sub_mch_id, sub_appid, nonce_str, receiver: receiver(link) }),
    profitSharingQuery: fc.record(shareOf()),
    profitSharingFinish: fc.record({ ...shareOf(), description }),
    profitSharingReturn: fc
      .tuple(
        fc.oneof(fc.record({ out_order_no: returnable }), fc.record({ order_id: returnable })),
        fc.record({
          sub_mch_id,
          nonce_str,
          out_return_no: link === 'apiv3' ? returnable : number,
          return_account_type: fc.constant('MERCHANT_ID'),
          return_account: digits,
          return_amount: amount,
          description,
        }),
      )
      .map((parts) => Object.assign({}, ...parts)),
    profitSharingReturnQuery: fc
      .tuple(fc.oneof(...named), fc.record({ sub_mch_id, nonce_str, out_return_no: number }))
      .map((parts) => Object.assign({}, ...parts)),
    profitSharingOrderAmountQuery: fc.record({ nonce_str, transaction_id }),
    profitSharingMerchantRatioQuery: fc.record({ nonce_str, sub_mch_id }),
    profitSharingAfterSales: fc.record({
      sub_mch_id,
      nonce_str,
      transaction_id,
      amount,
      type: fc.constant('SERVICE_FEE_INCOME'),
      scene: fc.constantFrom('REFUND_TICKET', 'CHANGE_TICKET', 'RETURN_GOODS'),
      refund_id: digits,
    }),
    profitSharingAfterSalesQuery: fc.record({ sub_mch_id, nonce_str, transaction_id }),
  };
  const request = requests[operationName];
  if (!request) throw new Error(operationName);
  return request;
}

/** What the page of this link has room for, read back from the wire into the contract's words by hand. */
export function readBack(link: LinkName, wire: UnknownFields): UnknownFields {
  const { sub_mchid, return_mchid, receivers: list, appid, brand_mchid, ...rest } = wire;
  const { type, account, name: encrypted, encrypted_name, relation_type, custom_relation, ...others } = rest;
  const payee = (item: UnknownFields) => {
    const { receiver_account, receiver_name, ...kept } = item;
    const ciphertext = item.receiver_name ?? item.name;
    return {
      ...kept,
      account: item.account ?? receiver_account,
      ...(ciphertext !== undefined && { name: decrypted(ciphertext) }),
    };
  };
  const registering = account !== undefined;
  const plainName = link === 'brand' || (link === 'ecommerce' && type === 'MERCHANT_ID');
  const ciphertext = encrypted_name ?? encrypted;
  const said = ciphertext !== undefined && (plainName ? encrypted : decrypted(ciphertext));
  const withValue = (fields: UnknownFields) => JSON.parse(JSON.stringify(fields)) as UnknownFields;
  return withValue({
    ...others,
    ...(registering ? {} : { type, relation_type }),
    sub_mch_id: sub_mchid,
    ...(return_mchid !== undefined && { return_account: return_mchid, return_amount: wire.amount, amount: undefined }),
    receivers: Array.isArray(list) ? list.map(payee) : undefined,
    receiver: registering
      ? withValue({ type, account, relation_type, custom_relation, name: said === false ? undefined : said })
      : undefined,
  });
}

/** The part of a request that this link's page has fields for (mapping of the pages). */
export function representable(link: LinkName, operationName: string, request: UnknownFields): UnknownFields {
  const { nonce_str: _, return_account_type, sub_appid: appid, ...kept } = request;
  const register = /Receiver$/.test(operationName);
  const items = [request.receiver, request.receivers].flat() as ({ type?: string } | undefined)[];
  const needsAppid = items.some((item) => item?.type === 'PERSONAL_SUB_OPENID');
  if ((register && link !== 'apiv3') || (link === 'brand' && /Ratio/.test(operationName))) delete kept.sub_mch_id;
  return { ...kept, ...(needsAppid && { sub_appid: appid }) };
}
