import type { Announce } from './events';
import { touch } from './indexState';
import { accepted, type Identity, type Outcome } from './outcome';
import { findPermittedParties, type Parties } from './parties';
import { receiptSettlesAt } from './receipt';
import type { Order, ShareOrder } from './records';
import { type RefusalName, refused } from './refusals';
import { scheduleShare } from './schedule';
import type { State } from './state';

export interface Shareable extends Parties {
  readonly order: Order;
}

/** Steps 3 to 5 of the validation: parties, the order and whose it is, its sharing flag and API family. */
export function findShareable(state: State, identity: Identity, transactionId: string): Outcome<Shareable> {
  const parties = findPermittedParties(state, identity);
  if (!parties.ok) return parties;
  const { caller, payer } = parties.value;
  const order = state.orders.get(transactionId);
  if (!order) return refused('unknownTransaction');
  if (order.payerMchId !== payer.mchId || order.callerMchId !== caller.mchId) return refused('foreignTransaction');
  if (!order.sharing) return refused('notShareOrder');
  if (identity.family === 'ecommerce' && order.family !== 'ecommerce') return refused('ecommerceOnly');
  if (identity.family !== 'ecommerce' && order.family === 'ecommerce') return refused('notEcommerce');
  return accepted({ ...parties.value, order });
}

/** Step 7 (rules 2 and 12, and the receipt of goods): why the order cannot be shared yet. */
export function notReadyYet(state: State, { order, payer }: Shareable): RefusalName | undefined {
  if (order.receipt && state.now < receiptSettlesAt(order.receipt)) return 'receiptPending';
  if (payer.settlementExtended) return 'settlementExtended';
  if (!order.settled || payer.feeAccountShort) return 'orderNotReady';
  if (state.now - order.paidAt < state.switches.minimumWaitMs[order.family]) return 'orderNotReady';
  return order.subsidyPending ? 'subsidyPending' : undefined;
}

/** Step 8 for a share: why nothing more can be shared. A finish of such an order has nothing left (rule 27). */
export function closedForSharing(order: Order): RefusalName | undefined {
  if (order.state === 'OPEN') return undefined;
  if (order.closedBy === 'expiry') return 'frozenTooLong';
  return order.closedBy === 'share' || order.closedBy === 'finish' ? 'orderClosed' : 'notEnough';
}

export function findByNumber(state: State, callerMchId: string, outOrderNo: string): ShareOrder | undefined {
  return state.shares.get(state.shareNumbers.get(`${callerMchId}/${outOrderNo}`) ?? '');
}

/** Rule 33: which part of the parameters differs from the first request under this number. */
export function conflict(first: ShareOrder, again: ShareOrder['fingerprint']): RefusalName | undefined {
  if (first.fingerprint.order !== again.order) return 'otherTransaction';
  if (first.fingerprint.receivers !== again.receivers) return 'otherReceivers';
  return first.fingerprint.other === again.other ? undefined : 'otherParameters';
}

/** Rule 21: the same order twice in quick succession. */
export function tooSoonAgain(state: State, order: Order): boolean {
  const last = state.shares.get(order.shareIds.at(-1) ?? '');
  return last !== undefined && state.now - last.acceptedAt < state.switches.sameOrderWindowMs;
}

/** Writes an accepted share into the books. */
export function record(state: State, order: Order, share: ShareOrder, announce: Announce): void {
  state.shares.set(share.orderId, share);
  state.shareNumbers.set(`${share.callerMchId}/${share.outOrderNo}`, share.orderId);
  order.shareIds.push(share.orderId);
  scheduleShare(state, share);
  touch(state, order.transactionId);
  announce('shareAccepted', share);
  if (share.kind === 'multi') return;
  order.state = 'CLOSED';
  order.closedBy = share.kind === 'finish' ? 'finish' : 'share';
}
