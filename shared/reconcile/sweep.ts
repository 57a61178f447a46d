import { isOpen, type LedgerRecord } from '../ledger/record';
import { type Due, LedgerUnavailableError } from '../ledger/store';
import { notifySettled } from './notifySettled';
import { queryRecord } from './queryRecord';
import type { RunContext } from './run';
import { setAside } from './setAside';

/** Records read at once: with 50 receivers each they stay well under the 1 MB a query may answer (-602001). */
const BATCH = 20;

/** With so many records in the hands of others, others are at work. */
const MOST_HELD = 100;

/** Records worked on at the same time; the lowest documented rate of a query is 80 a second. */
const ABREAST = 4;

/** A look that has less time than this is not begun, in ms. */
const LEAST_MS = 2000;

/** Goes through the records that are due, the longest due first, until none is left or the time is up. */
export async function sweep(run: RunContext): Promise<void> {
  const seen = new Set<string>();
  // What was seen and is still due is held by another instance, or could not even be put off: it is looked behind.
  const passedBy: string[] = [];
  while (run.deadline.leftMs >= LEAST_MS && passedBy.length <= MOST_HELD) {
    const due = await readDue(run, passedBy);
    if (due.length === 0) return;
    passedBy.push(...due.filter(({ id }) => seen.has(id)).map(({ id }) => id));
    const fresh = due.filter(({ id }) => !seen.has(id));
    while (fresh.length > 0 && run.deadline.leftMs >= LEAST_MS) {
      // Alone until the first answer: what the whole link is refused for is met once.
      const some = fresh.splice(0, run.result.answered ? ABREAST : 1);
      for (const { id } of some) seen.add(id);
      await together(some.map((one) => visit(run, one)));
    }
  }
}

/**
 * Reads the next records, fewer at once where together they are more than a query may answer. One that cannot be read even
 * alone is set aside by its id.
 */
async function readDue(run: RunContext, passedBy: string[]): Promise<Due[]> {
  const { ledger, clock, aheadMs, deadline } = run;
  const until = clock.now() + aheadMs;
  for (let size = BATCH; ; ) {
    try {
      return await ledger.due(until, size, passedBy, deadline);
    } catch (error) {
      if (!(error instanceof LedgerUnavailableError)) throw error;
      // Ids alone can be read while the database works at all.
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

/** One record, whose faults are its own: they are noted and the run goes on. */
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

/** Waits for all, also where one fails: a look that was begun is written down. */
async function together(work: Promise<void>[]): Promise<void> {
  const ends = await Promise.allSettled(work);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}
