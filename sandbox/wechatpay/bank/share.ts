import { ratioCap, tally, unsplit } from './amounts';
import type { Announce } from './events';
import { nextId } from './ids';
import { accepted, type Identity, type Outcome } from './outcome';
import { findPerson, findRelation, whyNoPerson } from './parties';
import { overRate, withinRate } from './rates';
import type { Line, ReceiverType, Rest, ShareOrder } from './records';
import { type RefusalName, refused } from './refusals';
import {
  closedForSharing,
  conflict,
  findByNumber,
  findShareable,
  notReadyYet,
  record,
  type Shareable,
  tooSoonAgain,
} from './shareable';
import type { State } from './state';

export interface ShareReceiver {
  readonly type: ReceiverType;
  readonly account: string;
  /** In fen, at least 1. */
  readonly amount: number;
  readonly description: string;
  readonly name?: string;
}

export interface ShareInput {
  /** `single` also gives the rest to the payer and closes the order (v3: unfreeze_unsplit, finish). */
  readonly kind: 'single' | 'multi';
  readonly transactionId: string;
  readonly outOrderNo: string;
  readonly receivers: readonly ShareReceiver[];
  /** Whether the payer may be a receiver. Default: multi yes, single by the switch; v3 wires always allow it (rule 23). */
  readonly payerMayReceive?: boolean;
}

/** Text WeChat Pay itself gives to money that goes back to the payer (rule 29). */
const REST_DESCRIPTION = '解冻给分账方';

function isPayer(found: Shareable, receiver: ShareReceiver): boolean {
  return receiver.type === 'MERCHANT_ID' && receiver.account === found.payer.mchId;
}

/** Step 9 (rules 5, 7, 8, 9, 20, 23): the receivers of one request. */
function wrongReceivers(
  state: State,
  identity: Identity,
  found: Shareable,
  input: ShareInput,
): RefusalName | undefined {
  const allowed = input.kind === 'multi' || state.switches.singlePayerReceiver === 'allow';
  const payerMayReceive = input.payerMayReceive ?? allowed;
  const seen = new Set<string>();
  for (const receiver of input.receivers) {
    const key = `${receiver.type}/${receiver.account}`;
    if (seen.has(key)) return 'duplicateReceiver';
    seen.add(key);
    if (!isPayer(found, receiver)) {
      const wrong = wrongReceiver(state, identity, found, receiver);
      if (wrong) return wrong;
    } else if (!payerMayReceive) return 'payerAsReceiver';
  }
  return undefined;
}

function wrongReceiver(
  state: State,
  identity: Identity,
  { listOwner }: Shareable,
  { type, account, name }: ShareReceiver,
): RefusalName | undefined {
  if (!findRelation(state, listOwner, type, account)) return 'noRelation';
  if (type === 'MERCHANT_ID') {
    const merchant = state.merchants.get(account);
    if (!merchant) return 'unknownMerchant';
    if (!merchant.accountOpen) return 'accountNotOpen';
    return name !== undefined && name !== merchant.name ? 'merchantNameMismatch' : undefined;
  }
  const person = findPerson(state, identity, type, account);
  if (!person) return whyNoPerson(state, identity, type, account);
  return name !== undefined && name !== person.name ? 'personNameMismatch' : undefined;
}

/** Steps 10 to 13 (rules 15, 16, 17, 20, 21): counts, unsplit, ratio, rate. */
function overLimit(state: State, identity: Identity, found: Shareable, input: ShareInput): RefusalName | undefined {
  const { order, ratioHolder } = found;
  const { switches } = state;
  if (input.receivers.length > switches.receiversPerRequest) return 'tooManyReceivers';
  const requests = order.shareIds.filter((id) => {
    return switches.finishCountsAsRequest || state.shares.get(id)?.kind !== 'finish';
  });
  if (requests.length >= switches.requestsPerOrder) return 'tooManyRequests';
  const asked = input.receivers.reduce((sum, receiver) => sum + receiver.amount, 0);
  const { unsplit: left, shared } = tally(state, order);
  if (asked > left) return 'notEnough';
  const toOthers = input.receivers.reduce((sum, r) => sum + (isPayer(found, r) ? 0 : r.amount), 0);
  if (toOthers > 0 && shared + toOthers > ratioCap(order, ratioHolder.maxRatio)) {
    return switches.ratioExceeded === 'live' ? 'ratioExceededLive' : 'ratioExceeded';
  }
  if (tooSoonAgain(state, order)) return 'sameOrderTooSoon';
  return withinRate(state, 'share', identity) ? undefined : overRate(state, 'share');
}

function fingerprint(input: ShareInput): ShareOrder['fingerprint'] {
  const receivers = input.receivers.map((r) => JSON.stringify([r.type, r.account, r.amount, r.description, r.name]));
  return { order: input.transactionId, receivers: receivers.sort().join(), other: input.kind };
}

/**
 * Accepts a share, all of it or nothing (rule 25); the lines are paid later, one by one.
 * The same number with the same parameters answers the first request's state (rule 32).
 */
export function share(state: State, identity: Identity, input: ShareInput, announce: Announce): Outcome<ShareOrder> {
  if (input.receivers.length === 0) return refused('noReceivers');
  if (input.receivers.some(({ amount }) => !Number.isSafeInteger(amount) || amount < 1)) return refused('amountFormat');
  const found = findShareable(state, identity, input.transactionId);
  if (!found.ok) return found;
  const marks = fingerprint(input);
  const first = findByNumber(state, identity.mchId, input.outOrderNo);
  if (first) {
    const different = conflict(first, marks);
    return different ? refused(different) : accepted(first);
  }
  const { order, payer, ratioHolder, listOwner } = found.value;
  const reason =
    notReadyYet(state, found.value) ??
    closedForSharing(order) ??
    wrongReceivers(state, identity, found.value, input) ??
    overLimit(state, identity, found.value, input);
  if (reason) return refused(reason);

  const dueAt = state.now + state.switches.completionMs;
  const lines = input.receivers.map((receiver): Line => {
    const appid = receiver.type === 'PERSONAL_SUB_OPENID' ? identity.subAppid : identity.appid;
    return {
      detailId: nextId(state, 'detail'),
      type: receiver.type,
      account: receiver.account,
      ...(receiver.type !== 'MERCHANT_ID' && appid !== undefined ? { appid } : {}),
      toPayer: isPayer(found.value, receiver),
      amount: receiver.amount,
      description: receiver.description,
      createdAt: state.now,
      dueAt,
      result: 'PENDING',
      backToPayer: false,
    };
  });
  const asked = lines.reduce((sum, line) => sum + line.amount, 0);
  const left = input.kind === 'single' ? unsplit(state, order) - asked : 0;
  const accept: ShareOrder = {
    orderId: nextId(state, 'share'),
    callerMchId: identity.mchId,
    payerMchId: payer.mchId,
    transactionId: order.transactionId,
    outOrderNo: input.outOrderNo,
    listOwner,
    kind: input.kind,
    acceptedAt: state.now,
    lines,
    ...(left > 0 ? { rest: newRest(state, left, REST_DESCRIPTION) } : {}),
    fingerprint: marks,
    returnIds: [],
  };
  if (lines.some((line) => !line.toPayer)) order.capAtLastShare = ratioCap(order, ratioHolder.maxRatio);
  record(state, order, accept, announce);
  return accepted(accept);
}

export function newRest(state: State, amount: number, description: string): Rest {
  const dueAt = state.now + state.switches.completionMs;
  return { detailId: nextId(state, 'detail'), amount, description, createdAt: state.now, dueAt, result: 'PENDING' };
}
