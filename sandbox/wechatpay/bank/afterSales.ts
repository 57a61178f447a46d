import { indexAfterSales, touch } from './indexState';
import { accepted, type Identity, type Outcome } from './outcome';
import { findPermittedParties } from './parties';
import type { AfterSalesOrder } from './records';
import { refused } from './refusals';
import { scheduleAfterSales } from './schedule';
import type { State } from './state';

export interface AfterSalesInput {
  readonly transactionId: string;
  readonly refundId: string;
  /** In fen, at least 1. */
  readonly amount: number;
  readonly type: string;
  readonly scene: string;
}

/**
 * The platform's service fee for a refund: paid by the sub-merchant out of its available balance. No page tells the
 * rules; inferred are the source of the money, the limit (the refund), and that one refund has one fee, which is the
 * only thing a repetition can be recognised by.
 */
export function afterSales(state: State, identity: Identity, input: AfterSalesInput): Outcome<AfterSalesOrder> {
  const parties = findPermittedParties(state, identity);
  if (!parties.ok) return parties;
  const { caller, payer } = parties.value;
  const order = state.orders.get(input.transactionId);
  if (!order) return refused('unknownTransaction');
  if (order.payerMchId !== payer.mchId || order.callerMchId !== caller.mchId) return refused('foreignTransaction');
  if (order.family !== 'ecommerce') return refused('ecommerceOnly');
  const key = `${input.transactionId}/${input.refundId}`;
  const fingerprint = JSON.stringify([input.amount, input.type, input.scene]);
  const first = state.afterSales.get(key);
  if (first) return first.fingerprint === fingerprint ? accepted(first) : refused('otherParameters');
  const refund = order.refunds.find(({ refundId }) => refundId === input.refundId);
  if (!refund) return refused('unknownRefund');
  if (input.amount > refund.amount) return refused('feeAboveRefund');
  if (input.amount > payer.available) return refused('payerShort');
  const made: AfterSalesOrder = {
    transactionId: input.transactionId,
    refundId: input.refundId,
    callerMchId: caller.mchId,
    payerMchId: payer.mchId,
    amount: input.amount,
    createdAt: state.now,
    dueAt: state.now + state.switches.completionMs,
    result: 'PROCESSING',
    fingerprint,
  };
  state.afterSales.set(key, made);
  indexAfterSales(state, made);
  scheduleAfterSales(state, made);
  touch(state, made.transactionId);
  return accepted(made);
}

/** The last one of the order, or of the sub-merchant where no order is named. */
export function queryAfterSales(state: State, identity: Identity, transactionId?: string): Outcome<AfterSalesOrder> {
  const parties = findPermittedParties(state, identity);
  if (!parties.ok) return parties;
  const { caller, payer } = parties.value;
  const theirs = `${caller.mchId}/${payer.mchId}`;
  const last = state.indexes.lastAfterSales.get(transactionId === undefined ? theirs : `${theirs}/${transactionId}`);
  return last ? accepted(last) : refused('noRecord');
}

/** Moves the money of a due one, or says why not. Final either way. */
export function settleAfterSales(state: State, made: AfterSalesOrder): void {
  const platform = state.merchants.get(made.callerMchId);
  const payer = state.merchants.get(made.payerMchId);
  made.finishedAt = state.now;
  touch(state, made.transactionId);
  // Inferred from the name of the reason: the sub-merchant is no longer the platform's.
  if (payer && payer.providerMchId !== made.callerMchId) fail(made, 'NO_RELATION');
  else if (platform?.highRisk) fail(made, 'RECEIVER_HIGH_RISK');
  else if (!platform || !payer || platform.abnormal || payer.abnormal || payer.available < made.amount) {
    fail(made, 'ACCOUNT_ABNORMAL');
  } else {
    payer.available -= made.amount;
    platform.available += made.amount;
    made.result = 'SUCCESS';
  }
}

function fail(made: AfterSalesOrder, reason: NonNullable<AfterSalesOrder['failReason']>): void {
  made.result = 'FAILED';
  made.failReason = reason;
}
