import { feeBackFor, paid, receivedIn, refunded, returnedIn, sharesOf, tally } from './amounts';
import type { Order, ShareOrder } from './records';
import type { State } from './state';

/** The bank contradicts itself: a fault of the sandbox, never of its caller. */
export class InvariantBroken extends Error {
  override readonly name = 'InvariantBroken';
}

export function must(holds: boolean, law: string, detail: Readonly<Record<string, unknown>>): void {
  if (!holds) throw new InvariantBroken(`${law}: ${JSON.stringify(detail)}`);
}

/** The laws of one order. @throws InvariantBroken */
export function assertOrder(state: State, order: Order): void {
  const { transactionId } = order;
  if (!order.sharing) {
    must(order.frozen === 0, 'an order without the sharing flag freezes nothing', { transactionId });
    return;
  }
  const { unsplit, inFlight, paidToOthers } = tally(state, order);
  const { frozen, capAtLastShare } = order;
  must(unsplit >= 0, 'unsplit is never negative', { transactionId, unsplit });
  must(frozen === unsplit + inFlight, 'frozen = unsplit + on its way', { transactionId, frozen, unsplit, inFlight });
  must(order.state === 'OPEN' || unsplit === 0, 'a closed order has nothing to share', { transactionId, unsplit });
  must(refunded(order) <= paid(order), 'refunds stay within what was paid', { transactionId });
  must(feeBackFor(order, 0) === 0, 'the fee of the refunded part has come back', { transactionId });
  must(paidToOthers <= capAtLastShare, 'paid shares stay within the ratio', { transactionId, paidToOthers });
  for (const share of sharesOf(state, order)) {
    if (share.returnIds.length === 0) continue;
    for (const { account } of share.lines) {
      const [returned, received] = [returnedIn(state, share, account), receivedIn(share, account)];
      must(returned <= received, 'a receiver returns no more than it received', { account, returned, received });
    }
  }
}

/** What an order has added to the balance of a merchant, or to the receipts of a person, in fen. */
export interface Posting {
  readonly party: string;
  readonly amount: number;
}

function sharePostings(state: State, order: Order, { lines, rest, returnIds }: ShareOrder): Posting[] {
  const made: Posting[] = [];
  if (rest?.result === 'SUCCESS') made.push({ party: order.payerMchId, amount: rest.amount });
  for (const { type, account, appid, amount, result, backToPayer } of lines) {
    if (backToPayer) made.push({ party: order.payerMchId, amount });
    if (result === 'SUCCESS') made.push({ party: type === 'MERCHANT_ID' ? account : `${appid}/${account}`, amount });
  }
  for (const id of returnIds) {
    const back = state.returns.get(id);
    if (back?.result !== 'SUCCESS') continue;
    made.push({ party: back.returnMchId, amount: -back.amount }, { party: back.payerMchId, amount: back.amount });
  }
  return made;
}

/** Everything that an order and what was made of it have added to balances, from the records alone. */
export function postings(state: State, order: Order): readonly Posting[] {
  const { transactionId, payerMchId, sharing, fee, expiredToPayer, refunds } = order;
  const made: Posting[] = [{ party: payerMchId, amount: expiredToPayer + (sharing ? 0 : paid(order) - fee) }];
  for (const { from, feeBack, amount, refundId } of refunds) {
    if (from === 'available') made.push({ party: payerMchId, amount: feeBack - amount });
    const service = state.afterSales.get(`${transactionId}/${refundId}`);
    if (service?.result !== 'SUCCESS') continue;
    made.push({ party: payerMchId, amount: -service.amount }, { party: service.callerMchId, amount: service.amount });
  }
  return made.concat(sharesOf(state, order).flatMap((share) => sharePostings(state, order, share)));
}

/** Rebuilds every balance from the records alone. */
function expectedBalances(state: State): Map<string, number> {
  const balances = new Map<string, number>();
  const add = (party: string, amount: number) => balances.set(party, (balances.get(party) ?? 0) + amount);
  for (const { mchId, deposited } of state.merchants.values()) add(mchId, deposited);
  for (const order of state.orders.values()) {
    for (const { party, amount } of postings(state, order)) add(party, amount);
  }
  return balances;
}

/** Every record belongs to one that leads to an order: else its money would be counted nowhere. */
function assertNothingLoose(state: State): void {
  const orders = [...state.orders.values()];
  const shares = orders.flatMap((order) => sharesOf(state, order));
  const returnIds = shares.flatMap((share) => share.returnIds);
  must(shares.length === state.shares.size, 'every share belongs to an order', { shares: state.shares.size });
  must(returnIds.length === state.returns.size, 'every return belongs to a share', { returns: state.returns.size });
  const known = new Set(orders.flatMap(({ transactionId: id, refunds }) => refunds.map((r) => `${id}/${r.refundId}`)));
  for (const key of state.afterSales.keys()) must(known.has(key), 'every service fee belongs to a refund', { key });
}

/**
 * The laws of the books, proved for all of them: what was touched is proved after every step.
 * @throws InvariantBroken
 */
export function assertInvariants(state: State): void {
  for (const order of state.orders.values()) assertOrder(state, order);
  assertNothingLoose(state);
  const expected = expectedBalances(state);
  for (const { mchId, available } of state.merchants.values()) {
    must(available === expected.get(mchId) && available >= 0, 'a balance is the sum of its records', {
      mchId,
      available,
    });
  }
  for (const [key, { received }] of state.people) {
    must(received === (expected.get(key) ?? 0), 'a receipt is the sum of its lines', { key, received });
  }
}
