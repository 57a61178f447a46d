import { unsplit } from './amounts';
import { type Books, readBooks } from './books';
import { accepted, type Identity, type Outcome } from './outcome';
import { findParties } from './parties';
import { overRate, withinRate } from './rates';
import type { ReturnOrder, ShareOrder } from './records';
import { refused } from './refusals';
import { findShare, type ShareReference } from './returnShare';
import { findByNumber } from './shareable';
import type { State } from './state';

export interface QueryShareInput {
  readonly transactionId: string;
  readonly outOrderNo: string;
}

/** Answers for share and finish numbers; a refused request left no record (rule 37). */
export function queryShare(state: State, identity: Identity, input: QueryShareInput): Outcome<ShareOrder> {
  const parties = findParties(state, identity);
  if (!parties.ok) return parties;
  if (!withinRate(state, 'queryShare', identity)) return refused(overRate(state, 'queryShare'));
  const found = findByNumber(state, identity.mchId, input.outOrderNo);
  const matches = found?.transactionId === input.transactionId && found.payerMchId === parties.value.payer.mchId;
  return found && matches ? accepted(found) : refused('noRecord');
}

export interface QueryReturnInput extends ShareReference {
  readonly outReturnNo: string;
}

export function queryReturn(state: State, identity: Identity, input: QueryReturnInput): Outcome<ReturnOrder> {
  const parties = findParties(state, identity);
  if (!parties.ok) return parties;
  if (!withinRate(state, 'queryReturn', identity)) return refused(overRate(state, 'queryReturn'));
  const share = findShare(state, parties.value, input);
  if (!share.ok) return share;
  const found = state.returns.get(state.returnNumbers.get(`${identity.mchId}/${input.outReturnNo}`) ?? '');
  return found && found.orderId === share.value.orderId ? accepted(found) : refused('noRecord');
}

export interface UnsplitAmount {
  readonly transactionId: string;
  /** In fen. */
  readonly unsplitAmount: number;
}

/** What is left of an order. Queried by the merchant that placed it, without naming the sub-merchant. */
export function unsplitAmount(state: State, identity: Identity, transactionId: string): Outcome<UnsplitAmount> {
  if (!state.merchants.has(identity.mchId)) return refused('unknownCaller');
  if (!withinRate(state, 'unsplitAmount', identity)) return refused(overRate(state, 'unsplitAmount'));
  const order = state.orders.get(transactionId);
  if (!order) return refused('noRecord');
  if (![order.callerMchId, order.payerMchId].includes(identity.mchId)) return refused('queryForeignOrder');
  if (!order.sharing) return refused('queryNotShareOrder');
  return accepted({ transactionId, unsplitAmount: unsplit(state, order) });
}

/**
 * The largest part of an order that may go to others, in 1/10000: what the sub-merchant allows its provider, or the
 * brand's where one is named (rule 18).
 */
export function maxRatio(state: State, identity: Identity): Outcome<{ readonly maxRatio: number }> {
  const caller = state.merchants.get(identity.mchId);
  if (!caller) return refused('unknownCaller');
  if (!withinRate(state, 'maxRatio', identity)) return refused(overRate(state, 'maxRatio'));
  if (caller.permission !== 'granted') return refused('callerNotPermitted');
  const holder = state.merchants.get(identity.brandMchId ?? identity.subMchId ?? identity.mchId);
  if (!holder || (holder !== caller && holder.providerMchId !== caller.mchId)) return refused('ratioNotYours');
  return holder.permission === 'granted' ? accepted({ maxRatio: holder.maxRatio }) : refused('ratioNotGranted');
}

/** What a bill is made from. Copies all the books. */
export function bill(state: State, identity: Identity): Outcome<Books> {
  return withinRate(state, 'bill', identity) ? accepted(readBooks(state)) : refused(overRate(state, 'bill'));
}
