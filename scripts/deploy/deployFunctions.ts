import { variables } from '../../shared/generated/config';
import { buildFunctions } from '../build';
import { checkEnvironment } from '../collections/checkEnvironment';
import { cloudDatabase } from '../collections/cloudDatabase';
import { CloudFailure, explain } from '../collections/cloudFailure';
import { refuseConflicts } from '../collections/ensureCollections';
import { openCloud, readCredentials, withoutKey } from '../collections/openCloud';
import { readSchemas } from '../generate/readSchemas';
import { carryOut, isDone } from './carryOut';
import { cloudFunctions } from './cloudFunctions';
import { Concealer } from './concealer';
import { describeDeployment } from './describeDeployment';
import { functionSettings } from './functionSettings';
import { type Deployment, planDeployment } from './planDeployment';
import { readArguments } from './readArguments';
import { readEnvFile } from './readEnvFile';

/** Where a deployment starts from. */
export interface Surroundings {
  /** The project's folder. */
  readonly root: string;
  /** Holds the account's key. */
  readonly env: NodeJS.ProcessEnv;
  /** Takes every line a person should see; nothing in it is secret. */
  readonly tell: (line: string) => void;
  /** Takes what went wrong, just as clean. */
  readonly complain?: (line: string) => void;
  readonly build?: () => Promise<unknown>;
  /** Waits, in ms. */
  readonly pause?: (ms: number) => Promise<unknown>;
}

/** The command `npm run deploy`. Never throws. @returns whether everything asked for was done */
export async function deployFunctions(args: readonly string[], surroundings: Surroundings): Promise<boolean> {
  const { env, tell, complain = tell } = surroundings;
  const concealer = new Concealer();
  const clean = (text: string) => withoutKey(concealer.clean(text), env);
  try {
    await deploy(args, { ...surroundings, tell: (line) => tell(clean(line)) }, concealer);
    return true;
  } catch (error) {
    complain(clean(error instanceof CloudFailure ? explain(error) : String((error as Error)?.stack ?? error)));
    return false;
  }
}

/** read → look → plan → show → carry out @throws {CloudFailure} */
async function deploy(args: readonly string[], surroundings: Surroundings, { conceal }: Concealer): Promise<void> {
  const { root, env, tell, build = buildFunctions, pause } = surroundings;
  const { envId, only, dryRun, envFile, credentials } = readArguments(args, root);
  const known = variables.map(({ name }) => name);
  const file = readEnvFile(root, envFile, known);
  conceal(file.values);
  const app = openCloud(envId, readCredentials(env));
  await checkEnvironment(app, envId);
  await build();
  const functions = cloudFunctions(app, pause);
  // Plan and work look at the same one, opened when the ledger first asks for it.
  let opened: ReturnType<typeof cloudDatabase> | undefined;
  const database = () => (opened ??= cloudDatabase(app, envId));
  const { operations, links } = readSchemas(root);
  const settings = functionSettings(root, operations, links);
  const plan = await planDeployment({ root, app, functions, database, settings, only, file, credentials, conceal });
  tell(`Environment ${envId} (= is there, + is made, ~ is changed, - is left out, ! needs you)`);
  tell(describeDeployment(plan));
  refuseBlocked(plan);
  refuseConflicts(plan.collections);
  if (isDone(plan)) tell('Nothing to do.');
  else if (dryRun) tell('Dry run: nothing was changed.');
  else {
    await carryOut(plan, { app, functions, database, tell, pause });
    tell('Done.');
  }
  if (plan.path?.url) tell(`WeChat Pay's notify_url: ${plan.path.url}`);
}

/** @throws {CloudFailure} BLOCKED or PATH_TAKEN before anything is changed */
function refuseBlocked({ functions, path }: Deployment): void {
  const blocked = functions.flatMap((one) => (one.blocked ? [`${one.name}: ${one.blocked}`] : []));
  if (blocked.length > 0) throw new CloudFailure('BLOCKED', `nothing was changed; ${blocked.join('; ')}`);
  if (path?.blocked) throw new CloudFailure('PATH_TAKEN', `nothing was changed; ${path.path}: ${path.blocked}`);
}
