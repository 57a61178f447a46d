import { isRecord } from '../../isRecord';
import { beijingStamp } from '../bank/beijingTime';
import type { Identity, Outcome } from '../bank/outcome';
import type { Line, ReturnOrder, ShareOrder } from '../bank/records';
import type { Switches } from '../bank/switches';
import type { WeChatPay } from '../weChatPay';
import { findWrongField } from './fieldChecks';
import { type V2Api, v2fields } from './v2fields';
import { type BadForm, readReceiver, readReceivers } from './v2receivers';

export type V2Fields = Record<string, unknown>;

/** What the operations of API v2 and of the private links need of WeChat Pay. */
export type V2State = Pick<WeChatPay, 'bank' | 'unknownFields'>;

/** An answer in the v2 contract, before the wire adds identity, nonce and signature. */
export type V2Answer =
  | { readonly kind: 'success'; readonly fields: V2Fields }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'envelope'; readonly message: string };

const refuseForm = ({ code, message }: BadForm): V2Answer =>
  code === null ? { kind: 'envelope', message } : { kind: 'refused', code, message };

export function answer<T>(outcome: Outcome<T>, fields: (value: T) => V2Fields): V2Answer {
  if (outcome.ok) return { kind: 'success', fields: fields(outcome.value) };
  const { code, message, envelope } = outcome.refusal.v2;
  return envelope || code === null ? { kind: 'envelope', message } : { kind: 'refused', code, message };
}

function lineFields(line: Line): V2Fields {
  return {
    type: line.type,
    account: line.account,
    amount: line.amount,
    description: line.description,
    result: line.result,
    // Marked always present; its value while PENDING is not documented: the moment of acceptance.
    finish_time: beijingStamp(line.finishedAt ?? line.createdAt),
    ...(line.failReason ? { fail_reason: line.failReason } : {}),
    detail_id: line.detailId,
  };
}

/** FINISHED says that every line is final, not that a receiver was paid. */
function status(share: ShareOrder): 'PROCESSING' | 'FINISHED' {
  const open = share.lines.some((line) => line.result === 'PENDING') || share.rest?.result === 'PENDING';
  return open ? 'PROCESSING' : 'FINISHED';
}

function shareHead(share: ShareOrder): V2Fields {
  return { transaction_id: share.transactionId, out_order_no: share.outOrderNo, order_id: share.orderId };
}

function shareFields(share: ShareOrder): V2Fields {
  const receivers = JSON.stringify(share.lines.map(lineFields));
  return { ...shareHead(share), status: status(share), receivers };
}

/** Older pages: 分账授权已解除 is the only reason for which a whole share is CLOSED. */
function isUnauthorized({ lines }: ShareOrder): boolean {
  return lines.length > 0 && lines.every(({ result, failReason }) => result === 'CLOSED' && failReason === 'NO_AUTH');
}

/** A finish number answers amount and description in place of receivers. */
function queriedFields(share: ShareOrder, { unauthorizedShare }: Readonly<Switches>): V2Fields {
  if (share.kind !== 'finish' || !share.rest) {
    const closed = unauthorizedShare === 'CLOSED' && isUnauthorized(share);
    return { ...shareFields(share), ...(closed && { status: 'CLOSED', close_reason: 'NO_AUTH' }) };
  }
  const { amount, description } = share.rest;
  return { ...shareHead(share), status: status(share), amount, description };
}

function returnFields(order: ReturnOrder): V2Fields {
  return {
    order_id: order.orderId,
    out_order_no: order.outOrderNo,
    out_return_no: order.outReturnNo,
    return_no: order.returnId,
    return_account_type: 'MERCHANT_ID',
    return_account: order.returnMchId,
    return_amount: order.amount,
    description: order.description,
    result: order.result,
    ...(order.failReason ? { fail_reason: order.failReason } : {}),
    finish_time: beijingStamp(order.finishedAt ?? order.createdAt),
  };
}

const receiverFields = (relation: { type: string; account: string; relationType: string }): V2Fields => ({
  receiver: JSON.stringify({ type: relation.type, account: relation.account, relation_type: relation.relationType }),
});

type Operation = (state: V2State, identity: Identity, fields: V2Fields) => V2Answer;

const text = (fields: V2Fields, name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');

function shareNumbers(fields: V2Fields): { orderId?: string; outOrderNo?: string } {
  const orderId = text(fields, 'order_id');
  const outOrderNo = text(fields, 'out_order_no');
  return { ...(orderId ? { orderId } : {}), ...(outOrderNo ? { outOrderNo } : {}) };
}

const named = (fields: V2Fields) => ({
  transactionId: text(fields, 'transaction_id'),
  outOrderNo: text(fields, 'out_order_no'),
});

const shareOf =
  (kind: 'single' | 'multi'): Operation =>
  ({ bank, unknownFields }, identity, fields) => {
    const receivers = readReceivers(text(fields, 'receivers'), unknownFields);
    if (!receivers.ok) return refuseForm(receivers.bad);
    return answer(bank.share(identity, { kind, ...named(fields), receivers: receivers.value }), shareFields);
  };

export const operations: Readonly<Record<V2Api, Operation>> = {
  profitSharing: shareOf('single'),
  multiProfitSharing: shareOf('multi'),
  profitSharingQuery: ({ bank }, identity, fields) =>
    answer(bank.queryShare(identity, named(fields)), (share) => queriedFields(share, bank.switches)),
  profitSharingFinish: ({ bank }, identity, fields) => {
    const input = { ...named(fields), description: text(fields, 'description') };
    return answer(bank.finish(identity, input), shareHead);
  },
  profitSharingReturn: ({ bank }, identity, fields) => {
    const input = {
      ...shareNumbers(fields),
      outReturnNo: text(fields, 'out_return_no'),
      returnMchId: text(fields, 'return_account'),
      amount: Number(fields.return_amount),
      description: text(fields, 'description'),
    };
    return answer(bank.returnShare(identity, input), returnFields);
  },
  profitSharingReturnQuery: ({ bank }, identity, fields) => {
    const input = { ...shareNumbers(fields), outReturnNo: text(fields, 'out_return_no') };
    return answer(bank.queryReturn(identity, input), returnFields);
  },
  profitSharingAddReceiver: ({ bank, unknownFields }, identity, fields) => {
    const receiver = readReceiver(text(fields, 'receiver'), 'add', unknownFields);
    if (!receiver.ok) return refuseForm(receiver.bad);
    return answer(bank.addReceiver(identity, receiver.value), receiverFields);
  },
  profitSharingRemoveReceiver: ({ bank, unknownFields }, identity, fields) => {
    const receiver = readReceiver(text(fields, 'receiver'), 'remove', unknownFields);
    if (!receiver.ok) return refuseForm(receiver.bad);
    return answer(bank.removeReceiver(identity, receiver.value), receiverFields);
  },
};

/**
 * Checks the form of one v2 request and carries it out.
 * @param identity whom the wire found calling; its sub-merchant and sub_appid are taken from the fields here
 */
export function answerV2(state: V2State, api: V2Api, identity: Identity, fields: unknown): V2Answer {
  if (!isRecord(fields)) return { kind: 'envelope', message: '参数格式校验错误' };
  const wrong = findWrongField(v2fields[api], fields, state.unknownFields);
  if (wrong?.kind === 'missing' && wrong.field.startsWith('receiver'))
    return { kind: 'envelope', message: 'receiver未设置' };
  if (wrong?.kind === 'shape') return { kind: 'envelope', message: '参数格式校验错误' };
  if (wrong) return { kind: 'refused', code: 'PARAM_ERROR', message: `参数错误:${wrong.field}` };
  // Only where the page lists sub_appid does it reach the rules.
  const takesSubAppid = v2fields[api].some(({ name }) => name === 'sub_appid');
  const subAppid = takesSubAppid ? text(fields, 'sub_appid') : '';
  const caller = { ...identity, subMchId: text(fields, 'sub_mch_id'), ...(subAppid ? { subAppid } : {}) };
  return operations[api](state, caller, fields);
}
