import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { generateDtsBundle } from 'dts-bundle-generator';
import { build } from 'esbuild';

const root = resolve(__dirname, '../..');
const entries = { index: 'client/index.ts', plan: 'client/plan/index.ts' };
type Entry = keyof typeof entries;
const out = join(root, 'dist/client');

/** Builds the typed client into a folder that npm publishes, and WeChat DevTools and bundlers take, as it is. */
export async function buildClient(): Promise<void> {
  await bundleClient();
  const names = Object.keys(entries) as Entry[];
  declarations(names).forEach((text, at) => {
    write(`${names[at]}.d.ts`, text);
    // TypeScript takes .d.ts for CommonJS; importers need a name that says otherwise.
    write(`${names[at]}.d.mts`, `export * from './${names[at]}.js';\n`);
  });
}

/** The part of {@link buildClient} that programs run; its types take the compiler some seconds. */
export async function bundleClient(): Promise<void> {
  const { name, version, keywords, homepage, bugs, repository, license, author } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const manifest = {
    name,
    version,
    description:
      'WeChat Pay profit sharing (分账) from a mini program or a cloud function: the typed client of its cloud functions.',
    keywords,
    homepage,
    bugs,
    repository,
    license,
    author,
    main: 'index.js',
    module: 'index.mjs',
    types: 'index.d.ts',
    exports: {
      '.': exported('index'),
      './plan': exported('plan'),
    },
    sideEffects: false,
  };
  mkdirSync(out, { recursive: true });
  await Promise.all((Object.keys(entries) as Entry[]).map(writeBundles));
  write('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
  for (const file of ['client/README.md', 'client/README.zh-CN.md', 'LICENSE']) {
    write(basename(file), readFileSync(join(root, file), 'utf8'));
  }
}

function exported(entry: Entry): object {
  return {
    import: { types: `./${entry}.d.mts`, default: `./${entry}.mjs` },
    require: { types: `./${entry}.d.ts`, default: `./${entry}.js` },
  };
}

/** The planner has an entry of its own: who only calls functions does not carry it. */
async function writeBundles(entry: Entry): Promise<void> {
  const [required, imported] = await Promise.all([bundle(entry, 'cjs'), bundle(entry, 'esm')]);
  write(`${entry}.js`, required);
  write(`${entry}.mjs`, imported);
}

async function bundle(entry: Entry, format: 'cjs' | 'esm'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, entries[entry])],
    bundle: true,
    write: false,
    minify: true,
    format,
    // Neither Node's modules nor a browser's: a mini program has only the language.
    platform: 'neutral',
    target: 'es2017',
    charset: 'utf8',
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}

/** Everything an entry's exports speak of, in one file each that imports nothing. */
function declarations(names: readonly Entry[]): string[] {
  const output = { noBanner: true, exportReferencedTypes: false };
  const config = { preferredConfigPath: join(root, 'client/tsconfig.json') };
  return generateDtsBundle(
    names.map((name) => ({ filePath: join(root, entries[name]), output })),
    config,
  );
}

/** Swaps a changed file in whole: functions may be reading the old one. */
function write(name: string, text: string): void {
  const path = join(out, name);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, text);
  renameSync(aside, path);
}
