import { isOpen, type LedgerRecord } from '../ledger/record';
import { type Due, LedgerUnavailableError } from '../ledger/store';
import { DueRecords } from './dueRecords';
import { notifySettled } from './notifySettled';
import { queryRecord } from './queryRecord';
import type { RunContext } from './run';
import { setAside } from './setAside';

/** Records worked on at a time: the pace of queries is reached where one takes up to 200 ms. */
const ABREAST = 16;

/** Least time to begin a query, in ms. */
const LEAST_MS = 2000;

/** Queries the records that are due, the longest due first, until none is left or the time is up. */
export async function sweep(run: RunContext): Promise<void> {
  const records = new DueRecords(run);
  // One at a time until the first answer: a refusal of the link is met once.
  await work(run, records, () => run.result.answered);
  let hasFailed = false;
  const worker = async () => {
    try {
      await work(run, records, () => hasFailed);
    } catch (error) {
      hasFailed = true;
      throw error;
    }
  };
  await together(Array.from({ length: ABREAST }, worker));
}

/** Takes one record after the other, so that none waits for a slower one. */
async function work(run: RunContext, records: DueRecords, isOver: () => boolean): Promise<void> {
  while (!isOver() && run.deadline.leftMs >= LEAST_MS) {
    const due = await records.next();
    if (!due || run.deadline.leftMs < LEAST_MS) return;
    await visit(run, due);
    records.done(due);
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
