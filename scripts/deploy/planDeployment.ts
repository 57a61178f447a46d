import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type CloudBase from '@cloudbase/manager-node';
import type { Text } from '../../shared/locale';
import { CloudFailure } from '../collections/cloudFailure';
import type { DatabasePort } from '../collections/databasePort';
import { type Collections, exampleCollections } from '../collections/ledgerCollections';
import { type CollectionPlan, planCollections } from '../collections/planCollections';
import { buildCommand } from '../terminal/invocation';
import { agreedValue, linkOf } from './agreedValue';
import { type Choice, chooseFunctions, namedAmong } from './chooseFunctions';
import type { FunctionState, FunctionsPort, Variables } from './cloudFunctions';
import { cloudNameOf, type FunctionSettings } from './functionSettings';
import { type PathPlan, planPath } from './httpPath';
import { inParallel } from './inParallel';
import { describeInvokeRule } from './invokeRule';
import { withLedgerKey } from './ledgerKey';
import { packFunction } from './packFunction';
import { type FunctionPlan, planFunction } from './planFunction';
import type { EnvFile } from './readEnvFile';
import { selectVariables } from './selectVariables';

/** Everything that will be done to an environment. */
export interface Deployment {
  readonly link: string;
  readonly functions: readonly FunctionPlan[];
  readonly leftOut: Choice['leftOut'];
  readonly path: PathPlan | undefined;
  /** Empty with the ledger off. */
  readonly collections: readonly CollectionPlan[];
  readonly wanted: Collections;
  /** Names in the file that are none of ours. */
  readonly ignored: readonly string[];
  /** Names in the file that no function here reads on this link. */
  readonly unread: readonly string[];
  readonly rule: Text | undefined;
}

/** Where the plan is made: the project, the environment, and the command line. */
export interface PlanContext {
  /** The folder of the built functions. */
  readonly folder: string;
  readonly app: CloudBase;
  readonly functions: FunctionsPort;
  /** Opens the document database, which only the ledger needs. */
  readonly database: () => Promise<DatabasePort>;
  readonly settings: readonly FunctionSettings[];
  /** What the functions keep in the database, with the ledger on. */
  readonly wanted: Collections;
  readonly only: readonly string[] | undefined;
  readonly adopt: boolean;
  /** The folder of PEM files. */
  readonly credentials: string;
  readonly file: EnvFile;
  /** Keeps the values of variables out of the output. */
  readonly protect: (given: Variables) => void;
}

/** Compares the environment with the project, and changes nothing. @throws {CloudFailure} */
export async function planDeployment(context: PlanContext): Promise<Deployment> {
  const { app, settings, only, file, protect } = context;
  if (only) namedAmong(settings, only);
  const states = new Map<string, FunctionState | undefined>();
  // Those that are not deployed now, too: the ledger's key is the same for all.
  await inParallel(settings, async (one) => {
    const name = cloudNameOf(one);
    const state = await context.functions.read(name);
    protect(state?.variables ?? {});
    states.set(name, state);
  });
  const variablesAmong = (some: readonly FunctionSettings[]) =>
    some.flatMap((one): Variables[] => {
      const state = states.get(cloudNameOf(one));
      return state ? [state.variables] : [];
    });
  const deployed = variablesAmong(only ? namedAmong(settings, only) : settings);
  const link = linkOf(file.values, deployed);
  const ledger = agreedValue('PROFIT_SHARING_LEDGER', file.values, deployed);
  const { chosen, leftOut } = chooseFunctions(settings, only, link, ledger);
  const values = ledger === 'off' ? file.values : withLedgerKey(file.values, variablesAmong(settings), !only);
  protect(values);
  const keyed = { ...context, file: { ...file, values } };
  const functions = chosen.map((one) => planOne(one, states.get(cloudNameOf(one)), link, keyed));
  // The shop's orders are no part of the ledger.
  const wanted = ledger === 'off' ? onlyShop(context.wanted) : context.wanted;
  const front = chosen.find(({ httpPath }) => httpPath);
  return {
    link,
    functions,
    leftOut,
    path: front?.httpPath ? await planPath(app, front.httpPath, cloudNameOf(front)) : undefined,
    wanted,
    collections: Object.keys(wanted).length > 0 ? await planCollections(await context.database(), wanted) : [],
    ignored: file.ignored,
    unread: Object.keys(file.values).filter((name) => !functions.some((plan) => isGiven(plan, name))),
    rule: await describeInvokeRule(app, chosen.map(cloudNameOf)),
  };
}

function planOne(
  settings: FunctionSettings,
  state: FunctionState | undefined,
  link: string,
  { folder, credentials, file, adopt }: PlanContext,
): FunctionPlan {
  const given = selectVariables(settings, link, file.values, state?.variables ?? {}, credentials);
  const code = packFunction(builtFolder(settings.folder ?? folder, settings.name), given.credentials);
  const plan = planFunction(settings, state, code, given.variables, adopt);
  const missing = given.missing.map((name) => ({
    zh: `未设置 ${name}，接入方式 ${link} 没有它无法工作`,
    en: `${name} is not set, and ${link} cannot work without it`,
  }));
  return { ...plan, notes: [...plan.notes, ...missing] };
}

function onlyShop(wanted: Collections): Collections {
  return Object.fromEntries(Object.entries(wanted).filter(([name]) => name in exampleCollections));
}

/** @throws {CloudFailure} NOT_BUILT */
function builtFolder(folder: string, name: string): string {
  const path = join(folder, name);
  if (existsSync(join(path, 'index.js'))) return path;
  throw new CloudFailure('NOT_BUILT', {
    zh: `什么都没有改；${path} 里没有函数：先运行 ${buildCommand()}`,
    en: `nothing was changed; no function is in ${path}: run ${buildCommand()} first`,
  });
}

function isGiven({ variables: { added, changed, same } }: FunctionPlan, name: string): boolean {
  return [added, changed, same].some((names) => names.includes(name));
}
