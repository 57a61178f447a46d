import type CloudBase from '@cloudbase/manager-node';
import type { DatabasePort } from '../collections/databasePort';
import { byHand } from '../collections/describePlan';
import { makeCollections } from '../collections/ensureCollections';
import { ledgerCollections } from '../collections/ledgerCollections';
import { hasWork as hasCollectionWork } from '../collections/planCollections';
import type { FunctionsPort } from './cloudFunctions';
import { codeMark, withMark, withoutMark } from './codeMark';
import { actionsOf } from './describeDeployment';
import { makePath } from './httpPath';
import { inParallel } from './inParallel';
import type { Deployment } from './planDeployment';
import { configures, type FunctionPlan, hasWork } from './planFunction';

/** Where the plan is carried out. */
export interface Means {
  readonly app: CloudBase;
  readonly functions: FunctionsPort;
  readonly database: () => Promise<DatabasePort>;
  readonly tell: (line: string) => void;
  /** Waits, in ms. */
  readonly pause?: ((ms: number) => Promise<unknown>) | undefined;
}

/** Whether there is anything to do at all. */
export function isDone({ functions, path, collections }: Deployment): boolean {
  return !functions.some(hasWork) && !path?.missing && !collections.some(hasCollectionWork);
}

/**
 * Does what the plan says: the ledger's collections first, as functions count on them, then the functions, then the path
 * that leads to one. Ends at the first failure, and says what was done and what was not.
 * @throws {CloudFailure}
 */
export async function carryOut({ functions, path, collections }: Deployment, means: Means): Promise<void> {
  const work = functions.filter(hasWork);
  const open = [
    ...(collections.some(hasCollectionWork) ? ['the collections'] : []),
    ...work.map(({ name }) => name),
    ...(path?.missing ? [`the HTTP path ${path.path}`] : []),
  ];
  const total = open.length;
  const done = (what: string, how: string) => {
    open.splice(open.indexOf(what), 1);
    means.tell(`${total - open.length}/${total} ${what}: ${how}`);
  };
  try {
    if (collections.some(hasCollectionWork)) {
      const closed = await makeCollections(await means.database(), ledgerCollections, collections, {
        tell: means.tell,
        ...(means.pause && { pause: means.pause }),
      });
      for (const name of closed) means.tell(byHand(name));
      done('the collections', 'done');
    }
    await inParallel(work, async (plan) => {
      await carryOutOne(plan, means.functions);
      done(plan.name, actionsOf(plan).join(', '));
    });
    if (path?.missing) {
      await makePath(means.app, path);
      done(`the HTTP path ${path.path}`, 'done');
    }
  } catch (error) {
    means.tell(`Stopped. Done: ${total - open.length} of ${total}. Not done, or not whole: ${open.join(', ')}.`);
    means.tell('What was done stays; the same command continues from there.');
    throw error;
  }
}

/** The mark is written last: until it stands, the code counts as not sent, and a run that was cut short sends it again. */
async function carryOutOne(plan: FunctionPlan, functions: FunctionsPort): Promise<void> {
  const { name, settings, package: code, merged } = plan;
  const bare = { timeout: settings.timeout, description: withoutMark(plan.description), variables: merged };
  if (!plan.exists) await functions.create(name, bare, code.base64);
  else if (plan.sendsCode) await functions.sendCode(name, code.base64);
  if (configures(plan)) {
    const storedHash = (await functions.read(name))?.storedHash ?? '';
    const description = withMark(plan.description, codeMark(code.digest, storedHash));
    await functions.configure(name, { ...bare, description });
  }
  if (plan.triggers.missing.length > 0) await functions.addTriggers(name, plan.triggers.missing);
}
