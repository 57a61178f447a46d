import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SandboxState } from './sandboxState';

/** Between two looks at the state, in ms, at least. */
const EVERY_MS = 1000;

/** Of the time, this part at most goes into saving: with many orders it is done less often. */
const SHARE_OF_TIME = 0.05;

const fileIn = (folder: string): string => join(folder, 'state.json');

/**
 * Goes on from the state that a folder keeps, if it keeps one.
 * @throws Error that names the file
 */
export async function loadState(state: SandboxState, folder: string): Promise<void> {
  const file = fileIn(folder);
  if (!existsSync(file)) return;
  await state.import(readFileSync(file, 'utf8'), 'catchUp').catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} cannot be read: ${why}. Remove it to start anew`);
  });
}

/** What differs from one moment to the next although nothing has happened. */
const withoutTimes = (text: string): string => text.replace(/"(exportedAt|now)":\d+/g, '');

/** Whole or not at all, and only for its owner: it holds private keys. */
function save(folder: string, text: string): void {
  const [file, aside] = [fileIn(folder), `${fileIn(folder)}.new`];
  writeFileSync(aside, text, { mode: 0o600 });
  renameSync(aside, file);
}

/**
 * Saves the state into a folder while it changes.
 * @returns a function that saves once more and ends it
 */
export function startSaving(state: SandboxState, folder: string): () => Promise<void> {
  let saved = '';
  let timer: NodeJS.Timeout | undefined;
  const saveChanges = async (): Promise<void> => {
    const text = await state.export();
    if (withoutTimes(text) === saved) return;
    save(folder, text);
    saved = withoutTimes(text);
  };
  const next = (ms: number): void => {
    timer = setTimeout(async () => {
      const began = performance.now();
      await saveChanges();
      if (timer) next(Math.max(EVERY_MS, (performance.now() - began) / SHARE_OF_TIME));
    }, ms).unref();
  };
  next(EVERY_MS);
  return async () => {
    clearTimeout(timer);
    timer = undefined;
    save(folder, await state.export());
  };
}
