import { feeBackFor, inFlight, paid, receivedIn, refunded, returnedIn, sharesOf, unsplit } from './amounts';
import type { Order } from './records';
import type { State } from './state';

/** The bank contradicts itself: a fault of the sandbox, never of its caller. */
export class InvariantBroken extends Error {
  override readonly name = 'InvariantBroken';
}

function must(holds: boolean, law: string, detail: Readonly<Record<string, unknown>>): void {
  if (!holds) throw new InvariantBroken(`${law}: ${JSON.stringify(detail)}`);
}

function checkOrder(state: State, order: Order): void {
  const { transactionId } = order;
  if (!order.sharing) {
    must(order.frozen === 0, 'an order without the sharing flag freezes nothing', { transactionId });
    return;
  }
  const left = unsplit(state, order);
  const pending = inFlight(state, order);
  must(left >= 0, 'unsplit is never negative', { transactionId, left });
  must(order.frozen === left + pending, 'frozen = unsplit + money on its way', {
    transactionId,
    frozen: order.frozen,
    left,
    pending,
  });
  must(order.state === 'OPEN' || left === 0, 'a closed order has nothing to share', { transactionId, left });
  must(refunded(order) <= paid(order) && feeBackFor(order, 0) === 0, 'refunds stay within what was paid', {
    transactionId,
  });
  let toOthers = 0;
  for (const share of sharesOf(state, order)) {
    for (const line of share.lines) if (line.result === 'SUCCESS' && !line.toPayer) toOthers += line.amount;
    for (const mchId of new Set(share.lines.map((line) => line.account))) {
      const returned = returnedIn(state, share, mchId);
      must(returned <= receivedIn(share, mchId), 'nobody returns more than it received', {
        orderId: share.orderId,
        mchId,
      });
    }
  }
  must(toOthers <= order.capAtLastShare, 'paid shares stay within the ratio', { transactionId, toOthers });
}

/** Rebuilds every balance from the records alone. */
function expectedBalances(state: State): Map<string, number> {
  const balances = new Map<string, number>();
  const add = (who: string, amount: number) => balances.set(who, (balances.get(who) ?? 0) + amount);
  for (const merchant of state.merchants.values()) add(merchant.mchId, merchant.deposited);
  for (const order of state.orders.values()) {
    if (!order.sharing) add(order.payerMchId, paid(order) - order.fee);
    add(order.payerMchId, order.expiredToPayer);
    for (const refund of order.refunds) {
      if (refund.from === 'available') add(order.payerMchId, refund.feeBack - refund.amount);
    }
    for (const share of sharesOf(state, order)) {
      if (share.rest?.result === 'SUCCESS') add(order.payerMchId, share.rest.amount);
      for (const line of share.lines) {
        if (line.backToPayer) add(order.payerMchId, line.amount);
        if (line.result !== 'SUCCESS') continue;
        add(line.type === 'MERCHANT_ID' ? line.account : `${line.appid}/${line.account}`, line.amount);
      }
    }
  }
  for (const order of state.returns.values()) {
    if (order.result !== 'SUCCESS') continue;
    add(order.returnMchId, -order.amount);
    add(order.payerMchId, order.amount);
  }
  return balances;
}

/**
 * The laws of the books, proved after every step.
 * @throws InvariantBroken
 */
export function assertInvariants(state: State): void {
  for (const order of state.orders.values()) checkOrder(state, order);
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
