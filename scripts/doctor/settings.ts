import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { variables } from '../../shared/generated/config';
import type { Locale, Text } from '../../shared/locale';

/** The variables a function would be given. */
export interface Settings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where they come from: the name of a file, or `process.env`. */
  readonly source: string;
}

/** A settings file that cannot be read; says which. */
export class NoSettings extends Error {
  override readonly name = 'NoSettings';
  readonly says: Text;

  constructor(file: string) {
    super(file);
    this.says = { zh: `读不到 ${file}`, en: `${file} cannot be read` };
  }
}

/** Looked for in the working directory when no file is named. */
const DEFAULT_FILE = '.env';

/**
 * Reads the variables from a `.env`-style file. With a file, nothing of the surrounding environment counts: two merchants
 * mixed in one configuration would be neither. (Node.js 20 looks for --env-file behind the script's name, too, and ends
 * with 9 by itself when the file is missing: nodejs.org/api/cli.html.)
 * @throws {NoSettings} when the named file cannot be read
 */
export function readSettings(file: string | undefined, env: NodeJS.ProcessEnv): Settings {
  const source = file ?? (existsSync(DEFAULT_FILE) ? DEFAULT_FILE : undefined);
  if (source === undefined) return { env, source: 'process.env' };
  try {
    return { env: parse(readFileSync(source)), source };
  } catch {
    throw new NoSettings(source);
  }
}

/** The language to speak: what was asked for, else what the functions speak. */
export function localeOf(asked: string | undefined, ...envs: Settings['env'][]): Locale {
  const wanted = [asked, ...envs.map((env) => env.PROFIT_SHARING_LOCALE?.trim())].find(Boolean);
  return wanted === 'en' ? 'en' : 'zh-CN';
}

/** Shorter than this and a text is no key: replacing it would only garble what is shown. */
const SHORTEST_SECRET = 8;

/** Takes every secret out of what is going to be shown: an answer may repeat what was sent. */
export function withoutSecrets(text: string, env: Settings['env']): string {
  return variables
    .filter(({ secret }) => secret)
    .map(({ name }) => env[name]?.trim() ?? '')
    .filter(({ length }) => length >= SHORTEST_SECRET)
    .reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
}
