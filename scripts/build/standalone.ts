import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Plugin } from 'esbuild';
import { bundlePage } from '../../console/bundlePage';

export const root = resolve(__dirname, '../..');

/** How a tool is bundled that runs without the repository and without packages. */
export const standalone = {
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  charset: 'utf8',
  // Without "use strict" over all: packages in CommonJS were written for sloppy mode, and one assigns to a getter.
  tsconfigRaw: {},
  legalComments: 'none',
  metafile: true,
  logLevel: 'error',
} as const;

/** The functions come built, so that nothing of the package ever builds them. */
export const withoutBuild: Plugin = {
  name: 'without-build',
  setup(bundle) {
    bundle.onResolve({ filter: /^\.\.?\/(build|bundlePage)$/ }, ({ path }) => ({ path, external: true }));
  },
};

/** Script and style of the page, bundled, and what stands beside them. */
export async function writePage(folder: string): Promise<void> {
  mkdirSync(folder);
  const { script, style } = await bundlePage();
  writeFileSync(join(folder, 'page.js'), script);
  writeFileSync(join(folder, 'page.css'), style);
  for (const file of ['page.html', 'icon.svg']) cpSync(join(root, 'console/page', file), join(folder, file));
}

/** Each content once, under its hash: most functions share most of their files. */
export function writeFunctions(from: string, folder: string): void {
  mkdirSync(folder);
  const manifest: Record<string, string> = {};
  for (const [path, content] of filesUnder(from)) {
    const name = createHash('sha256').update(content).digest('hex').slice(0, 16);
    manifest[path] = name;
    writeFileSync(join(folder, name), content);
  }
  writeJson(join(folder, 'manifest.json'), manifest);
}

/** What users keep beside a built function for its upload is never packed. */
const isKey = (path: string) => path.includes('/credentials/');

function filesUnder(folder: string): [path: string, content: Buffer][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path): [string, Buffer] => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path)])
    .filter(([path]) => !isKey(path))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** package.json of the repository. */
export function manifestOf() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
}

export function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
