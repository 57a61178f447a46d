import { settleAfterSales } from './afterSales';
import { tally, unsplit } from './amounts';
import { beijingStamp } from './beijingTime';
import type { Announce } from './events';
import { findRelation, personKey } from './parties';
import type { Line, LineFailReason, Order, ShareOrder } from './records';
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

/** Rule 3: the freeze period is over, the rest goes to the payer. */
function expire(state: State, order: Order): void {
  const left = unsplit(state, order);
  order.state = 'CLOSED';
  order.closedBy = 'expiry';
  order.expiredToPayer = left;
  payPayer(state, order, left);
}

interface Due {
  readonly at: number;
  readonly run: () => void;
}

function dueWork(state: State, until: number, announce: Announce): Due[] {
  const due: Due[] = [];
  for (const order of state.orders.values()) {
    const end = order.paidAt + state.switches.freezeMs[order.family];
    if (order.sharing && order.state === 'OPEN' && end <= until) due.push({ at: end, run: () => expire(state, order) });
  }
  for (const share of state.shares.values()) {
    const order = state.orders.get(share.transactionId);
    if (!order) continue;
    for (const line of share.lines) {
      if (line.result !== 'PENDING' || line.dueAt > until) continue;
      due.push({ at: line.dueAt, run: () => settleLine(state, order, share, line, announce) });
    }
    const { rest } = share;
    if (rest?.result === 'PENDING' && rest.dueAt <= until) {
      const run = () => {
        rest.result = 'SUCCESS';
        rest.finishedAt = state.now;
        payPayer(state, order, rest.amount);
      };
      due.push({ at: rest.dueAt, run });
    }
  }
  for (const order of state.returns.values()) {
    if (order.result !== 'PROCESSING') continue;
    const at = Math.min(order.dueAt ?? order.expiresAt, order.expiresAt);
    const run =
      at === order.expiresAt ? () => fail(state, order, 'TIME_OUT_CLOSED') : () => settleReturn(state, order, announce);
    if (at <= until) due.push({ at, run });
  }
  for (const made of state.afterSales.values()) {
    if (made.result !== 'PROCESSING' || made.dueAt > until) continue;
    due.push({ at: made.dueAt, run: () => settleAfterSales(state, made) });
  }
  return due.sort((a, b) => a.at - b.at);
}

/**
 * Lets time pass until `until` (epoch ms), doing what falls due in the order in which it falls due.
 * @param afterEach called after every step, with the clock standing at that step
 */
export function settle(state: State, until: number, announce: Announce, afterEach: () => void): void {
  // A return may find its receiver short of money and then falls due again at its expiry: hence the loop.
  for (let due = dueWork(state, until, announce); due.length > 0; due = dueWork(state, until, announce)) {
    for (const { at, run } of due) {
      state.now = Math.max(state.now, at);
      run();
      afterEach();
    }
  }
  state.now = Math.max(state.now, until);
}
