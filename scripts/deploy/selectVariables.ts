import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../shared/config';
import { type Variable, variables } from '../../shared/generated/config';
import { CloudFailure } from '../collections/cloudFailure';
import type { Variables } from './cloudFunctions';
import type { FunctionSettings } from './functionSettings';
import type { Files } from './packFunction';
import { variablesOf } from './variablesOf';

/** All variables of one function: UTF-8 bytes of names and values (cloud.tencent.com/document/product/583/11637). */
export const MOST_BYTES = 4096;

/** What one function is given. */
export interface Selection {
  readonly variables: Variables;
  /** PEM files for its package. */
  readonly credentials: Files;
  /** Variables its link cannot work without and that are nowhere. */
  readonly missing: readonly string[];
}

/**
 * Chooses the variables and PEM files one function needs, and checks what it will read.
 * @param file variables of the `.env` file
 * @param now variables the function has already
 * @param folder of PEM files; a variable wins where there are both
 * @throws {CloudFailure} INVALID_VARIABLE or TOO_LARGE; no value is repeated
 */
export function selectVariables(
  settings: FunctionSettings,
  link: string,
  file: Variables,
  now: Variables,
  folder: string,
): Selection {
  const set = { ...now, ...file };
  const hasFile = (variable: Variable) => variable.file !== undefined && existsSync(join(folder, variable.file));
  const table: readonly Variable[] = variables;
  const has = (name: string) =>
    Boolean(set[name]) || table.some((variable) => variable.name === name && hasFile(variable));
  const read = settings.reads ? [] : variablesOf(settings, link, table, has);
  const names = settings.reads ?? read.map(({ name }) => name);
  const chosen = names.flatMap((name) => {
    const value = file[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const merged = { ...now, ...Object.fromEntries(chosen) };
  refuseMistakes(
    settings.name,
    merged,
    read.filter(({ name }) => has(name)),
    folder,
  );
  refuseExcess(settings.name, merged);
  const pems = read.filter((variable) => !merged[variable.name] && hasFile(variable));
  return {
    variables: Object.fromEntries(chosen),
    credentials: new Map(pems.map(({ file: name = '' }) => [name, readFileSync(join(folder, name))])),
    missing: read.filter(({ name, requiredOn }) => requiredOn?.includes(link) && !has(name)).map(({ name }) => name),
  };
}

/** @param read the variables it reads that are set */
function refuseMistakes(name: string, merged: Variables, read: readonly Variable[], folder: string): void {
  const { problems } = readConfig(merged, folder);
  const wrong = problems.filter(({ variable }) => read.some(({ name: one }) => one === variable));
  if (wrong.length === 0) return;
  const words = (between: (variable: string, expected: string) => string) =>
    wrong.map(({ variable, expected }) => between(variable, expected)).join(', ');
  throw new CloudFailure('INVALID_VARIABLE', {
    zh: `什么都没有改；${name} 的 ${words((variable, expected) => `${variable}（应为 ${expected}）`)}`,
    en: `nothing was changed; of ${name}: ${words((variable, expected) => `${variable} (should be ${expected})`)}`,
  });
}

function refuseExcess(name: string, merged: Variables): void {
  const bytes = Object.entries(merged)
    .flat()
    .reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes <= MOST_BYTES) return;
  throw new CloudFailure('TOO_LARGE', {
    zh: `什么都没有改；${name} 的变量将占 ${bytes} 字节`,
    en: `nothing was changed; the variables of ${name} would take ${bytes} bytes`,
  });
}
