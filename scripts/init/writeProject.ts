import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Files } from './packagedFunctions';

/** What became of the files of a project, by their paths. */
export interface Written {
  readonly made: readonly string[];
  readonly updated: readonly string[];
  readonly same: readonly string[];
  /** There already with another content, and left as they are. */
  readonly kept: readonly string[];
}

/**
 * Writes files into a folder and replaces none of its owner's.
 * @param update whether a file that is there with another content may be replaced
 */
export function writeProject(folder: string, files: Files, update: (path: string) => boolean): Written {
  const written = { made: [], updated: [], same: [], kept: [] } as Record<keyof Written, string[]>;
  for (const [path, content] of files) {
    const target = join(folder, path);
    const outcome = outcomeOf(target, content, update(path));
    written[outcome].push(path);
    if (outcome === 'same' || outcome === 'kept') continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  return written;
}

function outcomeOf(target: string, content: Buffer, mayReplace: boolean): keyof Written {
  if (!existsSync(target)) return 'made';
  if (readFileSync(target).equals(content)) return 'same';
  return mayReplace ? 'updated' : 'kept';
}

/** npm leaves files of these names out of a package, or reads them itself. */
const RENAMED: Readonly<Record<string, string>> = { gitignore: '.gitignore', 'env.example': '.env.example' };

/** The files of the template, by the paths they get in a project. */
export function templateFiles(folder = join(__dirname, 'template')): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll('\\', '/'));
  return new Map(paths.sort().map((path) => [RENAMED[path] ?? path, readFileSync(join(folder, path))]));
}
