import { LINKS } from '../generated/links';
import { isOpen } from '../ledger/record';
import { inBoth, type Text } from '../locale';
import { masked } from '../settlement';
import { beijingDay, DAY_MS, daysBefore, startOf } from './beijingDay';
import { type Billed, billedOn } from './billedOn';
import type { Break } from './breaks';
import type { RecordSummary } from './ledgerQueries';
import type { RunContext } from './run';
import * as warnings from './warnings';

/** Most that our clock may differ from WeChat Pay's, in ms. */
const CLOCK_MS = 60_000;

/** Everything ends within five days, so no earlier bill holds a part of it. */
const MOST_DAYS = 6;

/** Records without their payload stay under the 1 MB of a query at this number. */
const PAGE = 100;

interface Expected {
  readonly record: RecordSummary;
  readonly since: string;
  /** In fen. */
  readonly paid: number;
}

/**
 * Compares the bill of a Beijing day with the records that ended on it, and stores every break.
 * @param last whether this is the last attempt: then a missing bill counts as an empty one
 * @returns whether the day is done
 */
export async function compareDay(run: RunContext, day: string, last: boolean): Promise<boolean> {
  const { queries } = run.environment;
  const beginning = await queries.beginning();
  // The ledger did not exist then.
  if (beginning === undefined || beginning >= startOf(day) + DAY_MS) return true;
  const expected = await endedOn(run, day);
  const bill = expected && (await billedOn(run, day));
  if (!bill || 'zh' in bill) return later(run, day, bill ?? inBoth('TIMEOUT'));
  if (bill.length === 0 && !last && [...expected.values()].some(({ paid }) => paid > 0)) {
    return later(run, day, inBoth('NO_STATEMENT_EXIST'));
  }
  const there = await paidSince(run, day, bill, expected);
  if ('zh' in there) return later(run, day, there);

  for (const [id, { record, paid }] of expected) {
    const billed = there.get(id) ?? 0;
    const kind = billed === 0 ? 'missing_there' : 'amount_differs';
    if (billed !== paid) await keep(run, day, kind, record, paid, billed);
  }
  return (await keepUnmatchedLines(run, day, bill, expected, beginning)) || later(run, day, inBoth('TIMEOUT'));
}

function later(run: RunContext, day: string, why: Text): false {
  run.result.warnings.push(warnings.noBill(day, why));
  return false;
}

/** Records that ended on this day, by `_id`; nothing when the time is up. */
async function endedOn(run: RunContext, day: string): Promise<Map<string, Expected> | undefined> {
  const { subMchId } = run.main.config;
  const found = new Map<string, Expected>();
  for (let since = startOf(day); ; ) {
    if (run.deadline.leftMs <= 0) return undefined;
    const page = await run.environment.queries.changed(since, startOf(day) + DAY_MS, PAGE);
    for (const record of page) {
      const ended = endOf(record);
      if (ended === undefined || beijingDay(ended + CLOCK_MS) !== day || !LINKS[record.link].ownMerchantNumber)
        continue;
      if (subMchId !== undefined && record.merchant !== subMchId) continue;
      found.set(record._id, {
        record,
        since: beijingDay(record.createdAt - CLOCK_MS),
        paid: paidToOthers(run, record),
      });
    }
    const next = page.at(-1)?.updatedAt;
    if (page.length < PAGE || next === undefined) return found;
    since = next > since ? next : next + 1;
  }
}

function endOf({ state, attempts }: RecordSummary): number | undefined {
  if (isOpen(state) || state === 'refused') return undefined;
  const ends = attempts.flatMap(({ outcome }) =>
    outcome && !isOpen(outcome.state) && outcome.state !== 'refused' ? [outcome.at] : [],
  );
  return ends.length > 0 ? Math.min(...ends) : undefined;
}

/** In fen. What only went back to the payer is left out, because not every wire lists it. */
function paidToOthers({ main: { config } }: RunContext, { family, merchant, settlement }: RecordSummary): number {
  const payer = masked(merchant === 'own' ? (config.mchId ?? '') : merchant);
  return (settlement?.receivers ?? [])
    .filter(({ result, account }) => result === 'SUCCESS' && (family === 'return' || account !== payer))
    .reduce((sum, { amount }) => sum + amount, 0);
}

/** What these records paid, in fen by `_id`, on this bill and the earlier ones they may be on. */
async function paidSince(
  run: RunContext,
  day: string,
  bill: readonly Billed[],
  expected: ReadonlyMap<string, Expected>,
): Promise<Map<string, number> | Text> {
  const sums = new Map<string, number>();
  const add = (lines: readonly Billed[]) => {
    for (const { id, amount, released } of lines) if (!released) sums.set(id, (sums.get(id) ?? 0) + amount);
  };
  add(bill);
  const first = [...expected.values()].reduce((least, { since }) => (since < least ? since : least), day);
  for (let age = 1; age <= MOST_DAYS && daysBefore(day, age) >= first; age += 1) {
    const earlier = await billedOn(run, daysBefore(day, age));
    if ('zh' in earlier) return earlier;
    add(earlier);
  }
  return sums;
}

/** Stores the lines that the ledger does not have. @returns false when the time is up */
async function keepUnmatchedLines(
  run: RunContext,
  day: string,
  bill: readonly Billed[],
  expected: ReadonlyMap<string, Expected>,
  beginning: number,
): Promise<boolean> {
  const strangers = new Map<string, Billed>();
  for (const line of bill) {
    // Payments before the ledger's first record are not compared.
    if (expected.has(line.id) || line.at < beginning) continue;
    const { amount = 0 } = strangers.get(line.id) ?? {};
    strangers.set(line.id, { ...line, amount: amount + line.amount });
  }
  for (const [id, line] of strangers) {
    if (run.deadline.leftMs <= 0) return false;
    const record = await run.ledger.read(id, run.deadline);
    if (!record) await keep(run, day, 'missing_here', line, 0, line.amount);
    // Open records, and those that ended on another day, are compared on the day they end.
    else if (record.state === 'refused') await keep(run, day, 'amount_differs', record, 0, line.amount);
  }
  return true;
}

async function keep(
  run: RunContext,
  day: string,
  kind: Break['kind'],
  { merchant, family, number }: Pick<RecordSummary, 'merchant' | 'family' | 'number'>,
  here: number,
  there: number,
): Promise<void> {
  const _id = `${day}:${kind}:${merchant}:${family}:${number}`;
  const found: Break = { _id, kind, day, merchant, family, number, here, there, foundAt: run.clock.now() };
  await run.environment.breaks.keep(found);
  run.result.breaks.push(found);
  run.result.counts.breaks += 1;
}
