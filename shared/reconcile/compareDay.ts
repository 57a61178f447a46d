import { LINKS } from '../generated/links';
import { isOpen } from '../ledger/record';
import { inBoth, type Text } from '../locale';
import { masked } from '../settlement';
import type { Glance } from './archive';
import { beijingDay, DAY_MS, daysBefore, startOf } from './beijingDay';
import { type Billed, billedOn } from './billedOn';
import type { Break } from './breaks';
import type { Round } from './round';
import * as warnings from './warnings';

/** Our clock and WeChat Pay's may differ so much about the moment money moved, in ms. */
const CLOCK_MS = 60_000;

/** Nothing is processed for longer (a return ends after five days), so no earlier bill can hold a part of it. */
const MOST_DAYS = 6;

/** Records without their payload stay under the 1 MB of a query at this number. */
const PAGE = 100;

/** What one record should have on the bills of the days it was under way. */
interface Expected {
  readonly record: Glance;
  readonly since: string;
  /** In fen. */
  readonly paid: number;
}

/**
 * Compares the bill of a Beijing day with the records that ended on it, and keeps every break.
 * @param last whether no later attempt will be made: then a bill that does not exist is an empty one
 * @returns whether the day is compared for good
 */
export async function compareDay(round: Round, day: string, last: boolean): Promise<boolean> {
  const { archive } = round.around;
  const beginning = await archive.beginning();
  // Nothing was written down then: there is nothing to compare with.
  if (beginning === undefined || beginning >= startOf(day) + DAY_MS) return true;
  const expected = await endedOn(round, day);
  const bill = expected && (await billedOn(round, day));
  if (!bill || 'zh' in bill) return later(round, day, bill ?? inBoth('TIMEOUT'));
  if (bill.length === 0 && !last && [...expected.values()].some(({ paid }) => paid > 0)) {
    return later(round, day, inBoth('NO_STATEMENT_EXIST'));
  }
  const there = await paidSince(round, day, bill, expected);
  if ('zh' in there) return later(round, day, there);

  for (const [id, { record, paid }] of expected) {
    const billed = there.get(id) ?? 0;
    const kind = billed === 0 ? 'missing_there' : 'amount_differs';
    if (billed !== paid) await keep(round, day, kind, record, paid, billed);
  }
  return (await keepStrangers(round, day, bill, expected, beginning)) || later(round, day, inBoth('TIMEOUT'));
}

function later(round: Round, day: string, why: Text): false {
  round.warnings.push(warnings.noBill(day, why));
  return false;
}

/** The records that ended on a day and are on this bill, by their `_id`; nothing when the time is up. */
async function endedOn(round: Round, day: string): Promise<Map<string, Expected> | undefined> {
  const { subMchId } = round.main.config;
  const found = new Map<string, Expected>();
  for (let since = startOf(day); ; ) {
    if (round.deadline.leftMs <= 0) return undefined;
    const page = await round.around.archive.changed(since, startOf(day) + DAY_MS, PAGE);
    for (const record of page) {
      const ended = endOf(record);
      if (ended === undefined || beijingDay(ended + CLOCK_MS) !== day || !LINKS[record.link].ownMerchantNumber)
        continue;
      if (subMchId !== undefined && record.merchant !== subMchId) continue;
      found.set(record._id, {
        record,
        since: beijingDay(record.createdAt - CLOCK_MS),
        paid: paidToOthers(round, record),
      });
    }
    const next = page.at(-1)?.updatedAt;
    if (page.length < PAGE || next === undefined) return found;
    // Those of the same millisecond are read again, unless nothing else fills the page.
    since = next > since ? next : next + 1;
  }
}

/** When it was first known that nothing changes any more, epoch ms. */
function endOf({ state, attempts }: Glance): number | undefined {
  if (isOpen(state) || state === 'refused') return undefined;
  const ends = attempts.flatMap(({ outcome }) =>
    outcome && !isOpen(outcome.state) && outcome.state !== 'refused' ? [outcome.at] : [],
  );
  return ends.length > 0 ? Math.min(...ends) : undefined;
}

/** In fen. What only went back to the payer is left out, because not every wire lists it. */
function paidToOthers({ main: { config } }: Round, { family, merchant, settlement }: Glance): number {
  const payer = masked(merchant === 'own' ? (config.mchId ?? '') : merchant);
  return (settlement?.receivers ?? [])
    .filter(({ result, account }) => result === 'SUCCESS' && (family === 'return' || account !== payer))
    .reduce((sum, { amount }) => sum + amount, 0);
}

/** What these records were paid for, in fen by `_id`, on this bill and, where they began earlier, on those before it. */
async function paidSince(
  round: Round,
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
    const earlier = await billedOn(round, daysBefore(day, age));
    if ('zh' in earlier) return earlier;
    add(earlier);
  }
  return sums;
}

/** Keeps what is on the bill and does not belong there by the ledger. Answers false when the time is up. */
async function keepStrangers(
  round: Round,
  day: string,
  bill: readonly Billed[],
  expected: ReadonlyMap<string, Expected>,
  beginning: number,
): Promise<boolean> {
  const strangers = new Map<string, Billed>();
  for (const line of bill) {
    // What was paid before the ledger's first record is none of its business.
    if (expected.has(line.id) || line.at < beginning) continue;
    const { amount = 0 } = strangers.get(line.id) ?? {};
    strangers.set(line.id, { ...line, amount: amount + line.amount });
  }
  for (const [id, line] of strangers) {
    if (round.deadline.leftMs <= 0) return false;
    const record = await round.ledger.read(id, round.deadline);
    if (!record) await keep(round, day, 'missing_here', line, 0, line.amount);
    // Open ones, and those known to have ended on another day, are compared on the day they end.
    else if (record.state === 'refused') await keep(round, day, 'amount_differs', record, 0, line.amount);
  }
  return true;
}

async function keep(
  round: Round,
  day: string,
  kind: Break['kind'],
  { merchant, family, number }: Pick<Glance, 'merchant' | 'family' | 'number'>,
  here: number,
  there: number,
): Promise<void> {
  const _id = `${day}:${kind}:${merchant}:${family}:${number}`;
  const found: Break = { _id, kind, day, merchant, family, number, here, there, foundAt: round.clock.now() };
  await round.around.breaks.keep(found);
  round.breaks.push(found);
  round.counts.breaks += 1;
}
