import { beijingRfc3339 } from '../bank/beijingTime';
import type { BankEvents } from '../bank/events';
import type { About } from './notice';
import type { NoticeSettings } from './noticeSettings';

/** Something that happened to a merchant's money: what its notification is made of. */
export interface NotificationSource {
  readonly about: About;
  /** Epoch ms of the bank's clock. */
  readonly at: number;
  /** The merchant that is notified, and the one whose request caused it. */
  readonly receiverMchId: string;
  readonly callerMchId: string;
  readonly resource: Readonly<Record<string, unknown>>;
}

/** Partners are named as sp_mchid and sub_mchid, a merchant that acts for itself as mchid. */
function identityOf({ callerMchId, payerMchId }: { readonly callerMchId: string; readonly payerMchId: string }) {
  return callerMchId === payerMchId ? { mchid: payerMchId } : { sp_mchid: callerMchId, sub_mchid: payerMchId };
}

/** A line that reached a merchant (state-machine rule 61). */
export function ofLine({ share, line }: BankEvents['lineSucceeded']): NotificationSource {
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

/** A return that succeeded. The merchant that returned the money is notified, the payer never is (rule 62). */
export function ofReturn(order: BankEvents['returnSucceeded'], settings: NoticeSettings): NotificationSource {
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
