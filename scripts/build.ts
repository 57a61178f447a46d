import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { buildExamples } from '../examples/buildExamples';
import { type Locale, type Text, translate } from '../shared/locale';
import { buildClient } from './build/buildClient';
import { buildSandbox } from './build/buildSandbox';
import { dropUnreachable, unreachable } from './build/dropUnreachable';
import { asksForParts, lazyChunks, parts } from './build/lazyChunks';
import { errorsFile, errorsJson, stubModules } from './build/stubModules';
import { swapIn } from './build/swapIn';
import { localeOf } from './doctor/settings';
import { readLocale } from './terminal/readLocale';
import { runTool } from './terminal/runTool';

const root = resolve(__dirname, '..');
const handlers = join(root, 'cloudfunctions');
const out = join(root, 'dist/cloudfunctions');

const options = {
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  target: 'node18',
  // A file with one Chinese character in it is held, and read, as two bytes per character.
  charset: 'ascii',
  legalComments: 'none',
  // `import()` of a sibling becomes `require()`: the ES module loader would cost more than the file.
  supported: { 'dynamic-import': false },
  logLevel: 'warning',
} as const;

export { buildExamples };

/** Builds every handler into a folder that WeChat DevTools or `tcb` uploads as it is. */
export async function buildFunctions(): Promise<string[]> {
  const aside = join(root, `dist/building-${process.pid}`);
  try {
    const names = await buildInto(join(aside, 'cloudfunctions'), join(aside, 'parts'));
    swapIn(join(aside, 'cloudfunctions'), out, join(aside, 'replaced'));
    return names;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

async function buildInto(folder: string, partsFolder: string): Promise<string[]> {
  const names = readdirSync(handlers).sort();
  const asked = await buildParts(partsFolder);
  const { version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  await Promise.all(
    names.map(async (name) => {
      const bundle = {
        entryPoints: [join(handlers, name, 'index.ts')],
        outfile: join(folder, name, 'index.js'),
        plugins: [lazyChunks, stubModules],
      };
      for (const file of withTheirOwn(await filesAskedForBy(bundle), asked)) {
        cpSync(join(partsFolder, file), join(folder, name, file));
      }
      writeJson(join(folder, name, 'package.json'), { name, version, license, private: true, main: 'index.js' });
      const config = join(handlers, name, 'config.json');
      const settings = existsSync(config) ? JSON.parse(readFileSync(config, 'utf8')) : { permissions: { openapi: [] } };
      writeJson(join(folder, name, 'config.json'), settings);
    }),
  );
  return names;
}

/** Builds what lies beside the bundles, and returns which files each of them asks for in its turn. */
async function buildParts(folder: string): Promise<Map<string, string[]>> {
  const dead = new Set<string>();
  const built = await Promise.all(
    parts.map(async (part): Promise<[string, string[]]> => {
      const { file, entry } = part;
      const plugins = [dropUnreachable(dead), stubModules, ...(asksForParts(part) ? [lazyChunks] : [])];
      return [file, await filesAskedForBy({ ...entry, outfile: join(folder, file), plugins })];
    }),
  );
  writeFileSync(join(folder, errorsFile), errorsJson);
  // A newer SDK may be cut up differently: then the list must be read again, and not silently do less.
  const missed = Object.keys(unreachable).filter((part) => !dead.has(part));
  if (missed.length > 0) throw new Error(`The CloudBase SDK no longer has ${missed.join(', ')}`);
  return new Map(built);
}

/** Bundles, and returns the sibling files the bundle will read when it needs them. */
async function filesAskedForBy(bundle: BuildOptions): Promise<string[]> {
  const { outputs } = (await build({ ...options, ...bundle, metafile: true })).metafile;
  const imports = Object.values(outputs).flatMap((output) => output.imports);
  return [...new Set(imports.filter(({ path }) => path.startsWith('./')).map(({ path }) => path.slice(2)))];
}

function withTheirOwn(files: readonly string[], asked: ReadonlyMap<string, string[]>): Set<string> {
  const all = new Set(files);
  for (const file of all) for (const own of asked.get(file) ?? []) all.add(own);
  return all;
}

function writeJson(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}

const USAGE: Text = {
  zh: `npm run build [-- --locale zh-CN|en]
把云函数构建到 dist/cloudfunctions，客户端到 dist/client，示例到 dist/examples，
不依赖仓库的沙箱到 dist/sandbox；已有的 credentials/ 保留。`,
  en: `npm run build [-- --locale zh-CN|en]
Builds the functions into dist/cloudfunctions, the client into dist/client, the examples into dist/examples, and the
sandbox that needs no repository into dist/sandbox; credentials/ that are there stay.`,
};

const kilobytes = (files: readonly string[]) =>
  `${(files.reduce((sum, file) => sum + statSync(file).size, 0) / 1024).toFixed(0)} KB`.padStart(6);

/** A function and its sizes, on one line. */
function sizeLine(name: string, locale: Locale): string {
  const files = readdirSync(join(out, name)).filter((file) => !/^((package|config)\.json|credentials)$/.test(file));
  const beside = files.filter((file) => file !== 'index.js').map((file) => join(out, name, file));
  const words = { zh: `旁边 ${beside.length} 个文件`, en: `${beside.length} files beside it` };
  return `${name.padEnd(32)}${kilobytes([join(out, name, 'index.js')])}, ${translate(words, locale)} ${kilobytes(beside)}`;
}

async function command(): Promise<number> {
  const given = readLocale(process.argv.slice(2));
  const locale = localeOf(given?.locale, process.env);
  if (!given || given.help) {
    (given ? console.log : console.error)(translate(USAGE, locale));
    return given ? 0 : 2;
  }
  const [names] = await Promise.all([buildFunctions(), buildClient(), buildExamples()]);
  await buildSandbox();
  for (const name of names) console.log(sizeLine(name, locale));
  return 0;
}

if (require.main === module) {
  void runTool(command, (error) => ({ text: String((error as Error)?.stack ?? error), code: 1 }));
}
