import type { Line, Order, Refund, ShareOrder } from './records';
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

const isOpen = (line: Line) => line.result !== 'CLOSED';
const lineAmount = (line: Line) => line.amount;

/** Money to others that is paid or still on its way: what the ratio limit counts. */
export function sharedToOthers(state: State, order: Order): number {
  return sum(sharesOf(state, order), (share) =>
    sum(
      share.lines.filter((l) => isOpen(l) && !l.toPayer),
      lineAmount,
    ),
  );
}

/** Money given to the payer, or on its way there. */
export function givenToPayer(state: State, order: Order): number {
  const byShares = sum(sharesOf(state, order), (share) => {
    const lines = share.lines.filter((line) => (isOpen(line) ? line.toPayer : line.backToPayer));
    return sum(lines, lineAmount) + (share.rest?.amount ?? 0);
  });
  return byShares + order.expiredToPayer;
}

/** P - F - R - S - U: what can still be shared. */
export function unsplit(state: State, order: Order): number {
  if (!order.sharing) return 0;
  const out = sum(order.refunds, takenFromFrozen) + sharedToOthers(state, order) + givenToPayer(state, order);
  return paid(order) - order.fee - out;
}

/** Accepted but not yet paid out. */
export function inFlight(state: State, order: Order): number {
  return sum(sharesOf(state, order), (share) => {
    const lines = share.lines.filter((line) => line.result === 'PENDING');
    return sum(lines, lineAmount) + (share.rest?.result === 'PENDING' ? share.rest.amount : 0);
  });
}

/** The most that may go to others, in fen. Refunds reduce the base in proportion; rounding down is inferred. */
export function ratioCap(order: Order, maxRatio: number): number {
  return Math.floor(((paid(order) - refunded(order)) * maxRatio) / 10_000);
}

/** What one receiver got out of one share. */
export function receivedIn(share: ShareOrder, mchId: string): number {
  const own = share.lines.filter((l) => l.result === 'SUCCESS' && !l.toPayer && l.account === mchId);
  return sum(
    own.filter((l) => l.type === 'MERCHANT_ID'),
    lineAmount,
  );
}

/** What that receiver gave back already, or is about to. */
export function returnedIn(state: State, share: ShareOrder, mchId: string): number {
  const returns = share.returnIds.flatMap((id) => state.returns.get(id) ?? []);
  return sum(
    returns.filter((r) => r.returnMchId === mchId && r.result !== 'FAILED'),
    (r) => r.amount,
  );
}
