import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Text, translate } from '../shared/locale';
import { buildFunctions } from './build';
import { buildCli } from './build/buildCli';
import { buildClient } from './build/buildClient';
import { npmCommand } from './build/npmCommand';
import { releaseZip } from './build/releaseZip';
import { localeOf } from './doctor/settings';
import { readLocale } from './terminal/readLocale';
import { runTool } from './terminal/runTool';

const root = resolve(__dirname, '..');

const USAGE: Text = {
  zh: `npm run pack [-- --locale zh-CN|en]
在 dist/packages 里生成要发布的内容：两个 npm 包，以及云函数的 zip。`,
  en: `npm run pack [-- --locale zh-CN|en]
Makes what is published, in dist/packages: two npm packages, and the functions as a zip.`,
};

/** Makes what is published: two npm packages, and the functions as a zip. */
async function pack(): Promise<number> {
  const given = readLocale(process.argv.slice(2));
  if (!given || given.help) {
    (given ? console.log : console.error)(translate(USAGE, localeOf(given?.locale, process.env)));
    return given ? 0 : 2;
  }
  const out = join(root, 'dist/packages');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await Promise.all([buildFunctions(), buildClient()]);
  await buildCli();
  for (const name of ['client', 'cli']) npmPack(join(root, 'dist', name), out);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(out, `cloudfunctions-${version}.zip`), releaseZip(join(root, 'dist/cloudfunctions')));
  for (const file of readdirSync(out).sort()) {
    console.log(`${file.padEnd(48)}${(statSync(join(out, file)).size / 1024).toFixed(0).padStart(6)} KB`);
  }
  return 0;
}

function npmPack(folder: string, out: string): void {
  const [command, ...args] = npmCommand();
  execFileSync(command, [...args, 'pack', folder, '--pack-destination', out, '--loglevel=error'], { stdio: 'pipe' });
}

void runTool(pack, (error) => ({ text: String((error as Error)?.stack ?? error), code: 1 }));
