import { join } from 'node:path';
import { type Variable, variables } from '../../shared/generated/config';
import { LINKS, linkNames } from '../../shared/generated/links';
import { operations } from '../../shared/generated/operations';
import { checkEnvironment } from '../collections/checkEnvironment';
import { cloudDatabase } from '../collections/cloudDatabase';
import { CloudFailure, explain } from '../collections/cloudFailure';
import { refuseConflicts } from '../collections/ensureCollections';
import { exampleCollections, ledgerCollections } from '../collections/ledgerCollections';
import { accountKey, openCloud, readCredentials } from '../collections/openCloud';
import { printable } from '../terminal/printable';
import { Redactor } from '../terminal/redactor';
import { applyPlan, isDone } from './applyPlan';
import { cloudFunctions, type Variables } from './cloudFunctions';
import { deployVia } from './deployVia';
import { describeDeployment } from './describeDeployment';
import { ADMINS, exampleSettings, type FunctionSettings, functionSettings, withPrefix } from './functionSettings';
import { type Deployment, planDeployment } from './planDeployment';
import { type Arguments, readArguments } from './readArguments';
import { readEnvFile } from './readEnvFile';

/** What a deployment starts from. */
export interface DeployContext {
  /** The project's folder. */
  readonly root: string;
  /** The folder of the built functions, from `root`. */
  readonly functions: string;
  /** Holds the account's key. */
  readonly env: NodeJS.ProcessEnv;
  /** Prints a line for the user; nothing in it is secret. */
  readonly print: (line: string) => void;
  /** Prints what went wrong, redacted as well. */
  readonly printError?: (line: string) => void;
  /** Makes the functions, where that is to be done. */
  readonly build: (what: { readonly examples: boolean }) => Promise<unknown>;
  /** Waits, in ms. */
  readonly pause?: (ms: number) => Promise<unknown>;
}

/** The command `npm run deploy`. Never throws. @returns whether everything asked for was done */
export async function deployFunctions(args: readonly string[], context: DeployContext): Promise<boolean> {
  const { env, print, printError = print } = context;
  const redactor = new Redactor();
  redactor.protect(accountKey(env));
  const { redact } = redactor;
  try {
    await deploy(args, { ...context, print: (line) => print(printable(redact(line))) }, redactor);
    return true;
  } catch (error) {
    const isExpected = error instanceof CloudFailure;
    printError(printable(isExpected ? explain(error, redact) : redact(String((error as Error)?.stack ?? error))));
    return false;
  }
}

/** read → plan → show → apply @throws {CloudFailure} */
async function deploy(args: readonly string[], context: DeployContext, redactor: Redactor): Promise<void> {
  const { root, env, print, build, pause } = context;
  const given = readArguments(args, root);
  const { envId, only, dryRun, adopt, examples, via, envFile, credentials } = given;
  const file = readEnvFile(root, envFile, examples ? [ADMINS] : []);
  const protect = (values: Variables) => redactor.protect(secretValuesOf(values));
  protect(file.values);
  const settings = settingsFor(root, given);
  const folder = join(root, context.functions);
  if (via) {
    await build({ examples });
    return deployVia(via, given, { root, folder, settings, only, credentials, file, print });
  }
  const app = openCloud(envId, readCredentials(env), env);
  await checkEnvironment(app, envId);
  await build({ examples });
  const functions = cloudFunctions(app, pause);
  // Planning and applying share one, opened when the ledger first asks for it.
  let opened: ReturnType<typeof cloudDatabase> | undefined;
  const database = () => (opened ??= cloudDatabase(app, envId));
  const wanted = { ...ledgerCollections, ...(examples && exampleCollections) };
  const asked = { folder, settings, wanted, only, adopt, file, credentials };
  const plan = await planDeployment({ ...asked, app, functions, database, protect });
  print(`Environment ${envId} (= is there, + is made, ~ is changed, - is left out, ! needs you)`);
  print(describeDeployment(plan));
  refuseBlocked(plan);
  refuseConflicts(plan.collections);
  if (isDone(plan)) print('Nothing to do.');
  else if (dryRun) print('Dry run: nothing was changed.');
  else {
    await applyPlan(plan, { app, functions, database, protect, print, pause });
    print('Done.');
  }
  if (plan.path?.url) print(`WeChat Pay's notify_url: ${plan.path.url}`);
}

function settingsFor(root: string, { prefix, examples }: Arguments): FunctionSettings[] {
  const links = linkNames.map((name) => ({ name, notifications: LINKS[name].notifications }));
  const own = functionSettings(root, operations, links);
  return withPrefix(prefix, [...own, ...(examples ? exampleSettings(root) : [])]);
}

/** @throws {CloudFailure} BLOCKED, FOREIGN_FUNCTION or PATH_TAKEN before anything is changed */
function refuseBlocked({ functions, path }: Deployment): void {
  const foreign = functions.filter(({ isForeign }) => isForeign).map(({ name }) => name);
  const blocked = functions.flatMap((one) => (one.blocked ? [`${one.name}: ${one.blocked}`] : []));
  if (blocked.length > 0) throw new CloudFailure('BLOCKED', `nothing was changed; ${blocked.join('; ')}`);
  if (foreign.length > 0) {
    const which = `not deployed by this command: ${foreign.join(', ')}`;
    throw new CloudFailure('FOREIGN_FUNCTION', `nothing was changed; ${which}`);
  }
  if (path?.blocked) throw new CloudFailure('PATH_TAKEN', `nothing was changed; ${path.path}: ${path.blocked}`);
}

/** What can only be one of a few words is no secret, and says which link is meant. */
const SHOWN = new Set((variables as readonly Variable[]).filter((row) => row.enum).map(({ name }) => name));

function secretValuesOf(given: Variables): string[] {
  return Object.entries(given).flatMap(([name, value]) => (SHOWN.has(name) ? [] : [value]));
}
