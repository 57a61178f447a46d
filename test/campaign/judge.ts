import type { Advice } from '../../shared/advice';
import type { Settlement } from '../../shared/settlement';
import type { Fields } from '../conformance/harness';
import type { Known } from './bankView';
import { Discrepancy, must } from './discrepancy';
import type { Memory, Request } from './request';

const settlementIn = ({ settlement }: Fields) => settlement as Settlement | undefined;

const adviceIn = ({ advice }: Fields) => advice as Advice | undefined;

/** Whether a call may have moved money for all its caller knows. */
export function leavesDoubt(reply: Fields): boolean {
  return reply.err_code !== undefined && adviceIn(reply)?.funds !== 'unchanged';
}

/**
 * Whether a reply to a money-moving request is true.
 * @param known what the bank has under its number now, and `before` what it had when the request was made
 * @param memory what its caller and all others who sent this very request know by now
 * @param wasLiedTo whether WeChat Pay answered with a well signed lie
 * @throws {Discrepancy}
 */
export function judgeSend(
  request: Request,
  reply: Fields,
  known: Known | undefined,
  before: Known | undefined,
  memory: Memory,
  wasLiedTo = false,
): void {
  const evidence = [request, reply, known];
  refuseDefects(reply, evidence);
  const isThere = known?.is(request) === true;
  if (reply.err_code === undefined) {
    // A finish has no lines to receivers: that it is FINISHED without lines may be a lie, and nothing shows it.
    if (wasLiedTo && isThere && request.operation === 'profitSharingFinish') return;
    judgeClaim('was told that WeChat Pay accepted it', settlementIn(reply), isThere ? known : undefined, evidence);
    return;
  }
  const advice = adviceIn(reply);
  if (!advice) throw new Discrepancy('a failure without advice', ...evidence);
  if (isThere && advice.number !== 'reuse')
    throw new Discrepancy('sent away to pay again under a new number', ...evidence);
  if (!isThere || advice.funds !== 'unchanged') return;
  // Without its ledger a function knows only of this call, and says so.
  const knowsOfOthers = reply.err_code !== 'LEDGER_DOWN' && reply.err_code !== 'NOT_SENT';
  // When nothing had moved yet the refusal was true; then it was another call, made at the same time, that moved it.
  const isTrue = before?.is(request) === true ? !knowsOfOthers : memory.doubted || memory.accepted;
  if (!isTrue) throw new Discrepancy('was told that nothing moved', ...evidence);
}

/** What was going on while a query was made. */
interface QueryCircumstances {
  /** The number was being sent. */
  readonly isMoving: boolean;
  /**
   * WeChat Pay's answer was a well signed lie: not to know is the truth then, and the lines of a share that is on its way
   * only the answer can tell.
   */
  readonly wasLiedTo: boolean;
  /** The ledger's record is of another family of links, so that nothing says what was asked for over this one. */
  readonly isElsewhere: boolean;
}

/** Whether a query told the truth. @throws {Discrepancy} */
export function judgeQuery(
  request: Request,
  reply: Fields,
  known: Known | undefined,
  { isMoving, wasLiedTo, isElsewhere }: QueryCircumstances,
): void {
  const evidence = [request, reply, known];
  refuseDefects(reply, evidence);
  const settlement = settlementIn(reply);
  const isOpen = /^(unknown|accepted|processing)$/.test(settlement?.state ?? '');
  const mayStand = wasLiedTo && (isOpen || isElsewhere);
  if (reply.err_code === undefined && !mayStand) judgeClaim('a query found it', settlement, known, evidence);
  const isNotFound = reply.err_code === 'RESOURCE_NOT_EXISTS';
  if (isNotFound && known && !isMoving) throw new Discrepancy('a query said that there is no such number', ...evidence);
}

function judgeClaim(
  what: string,
  settlement: Settlement | undefined,
  known: Known | undefined,
  evidence: readonly unknown[],
): void {
  if (!known) throw new Discrepancy(`${what}, and the bank does not know it`, ...evidence);
  const state = settlement?.state ?? 'missing';
  const isOnItsWay = state === 'accepted' || state === 'processing';
  if (!isOnItsWay && state !== known.state) throw new Discrepancy(`${what} as ${state}, which it is not`, ...evidence);
  const amounts = (settlement?.receivers ?? []).map(({ amount }) => amount);
  // Links that show what went back to the payer show it as one more line.
  const unasked = amounts.filter((amount) => !known.amounts.includes(amount));
  must(unasked.length <= (known.hasRest ? 1 : 0), `${what} with lines that it does not have`, ...evidence);
}

/** @throws {Discrepancy} for a reply that confesses a defect of the adapter itself */
export function refuseDefects(reply: Fields, evidence: readonly unknown[]): void {
  if (reply.err_code === 'ADAPTER_ERROR') throw new Discrepancy('a defect of the adapter', reply, ...evidence);
}
