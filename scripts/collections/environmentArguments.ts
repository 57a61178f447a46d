import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Text } from '../../shared/locale';
import { CloudFailure } from './cloudFailure';

/** What every command on one CloudBase environment understands. */
interface Common {
  readonly env: { readonly type: 'string' };
  readonly help: { readonly type: 'boolean'; readonly default: boolean };
}

/** The values of a command that needs `--env`, or `--help`. @throws {CloudFailure} USAGE when it has neither, or another option */
export function environmentArguments<Options extends NonNullable<ParseArgsConfig['options']> & Common>(
  options: Options,
  usage: Text,
) {
  try {
    const { values } = parseArgs({ options });
    const { env, help } = values as { readonly env?: string; readonly help?: boolean };
    if (env || help) return values;
  } catch {
    // The parser's own words would repeat the argument, which may be a key.
  }
  throw new CloudFailure('USAGE', usage);
}
