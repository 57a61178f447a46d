import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { generateDtsBundle } from 'dts-bundle-generator';
import { build } from 'esbuild';

const root = resolve(__dirname, '../..');
const entry = join(root, 'client/index.ts');
const out = join(root, 'dist/client');

/** Builds the typed client into a folder that npm publishes, and WeChat DevTools and bundlers take, as it is. */
export async function buildClient(): Promise<void> {
  await bundleClient();
  write('index.d.ts', declarations());
  // TypeScript takes index.d.ts for CommonJS; importers need a name that says otherwise.
  write('index.d.mts', "export * from './index.js';\n");
}

/** The part of {@link buildClient} that programs run; its types take the compiler some seconds. */
export async function bundleClient(): Promise<void> {
  const [required, imported] = await Promise.all([bundle('cjs'), bundle('esm')]);
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
      '.': {
        import: { types: './index.d.mts', default: './index.mjs' },
        require: { types: './index.d.ts', default: './index.js' },
      },
    },
    sideEffects: false,
  };
  mkdirSync(out, { recursive: true });
  write('index.js', required);
  write('index.mjs', imported);
  write('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
  for (const file of ['client/README.md', 'client/README.zh-CN.md', 'LICENSE']) {
    write(basename(file), readFileSync(join(root, file), 'utf8'));
  }
}

async function bundle(format: 'cjs' | 'esm'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
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

/** Everything the client's exports speak of, in one file that imports nothing. */
function declarations(): string {
  const output = { noBanner: true, exportReferencedTypes: false };
  const config = { preferredConfigPath: join(root, 'client/tsconfig.json') };
  return generateDtsBundle([{ filePath: entry, output }], config).join('\n');
}

/** Swaps a changed file in whole: functions may be reading the old one. */
function write(name: string, text: string): void {
  const path = join(out, name);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, text);
  renameSync(aside, path);
}
