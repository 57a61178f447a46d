import { settleAfterSales } from './afterSales';
import { tally, unsplit } from './amounts';
import { beijingStamp } from './beijingTime';
import { type Due, isStillDue } from './due';
import type { Announce } from './events';
import { touch } from './indexState';
import { findRelation, personKey } from './parties';
import type { Line, LineFailReason, Order, Rest, ShareOrder } from './records';
import { fail, settleReturn } from './returnShare';
import type { State } from './state';

/** Rules 4, 5 and 19: why a line does not reach its receiver. Tested when it is executed, not when accepted (rule 25). */
function whyClosed(state: State, order: Order, share: ShareOrder, line: Line): LineFailReason | undefined {
  const payer = state.merchants.get(order.payerMchId);
  if (!payer || payer.abnormal) return 'PAYER_ACCOUNT_ABNORMAL';
  if (payer.permission !== 'granted') return 'NO_AUTH';
  if (!line.toPayer) {
    const reason = whyNotReceived(state, share, line);
    if (reason) return reason;
  }
  const refusedText = state.switches.sensitiveWords.some((word) => line.description.includes(word));
  return refusedText ? 'INVALID_REQUEST' : undefined;
}

function whyNotReceived(state: State, share: ShareOrder, line: Line): LineFailReason | undefined {
  if (!findRelation(state, share.listOwner, line.type, line.account)) return 'NO_RELATION';
  if (line.type === 'MERCHANT_ID') {
    const merchant = state.merchants.get(line.account);
    if (!merchant || merchant.abnormal) return 'ACCOUNT_ABNORMAL';
    return merchant.highRisk ? 'RECEIVER_HIGH_RISK' : undefined;
  }
  const person = state.people.get(personKey(line.appid ?? '', line.account));
  if (!person || person.abnormal) return 'ACCOUNT_ABNORMAL';
  if (person.highRisk) return 'RECEIVER_HIGH_RISK';
  if (!person.verified) return 'RECEIVER_REAL_NAME_NOT_VERIFIED';
  const soFar = person.receivedByMonth[month(state)] ?? 0;
  return soFar + line.amount > state.switches.personMonthlyLimit ? 'RECEIVER_RECEIPT_LIMIT' : undefined;
}

function month(state: State): string {
  return beijingStamp(state.now).slice(0, 6);
}

function payPayer(state: State, order: Order, amount: number): void {
  const payer = state.merchants.get(order.payerMchId);
  if (!payer) return;
  order.frozen -= amount;
  payer.available += amount;
}

function payReceiver(state: State, order: Order, line: Line): void {
  order.frozen -= line.amount;
  const person = state.people.get(personKey(line.appid ?? '', line.account));
  const merchant = state.merchants.get(line.account);
  if (line.type === 'MERCHANT_ID' && merchant) merchant.available += line.amount;
  else if (person) {
    person.received += line.amount;
    person.receivedByMonth[month(state)] = (person.receivedByMonth[month(state)] ?? 0) + line.amount;
  }
}

function settleLine(state: State, order: Order, share: ShareOrder, line: Line, announce: Announce): void {
  const reason = whyClosed(state, order, share, line);
  line.finishedAt = state.now;
  if (!reason) {
    line.result = 'SUCCESS';
    if (line.toPayer) payPayer(state, order, line.amount);
    else payReceiver(state, order, line);
    if (line.type === 'MERCHANT_ID' && !line.toPayer) announce('lineSucceeded', { share, line });
  } else {
    line.result = 'CLOSED';
    line.failReason = reason;
    // Sources disagree about this money; it stays shareable while the order is open, else the payer gets it (rule 26).
    if (order.state === 'CLOSED') {
      line.backToPayer = true;
      payPayer(state, order, line.amount);
    }
  }
  closeWhenSpent(state, order);
}

/** Rule 24: an order stays open only while something of it is left. */
export function closeWhenSpent(state: State, order: Order, by: 'spent' | 'refund' = 'spent'): void {
  const { unsplit: left, inFlight } = tally(state, order);
  if (order.state === 'OPEN' && left === 0 && inFlight === 0) {
    order.state = 'CLOSED';
    order.closedBy = by;
  }
}

type DueShare = Extract<Due, { kind: 'line' | 'rest' }>;
type DueReturn = Extract<Due, { kind: 'return' }>;

/** Rule 3: the freeze period is over, the rest goes to the payer. */
function expire(state: State, order: Order): void {
  const left = unsplit(state, order);
  touch(state, order.transactionId);
  order.state = 'CLOSED';
  order.closedBy = 'expiry';
  order.expiredToPayer = left;
  payPayer(state, order, left);
}

function settleRest(state: State, order: Order, rest: Rest): void {
  rest.result = 'SUCCESS';
  rest.finishedAt = state.now;
  payPayer(state, order, rest.amount);
}

function settleDueReturn(state: State, { at, order }: DueReturn, announce: Announce): void {
  touch(state, order.transactionId);
  if (at === order.expiresAt) fail(state, order, 'TIME_OUT_CLOSED');
  else settleReturn(state, order, announce);
}

function settleDueShare(state: State, due: DueShare, announce: Announce): void {
  const order = state.orders.get(due.share.transactionId);
  if (!order) return;
  touch(state, order.transactionId);
  if (due.kind === 'line') settleLine(state, order, due.share, due.line, announce);
  else settleRest(state, order, due.rest);
}

function run(state: State, due: Due, announce: Announce): void {
  if (due.kind === 'expiry') expire(state, due.order);
  else if (due.kind === 'return') settleDueReturn(state, due, announce);
  else if (due.kind === 'afterSales') settleAfterSales(state, due.made);
  else settleDueShare(state, due, announce);
}

/**
 * Lets time pass until `until` (epoch ms), doing what falls due in the order in which it falls due.
 * @param afterEach called after every step, with the clock standing at that step
 */
export function settle(state: State, until: number, announce: Announce, afterEach: () => void): void {
  const { due } = state.indexes;
  for (let next = due.peek(); next && next.at <= until; next = due.peek()) {
    due.pop();
    if (!isStillDue(next)) continue;
    state.now = Math.max(state.now, next.at);
    run(state, next, announce);
    afterEach();
  }
  state.now = Math.max(state.now, until);
}
