import type { Deadline } from '../deadline';
import type { LedgerRecord } from '../ledger/record';
import { LedgerUnavailableError } from '../ledger/store';
import type { Cursor } from './cursor';
import type { ReportQueries, Selection } from './reportQueries';

/** Records of one read: of two receivers each they are about half of the 1 MB of a query's answer (-602001). */
const BATCH = 400;

/** Least time to begin another read, in ms. */
const LEAST_MS = 1500;

/** What a scan hands its records to, page by page. @returns whether it wants more */
export type Take = (records: readonly LedgerRecord[]) => boolean | Promise<boolean>;

/**
 * Reads the records of some selections, one selection after the other, each in the order its records were made.
 * @param counts how many times the database was asked
 * @returns where to go on; nothing at the end
 * @throws {LedgerUnavailableError}
 */
export async function scan(
  queries: ReportQueries,
  selections: readonly Selection[],
  cursor: Cursor | undefined,
  deadline: Deadline,
  most: number,
  counts: { reads: number },
  take: Take,
): Promise<Cursor | undefined> {
  const startOf = (part: number) => (selections[part]?.from ?? 0) - 1;
  let { part, at, id }: Cursor = cursor ?? { part: 0, at: startOf(0) };
  let size = Math.min(BATCH, most);
  // One more than wanted shows whether others follow that were made at the same ms.
  let ahead = 1;
  for (let wants = true; ; ) {
    const selection = selections[part];
    if (!selection) return undefined;
    if (!wants || deadline.leftMs < LEAST_MS) return { part, at, ...(id !== undefined && { id }) };
    let page: LedgerRecord[];
    try {
      counts.reads += 1;
      page = await (id === undefined
        ? queries.after(selection, at, size + ahead)
        : queries.within(selection, at, id, size + ahead));
    } catch (error) {
      if (!(error instanceof LedgerUnavailableError)) throw error;
      if (deadline.leftMs < LEAST_MS) wants = false;
      // A page of many receivers exceeds a query's answer.
      else if (size > 1) size = Math.ceil(size / 4);
      else if (ahead === 1) ahead = 0;
      else throw error;
      continue;
    }
    const taken = page.slice(0, size);
    if (taken.length > 0) wants = await take(taken);
    const last = taken.at(-1);
    const isFollowed = page.length === size + ahead;
    const hasTwin = (page[size] ?? last)?.createdAt === last?.createdAt;
    if (last && isFollowed) [at, id] = [last.createdAt, hasTwin ? last._id : undefined];
    else if (id !== undefined) id = undefined;
    else [part, at] = [part + 1, startOf(part + 1)];
    size = Math.min(BATCH, most, size * 2);
    ahead = 1;
  }
}
