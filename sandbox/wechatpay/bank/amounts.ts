import type { Order, Refund, ShareOrder } from './records';
import type { State } from './state';

function sum<T>(items: Iterable<T>, of: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += of(item);
  return total;
}

/** What the buyer really paid in: coupons without prepayment reduce it, prepaid ones do not. */
export function paid(order: Order): number {
  return order.amount - order.coupon;
}

export function refunded(order: Order): number {
  return sum(order.refunds, (refund) => refund.amount);
}

/**
 * The fee of the refunded part comes back with the refund. Rounded so that the fee still kept is never too small;
 * the last fen of a full refund brings back all of it.
 */
export function feeBackFor(order: Order, refund: number): number {
  const before = sum(order.refunds, (earlier) => earlier.feeBack);
  return Math.floor((order.fee * (refunded(order) + refund)) / paid(order)) - before;
}

export function sharesOf(state: State, order: Order): ShareOrder[] {
  return order.shareIds.flatMap((id) => state.shares.get(id) ?? []);
}

function takenFromFrozen(refund: Refund): number {
  return refund.from === 'frozen' ? refund.amount - refund.feeBack : 0;
}

/** Where the money of an order's accepted shares is, in fen. */
export interface Tally {
  /** To others, paid or on its way: what the ratio limit counts. */
  readonly shared: number;
  /** Of that, paid. */
  readonly paidToOthers: number;
  /** To the payer, given or on its way. */
  readonly given: number;
  /** Accepted and not yet executed, for all receivers. */
  readonly inFlight: number;
  /** P - F - R - S - U: what can still be shared. */
  readonly unsplit: number;
}

export function tally(state: State, order: Order): Tally {
  let [shared, paidToOthers, given, inFlight] = [0, 0, order.expiredToPayer, 0];
  for (const { lines, rest } of sharesOf(state, order)) {
    for (const line of lines) {
      if (line.result === 'PENDING') inFlight += line.amount;
      if (line.result === 'CLOSED') given += line.backToPayer ? line.amount : 0;
      else if (line.toPayer) given += line.amount;
      else shared += line.amount;
      if (line.result === 'SUCCESS' && !line.toPayer) paidToOthers += line.amount;
    }
    given += rest?.amount ?? 0;
    if (rest?.result === 'PENDING') inFlight += rest.amount;
  }
  const out = order.fee + sum(order.refunds, takenFromFrozen) + shared + given;
  return { shared, paidToOthers, given, inFlight, unsplit: order.sharing ? paid(order) - out : 0 };
}

export function unsplit(state: State, order: Order): number {
  return tally(state, order).unsplit;
}

/** The most that may go to others, in fen. Refunds reduce the base in proportion; rounding down is inferred. */
export function ratioCap(order: Order, maxRatio: number): number {
  return Math.floor(((paid(order) - refunded(order)) * maxRatio) / 10_000);
}

/** What one receiver got out of one share. */
export function receivedIn(share: ShareOrder, mchId: string): number {
  const own = share.lines.filter((line) => line.type === 'MERCHANT_ID' && line.account === mchId && !line.toPayer);
  return sum(own, (line) => (line.result === 'SUCCESS' ? line.amount : 0));
}

/** What that receiver gave back already, or is about to. */
export function returnedIn(state: State, share: ShareOrder, mchId: string): number {
  const returns = share.returnIds.flatMap((id) => state.returns.get(id) ?? []);
  return sum(
    returns.filter((r) => r.returnMchId === mchId && r.result !== 'FAILED'),
    (r) => r.amount,
  );
}
