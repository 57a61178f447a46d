import { type Locale, translate } from '../../shared/locale';
import { CloudFailure } from './cloudFailure';
import type { DatabasePort } from './databasePort';
import { byHand, describePlan, shown } from './describePlan';
import { type Collections, ledgerCollections } from './ledgerCollections';
import { type CollectionPlan, hasWork, planCollections } from './planCollections';

/** How a run ends. */
export const ENDS = {
  nothing: { zh: '无事可做。', en: 'Nothing to do.' },
  dryRun: { zh: '仅查看：什么都没有改。', en: 'Dry run: nothing was changed.' },
  done: { zh: '完成。', en: 'Done.' },
} as const;

const STOPPED = {
  zh: '已停止。已创建的保留；同一条命令会接着做。',
  en: 'Stopped. What was made stays; the same command continues from there.',
};

export interface EnsureOptions {
  /** What should be there; everything the functions use by default. */
  readonly collections?: Collections;
  /** Shows the plan and changes nothing. */
  readonly dryRun?: boolean;
  /** Prints a line for the user. */
  readonly print?: (line: string) => void;
  /** The language of these lines; English by default. */
  readonly locale?: Locale;
  /** Waits, in ms. */
  readonly pause?: (ms: number) => Promise<unknown>;
}

/** What became of it. */
export interface Ensured {
  /** Collections that were made or changed; in a dry run, those that would be. */
  readonly changed: readonly string[];
  /** Collections whose access a person has to set. */
  readonly byHand: readonly string[];
}

/** How often something that is not there yet is read again, and the pause between two reads in ms. */
const ATTEMPTS = 20;
const POLL_MS = 500;

/** A collection just made may not be found for a moment, and one index is built at a time. */
const NOT_YET = /^(ResourceNotFound(\.Table(NotFound)?)?|ResourceInUse\.IndexCreating)$/;

/**
 * Makes the collections, the indexes and the access that are missing, shows what it is about to do first, and leaves
 * everything else as it is. Doing it again continues where a failure ended it.
 * @throws {CloudFailure} also when an index of others is in the way (before anything is changed), or when the cloud does
 *   not show in the end what it agreed to
 */
export async function ensureCollections(
  database: DatabasePort,
  {
    collections = ledgerCollections,
    dryRun = false,
    print = console.log,
    locale = 'en',
    pause = wait,
  }: EnsureOptions = {},
): Promise<Ensured> {
  const plans = await planCollections(database, collections);
  print(describePlan(plans, locale));
  refuseConflicts(plans);
  const work = plans.filter(hasWork);
  const open = dryRun ? [] : await makeCollections(database, collections, plans, { print, locale, pause });
  const hands = [...plans.filter(({ access }) => access === 'unclear').map(({ name }) => name), ...open];
  for (const name of hands) print(translate(byHand(name), locale));
  print(translate(work.length === 0 ? ENDS.nothing : dryRun ? ENDS.dryRun : ENDS.done, locale));
  return { changed: work.map(({ name }) => name), byHand: hands };
}

/** @throws {CloudFailure} CONFLICT when an index of others is in the way */
export function refuseConflicts(plans: readonly CollectionPlan[]): void {
  const conflicts = plans.flatMap(({ name, conflicts: found }) => found.map((index) => `${name}: ${index}`));
  if (conflicts.length > 0)
    throw new CloudFailure('CONFLICT', {
      zh: `什么都没有改；冲突：${conflicts.join('、')}`,
      en: `nothing was changed; in the way: ${conflicts.join(', ')}`,
    });
}

/**
 * Does what the plans say, and waits until the cloud shows it.
 * @returns the collections whose access could not be set
 * @throws {CloudFailure} PENDING, too, when the cloud does not show in the end what it agreed to
 */
export async function makeCollections(
  database: DatabasePort,
  wanted: Collections,
  plans: readonly CollectionPlan[],
  { print = console.log, locale = 'en', pause = wait }: Partial<ApplyOptions> = {},
): Promise<string[]> {
  const work = plans.filter(hasWork);
  const open: string[] = [];
  if (work.length === 0) return open;
  try {
    await applyPlans(database, work, open, { print, locale, pause });
  } catch (error) {
    print(translate(STOPPED, locale));
    throw error;
  }
  await waitUntilShown(database, wanted, open, pause);
  return open;
}

type ApplyOptions = Required<Pick<EnsureOptions, 'print' | 'locale' | 'pause'>>;

/** @param open receives the collections whose access could not be set */
async function applyPlans(
  database: DatabasePort,
  work: readonly CollectionPlan[],
  open: string[],
  options: ApplyOptions,
) {
  for (const { name, exists, access, missing } of work) {
    const done = (what: string) =>
      options.print(`${translate({ zh: '已创建：', en: 'made: ' }, options.locale)}${name}${what}`);
    if (!exists) {
      await database.create(name);
      done('');
    }
    // At once: a new collection may let every client write documents of its own (PRIVATE).
    if (access === 'close') {
      if (await patiently(() => database.close(name), options.pause))
        done(translate({ zh: '，权限：仅管理端', en: ', access: administrators only' }, options.locale));
      else open.push(name);
    }
    if (missing.length > 0) {
      await patiently(() => database.addIndexes(name, missing), options.pause);
      for (const index of missing)
        done(`${translate({ zh: '，索引 ', en: ', index ' }, options.locale)}${shown(index)}`);
    }
  }
}

async function patiently<T>(act: () => Promise<T>, pause: ApplyOptions['pause']): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (attempt === ATTEMPTS || !(error instanceof CloudFailure && NOT_YET.test(error.code))) throw error;
    }
    await pause(POLL_MS);
  }
}

/** The cloud's word that it did something is not enough for a ledger. */
async function waitUntilShown(
  database: DatabasePort,
  wanted: Collections,
  open: readonly string[],
  pause: ApplyOptions['pause'],
) {
  for (let attempt = 1; ; attempt += 1) {
    const plans = await patiently(() => planCollections(database, wanted), pause);
    const pending = plans.filter((plan) => hasWork(open.includes(plan.name) ? { ...plan, access: 'unclear' } : plan));
    if (pending.length === 0) return;
    if (attempt === ATTEMPTS) {
      const names = pending.map(({ name }) => name).join(', ');
      throw new CloudFailure('PENDING', {
        zh: `已被接受，但尚未显示：${names}。一分钟后再运行同一条命令。`,
        en: `agreed to, but not shown yet: ${names}. Run the same command in a minute.`,
      });
    }
    await pause(POLL_MS);
  }
}

function wait(ms: number): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
