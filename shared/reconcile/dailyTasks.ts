import { LINKS } from '../generated/links';
import { profitSharingBill } from '../generated/operations/profitSharingBill';
import { LedgerDown } from '../ledger/store';
import { beijingDay, daysBefore, startOf } from './beijingDay';
import { compareDay } from './compareDay';
import type { Round } from './round';
import * as warnings from './warnings';
import { warnOfFreezes } from './warnOfFreezes';

/** How long before the end of the freeze the warning comes, in days. */
const WARNED_DAYS = 3;

/** Bills are ready at ten in the morning of the next day. */
const BILL_READY_MS = 10 * 3_600_000;

/** A day that could not be compared is tried again on the days after it, up to this many. */
const BILL_DAYS = 3;

/** How long a task in hand, or one that did not succeed, is left alone, in ms. */
const AGAIN_AFTER_MS = 30 * 60_000;

/**
 * What is done once a day: warn of freezes that end, compare bills. Takes half of the time at most; what it cannot
 * finish is taken up again. Without its collection it warns, and the records still get their look.
 */
export async function dailyTasks(whole: Round): Promise<void> {
  // A copy: what keeps a bill from being read does not keep anybody from asking about a share.
  const round: Round = { ...whole, deadline: whole.deadline.part(1 / 2) };
  try {
    await doAll(round);
  } catch (error) {
    if (!(error instanceof LedgerDown)) throw error;
    whole.warnings.push(warnings.noDayBook(error.reason));
  }
}

async function doAll(round: Round): Promise<void> {
  const { around, clock } = round;
  const tasks = tasksOf(round);
  for (const id of await around.breaks.open([...tasks.keys()], clock.now())) {
    const task = tasks.get(id);
    if (!task || round.deadline.leftMs <= 0) return;
    if (!(await around.breaks.begin(id, clock.now(), clock.now() + AGAIN_AFTER_MS))) continue;
    if (await isDone(round, id, task)) await around.breaks.finish(id);
  }
}

/** Whether a task is done for good; one that fails on what it meets does not take the round with it. */
async function isDone(round: Round, id: string, task: () => Promise<boolean>): Promise<boolean> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof LedgerDown) throw error;
    round.warnings.push(warnings.failedTask(id));
    round.defects.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return false;
  }
}

/** The tasks of this moment by their ids; each answers whether it is done for good. */
function tasksOf(round: Round): Map<string, () => Promise<boolean>> {
  const { config } = round.main;
  const { now } = round.clock;
  const today = beijingDay(now());
  const tasks = new Map<string, () => Promise<boolean>>();
  const freeze = LINKS[config.link].freezeDays;
  // One day's shares a day, and those of two days more in case no round ran then.
  for (let age = freeze - WARNED_DAYS; age < freeze; age += 1) {
    const day = daysBefore(today, age);
    tasks.set(`freeze:${freeze}:${day}`, () => warnOfFreezes(round, day, freeze));
  }
  if (!profitSharingBill.links.includes(config.link)) return tasks;
  const first = now() - startOf(today) >= BILL_READY_MS ? 1 : 2;
  for (let age = first; age <= BILL_DAYS; age += 1) {
    const day = daysBefore(today, age);
    const whose = [config.mchId, config.subMchId].filter(Boolean).join(':');
    tasks.set(`bill:${whose}:${day}`, () => compareDay(round, day, age === BILL_DAYS));
  }
  return tasks;
}
