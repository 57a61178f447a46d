import type CloudBase from '@cloudbase/manager-node';
import type { Locale, Text } from '../../shared/locale';
import type { DatabasePort } from '../collections/databasePort';
import { byHand } from '../collections/describePlan';
import { makeCollections } from '../collections/ensureCollections';
import { hasWork as hasCollectionWork } from '../collections/planCollections';
import type { FunctionsPort, Variables } from './cloudFunctions';
import { codeDigest, PENDING, withDigest } from './codeDigest';
import { actionsIn } from './describeDeployment';
import { makePath } from './httpPath';
import { inParallel } from './inParallel';
import type { Deployment } from './planDeployment';
import { configures, type FunctionPlan, hasWork } from './planFunction';

/** What a plan is applied with. */
export interface ApplyContext {
  readonly app: CloudBase;
  readonly functions: FunctionsPort;
  readonly database: () => Promise<DatabasePort>;
  /** Keeps the values of variables out of the output. */
  readonly protect: (given: Variables) => void;
  readonly print: (line: Text) => void;
  readonly locale: Locale;
  /** Waits, in ms. */
  readonly pause?: ((ms: number) => Promise<unknown>) | undefined;
}

const COLLECTIONS: Text = { zh: '集合', en: 'the collections' };
const DONE: Text = { zh: '完成', en: 'done' };

function pathName(path: string): Text {
  return { zh: `HTTP 路径 ${path}`, en: `the HTTP path ${path}` };
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
export async function applyPlan(
  { functions, path, collections, wanted }: Deployment,
  context: ApplyContext,
): Promise<void> {
  const work = functions.filter(hasWork);
  const open = [
    ...(collections.some(hasCollectionWork) ? [COLLECTIONS] : []),
    ...work.map(({ name }) => ({ zh: name, en: name })),
    ...(path?.missing ? [pathName(path.path)] : []),
  ];
  const total = open.length;
  const done = (what: Text, how: Text) => {
    open.splice(
      open.findIndex(({ en }) => en === what.en),
      1,
    );
    const count = `${total - open.length}/${total}`;
    context.print({ zh: `${count} ${what.zh}：${how.zh}`, en: `${count} ${what.en}: ${how.en}` });
  };
  try {
    if (collections.some(hasCollectionWork)) {
      const closed = await makeCollections(await context.database(), wanted, collections, {
        print: (line) => context.print({ zh: line, en: line }),
        locale: context.locale,
        ...(context.pause && { pause: context.pause }),
      });
      for (const name of closed) context.print(byHand(name));
      done(COLLECTIONS, DONE);
    }
    await inParallel(work, async (plan) => {
      await applyOne(plan, context);
      done({ zh: plan.name, en: plan.name }, actionsIn(plan));
    });
    if (path?.missing) {
      await makePath(context.app, path);
      done(pathName(path.path), DONE);
    }
  } catch (error) {
    const finished = total - open.length;
    context.print({
      zh: `已停止。完成 ${finished}/${total}。没有完成或不完整：${open.map(({ zh }) => zh).join('、')}。`,
      en: `Stopped. Done: ${finished} of ${total}. Not done, or not whole: ${open.map(({ en }) => en).join(', ')}.`,
    });
    context.print({
      zh: '已完成的保留；同一条命令会接着做。',
      en: 'What was done stays; the same command continues from there.',
    });
    throw error;
  }
}

/**
 * The digest is written last: until it stands, the code counts as not sent, and a run that was cut short sends it again.
 * Variables and description are read again right before they are written, as the cloud replaces all of them: what
 * appeared since the plan stays.
 */
async function applyOne(plan: FunctionPlan, { functions, protect }: ApplyContext): Promise<void> {
  const { name, settings, package: code, given } = plan;
  const { timeout, installDependency = false } = settings;
  const { base64 } = code;
  if (!plan.exists) {
    const description = codeDigest(code.digest, PENDING);
    await functions.create(name, { timeout, description, variables: given }, { base64, installDependency });
  } else if (plan.sendsCode) await functions.sendCode(name, { base64, installDependency });
  if (configures(plan)) {
    const now = await functions.read(name);
    protect(now?.variables ?? {});
    const description = withDigest(now?.description ?? '', codeDigest(code.digest, now?.storedHash ?? ''));
    await functions.configure(name, { timeout, description, variables: { ...now?.variables, ...given } });
  }
  if (plan.triggers.missing.length > 0) await functions.addTriggers(name, plan.triggers.missing);
}
