import { parseArgs } from 'node:util';
import { cloudDatabase } from './collections/cloudDatabase';
import { CloudFailure, explain } from './collections/cloudFailure';
import { ensureCollections } from './collections/ensureCollections';
import { openCloud, readCredentials, withoutKey } from './collections/openCloud';

const USAGE = `npm run collections -- --env <envId> [--dry-run]
Makes the collections and indexes that the functions need in one CloudBase environment. The account's key is read from
TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY and, where it is a temporary one, TENCENTCLOUD_SESSIONTOKEN.`;

function readArguments(): { envId: string; dryRun: boolean } {
  try {
    const { values } = parseArgs({ options: { env: { type: 'string' }, 'dry-run': { type: 'boolean' } } });
    if (values.env) return { envId: values.env, dryRun: values['dry-run'] ?? false };
  } catch {
    // The parser's own words would repeat the argument, which may be a key.
  }
  throw new CloudFailure('USAGE', USAGE);
}

async function collections(): Promise<void> {
  const { envId, dryRun } = readArguments();
  const app = openCloud(envId, readCredentials(process.env));
  console.log(`Environment ${envId} (= is there, + is missing, ! needs you)`);
  const print = (line: string) => console.log(withoutKey(line, process.env));
  await ensureCollections(await cloudDatabase(app, envId), { dryRun, print });
}

collections().catch((error) => {
  const text = error instanceof CloudFailure ? explain(error) : String(error?.stack ?? error);
  console.error(withoutKey(text, process.env));
  process.exitCode = 1;
});
