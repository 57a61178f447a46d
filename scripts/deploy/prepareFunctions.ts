import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudFailure } from '../collections/cloudFailure';
import { buildCommand } from '../terminal/invocation';
import { agreedValue, linkOf } from './agreedValue';
import { type Choice, chooseFunctions } from './chooseFunctions';
import type { FunctionSettings } from './functionSettings';
import type { Files } from './packFunction';
import type { EnvFile } from './readEnvFile';
import { selectVariables } from './selectVariables';

/** A function as another tool uploads it. */
export interface PreparedFunction {
  readonly settings: FunctionSettings;
  /** Ready to be uploaded, with the keys it needs. */
  readonly folder: string;
  /** Names of the variables that are to be set by other means. */
  readonly variables: readonly string[];
  readonly credentials: Files;
  /** Variables its link cannot work without and that are nowhere. */
  readonly missing: readonly string[];
}

/** Functions for an upload by another tool. */
export interface Prepared {
  readonly link: string;
  readonly functions: readonly PreparedFunction[];
  readonly leftOut: Choice['leftOut'];
  readonly usesLedger: boolean;
}

/** What functions are prepared from. */
export interface PrepareContext {
  /** The folder of the built functions. */
  readonly folder: string;
  readonly settings: readonly FunctionSettings[];
  readonly only: readonly string[] | undefined;
  /** The folder of PEM files. */
  readonly credentials: string;
  readonly file: EnvFile;
}

/**
 * Chooses functions, variables and keys as `npm run deploy` does, without asking the cloud, and changes nothing.
 * @throws {CloudFailure} for a configuration that cannot work
 */
export function prepareFunctions({ folder, settings, only, credentials, file }: PrepareContext): Prepared {
  const link = linkOf(file.values, []);
  const ledger = agreedValue('PROFIT_SHARING_LEDGER', file.values, []);
  const { chosen, leftOut } = chooseFunctions(settings, only, link, ledger);
  const functions = chosen.map((one) => {
    const { variables, credentials: keys, missing } = selectVariables(one, link, file.values, {}, credentials);
    const path = join(one.folder ?? folder, one.name);
    if (existsSync(join(path, 'index.js')))
      return { settings: one, folder: path, variables: Object.keys(variables), credentials: keys, missing };
    throw new CloudFailure('NOT_BUILT', {
      zh: `${path} 里没有函数：先运行 ${buildCommand()}`,
      en: `no function is in ${path}: run ${buildCommand()} first`,
    });
  });
  return { link, functions, leftOut, usesLedger: ledger !== 'off' };
}

/** Puts the keys of each function beside its bundle, where every tool uploads them along. */
export function placeKeys({ functions }: Prepared): void {
  for (const { folder, credentials } of functions) {
    if (credentials.size > 0) mkdirSync(join(folder, 'credentials'), { recursive: true });
    for (const [name, text] of credentials) writeFileSync(join(folder, 'credentials', name), text, { mode: 0o600 });
  }
}
