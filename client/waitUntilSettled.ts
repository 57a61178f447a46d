import type { Settlement } from '../shared/settlement';
import { fieldsOf } from './fieldsOf';
import type { OperationName, ProfitSharingClient, ReplyOf, RequestOf } from './generated/ProfitSharingClient';
import { isRetrySafe } from './isRetrySafe';
import type { ProfitSharingError } from './ProfitSharingError';
import { SettlementTimeout } from './SettlementTimeout';
import { clock, startStopwatch } from './stopwatch';
import { LATE, type Signal, throwIfAborted, within } from './within';

/** A share or a finish, by its own number. */
export type ShareNumber = RequestOf<'profitSharingQuery'>;

/** A return, by its own number and one number of the share it takes back. */
export type ReturnNumber = RequestOf<'profitSharingReturnQuery'>;

export interface WaitOptions<Reply> {
  /**
   * When to stop waiting, in ms from now, more than 0; 60 000 by default. It also ends a query that never answers. In a
   * cloud function, keep it below the function's own limit.
   */
  readonly timeoutMs?: number;
  /** The first pause between two queries, in ms, more than 0; 1000 by default. Each pause is half as long again, up to 30 000. */
  readonly intervalMs?: number;
  /** Sees every reply, the last one included. */
  onReply?(reply: Reply): void;
  /** Ends waiting at once; the share or return goes on. */
  readonly signal?: Signal;
  /** Takes the place of a pause of so many ms. */
  sleep?(ms: number): Promise<void>;
  /** The time in ms; a clock that cannot be set by default, where there is one. */
  now?(): number;
}

/** How long to wait and how long to pause first, in ms, where nothing else is asked for. */
export const DEFAULTS = { timeoutMs: 60_000, intervalMs: 1000 };

/** The longest pause between two queries, in ms. */
export const LONGEST_PAUSE_MS = 30_000;

/** States no further query changes. `unknown` is not one of them: it ends with knowledge, never with time. */
const FINAL: readonly Settlement['state'][] = ['settled', 'partly_failed', 'closed'];

type ShareReply = ReplyOf<'profitSharingQuery'>;
type ReturnReply = ReplyOf<'profitSharingReturnQuery'>;
type Asker<Name extends OperationName> = Pick<ProfitSharingClient, Name>;

/**
 * Queries a share, a finish or a return until its settlement is final, and resolves to that last reply: read
 * `settlement.state`, which may well say that a receiver was not paid. A query that fails and may be repeated is repeated.
 *
 * @throws {SettlementTimeout} when the time is over first; nothing has failed then
 * @throws {TypeError} when `timeoutMs` or `intervalMs` is no positive number, or `signal` is none
 * @throws the signal's reason, an `AbortError` by default, when it is aborted; nothing has failed then either
 * @throws {ProfitSharingError} when asking again cannot help, such as a number WeChat Pay does not know
 */
export function waitUntilSettled(
  client: Asker<'profitSharingQuery'>,
  share: ShareNumber,
  options?: WaitOptions<ShareReply>,
): Promise<ShareReply>;
export function waitUntilSettled(
  client: Asker<'profitSharingReturnQuery'>,
  back: ReturnNumber,
  options?: WaitOptions<ReturnReply>,
): Promise<ReturnReply>;
export async function waitUntilSettled(
  client: Asker<'profitSharingQuery'> | Asker<'profitSharingReturnQuery'>,
  number: ShareNumber | ReturnNumber,
  options: WaitOptions<ShareReply | ReturnReply> = {},
): Promise<ShareReply | ReturnReply> {
  return 'out_return_no' in number
    ? poll(() => (client as Asker<'profitSharingReturnQuery'>).profitSharingReturnQuery(number), options)
    : poll(() => (client as Asker<'profitSharingQuery'>).profitSharingQuery(number), options);
}

async function poll<Reply extends { settlement: Settlement }>(
  ask: () => Promise<Reply>,
  options: WaitOptions<Reply>,
): Promise<Reply> {
  const {
    timeoutMs = DEFAULTS.timeoutMs,
    intervalMs = DEFAULTS.intervalMs,
    onReply,
    sleep = never,
    now = clock,
    signal,
  } = options;
  for (const [name, ms] of Object.entries({ timeoutMs, intervalMs })) {
    if (!isDuration(ms)) throw new TypeError(`waitUntilSettled: ${name} is no positive number of ms`);
  }
  if (signal !== undefined && !isSignal(signal)) throw new TypeError('waitUntilSettled: signal is no AbortSignal');
  const watch = startStopwatch(now);
  let reply: Reply | undefined;
  let failure: ProfitSharingError | undefined;
  let isLast = false;
  let askedAt = 0;
  for (let interval = intervalMs; ; interval = Math.min(interval * 1.5, LONGEST_PAUSE_MS)) {
    throwIfAborted(signal);
    try {
      const answer = await within(ask(), timeoutMs - askedAt, signal);
      if (answer === LATE) throw new SettlementTimeout(timeoutMs, reply, failure);
      reply = answer;
      failure = undefined;
    } catch (error) {
      if (!isRetrySafe(error)) throw error;
      failure = error as ProfitSharingError;
    }
    if (reply && !failure) {
      onReply?.(reply);
      if (FINAL.includes(reply.settlement.state)) return reply;
    }
    const answeredAt = watch.elapsed();
    const left = timeoutMs - answeredAt;
    if (isLast || left <= 0) throw new SettlementTimeout(answeredAt, reply, failure);
    throwIfAborted(signal);
    const advised = failure?.advice.after_ms;
    const wanted = Math.max(interval, isDuration(advised) ? advised : 0);
    // The last query leaves early enough for an answer that takes twice as long as this one did.
    const room = Math.max(left - 2 * (answeredAt - askedAt), 0);
    isLast = wanted >= room;
    const pause = Math.min(wanted, room);
    await within(sleep(pause), sleep === never ? pause : left, signal);
    askedAt = watch.elapsed(pause);
  }
}

function isDuration(ms: unknown): ms is number {
  return typeof ms === 'number' && Number.isFinite(ms) && ms > 0;
}

function isSignal(signal: unknown): boolean {
  return typeof fieldsOf(signal).aborted === 'boolean';
}

/** A pause that only its limit ends, and that leaves no timer behind when waiting is aborted. */
function never(): Promise<void> {
  return new Promise(() => undefined);
}
