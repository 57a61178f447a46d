import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkLiterals } from './checkSource/linkLiterals';

/** Rules about the text of the code that neither the compiler nor the linter knows. */
const rules = [linkLiterals];

/** Folders whose code is read. `test/` and `bench/` name links to choose what they run. */
const folders = ['shared', 'client', 'cloudfunctions', 'console', 'examples', 'scripts'];

const isSource = (path: string) => /\.(ts|tsx|cts|js|cjs)$/.test(path) && !path.includes('/generated/');

const faults = folders
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)))
  .map((path) => path.replaceAll('\\', '/'))
  .filter(isSource)
  .flatMap((path) => {
    const lines = readFileSync(path, 'utf8').split('\n');
    return rules.flatMap((rule) => rule(path, lines));
  });

for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
