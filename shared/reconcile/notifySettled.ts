import { eventIdOf, type LedgerRecord } from '../ledger/record';
import type { RunContext } from './run';
import * as warnings from './warnings';

/** Longest time the told function may take, in ms; after it the eventId is told again later. */
const NOTIFY_MS = 10_000;

const AGAIN_AFTER_MS = 5 * 60_000;

/** A function that failed so often in one run is down. */
const MOST_NOTIFY_FAILURES = 3;

/** Time kept back to write down that the function knows, in ms. */
const WRITING_MS = 500;

/**
 * Tells PROFIT_SHARING_ON_SETTLED how a record ended, once: told first and marked after, so that a crash in between
 * tells it again under the same id instead of never.
 */
export async function notifySettled(run: RunContext, record: LedgerRecord): Promise<void> {
  const { ledger, clock, deadline, environment } = run;
  const { onSettled } = run.main.config;
  const eventId = eventIdOf(record);
  if (!eventId || eventId === record.announced || !onSettled) {
    await ledger.reschedule(record, undefined, deadline);
    return;
  }
  if (run.result.notifyFailures >= MOST_NOTIFY_FAILURES) {
    run.result.counts.remaining += 1;
    await ledger.reschedule(record, clock.now() + AGAIN_AFTER_MS, deadline);
    return;
  }
  const window = deadline.earlier(WRITING_MS);
  const timeoutMs = Math.min(NOTIFY_MS, window.leftMs);
  // So that two runs do not tell the same.
  const hold = await ledger.acquire(record, 'notify', timeoutMs * 2, deadline);
  if (!hold) return;
  try {
    await window.race(
      () => environment.invoke(onSettled, eventOf(hold.record, eventId), timeoutMs),
      () => new Error('TIMEOUT'),
    );
  } catch (error) {
    run.result.notifyFailures += 1;
    run.result.warnings.push(warnings.notifyFailed(onSettled, error));
    await ledger.release(hold, clock.now() + AGAIN_AFTER_MS, deadline);
    return;
  }
  run.result.counts.announced += 1;
  await ledger.markNotified(hold, eventId, deadline);
}

/** What the told function gets: the numbers it knows the request by, and what has become of the money. */
function eventOf({ operation, ask, state, settlement }: LedgerRecord, id: string): object {
  const { receivers = [] } = settlement ?? {};
  return { id, operation, ...ask, settlement: { state, receivers: state === 'refused' ? [] : receivers } };
}
