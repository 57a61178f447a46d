import { parseArgs } from 'node:util';
import { cloudDatabase } from './collections/cloudDatabase';
import { CloudFailure, explain } from './collections/cloudFailure';
import { ensureCollections } from './collections/ensureCollections';
import { exampleCollections, ledgerCollections } from './collections/ledgerCollections';
import { accountKey, openCloud, readCredentials } from './collections/openCloud';
import { typed } from './terminal/invocation';
import { printable } from './terminal/printable';
import { Redactor } from './terminal/redactor';
import { runTool } from './terminal/runTool';

const USAGE = `${typed('collections')} --env <envId> [--examples] [--dry-run]
Makes the collections and indexes that the functions need in one CloudBase environment, with --examples those of the
example shop, too. The account's key is read from
TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY and, where it is a temporary one, TENCENTCLOUD_SESSIONTOKEN.`;

function readArguments(): { envId: string; dryRun: boolean; examples: boolean } {
  try {
    const { values } = parseArgs({
      options: { env: { type: 'string' }, 'dry-run': { type: 'boolean' }, examples: { type: 'boolean' } },
    });
    const { examples = false, 'dry-run': dryRun = false } = values;
    if (values.env) return { envId: values.env, dryRun, examples };
  } catch {
    // The parser's own words would repeat the argument, which may be a key.
  }
  throw new CloudFailure('USAGE', USAGE);
}

const { protect, redact } = new Redactor();

async function run(): Promise<number> {
  protect(accountKey(process.env));
  const { envId, dryRun, examples } = readArguments();
  const app = openCloud(envId, readCredentials(process.env));
  console.log(`Environment ${envId} (= is there, + is missing, ! needs you)`);
  const collections = { ...ledgerCollections, ...(examples && exampleCollections) };
  const print = (line: string) => console.log(printable(redact(line)));
  await ensureCollections(await cloudDatabase(app, envId), { collections, dryRun, print });
  return 0;
}

void runTool(run, (error) => ({
  text: error instanceof CloudFailure ? explain(error, redact) : redact(String((error as Error)?.stack ?? error)),
  code: 1,
}));
