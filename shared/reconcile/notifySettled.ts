import { eventIdOf, type LedgerRecord } from '../ledger/record';
import type { RunContext } from './run';
import * as warnings from './warnings';

/** Longest time the told function may take, in ms; after it the news is told again later. */
const HEARING_MS = 10_000;

const AGAIN_AFTER_MS = 5 * 60_000;

/** A function that failed so often in one run is down. */
const MOST_UNHEARD = 3;

/** Time kept back to write down that the function knows, in ms. */
const WRITING_MS = 500;

/**
 * Tells PROFIT_SHARING_ON_SETTLED how a record ended, once: told first and marked after, so that a crash in between
 * tells it again under the same id instead of never.
 */
export async function notifySettled(run: RunContext, record: LedgerRecord): Promise<void> {
  const { ledger, clock, deadline, environment } = run;
  const { onSettled } = run.main.config;
  const news = eventIdOf(record);
  if (!news || news === record.announced || !onSettled) {
    await ledger.reschedule(record, undefined, deadline);
    return;
  }
  if (run.result.notifyFailures >= MOST_UNHEARD) {
    run.result.counts.remaining += 1;
    await ledger.reschedule(record, clock.now() + AGAIN_AFTER_MS, deadline);
    return;
  }
  const hearing = deadline.earlier(WRITING_MS);
  const timeoutMs = Math.min(HEARING_MS, hearing.leftMs);
  // So that two runs do not tell the same.
  const hold = await ledger.acquire(record, 'notify', timeoutMs * 2, deadline);
  if (!hold) return;
  try {
    await hearing.race(
      () => environment.invoke(onSettled, eventOf(hold.record, news), timeoutMs),
      () => new Error('TIMEOUT'),
    );
  } catch (error) {
    run.result.notifyFailures += 1;
    run.result.warnings.push(warnings.unheard(onSettled, error));
    await ledger.release(hold, clock.now() + AGAIN_AFTER_MS, deadline);
    return;
  }
  run.result.counts.announced += 1;
  await ledger.markNotified(hold, news, deadline);
}

/** What the told function gets: the numbers it knows the request by, and what has become of the money. */
function eventOf({ operation, ask, state, settlement }: LedgerRecord, id: string): object {
  const { receivers = [] } = settlement ?? {};
  return { id, operation, ...ask, settlement: { state, receivers: state === 'refused' ? [] : receivers } };
}
