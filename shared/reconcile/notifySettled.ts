import { eventIdOf, type LedgerRecord } from '../ledger/record';
import type { RunContext } from './run';
import * as warnings from './warnings';

/** Longest time for PROFIT_SHARING_ON_SETTLED, in ms; then it is called again later. */
export const NOTIFY_MS = 10_000;

const AGAIN_AFTER_MS = 5 * 60_000;

const MOST_NOTIFY_FAILURES = 3;

const WRITING_MS = 500;

/**
 * Calls PROFIT_SHARING_ON_SETTLED with the end of a record and marks it afterwards: a crash in between calls it again
 * under the same id.
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
  // Two runs must not send the same event.
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

function eventOf({ operation, ask, state, settlement }: LedgerRecord, id: string): object {
  const { receivers = [] } = settlement ?? {};
  return { id, operation, ...ask, settlement: { state, receivers: state === 'refused' ? [] : receivers } };
}
