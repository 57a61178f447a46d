import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { closest } from 'fastest-levenshtein';
import { variables } from '../../shared/generated/config';
import { CloudFailure } from '../collections/cloudFailure';
import { FileError } from '../settings/readTextFile';
import { readVariableFile } from '../settings/readVariableFile';

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
 * @param others variables of functions that are not the adapter's
 * @throws {CloudFailure} NO_FILE for a file that cannot be read or holds no variable, UNKNOWN_VARIABLE for a name of ours
 *   that no function reads
 */
export function readEnvFile(root: string, path: string | undefined, others: readonly string[] = []): EnvFile {
  const file = path ?? join(root, '.env');
  if (!path && !existsSync(file)) return { values: {}, ignored: [] };
  // An empty value says nothing: the functions read it as one that is not set.
  const entries = Object.entries(read(file)).filter(([, value]) => value.trim() !== '');
  const known = variables.map(({ name }): string => name);
  const isOurs = (name: string) => OURS.test(name) || others.includes(name);
  const unknown = entries.map(([name]) => name).filter((name) => OURS.test(name) && !known.includes(name));
  if (unknown.length > 0) {
    const meant = (between: (name: string, near: string) => string) =>
      unknown.map((name) => between(name, closest(name, known))).join(', ');
    throw new CloudFailure('UNKNOWN_VARIABLE', {
      zh: `没有函数读取 ${meant((name, near) => `${name}（是否想写 ${near}？）`)}`,
      en: `no function reads ${meant((name, near) => `${name} (did you mean ${near}?)`)}`,
    });
  }
  // Named on the command line, it was meant to say something: without it the functions would be deployed as by default.
  if (path && !entries.some(([name]) => isOurs(name)))
    throw new CloudFailure('NO_FILE', {
      zh: `${path} 没有设置任何本项目函数的变量`,
      en: `${path} sets no variable of these functions`,
    });
  return {
    values: Object.fromEntries(entries.filter(([name]) => isOurs(name))),
    ignored: entries.map(([name]) => name).filter((name) => !isOurs(name)),
  };
}

function read(file: string): Readonly<Record<string, string>> {
  try {
    return readVariableFile(file);
  } catch (error) {
    if (error instanceof FileError) throw new CloudFailure('NO_FILE', error.says);
    throw error;
  }
}
