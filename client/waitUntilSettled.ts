import type { Settlement } from '../shared/settlement';
import type { OperationName, ProfitSharingClient, ReplyOf, RequestOf } from './generated/ProfitSharingClient';
import { isProfitSharingError, isRetrySafe } from './isRetrySafe';
import type { ProfitSharingError } from './ProfitSharingError';
import { SettlementTimeout } from './SettlementTimeout';

/** A share or a finish, by its own number. */
export type ShareNumber = RequestOf<'profitSharingQuery'>;

/** A return, by its own number and one number of the share it takes back. */
export type ReturnNumber = RequestOf<'profitSharingReturnQuery'>;

export interface WaitOptions<Reply> {
  /** When to stop waiting, in ms from now; 60 000 by default. In a cloud function, keep it below the function's own limit. */
  readonly timeoutMs?: number;
  /** The first pause between two queries, in ms; 1000 by default. Each pause is half as long again, up to 30 000. */
  readonly intervalMs?: number;
  /** Sees every reply, the last one included. */
  onReply?(reply: Reply): void;
  /** Takes the place of a pause of so many ms. */
  sleep?(ms: number): Promise<void>;
  /** The time in ms. */
  now?(): number;
}

/** The longest pause between two queries, in ms. */
const LONGEST_PAUSE_MS = 30_000;

/** States no further query changes. `unknown` is not one of them: it ends with knowledge, never with time. */
const FINAL: readonly Settlement['state'][] = ['settled', 'partly_failed', 'closed'];

type ShareReply = ReplyOf<'profitSharingQuery'>;
type ReturnReply = ReplyOf<'profitSharingReturnQuery'>;
type Asker<Name extends OperationName> = Pick<ProfitSharingClient, Name>;

/**
 * Queries a share, a finish or a return until its settlement is final, and resolves to that last reply: read
 * `settlement.state`, which may well say that somebody was not paid. A query that fails and may be repeated is repeated.
 *
 * @throws {SettlementTimeout} when the time is over first; nothing has failed then
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
export function waitUntilSettled(
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
  const { timeoutMs = 60_000, intervalMs = 1000, onReply, sleep = pause, now = () => Date.now() } = options;
  const start = now();
  let reply: Reply | undefined;
  let failure: ProfitSharingError | undefined;
  for (let interval = intervalMs; ; interval = Math.min(interval * 1.5, LONGEST_PAUSE_MS)) {
    try {
      reply = await ask();
      failure = undefined;
    } catch (error) {
      if (!isProfitSharingError(error) || !isRetrySafe(error)) throw error;
      failure = error;
    }
    if (reply && !failure) {
      onReply?.(reply);
      if (FINAL.includes(reply.settlement.state)) return reply;
    }
    const waitedMs = now() - start;
    const left = timeoutMs - waitedMs;
    if (left <= 0) throw new SettlementTimeout(waitedMs, reply, failure);
    await sleep(Math.min(left, Math.max(interval, failure?.advice.after_ms ?? 0)));
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((over) => setTimeout(over, ms));
}
