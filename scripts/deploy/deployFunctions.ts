import { join } from 'node:path';
import { type Variable, variables } from '../../shared/generated/config';
import { LINKS, linkNames } from '../../shared/generated/links';
import { operations } from '../../shared/generated/operations';
import { type Locale, type Text, translate } from '../../shared/locale';
import { checkEnvironment } from '../collections/checkEnvironment';
import { cloudDatabase } from '../collections/cloudDatabase';
import { CloudFailure, explain } from '../collections/cloudFailure';
import { ENDS, refuseConflicts } from '../collections/ensureCollections';
import { exampleCollections, ledgerCollections } from '../collections/ledgerCollections';
import { accountKey, openCloud, readCredentials } from '../collections/openCloud';
import { localeOf } from '../doctor/settings';
import { printable } from '../terminal/printable';
import { Redactor } from '../terminal/redactor';
import { applyPlan, isDone } from './applyPlan';
import { cloudFunctions, type Variables } from './cloudFunctions';
import { deployVia } from './deployVia';
import { describeDeployment } from './describeDeployment';
import { ADMINS, exampleSettings, type FunctionSettings, functionSettings, withPrefix } from './functionSettings';
import { type Deployment, planDeployment } from './planDeployment';
import { type Arguments, readArguments, USAGE } from './readArguments';
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
  let locale = localeOf(undefined, env);
  try {
    const given = readArguments(args, context.root);
    locale = localeOf(given.locale, env);
    const show = (line: Text) => print(printable(redact(translate(line, locale))));
    if (given.help) show(USAGE);
    else await deploy(given, { ...context, show, locale }, redactor);
    return true;
  } catch (error) {
    const isExpected = error instanceof CloudFailure;
    printError(
      printable(isExpected ? explain(error, locale, redact) : redact(String((error as Error)?.stack ?? error))),
    );
    return false;
  }
}

/** What one deployment prints with, besides what it starts from. */
interface Deploying extends DeployContext {
  readonly show: (line: Text) => void;
  readonly locale: Locale;
}

/** read → plan → show → apply @throws {CloudFailure} */
async function deploy(given: Arguments, context: Deploying, redactor: Redactor): Promise<void> {
  const { root, env, show: print, locale, build, pause } = context;
  const { envId, only, dryRun, adopt, examples, via, envFile, credentials } = given;
  const file = readEnvFile(root, envFile, examples ? [ADMINS] : []);
  const protect = (values: Variables) => redactor.protect(secretValuesOf(values));
  protect(file.values);
  const settings = settingsFor(root, given);
  const folder = join(root, context.functions);
  if (via) {
    await build({ examples });
    return deployVia(via, given, { root, folder, settings, only, credentials, file, print, locale });
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
  print({
    zh: `环境 ${envId}（= 已有，+ 创建，~ 更改，- 不部署，! 需要你处理）`,
    en: `Environment ${envId} (= is there, + is made, ~ is changed, - is left out, ! needs you)`,
  });
  const described = describeDeployment(plan, locale);
  print({ zh: described, en: described });
  refuseBlocked(plan);
  refuseConflicts(plan.collections);
  if (isDone(plan)) print(ENDS.nothing);
  else if (dryRun) print(ENDS.dryRun);
  else {
    await applyPlan(plan, { app, functions, database, protect, print, locale, pause });
    print(ENDS.done);
  }
  const url = plan.path?.url;
  if (url) print({ zh: `微信支付的 notify_url：${url}`, en: `WeChat Pay's notify_url: ${url}` });
}

function settingsFor(root: string, { prefix, examples }: Arguments): FunctionSettings[] {
  const links = linkNames.map((name) => ({ name, notifications: LINKS[name].notifications }));
  const own = functionSettings(root, operations, links);
  return withPrefix(prefix, [...own, ...(examples ? exampleSettings(root) : [])]);
}

/** @throws {CloudFailure} BLOCKED, FOREIGN_FUNCTION or PATH_TAKEN before anything is changed */
function refuseBlocked({ functions, path }: Deployment): void {
  const foreign = functions.filter(({ isForeign }) => isForeign).map(({ name }) => name);
  const blocked = functions.flatMap(({ name, blocked: why }) => (why ? [{ name, why }] : []));
  if (blocked.length > 0) {
    throw new CloudFailure('BLOCKED', {
      zh: `什么都没有改；${blocked.map(({ name, why }) => `${name}：${why.zh}`).join('；')}`,
      en: `nothing was changed; ${blocked.map(({ name, why }) => `${name}: ${why.en}`).join('; ')}`,
    });
  }
  if (foreign.length > 0) {
    throw new CloudFailure('FOREIGN_FUNCTION', {
      zh: `什么都没有改；不是由本命令部署的：${foreign.join('、')}`,
      en: `nothing was changed; not deployed by this command: ${foreign.join(', ')}`,
    });
  }
  if (path?.blocked) {
    throw new CloudFailure('PATH_TAKEN', {
      zh: `什么都没有改；${path.path}：${path.blocked.zh}`,
      en: `nothing was changed; ${path.path}: ${path.blocked.en}`,
    });
  }
}

/** What can only be one of a few words is no secret, and says which link is meant. */
const SHOWN = new Set((variables as readonly Variable[]).filter((row) => row.enum).map(({ name }) => name));

function secretValuesOf(given: Variables): string[] {
  return Object.entries(given).flatMap(([name, value]) => (SHOWN.has(name) ? [] : [value]));
}
