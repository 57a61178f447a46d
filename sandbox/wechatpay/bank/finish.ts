import { unsplit } from './amounts';
import type { Announce } from './events';
import { nextId } from './ids';
import { accepted, type Identity, type Outcome } from './outcome';
import { overRate, withinRate } from './rates';
import type { ShareOrder } from './records';
import { refused } from './refusals';
import { newRest } from './share';
import { conflict, findByNumber, findShareable, notReadyYet, record, tooSoonAgain } from './shareable';
import type { State } from './state';

export interface FinishInput {
  readonly transactionId: string;
  readonly outOrderNo: string;
  readonly description: string;
}

/** Gives everything unsplit to the payer and closes the order (rule 27). Needs a number of its own (rules 28, 34). */
export function finish(state: State, identity: Identity, input: FinishInput, announce: Announce): Outcome<ShareOrder> {
  const found = findShareable(state, identity, input.transactionId);
  if (!found.ok) return found.refusal.rule === '1' ? refused('notShareOrderToFinish') : found;
  const { order, payer, listOwner } = found.value;
  const fingerprint = {
    order: input.transactionId,
    receivers: '',
    other: JSON.stringify(['finish', input.description]),
  };
  const first = findByNumber(state, identity.mchId, input.outOrderNo);
  if (first && first.kind !== 'finish') {
    return state.switches.finishWithUsedNumber === 'AMOUNT_OVERDUE' ? refused('usedNumber') : accepted(first);
  }
  if (first) {
    const different = conflict(first, fingerprint);
    return different ? refused(different) : accepted(first);
  }
  const early = notReadyYet(state, found.value);
  if (early) return refused(early);
  const left = unsplit(state, order);
  if (order.state === 'CLOSED' || left === 0) {
    return refused(order.closedBy === 'expiry' ? 'frozenTooLong' : 'nothingLeft');
  }
  if (tooSoonAgain(state, order)) return refused('sameOrderTooSoon');
  if (!withinRate(state, 'finish', identity)) return refused(overRate(state, 'finish'));

  const accept: ShareOrder = {
    orderId: nextId(state, 'share'),
    callerMchId: identity.mchId,
    payerMchId: payer.mchId,
    transactionId: order.transactionId,
    outOrderNo: input.outOrderNo,
    listOwner,
    kind: 'finish',
    acceptedAt: state.now,
    lines: [],
    rest: newRest(state, left, input.description),
    fingerprint,
    returnIds: [],
  };
  record(state, order, accept, announce);
  return accepted(accept);
}
