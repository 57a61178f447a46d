import { randomUUID } from 'node:crypto';
import { type LedgerRecord, newsOf } from '../ledger/record';
import { postpone } from './postpone';
import { type Round, timeLeft } from './round';
import * as warnings from './warnings';

/** Longest time the told function may take, in ms; after it the news is told again later. */
const HEARING_MS = 10_000;

const AGAIN_AFTER_MS = 5 * 60_000;

/** A function that failed so often in one round is down. */
const MOST_UNHEARD = 3;

/**
 * Tells PROFIT_SHARING_ON_SETTLED how a record ended, once: told first and marked after, so that a crash in between
 * tells it again under the same id instead of never.
 */
export async function announce(round: Round, record: LedgerRecord): Promise<void> {
  const { config, around, now } = round;
  const news = newsOf(record);
  if (!news || news === record.announced || !config.onSettled) {
    await postpone(around.store, record, undefined);
    return;
  }
  if (round.unheard >= MOST_UNHEARD) {
    round.counts.remaining += 1;
    await postpone(around.store, record, now() + AGAIN_AFTER_MS);
    return;
  }
  const timeoutMs = Math.min(HEARING_MS, timeLeft(round));
  const claimed = await claim(round, record, timeoutMs * 2);
  if (!claimed) return;
  try {
    await around.tell(config.onSettled, eventOf(claimed, news), timeoutMs);
  } catch (error) {
    round.unheard += 1;
    round.warnings.push(warnings.unheard(config.onSettled, error));
    const { lease: _claim, ...free } = claimed;
    await postpone(around.store, free, now() + AGAIN_AFTER_MS);
    return;
  }
  round.counts.announced += 1;
  await mark(round, claimed, news);
}

/** So that two rounds do not tell the same. */
async function claim({ around, now }: Round, record: LedgerRecord, ms: number): Promise<LedgerRecord | undefined> {
  if (record.lease && record.lease.until > now()) return undefined;
  const claimed = { ...record, version: record.version + 1, lease: { by: randomUUID(), until: now() + ms } };
  return (await around.store.replace(claimed, record.version)) ? claimed : undefined;
}

async function mark({ around }: Round, claimed: LedgerRecord, news: string): Promise<void> {
  let current: LedgerRecord | undefined = claimed;
  while (current) {
    const { lease, dueAt, ...kept }: LedgerRecord = current;
    const marked: LedgerRecord = {
      ...kept,
      version: current.version + 1,
      announced: news,
      // What changed while it was told is somebody else's, and may be news again.
      ...(lease && lease.by !== claimed.lease?.by && { lease }),
      ...(dueAt !== undefined && newsOf(current) !== news && { dueAt }),
    };
    if (await around.store.replace(marked, current.version)) return;
    current = await around.store.read(claimed._id);
  }
}

/** What the told function gets: the numbers it knows the request by, and what has become of the money. */
function eventOf({ operation, ask, state, settlement }: LedgerRecord, id: string): object {
  const { receivers = [] } = settlement ?? {};
  return { id, operation, ...ask, settlement: { state, receivers: state === 'refused' ? [] : receivers } };
}
