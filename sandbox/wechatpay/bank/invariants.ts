import { feeBackFor, paid, receivedIn, refunded, returnedIn, sharesOf, tally } from './amounts';
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
      must(returned <= received, 'nobody returns more than it received', { account, returned, received });
    }
  }
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
  for (const made of state.afterSales.values()) {
    if (made.result !== 'SUCCESS') continue;
    add(made.payerMchId, -made.amount);
    add(made.callerMchId, made.amount);
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
