import { receivedIn, returnedIn } from './amounts';
import type { Announce } from './events';
import { nextId } from './ids';
import { touch } from './indexState';
import { accepted, type Identity, type Outcome } from './outcome';
import { findParties, type Parties } from './parties';
import { overRate, withinRate } from './rates';
import type { ReturnFailReason, ReturnOrder, ShareOrder } from './records';
import { type RefusalName, refused } from './refusals';
import { scheduleReturn } from './schedule';
import { findByNumber } from './shareable';
import type { State } from './state';

export interface ShareReference {
  readonly orderId?: string;
  readonly outOrderNo?: string;
}

export interface ReturnShareInput extends ShareReference {
  /** Ecommerce only; required for orders older than six months (rule 52). */
  readonly transactionId?: string;
  readonly outReturnNo: string;
  readonly returnMchId: string;
  /** In fen, at least 1. */
  readonly amount: number;
  readonly description: string;
}

const SIX_MONTHS = 183 * 86_400_000;

/** The share order a return names, by WeChat's number, the merchant's, or both where they agree (rule 52). */
export function findShare(state: State, { caller, payer }: Parties, input: ShareReference): Outcome<ShareOrder> {
  if (input.orderId === undefined && input.outOrderNo === undefined) return refused('shareNumberMissing');
  const byNumber = input.outOrderNo === undefined ? undefined : findByNumber(state, caller.mchId, input.outOrderNo);
  const share = input.orderId === undefined ? byNumber : state.shares.get(input.orderId);
  if (!share || share.callerMchId !== caller.mchId || share.payerMchId !== payer.mchId) return refused('noRecord');
  return input.outOrderNo !== undefined && byNumber !== share ? refused('noRecord') : accepted(share);
}

function wrongReturn(
  state: State,
  identity: Identity,
  parties: Parties,
  share: ShareOrder,
  input: ReturnShareInput,
): RefusalName | undefined {
  const { switches } = state;
  const returner = state.merchants.get(input.returnMchId);
  const received = receivedIn(share, input.returnMchId);
  if (!returner || returner === parties.payer || received === 0) return 'returnerUnknown';
  const order = state.orders.get(share.transactionId);
  if (!returner.returnsEnabled && order?.family !== 'ecommerce') return 'returnsDisabled';
  if (returner.restricted) return 'returnerRestricted';
  const needsTransaction = order?.family === 'ecommerce' && state.now - order.paidAt > SIX_MONTHS;
  if (needsTransaction && input.transactionId !== share.transactionId) return 'transactionNeeded';
  const paidAt = Math.max(...share.lines.map((line) => line.finishedAt ?? line.createdAt));
  if (state.now - paidAt > switches.returnWindowMs) return 'returnTooLate';
  if (share.returnIds.length >= switches.returnsPerOrder) return 'tooManyReturns';
  if (returnedIn(state, share, input.returnMchId) + input.amount > received) {
    return switches.returnExceeded === 'live' ? 'returnTooMuchLive' : 'returnTooMuch';
  }
  return withinRate(state, 'returnShare', identity) ? undefined : overRate(state, 'returnShare');
}

/**
 * Takes money of a paid line back into the payer's available balance (rule 50).
 * Without balance at the returner the call fails, yet the return exists and stays PROCESSING (rule 46).
 */
export function returnShare(
  state: State,
  identity: Identity,
  input: ReturnShareInput,
  announce: Announce,
): Outcome<ReturnOrder> {
  if (!Number.isSafeInteger(input.amount) || input.amount < 1) return refused('amountFormat');
  const parties = findParties(state, identity);
  if (!parties.ok) return parties;
  const found = findShare(state, parties.value, input);
  if (!found.ok) return found;
  const share = found.value;
  const fingerprint = JSON.stringify([share.orderId, input.returnMchId, input.amount, input.description]);
  const number = `${identity.mchId}/${input.outReturnNo}`;
  const first = state.returns.get(state.returnNumbers.get(number) ?? '');
  if (first) {
    if (first.fingerprint !== fingerprint) return refused('otherReturn');
    const waiting = first.result === 'PROCESSING' && first.dueAt === undefined;
    return waiting ? attempt(state, first, announce) : accepted(first);
  }
  const reason = wrongReturn(state, identity, parties.value, share, input);
  if (reason) return refused(reason);
  const order: ReturnOrder = {
    returnId: nextId(state, 'share'),
    callerMchId: identity.mchId,
    payerMchId: share.payerMchId,
    orderId: share.orderId,
    outOrderNo: share.outOrderNo,
    transactionId: share.transactionId,
    outReturnNo: input.outReturnNo,
    returnMchId: input.returnMchId,
    amount: input.amount,
    description: input.description,
    createdAt: state.now,
    expiresAt: state.now + state.switches.returnExpiryMs,
    result: 'PROCESSING',
    fingerprint,
  };
  state.returns.set(order.returnId, order);
  state.returnNumbers.set(number, order.returnId);
  share.returnIds.push(order.returnId);
  announce('returnAccepted', order);
  return attempt(state, order, announce);
}

/** First try and every repetition; a top-up alone does nothing, the FAQ asks for a repetition (rules 46, 53). */
function attempt(state: State, order: ReturnOrder, announce: Announce): Outcome<ReturnOrder> {
  touch(state, order.transactionId);
  const returner = state.merchants.get(order.returnMchId);
  if (returner && returner.available < order.amount) {
    if (state.switches.returnerShort === 'processing') {
      scheduleReturn(state, order);
      return refused('returnerShort');
    }
    fail(state, order, 'BALANCE_NOT_ENOUGH');
    return accepted(order);
  }
  order.dueAt = state.now + state.switches.returnCompletionMs;
  if (state.switches.returnCompletionMs === 0) settleReturn(state, order, announce);
  scheduleReturn(state, order);
  return accepted(order);
}

function whyFailed(state: State, order: ReturnOrder): ReturnFailReason | undefined {
  if (state.merchants.get(order.returnMchId)?.abnormal !== false) return 'ACCOUNT_ABNORMAL';
  if (state.merchants.get(order.payerMchId)?.abnormal !== false) return 'PAYER_ACCOUNT_ABNORMAL';
  const refusedText = state.switches.sensitiveWords.some((word) => order.description.includes(word));
  return refusedText ? 'INVALID_REQUEST' : undefined;
}

/** Moves the money of a due return, or says why not. Final either way, unless the balance is short again. */
export function settleReturn(state: State, order: ReturnOrder, announce: Announce): void {
  const reason = whyFailed(state, order);
  const returner = state.merchants.get(order.returnMchId);
  const payer = state.merchants.get(order.payerMchId);
  if (reason) {
    fail(state, order, reason);
  } else if (!returner || !payer || returner.available < order.amount) {
    delete order.dueAt;
  } else {
    returner.available -= order.amount;
    payer.available += order.amount;
    order.result = 'SUCCESS';
    order.finishedAt = state.now;
    announce('returnSucceeded', order);
  }
}

export function fail(state: State, order: ReturnOrder, reason: ReturnFailReason): void {
  order.result = 'FAILED';
  order.failReason = reason;
  order.finishedAt = state.now;
}
