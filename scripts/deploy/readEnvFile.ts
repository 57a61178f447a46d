import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { closest } from 'fastest-levenshtein';
import { CloudFailure } from '../collections/cloudFailure';

export interface EnvFile {
  /** What the functions read, by name; never empty. */
  readonly values: Readonly<Record<string, string>>;
  /** Names of others, which are none of their business. */
  readonly ignored: readonly string[];
}

const OURS = /^(PROFIT_SHARING|WECHATPAY)_/;

/**
 * Reads a file of `NAME=value` lines.
 * @param path nothing for `.env` under `root`, if there is one
 * @param known every variable the functions read
 * @throws {CloudFailure} NO_FILE, or UNKNOWN_VARIABLE for a name of ours that no function reads
 */
export function readEnvFile(root: string, path: string | undefined, known: readonly string[]): EnvFile {
  const file = path ?? `${root}/.env`;
  if (!existsSync(file)) {
    if (path) throw new CloudFailure('NO_FILE', `there is no file ${path}`);
    return { values: {}, ignored: [] };
  }
  // An empty value says nothing: the functions read it as one that is not set.
  const entries = Object.entries(parse(readFileSync(file))).filter(([, value]) => value.trim() !== '');
  const unknown = entries.map(([name]) => name).filter((name) => OURS.test(name) && !known.includes(name));
  if (unknown.length > 0) {
    const meant = unknown.map((name) => `${name} (did you mean ${closest(name, [...known])}?)`);
    throw new CloudFailure('UNKNOWN_VARIABLE', `no function reads ${meant.join(', ')}`);
  }
  return {
    values: Object.fromEntries(entries.filter(([name]) => OURS.test(name))),
    ignored: entries.map(([name]) => name).filter((name) => !OURS.test(name)),
  };
}
