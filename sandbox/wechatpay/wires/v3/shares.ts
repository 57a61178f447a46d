import { isRecord } from '../../../isRecord';
import { beijingRfc3339 } from '../../bank/beijingTime';
import type { Line, ReceiverType, Rest, ReturnOrder, ShareOrder } from '../../bank/records';
import type { ShareReceiver } from '../../bank/share';
import type { Json } from './v3Answer';
import { optional, text } from './wireText';

/** The text of the line that shows what went back to the payer. */
const RELEASED = '解冻给分账方';

/** Only after the enum check. */
export function receiverType(fields: Json): ReceiverType {
  const type = text(fields, 'type');
  return type === 'PERSONAL_OPENID' || type === 'PERSONAL_SUB_OPENID' ? type : 'MERCHANT_ID';
}

/** The receivers of a share, whatever the family calls account and name. */
export function receiversOf(fields: Json, accountName = 'account', nameName = 'name'): ShareReceiver[] {
  const list = Array.isArray(fields.receivers) ? fields.receivers.filter(isRecord) : [];
  return list.map((item) => ({
    type: receiverType(item),
    account: text(item, accountName),
    amount: Number(item.amount),
    description: text(item, 'description'),
    ...optional('name', item, nameName),
  }));
}

/** The types of the receivers, to know which appids are needed. */
function typesIn(fields: Json): Set<string> {
  const list = Array.isArray(fields.receivers) ? fields.receivers.filter(isRecord) : [fields];
  return new Set(list.map((item) => text(item, 'type')));
}

/** An openid means nothing without the appid it was issued for (pages of 2026). */
export function missingAppid(fields: Json): string | undefined {
  const types = typesIn(fields);
  if (types.has('PERSONAL_OPENID') && fields.appid === undefined) return 'appid';
  return types.has('PERSONAL_SUB_OPENID') && fields.sub_appid === undefined ? 'sub_appid' : undefined;
}

/** FINISHED says that every line is final, not that a receiver was paid. */
export function stateOf(share: ShareOrder): 'PROCESSING' | 'FINISHED' {
  const open = share.lines.some((line) => line.result === 'PENDING') || share.rest?.result === 'PENDING';
  return open ? 'PROCESSING' : 'FINISHED';
}

export function headOf(share: ShareOrder): Json {
  return { transaction_id: share.transactionId, out_order_no: share.outOrderNo, order_id: share.orderId };
}

/** `finish_time` is marked always present; its value while PENDING is not documented: the moment of acceptance. */
export function lineFields(line: Line, accountName = 'account'): Json {
  return {
    type: line.type,
    [accountName]: line.account,
    amount: line.amount,
    description: line.description,
    result: line.result,
    ...(line.failReason ? { fail_reason: line.failReason } : {}),
    finish_time: beijingRfc3339(line.finishedAt ?? line.createdAt),
    detail_id: line.detailId,
  };
}

/** What ecommerce says of money that is held up on its way (partner/4015408022). */
export function abnormalFields({ abnormalFunds }: Line): Json {
  if (!abnormalFunds) return {};
  const { status, closedReason, redirectId, receivers } = abnormalFunds;
  return {
    abnormal_status: status,
    ...(closedReason && { funds_abnormal_closed_reason: closedReason }),
    ...(redirectId && { funds_abnormal_redirect_id: redirectId }),
    ...(receivers && { funds_abnormal_receivers: receivers.map((mchid) => ({ mchid })) }),
  };
}

/** apiv3 alone also says when a line was accepted. */
export function timedLine(line: Line): Json {
  return { ...lineFields(line), create_time: beijingRfc3339(line.createdAt) };
}

/** How apiv3 shows the rest that went back to the payer: as one more receiver. */
export function restLine(rest: Rest, payerMchId: string): Json {
  return {
    type: 'MERCHANT_ID',
    account: payerMchId,
    amount: rest.amount,
    description: RELEASED,
    result: rest.result,
    create_time: beijingRfc3339(rest.createdAt),
    finish_time: beijingRfc3339(rest.finishedAt ?? rest.createdAt),
    detail_id: rest.detailId,
  };
}

/** What a return says in every family; its number and some more differ. */
export function returnFields(order: ReturnOrder): Json {
  return {
    order_id: order.orderId,
    out_order_no: order.outOrderNo,
    out_return_no: order.outReturnNo,
    return_mchid: order.returnMchId,
    amount: order.amount,
    result: order.result,
    ...(order.failReason ? { fail_reason: order.failReason } : {}),
    finish_time: beijingRfc3339(order.finishedAt ?? order.createdAt),
  };
}

/** Parameters of a return, which are the same everywhere. */
export function returnInput(fields: Json) {
  return {
    ...shareReference(fields),
    outReturnNo: text(fields, 'out_return_no'),
    returnMchId: text(fields, 'return_mchid'),
    amount: Number(fields.amount),
    description: text(fields, 'description'),
  };
}

export function shareReference(fields: Json) {
  return { ...optional('orderId', fields, 'order_id'), ...optional('outOrderNo', fields, 'out_order_no') };
}

/** transaction_id and out_order_no, which share, finish and query are keyed by. */
export function numbersOf(fields: Json) {
  return { transactionId: text(fields, 'transaction_id'), outOrderNo: text(fields, 'out_order_no') };
}
