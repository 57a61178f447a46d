import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The folder beside a built function that is the user's: what is put there for an upload by hand is in no repository. */
const KEYS = 'credentials';

/**
 * Puts a build in the place of the one before, whole, so that no process runs half a build. An equal build stays where it
 * is: functions may be running from it. Keys beside the functions stay in any case.
 * @param replaced where the build before goes
 */
export function swapIn(built: string, out: string, replaced: string): void {
  if (contentOf(built) === contentOf(out)) return;
  if (existsSync(out)) {
    for (const name of readdirSync(out)) {
      const keys = join(out, name, KEYS);
      if (existsSync(keys)) cpSync(keys, join(built, name, KEYS), { recursive: true });
    }
    renameSync(out, replaced);
  }
  renameSync(built, out);
}

/** Every file below a folder and what is in it, as one text to compare, without keys. */
function contentOf(folder: string): string {
  if (!existsSync(folder)) return '';
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => relative(folder, path).split(/[\\/]/)[1] !== KEYS)
    .sort()
    .map((path) => `${relative(folder, path)} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)
    .join('\n');
}
