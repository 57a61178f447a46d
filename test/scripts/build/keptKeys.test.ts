import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { swapIn } from '../../../scripts/build/swapIn';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const swap = () => swapIn(join(folder, 'new'), join(folder, 'out'), join(folder, 'replaced'));

it('keeps the keys that were put beside a function, through every build', () => {
  write('new/profitSharing/index.js', 'first');
  swap();
  write('out/profitSharing/credentials/apiclient_key.pem', 'a key');
  write('new/profitSharing/index.js', 'second');
  swap();
  expect(read('out/profitSharing/index.js')).toBe('second');
  expect(read('out/profitSharing/credentials/apiclient_key.pem')).toBe('a key');
});

it('keeps the keys of a function that is no longer built', () => {
  write('out/profitSharingGone/index.js', 'old');
  write('out/profitSharingGone/credentials/apiclient_key.pem', 'a key');
  write('new/profitSharing/index.js', 'first');
  swap();
  expect(existsSync(join(folder, 'out/profitSharingGone/index.js'))).toBe(false);
  expect(read('out/profitSharingGone/credentials/apiclient_key.pem')).toBe('a key');
});

it('leaves an equal build where it is, for functions that run from it, keys or not', () => {
  write('new/profitSharing/index.js', 'first');
  swap();
  write('out/profitSharing/credentials/apiclient_key.pem', 'a key');
  write('new/profitSharing/index.js', 'first');
  swap();
  expect(existsSync(join(folder, 'replaced'))).toBe(false);
  expect(read('out/profitSharing/credentials/apiclient_key.pem')).toBe('a key');
});
