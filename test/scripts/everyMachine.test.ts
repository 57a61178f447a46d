import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOf, documents, read, root } from '../docs/documents';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);

/** What npm may start on every machine: Node.js, and what a package puts into `node_modules/.bin`. */
const STARTED = new Set(['node', 'npm', 'tsx', 'tsc', 'biome', 'depcruise', 'knip', 'jest']);

describe('the commands of package.json', () => {
  it.each(Object.entries(scripts))('%s run in sh and in cmd alike', (_name, line) => {
    // `&&` is all that both have in common: no quotes, variables, pipes, lists, globs or other folders' programs.
    expect(line).toMatch(/^[\w ./:@=-]+( && [\w ./:@=-]+)*$/);
    for (const command of line.split(' && ')) {
      const [started = '', ...args] = command.split(' ');
      expect(STARTED).toContain(started);
      expect(args.filter((arg) => /^[A-Za-z_]+=/.test(arg))).toEqual([]);
    }
  });
});

describe('every file of the repository', () => {
  it('has a name that Windows allows, in every folder', () => {
    const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
    const wrong = tracked.filter((path) =>
      path.split('/').some((part) => /[<>:"\\|?*]|[ .]$/.test(part) || reserved.test(part)),
    );
    expect(wrong).toEqual([]);
  });

  it('differs from every other in more than capitals, for macOS and Windows', () => {
    const byName = new Map<string, string[]>();
    for (const path of tracked) {
      const key = path.toLowerCase();
      byName.set(key, [...(byName.get(key) ?? []), path]);
    }
    expect([...byName.values()].filter((paths) => paths.length > 1)).toEqual([]);
  });

  it('comes with the line ends of the repository, on which digests and checks count', () => {
    expect(readFileSync(join(root, '.gitattributes'), 'utf8')).toMatch(/^\* text=auto eol=lf$/m);
  });
});

describe('the tools', () => {
  const sources = tracked.filter((path) =>
    /^(scripts|console|sandbox|shared|client|examples)\/.*\.(ts|tsx|js|cjs)$/.test(path),
  );

  it('start no shell of their own; npm alone needs one on Windows', () => {
    const shells = sources.filter((path) => /\bshell: true|\bexecSync\(|\bexec\(['"`]/.test(read(path)));
    expect(shells).toEqual(['scripts/setup.cjs']);
  });
});

describe('the pages', () => {
  /** Commands that cmd and PowerShell do not have. */
  const posixOnly = /^(read -r|cp -R|cp \S+ \S+|chmod|export )/m;

  it.each(documents)('%s shows what PowerShell takes wherever sh alone knows a command', (page) => {
    const blocks = blocksOf(read(page));
    const posix = blocks.filter(({ language, text }) => language === 'sh' && posixOnly.test(text));
    const windows = blocks.filter(({ language }) => language === 'powershell');
    expect(windows).toHaveLength(posix.length);
  });
});
