import { claimIn } from '../claim';
import type { AccountKey } from '../ledger/accountKeys';
import { sendsEnd } from '../ledger/leaseEnd';
import { isOpen, type LedgerRecord, type RecordState } from '../ledger/record';
import type { Outcome } from '../ledger/transition';
import type { Result } from '../result';
import { settlementFor } from '../settlement';
import { text } from '../text';
import { DAY_MS } from './beijingDay';
import { buildQuery } from './buildQuery';
import type { Counts, RunContext } from './run';
import { sendQuery, WRITING_MS } from './sendQuery';
import * as warnings from './warnings';

const MINUTE_MS = 60_000;

const HOUR_MS = 60 * MINUTE_MS;

/** Pauses before the second, third and fourth query; then an hour. */
const PAUSES_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS];

export const BLOCKED_MS = 5 * MINUTE_MS;

/** WeChat Pay ends everything within five days (a return becomes TIME_OUT_CLOSED); later an operator is warned. */
export const LATE_MS = 5 * DAY_MS;

/** A request under way may not be found yet: "not found" counts only so long after the last sending, in ms. */
export const ARRIVED_AFTER_MS = MINUTE_MS;

/**
 * Queries an open record and writes the outcome.
 * @returns the record as it is now; nothing when it could not be queried or another process holds it
 */
export async function queryRecord(run: RunContext, record: LedgerRecord): Promise<LedgerRecord | undefined> {
  const { ledger, clock, deadline } = run;
  const { counts } = run.result;
  const runLink = await run.links.forRecord(record, run.main.config.link);
  if (runLink?.blocked) {
    counts.remaining += 1;
    await ledger.reschedule(record, clock.now() + BLOCKED_MS, deadline);
    return undefined;
  }
  const query = runLink && (await buildQuery(runLink.link, run, record));
  if (!runLink || !query) {
    run.result.warnings.push(runLink ? warnings.cannotAsk(record) : warnings.otherLink(record));
    counts.unknown += 1;
    await ledger.reschedule(record, clock.now() + HOUR_MS, deadline);
    return undefined;
  }
  const hold = await ledger.acquire(record, 'query', deadline.leftMs + WRITING_MS, deadline);
  if (!hold) return undefined;
  const leftAt = clock.elapsed();
  const { result, requestId } = await sendQuery(run, runLink, query.operation, query.request);
  const quietMs = isNotFound(result)
    ? (await ledger.databaseTime(record._id, deadline, leftAt)) - sendsEnd(hold.record)
    : 0;
  const outcome = outcomeOfQuery(hold.record, result, quietMs, clock.now(), ledger.keys);
  const known = await ledger.complete(hold, { ...outcome, ...(requestId && { requestId }) }, deadline);
  counts.looked += 1;
  counts[COUNTED_AS[known.state]] += 1;
  if (outcome.code === 'NUMBER_CONFLICT') run.result.warnings.push(warnings.otherRequest(record));
  if (isOpen(known.state) && clock.now() - record.createdAt > LATE_MS) run.result.warnings.push(warnings.noEnd(record));
  return known;
}

const COUNTED_AS: Readonly<Record<RecordState, keyof Counts>> = {
  intended: 'unknown',
  unknown: 'unknown',
  refused: 'refused',
  accepted: 'processing',
  processing: 'processing',
  settled: 'settled',
  partly_failed: 'settled',
  closed: 'settled',
};

/** @param quietMs time between the last sending and the query, by the database's clock */
function outcomeOfQuery(
  record: LedgerRecord,
  result: Result,
  quietMs: number,
  now: number,
  keys: readonly AccountKey[],
): Outcome {
  const dueAt = now + pauseBefore(record, now);
  const { failure, answer = {} } = result;
  if (!failure) {
    const { verdict, settlement } = settlementFor(claimIn(record, keys), answer);
    // Another system may have used the number without this ledger.
    if (verdict.kind === 'differs') return { state: 'unknown', code: 'NUMBER_CONFLICT', dueAt };
    if (!settlement) return { state: 'unknown', code: 'BAD_ANSWER', dueAt };
    const order_id = text(answer.order_id);
    const learned = order_id === '' ? {} : { order_id };
    return { state: settlement.state, settlement, learned, conclusive: true, dueAt };
  }
  const { code } = failure;
  if (!isNotFound(result)) return { state: 'unknown', code, dueAt };
  if (quietMs >= ARRIVED_AFTER_MS) return { state: 'refused', code, conclusive: true, dueAt };
  return { state: 'unknown', code, dueAt: now + ARRIVED_AFTER_MS - quietMs };
}

function pauseBefore({ attempts, createdAt }: LedgerRecord, now: number): number {
  if (now - createdAt > LATE_MS) return DAY_MS;
  const looks = attempts.reduce((sum, { kind, times = 1 }) => (kind === 'query' ? sum + times : sum), 0);
  return PAUSES_MS[looks - 1] ?? HOUR_MS;
}

/** Only an unambiguous answer frees a number; the error table says which one is. */
function isNotFound({ failure }: Result): boolean {
  return failure?.advice.origin === 'wechatpay' && failure.code === 'RESOURCE_NOT_EXISTS';
}
