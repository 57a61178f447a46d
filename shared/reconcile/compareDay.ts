import { inBoth, type Text } from '../locale';
import { DAY_MS, daysBefore, startOf } from './beijingDay';
import { billedOn } from './billedOn';
import { BilledSums, ELSEWHERE } from './billedSums';
import { type Ended, endedOn } from './endedOn';
import { type Disagreement, keepBreaks } from './keepBreaks';
import type { ComparisonPlace } from './place';
import type { RunContext } from './run';
import * as warnings from './warnings';

/** Everything ends within five days, so no earlier bill holds a part of it. */
const MOST_DAYS = 6;

/** Numbers whose records are read at once. */
const LINES = 500;

/** So many records that may be on earlier bills wait for one reading of them. */
const MOST_CARRIED = 2000;

/** Pages of records after which the place is stored, in case the instance dies. */
const PAGES_PER_PLACE = 40;

/** Where a comparison stands. What fits into no invocation goes on in the next one, from the same bytes of the bill. */
interface Comparison {
  readonly run: RunContext;
  readonly day: string;
  readonly sums: BilledSums;
  readonly carried: Map<string, Ended>;
  readonly save: (place: ComparisonPlace | undefined) => Promise<void>;
  /** Absent where the link does not say which file it read: then nothing is continued. */
  readonly sha1: string | undefined;
}

/** `true`: the day is done. `later`: it is tried again after a pause. `goOn`: the next run continues at once. */
export type Compared = true | 'later' | 'goOn';

/**
 * Compares the bill of a Beijing day with the records that ended on it, and stores every break.
 * @param last whether this is the last attempt: then a missing bill counts as an empty one
 * @param from where an earlier run stopped
 * @param save stores where this one stands
 */
export async function compareDay(
  run: RunContext,
  day: string,
  last: boolean,
  from?: ComparisonPlace,
  save: Comparison['save'] = async () => undefined,
): Promise<Compared> {
  const beginning = await run.environment.queries.beginning();
  // The ledger did not exist then.
  if (beginning === undefined || beginning >= startOf(day) + DAY_MS) return true;
  const sums = new BilledSums(from?.part, from?.parts);
  const bill = await billedOn(run, day, ({ id, amount, released, at }) =>
    // Payments before the ledger's first record are not compared.
    sums.add(id, amount, released, at >= beginning),
  );
  if ('zh' in bill) return later(run, day, bill);
  const isSame = from !== undefined && from.sha1 === bill.sha1;
  if (from && !isSame) {
    await save(undefined);
    return 'goOn';
  }
  if (from?.matched) sums.matched = from.matched;
  const carried = new Map((from?.carried ?? []).map(([id, paid, since]) => [id, { id, paid, since }]));
  const comparison: Comparison = { run, day, sums, carried, save, sha1: bill.sha1 };

  const isMissing = bill.rows === 0 && !last;
  const why =
    from?.line === undefined
      ? await compareRecords(comparison, from, isMissing)
      : await compareLines(comparison, from.line);
  if (why === 'goOn') return bill.sha1 === undefined ? later(run, day, inBoth('TIMEOUT')) : 'goOn';
  if (why) return later(run, day, why);
  if (sums.part + 1 === sums.parts) return true;
  await save({ sha1: String(bill.sha1), part: sums.part + 1, parts: sums.parts });
  return 'goOn';
}

function later(run: RunContext, day: string, why: Text): 'later' {
  run.result.warnings.push(warnings.noBill(day, why));
  return 'later';
}

type Stopped = Text | 'goOn' | undefined;

/** Holds the records that ended on the day against the bill, then the bill's other numbers against the ledger. */
async function compareRecords(
  comparison: Comparison,
  from: ComparisonPlace | undefined,
  isMissing: boolean,
): Promise<Stopped> {
  const { run, day, sums, carried } = comparison;
  let pages = 0;
  let reached = from?.since;
  for await (const { records, since } of endedOn(run, day, from?.since)) {
    const found: Disagreement[] = [];
    for (const record of records) {
      const { id, paid } = record;
      const at = sums.indexOf(id);
      if (at === ELSEWHERE) continue;
      if (isMissing && paid > 0) return inBoth('NO_STATEMENT_EXIST');
      // A record that changes while its day is read comes twice.
      if (!sums.matchAt(at)) continue;
      if (record.since < day) carried.set(id, record);
      else if (sums.paidAt(at) !== paid) found.push(differing(record, sums.paidAt(at)));
    }
    await keepBreaks(run, day, found);
    pages += 1;
    const isOver = run.deadline.leftMs <= 0;
    const isFull = carried.size >= MOST_CARRIED;
    if (isOver || isFull || pages % PAGES_PER_PLACE === 0) await savePlace(comparison, { since });
    if (isOver) return 'goOn';
    const why = isFull && (await compareCarried(comparison));
    if (why) return why;
    reached = since;
  }
  if (carried.size > 0 && reached) await savePlace(comparison, { since: reached });
  const why = await compareCarried(comparison);
  if (why) return why;
  return compareLines(comparison, 0);
}

function savePlace({ sums, carried, save, sha1 }: Comparison, where: Pick<ComparisonPlace, 'since' | 'line'>) {
  if (sha1 === undefined) return Promise.resolve();
  const waiting = [...carried.values()].map(({ id, paid, since }) => [id, paid, since] as const);
  return save({ sha1, part: sums.part, parts: sums.parts, matched: sums.matched, carried: waiting, ...where });
}

/** Records that were made before the day may have been paid in part on earlier bills. */
async function compareCarried({ run, day, sums, carried }: Comparison): Promise<Stopped> {
  if (carried.size === 0) return undefined;
  const there = new Map([...carried.keys()].map((id) => [id, sums.paidAt(sums.indexOf(id))]));
  const first = [...carried.values()].reduce((least, { since }) => (since < least ? since : least), day);
  for (let age = 1; age <= MOST_DAYS && daysBefore(day, age) >= first; age += 1) {
    const earlier = await billedOn(run, daysBefore(day, age), ({ id, amount, released }) => {
      const before = released ? undefined : there.get(id);
      if (before !== undefined) there.set(id, before + amount);
    });
    if ('zh' in earlier) return earlier;
  }
  const all = [...carried.values()].map((record) => ({ record, billed: there.get(record.id) ?? 0 }));
  const differ = all.filter(({ record: { paid }, billed }) => billed !== paid);
  await keepBreaks(
    run,
    day,
    differ.map(({ record, billed }) => differing(record, billed)),
  );
  carried.clear();
  return undefined;
}

function differing({ id, paid }: Ended, billed: number): Disagreement {
  return { id, kind: billed === 0 ? 'missing_there' : 'amount_differs', here: paid, there: billed };
}

/** Looks in the ledger for the bill's numbers of which no record ended on the day. */
async function compareLines(comparison: Comparison, from: number): Promise<Stopped> {
  const { run, day, sums } = comparison;
  let some: { readonly id: string; readonly amount: number }[] = [];
  const compareSome = async () => {
    const states = await run.environment.queries.states(some.map(({ id }) => id));
    const found = some.flatMap(({ id, amount }): Disagreement[] => {
      const state = states.get(id);
      if (state === undefined) return [{ id, kind: 'missing_here', here: 0, there: amount }];
      // Open records, and those that ended on another day, are compared on the day they end.
      return state === 'refused' ? [{ id, kind: 'amount_differs', here: 0, there: amount }] : [];
    });
    await keepBreaks(run, day, found);
    some = [];
  };
  for (const { index, ...line } of sums.unmatched(from)) {
    some.push(line);
    if (some.length < LINES) continue;
    await compareSome();
    if (run.deadline.leftMs > 0) continue;
    await savePlace(comparison, { line: index + 1 });
    return 'goOn';
  }
  if (some.length > 0) await compareSome();
  return undefined;
}
