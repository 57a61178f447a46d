import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Files by their path below a folder, with forward slashes. */
export type Files = ReadonlyMap<string, Buffer>;

/** Which content each file of the built functions has: most functions share most of their files. */
type Manifest = Readonly<Record<string, string>>;

/** The built functions that the npm package brings along, by their path below the folder of functions. */
export function packagedFunctions(folder = join(__dirname, 'functions')): Files {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  return new Map(Object.entries(manifest).map(([path, content]) => [path, readFileSync(join(folder, content))]));
}

/** Writes the functions into a folder that is gone when this process ends. @returns the folder */
export function withPackagedFunctions(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cloudpay-profitsharing-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of packagedFunctions()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
