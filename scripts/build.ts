import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

const root = resolve(__dirname, '..');
const doors = join(root, 'cloudfunctions');
const out = join(root, 'dist/cloudfunctions');
const sdkFile = 'cloudbase.js';

/** The CloudBase SDK is a sibling file, so that a function on another link never even reads it from disk. */
const sdkBesideTheBundle: Plugin = {
  name: 'sdk-beside-the-bundle',
  setup(bundle) {
    bundle.onResolve({ filter: /(^|\/)cloudbase$/ }, ({ path, resolveDir }) =>
      resolve(resolveDir, path) === join(root, 'shared/cloudbase')
        ? { path: `./${sdkFile}`, external: true }
        : undefined,
    );
  },
};

const options = {
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  target: 'node18',
  charset: 'utf8',
  legalComments: 'none',
  // `import()` of a sibling becomes `require()`: the ES module loader would cost more than the file.
  supported: { 'dynamic-import': false },
  logLevel: 'warning',
} as const;

/** Builds every door into a folder that WeChat DevTools or `tcb` uploads as it is. */
export async function buildFunctions(): Promise<string[]> {
  // Built aside and swapped in whole, so that nobody ever runs half a build.
  const aside = join(root, `dist/building-${process.pid}`);
  try {
    const names = await buildInto(join(aside, 'cloudfunctions'), join(aside, sdkFile));
    // An equal build stays where it is: functions may be running from it.
    if (contentOf(join(aside, 'cloudfunctions')) !== contentOf(out)) {
      if (existsSync(out)) renameSync(out, join(aside, 'replaced'));
      renameSync(join(aside, 'cloudfunctions'), out);
    }
    return names;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

async function buildInto(folder: string, sdk: string): Promise<string[]> {
  const names = readdirSync(doors).sort();
  await Promise.all([
    build({ ...options, entryPoints: [join(root, 'shared/cloudbase.ts')], outfile: sdk }),
    ...names.map((name) =>
      build({
        ...options,
        entryPoints: [join(doors, name, 'index.ts')],
        outfile: join(folder, name, 'index.js'),
        plugins: [sdkBesideTheBundle],
      }),
    ),
  ]);
  const { version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const name of names) {
    cpSync(sdk, join(folder, name, sdkFile));
    writeJson(join(folder, name, 'package.json'), { name, version, license, private: true, main: 'index.js' });
    const config = join(doors, name, 'config.json');
    const settings = existsSync(config) ? JSON.parse(readFileSync(config, 'utf8')) : { permissions: { openapi: [] } };
    writeJson(join(folder, name, 'config.json'), settings);
  }
  return names;
}

/** Every file below a folder and what is in it, as one text to compare. */
function contentOf(folder: string): string {
  if (!existsSync(folder)) return '';
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((path) => `${relative(folder, path)} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)
    .join('\n');
}

function writeJson(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}

if (require.main === module) {
  buildFunctions().then(
    (names) => {
      const kilobytes = (path: string) => `${(statSync(path).size / 1024).toFixed(0)} KB`;
      for (const name of names) console.log(`${name.padEnd(30)} ${kilobytes(join(out, name, 'index.js'))}`);
      console.log(
        `beside each: ${sdkFile}, ${kilobytes(join(out, names[0] ?? '', sdkFile))}, read only on the cloudpay link`,
      );
    },
    (error) => {
      console.error(error);
      process.exitCode = 1;
    },
  );
}
