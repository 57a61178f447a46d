import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { dropUnreachable } from './dropUnreachable';
import { envExample } from './envExample';
import { manifestOf, root, standalone, withoutBuild, writeFunctions, writeJson, writePage } from './standalone';
import { thirdPartyLicenses } from './thirdPartyLicenses';

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
  const { version, license, author, homepage, bugs, repository, keywords, engines, devDependencies } = manifestOf();
  const dropped = new Set<string>();
  const { metafile } = await build({
    entryPoints: [join(root, 'scripts/cli.ts')],
    outfile: join(out, 'cli.js'),
    ...standalone,
    banner: { js: '#!/usr/bin/env node' },
    external: NOT_PACKED,
    plugins: [withoutBuild, dropUnreachable(dropped, UNREACHABLE)],
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
