import { existsSync } from 'node:fs';
import { type Variable, variables } from '../../shared/generated/config';
import type { Locale } from '../../shared/locale';
import { readVariableFile } from '../settings/readVariableFile';
import { Redactor } from '../terminal/redactor';

/** The variables a function would be given. */
export interface Settings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where they come from: the name of a file, or `process.env`. */
  readonly source: string;
}

/** Looked for in the working directory when no file is named. */
const DEFAULT_FILE = '.env';

/**
 * Reads the variables from a `.env`-style file. With a file, nothing of the surrounding environment counts: two merchants
 * mixed in one configuration would be neither. (Node.js 20 looks for --env-file behind the script's name, too, and ends
 * with 9 by itself when the file is missing: nodejs.org/api/cli.html.)
 * @throws {FileError}
 */
export function readSettings(file: string | undefined, env: NodeJS.ProcessEnv): Settings {
  const source = file ?? (existsSync(DEFAULT_FILE) ? DEFAULT_FILE : undefined);
  if (source === undefined) return { env, source: 'process.env' };
  return { env: readVariableFile(source), source };
}

/** The language to speak: what was asked for, else what the functions speak, else that of the machine. */
export function localeOf(asked: string | undefined, ...envs: Settings['env'][]): Locale {
  const wanted = [asked, ...envs.map((env) => env.PROFIT_SHARING_LOCALE?.trim())].find(Boolean);
  if (wanted) return wanted === 'en' ? 'en' : 'zh-CN';
  const machine = [...envs].map((env) => env.LC_ALL || env.LC_MESSAGES || env.LANG).find(Boolean) ?? '';
  // C and POSIX are no languages.
  return /^$|^zh|^(C|POSIX)\b/i.test(machine) ? 'zh-CN' : 'en';
}

/** Takes every secret out of what is going to be shown: an answer may repeat what was sent. */
export function withoutSecrets(text: string, env: Settings['env']): string {
  const { protect, redact } = new Redactor();
  protect(secretsOf(env));
  return redact(text);
}

/** Whatever holds a private key is secret, the variable of a public one too. */
function secretsOf(env: Settings['env']): (string | undefined)[] {
  return (variables as readonly Variable[])
    .map(({ name, secret }) => ({ secret, value: env[name] }))
    .filter(({ secret, value }) => secret || value?.includes('PRIVATE KEY'))
    .map(({ value }) => value);
}
