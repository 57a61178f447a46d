import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CloudFailure } from '../collections/cloudFailure';

const USAGE = `npm run deploy -- --env <envId> [--only <function>,<function>] [--dry-run]
    [--env-file <file>] [--credentials <folder>]
Builds the functions and makes one CloudBase environment hold them: code, limits, variables, triggers, the HTTP path and
the collections of the ledger. Shows the plan first; --dry-run ends there. Variables come from --env-file, or .env, and
are added to those a function has; PEM files come from --credentials, or credentials/. The account's key is read from
TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY and, where it is a temporary one, TENCENTCLOUD_SESSIONTOKEN.`;

/** The command line, read. */
export interface Arguments {
  readonly envId: string;
  /** Names of functions; nothing for all that have something to do. */
  readonly only: readonly string[] | undefined;
  readonly dryRun: boolean;
  readonly envFile: string | undefined;
  /** The folder of PEM files. */
  readonly credentials: string;
}

/** @throws {CloudFailure} USAGE */
export function readArguments(args: readonly string[], root: string): Arguments {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = { env: text, only: text, 'env-file': text, credentials: text, 'dry-run': flag };
  try {
    const { values } = parseArgs({ args: [...args], options });
    const { env, credentials = join(root, 'credentials'), 'env-file': envFile, 'dry-run': dryRun = false } = values;
    const only = values.only?.split(',').filter((name) => name !== '');
    if (env && only?.length !== 0) return { envId: env, only, dryRun, envFile, credentials };
  } catch {
    // The parser's own words would repeat the argument, which may be a key.
  }
  throw new CloudFailure('USAGE', USAGE);
}
