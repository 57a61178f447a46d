import { feeBackFor, paid, refunded, unsplit } from './amounts';
import { nextId } from './ids';
import { touch } from './indexState';
import { accepted, type Outcome } from './outcome';
import type { Refund } from './records';
import { refused } from './refusals';
import { closeWhenSpent } from './settle';
import type { State } from './state';

export interface RefundInput {
  readonly transactionId: string;
  /** In fen, at least 1. */
  readonly amount: number;
}

/**
 * Pays a buyer back (rules 54 to 60): from the order's frozen money while it is open, from the payer's available
 * balance once it is closed, never from a receiver. The fee of the refunded part comes back with it.
 */
export function refund(state: State, input: RefundInput): Outcome<Refund> {
  const order = state.orders.get(input.transactionId);
  if (!order) return refused('unknownTransaction');
  const payer = state.merchants.get(order.payerMchId);
  if (!payer) return refused('notItsMerchant');
  if (!Number.isSafeInteger(input.amount) || input.amount < 1) return refused('amountFormat');
  if (refunded(order) + input.amount > paid(order)) return refused('refundExceedsPaid');
  const feeBack = feeBackFor(order, input.amount);
  const cost = input.amount - feeBack;
  const from = order.sharing && order.state === 'OPEN' ? 'frozen' : 'available';
  if (from === 'frozen' && cost > unsplit(state, order)) return refused('refundExceedsFrozen');
  if (from === 'available' && cost > payer.available) return refused('refundUnfunded');

  const done: Refund = { refundId: nextId(state, 'refund'), amount: input.amount, feeBack, from, at: state.now };
  order.refunds.push(done);
  if (from === 'frozen') order.frozen -= cost;
  else payer.available -= cost;
  closeWhenSpent(state, order, 'refund');
  touch(state, order.transactionId);
  return accepted(done);
}
