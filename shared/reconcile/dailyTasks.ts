import { LINKS } from '../generated/links';
import { profitSharingBill } from '../generated/operations/profitSharingBill';
import { LedgerUnavailableError } from '../ledger/store';
import { beijingDay, daysBefore, startOf } from './beijingDay';
import { type Compared, compareDay } from './compareDay';
import type { RunContext } from './run';
import * as warnings from './warnings';
import { warnOfFreezes } from './warnOfFreezes';

export const WARNED_DAYS = 3;

/** Bills are ready at ten in the morning of the next day. */
const BILL_READY_MS = 10 * 3_600_000;

/** Days after which a bill that could not be compared is tried again. */
export const BILL_DAYS = 3;

/** Pause before a task that was taken, or failed, is tried again, in ms. */
export const AGAIN_AFTER_MS = 30 * 60_000;

/**
 * Warns of freezes that end and compares bills, in half of the time at most. Without its collection it warns, and
 * records are queried all the same.
 */
export async function dailyTasks(whole: RunContext): Promise<void> {
  // A copy: a failure to read a bill must not change how records are queried.
  const run = { ...whole, deadline: whole.deadline.part(1 / 2), result: { ...whole.result } };
  try {
    await doAll(run);
  } catch (error) {
    if (!(error instanceof LedgerUnavailableError)) throw error;
    whole.result.warnings.push(warnings.noDayBook(error.reason));
  }
}

async function doAll(run: RunContext): Promise<void> {
  const { environment, clock } = run;
  const tasks = tasksOf(run);
  for (const id of await environment.breaks.open([...tasks.keys()], clock.now())) {
    const task = tasks.get(id);
    if (!task || run.deadline.leftMs <= 0) return;
    if (!(await environment.breaks.begin(id, clock.now(), clock.now() + AGAIN_AFTER_MS))) continue;
    const end = await endOf(run, id, task);
    if (end === true) await environment.breaks.finish(id);
    else if (end === 'goOn') await environment.breaks.release(id);
  }
}

/** How a task ended; one that fails does not end the run. */
async function endOf(run: RunContext, id: string, task: Task): Promise<Compared> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof LedgerUnavailableError) throw error;
    run.result.warnings.push(warnings.failedTask(id));
    run.result.defects.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 'later';
  }
}

type Task = () => Promise<Compared>;

/** The tasks that are due. */
function tasksOf(run: RunContext): Map<string, Task> {
  const { config } = run.main;
  const { now } = run.clock;
  const today = beijingDay(now());
  const tasks = new Map<string, Task>();
  const freeze = LINKS[config.link].freezeDays;
  // One day's shares each day, and those of two days more in case no run took place.
  for (let age = freeze - WARNED_DAYS; age < freeze; age += 1) {
    const day = daysBefore(today, age);
    tasks.set(`freeze:${freeze}:${day}`, async () => (await warnOfFreezes(run, day, freeze)) || 'later');
  }
  if (!profitSharingBill.links.includes(config.link)) return tasks;
  const first = now() - startOf(today) >= BILL_READY_MS ? 1 : 2;
  for (let age = first; age <= BILL_DAYS; age += 1) {
    const day = daysBefore(today, age);
    const whose = [config.mchId, config.subMchId].filter(Boolean).join(':');
    const id = `bill:${whose}:${day}`;
    const { breaks } = run.environment;
    tasks.set(id, async () =>
      compareDay(run, day, age === BILL_DAYS, await breaks.place(id), (place) => breaks.save(id, place)),
    );
  }
  return tasks;
}
