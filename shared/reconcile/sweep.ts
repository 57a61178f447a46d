import { isOpen, type LedgerRecord } from '../ledger/record';
import { type Due, LedgerUnavailableError } from '../ledger/store';
import { notifySettled } from './notifySettled';
import { queryRecord } from './queryRecord';
import type { RunContext } from './run';
import { setAside } from './setAside';

/** Records read at once: 50 receivers each stay under the 1 MB of a query's answer (-602001). */
const BATCH = 20;

/** With so many records held, other instances are at work. */
const MOST_HELD = 100;

/** Records queried in parallel; the lowest documented rate limit is 80 a second. */
const ABREAST = 4;

/** Least time to begin a query, in ms. */
const LEAST_MS = 2000;

/** Queries the records that are due, the longest due first, until none is left or the time is up. */
export async function sweep(run: RunContext): Promise<void> {
  const seen = new Set<string>();
  // Ids of records that are due still: another instance holds them, or they could not be postponed.
  const passedBy: string[] = [];
  while (run.deadline.leftMs >= LEAST_MS && passedBy.length <= MOST_HELD) {
    const due = await readDue(run, passedBy);
    if (due.length === 0) return;
    passedBy.push(...due.filter(({ id }) => seen.has(id)).map(({ id }) => id));
    const fresh = due.filter(({ id }) => !seen.has(id));
    while (fresh.length > 0 && run.deadline.leftMs >= LEAST_MS) {
      // One at a time until the first answer: a refusal of the link is met once.
      const some = fresh.splice(0, run.result.answered ? ABREAST : 1);
      for (const { id } of some) seen.add(id);
      await together(some.map((one) => visit(run, one)));
    }
  }
}

/**
 * Reads the next records, fewer at once where they exceed a query's answer. One that cannot be read is set aside by its
 * id.
 */
async function readDue(run: RunContext, passedBy: string[]): Promise<Due[]> {
  const { ledger, clock, aheadMs, deadline } = run;
  const until = clock.now() + aheadMs;
  for (let size = BATCH; ; ) {
    try {
      return await ledger.due(until, size, passedBy, deadline);
    } catch (error) {
      if (!(error instanceof LedgerUnavailableError)) throw error;
      const [id] = await ledger.dueIds(until, 1, passedBy, deadline);
      if (id === undefined) return [];
      if (size > 1) size = Math.ceil(size / 2);
      else {
        passedBy.push(id);
        await setAside(run, { id }, error);
        size = BATCH;
      }
    }
  }
}

async function visit(run: RunContext, due: Due): Promise<void> {
  try {
    if (!due.record) throw new LedgerUnavailableError('DAMAGED');
    await lookAndAnnounce(run, due.record);
  } catch (error) {
    await setAside(run, due, error);
  }
}

async function lookAndAnnounce(run: RunContext, record: LedgerRecord): Promise<void> {
  const known = isOpen(record.state) ? await queryRecord(run, record) : record;
  if (known?.dueAt !== undefined && !isOpen(known.state)) await notifySettled(run, known);
}

/** Waits for all, even if one fails: a query that was begun is written down. */
async function together(work: Promise<void>[]): Promise<void> {
  const ends = await Promise.allSettled(work);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}
