import { beijingRfc3339 } from '../bank/beijingTime';
import type { BankEvents } from '../bank/events';
import type { NoticeSettings } from './noticeSettings';

/** Something that happened to a merchant's money, as its notification tells it. */
export interface Tidings {
  readonly about: 'share' | 'return';
  /** Epoch ms of the bank's clock. */
  readonly at: number;
  /** The merchant that is told, and the one whose request caused it. */
  readonly receiverMchId: string;
  readonly callerMchId: string;
  readonly resource: Readonly<Record<string, unknown>>;
}

/** Partners are named as sp_mchid and sub_mchid, a merchant that acts for itself as mchid. */
function identityOf({ callerMchId, payerMchId }: { readonly callerMchId: string; readonly payerMchId: string }) {
  return callerMchId === payerMchId ? { mchid: payerMchId } : { sp_mchid: callerMchId, sub_mchid: payerMchId };
}

/** A line that reached a merchant (state-machine rule 61). */
export function ofLine({ share, line }: BankEvents['lineSucceeded']): Tidings {
  const { account, amount, description, finishedAt: at = line.dueAt } = line;
  return {
    about: 'share',
    at,
    receiverMchId: account,
    callerMchId: share.callerMchId,
    resource: {
      ...identityOf(share),
      transaction_id: share.transactionId,
      order_id: share.orderId,
      out_order_no: share.outOrderNo,
      receiver: { type: 'MERCHANT_ID', account, amount, description },
      success_time: beijingRfc3339(at),
    },
  };
}

/** A return that succeeded, told to the merchant that gave the money back: the payer is never notified (rule 62). */
export function ofReturn(order: BankEvents['returnSucceeded'], settings: NoticeSettings): Tidings {
  const { amount, description, finishedAt: at = order.createdAt } = order;
  const account = settings.returnReceiver === 'payer' ? order.payerMchId : order.returnMchId;
  return {
    about: 'return',
    at,
    receiverMchId: order.returnMchId,
    callerMchId: order.callerMchId,
    resource: {
      ...identityOf(order),
      transaction_id: order.transactionId,
      order_id: order.returnId,
      out_order_no: order.outReturnNo,
      receiver: { type: 'MERCHANT_ID', account, amount, description },
      success_time: beijingRfc3339(at),
    },
  };
}
