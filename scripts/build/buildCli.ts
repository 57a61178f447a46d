import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { bundlePage } from '../../console/bundlePage';
import { dropUnreachable } from './dropUnreachable';
import { envExample } from './envExample';
import { thirdPartyLicenses } from './thirdPartyLicenses';

const root = resolve(__dirname, '../..');

/** Plain JavaScript that runs in processes of its own, beside the bundle. */
const FORKED = ['sandbox/cloudbase/bootstrap.cjs', 'scripts/call/functionProcess.cjs'];

/** What of manager-node no command reaches: object storage and archives on disk. */
const UNREACHABLE: Readonly<Record<string, string>> = {
  'cos-nodejs-sdk-v5/': '',
  'unzipper/': '',
  'archiver/': '',
};

/** What only the repository needs: building functions, and the optional parts of packages that are never reached. */
const NOT_PACKED = ['esbuild', 'dts-bundle-generator', '@aws-sdk/client-s3'];

/**
 * Builds the npm package of the command line: one bundle without dependencies, the built functions, the page of the
 * sandbox and the template of a project.
 * @param functions the folder of the built functions
 */
export async function buildCli(functions = join(root, 'dist/cloudfunctions'), out = join(root, 'dist/cli')) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const { version, license, author, homepage, bugs, repository, keywords, engines, devDependencies } = manifestOf(root);
  const dropped = new Set<string>();
  const { metafile } = await build({
    entryPoints: [join(root, 'scripts/cli.ts')],
    outfile: join(out, 'cli.js'),
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    charset: 'utf8',
    // Without "use strict" over all: packages in CommonJS were written for sloppy mode, and one assigns to a getter.
    tsconfigRaw: {},
    banner: { js: '#!/usr/bin/env node' },
    legalComments: 'none',
    external: NOT_PACKED,
    plugins: [withoutBuild, dropUnreachable(dropped, UNREACHABLE)],
    metafile: true,
    logLevel: 'error',
  });
  const missed = Object.keys(UNREACHABLE).filter((part) => !dropped.has(part));
  if (missed.length > 0) throw new Error(`manager-node no longer has ${missed.join(', ')}`);
  chmodSync(join(out, 'cli.js'), 0o755);
  for (const file of FORKED) cpSync(join(root, file), join(out, file.split('/').at(-1) ?? file));
  await writePage(join(out, 'page'));
  writeFunctions(functions, join(out, 'functions'));
  writeTemplate(join(out, 'template'), { version, sdk: devDependencies['wx-server-sdk'] });
  writeJson(join(out, 'package.json'), {
    name: 'cloudpay-profitsharing-cli',
    version,
    description:
      'WeChat Pay profit sharing (分账) on CloudBase: functions ready to deploy, a sandbox of WeChat Pay, a doctor, one command line.',
    ...{ keywords, homepage, bugs, repository, license, author, engines },
    bin: { 'cloudpay-profitsharing-cli': 'cli.js' },
  });
  for (const file of ['README.md', 'README.zh-CN.md']) cpSync(join(root, 'scripts/cli', file), join(out, file));
  cpSync(join(root, 'LICENSE'), join(out, 'LICENSE'));
  writeFileSync(join(out, 'THIRD-PARTY-LICENSES.txt'), thirdPartyLicenses(Object.keys(metafile.inputs)));
}

/** The functions come built, so that nothing of the package ever builds them. */
const withoutBuild: Plugin = {
  name: 'without-build',
  setup(bundle) {
    bundle.onResolve({ filter: /^\.\.?\/(build|bundlePage)$/ }, ({ path }) => ({ path, external: true }));
  },
};

async function writePage(folder: string): Promise<void> {
  mkdirSync(folder);
  const { script, style } = await bundlePage();
  writeFileSync(join(folder, 'page.js'), script);
  writeFileSync(join(folder, 'page.css'), style);
  for (const file of ['page.html', 'icon.svg']) cpSync(join(root, 'console/page', file), join(folder, file));
}

/** Each content once, under its hash: most functions share most of their files. */
function writeFunctions(from: string, folder: string): void {
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

function writeTemplate(folder: string, { version, sdk }: { readonly version: string; readonly sdk: string }): void {
  cpSync(join(root, 'scripts/init/template'), folder, { recursive: true });
  writeFileSync(join(folder, 'env.example'), envExample());
  const example = 'shareOrder';
  writeJson(join(folder, 'cloudfunctions', example, 'package.json'), {
    name: example,
    version: '1.0.0',
    private: true,
    main: 'index.js',
    dependencies: { 'cloudpay-profitsharing': `^${version}`, 'wx-server-sdk': sdk },
  });
  const settings = JSON.parse(readFileSync(join(root, 'cloudbaserc.json'), 'utf8'));
  writeJson(join(folder, 'cloudbaserc.json'), { ...settings, functionRoot: './cloudfunctions' });
}

function manifestOf(folder: string) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
