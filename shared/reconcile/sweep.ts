import { isOpen, type LedgerRecord } from '../ledger/record';
import { announce } from './announce';
import { look } from './look';
import { type Round, timeLeft } from './round';

/** Records read at once: with 50 receivers each they stay well under the 1 MB a query may answer (-602001). */
const BATCH = 20;

/** With so many records in the hands of others, others are at work. */
const MOST_HELD = 100;

/** Records worked on at the same time; the lowest documented rate of a query is 80 a second. */
const ABREAST = 4;

/** A look that has less time than this is not begun, in ms. */
const LEAST_MS = 2000;

/** Goes through the records that are due, the longest due first, until none is left or the time is up. */
export async function sweep(round: Round): Promise<void> {
  const { store } = round.around;
  const seen = new Set<string>();
  let limit = BATCH;
  while (timeLeft(round) >= LEAST_MS) {
    const due = await store.due(round.now() + round.aheadMs, limit);
    const fresh = due.filter(({ _id }) => !seen.has(_id));
    if (fresh.length === 0) {
      // What was seen and is still due is held by somebody else: look behind it, but not for ever.
      if (due.length < limit || limit >= MOST_HELD) return;
      limit += BATCH;
    }
    while (fresh.length > 0 && timeLeft(round) >= LEAST_MS) {
      // Alone until the first answer: what the whole link is refused for is met once.
      const some = fresh.splice(0, round.answered ? ABREAST : 1);
      for (const { _id } of some) seen.add(_id);
      await together(some.map((record) => visit(round, record)));
    }
  }
}

async function visit(round: Round, record: LedgerRecord): Promise<void> {
  const known = isOpen(record.state) ? await look(round, record) : record;
  if (known?.dueAt !== undefined && !isOpen(known.state)) await announce(round, known);
}

/** Waits for all, also where one fails: a look that was begun is written down. */
async function together(work: Promise<void>[]): Promise<void> {
  const ends = await Promise.allSettled(work);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}
