import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { avoidedWords } from './checkSource/avoidedWords';
import { linkLiterals } from './checkSource/linkLiterals';

interface Rule {
  readonly folders: readonly string[];
  /** Faults of a file, one line of text for each. */
  find(path: string, lines: readonly string[]): string[];
}

const ours = ['shared', 'client', 'cloudfunctions', 'console', 'examples', 'scripts'] as const;

/** Rules about the text of the code that neither the compiler nor the linter knows. */
const rules: readonly Rule[] = [
  // `test/` and `bench/` name links to choose what they run, and the sandbox has wires of its own.
  { folders: ours, find: linkLiterals },
  { folders: [...ours, 'sandbox', 'test', 'bench'], find: avoidedWords },
];

/** The list of words to avoid, and its test. */
const EXEMPT = ['scripts/checkSource/avoidedWords.ts', 'test/scripts/checkSource.test.ts'];

const isSource = (path: string) =>
  /\.(ts|tsx|cts|js|cjs|mjs)$/.test(path) && !path.includes('/generated/') && !EXEMPT.includes(path);

function sourcesIn(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
  return paths.map((path) => path.replaceAll('\\', '/')).filter(isSource);
}

const faults = rules.flatMap(({ folders, find }) =>
  folders.flatMap(sourcesIn).flatMap((path) => find(path, readFileSync(path, 'utf8').split('\n'))),
);

for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
