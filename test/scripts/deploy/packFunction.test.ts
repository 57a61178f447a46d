import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packFunction } from '../../../scripts/deploy/packFunction';
import { unzip } from '../cloudApi/unzip';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'function-'));
  writeFileSync(join(folder, 'index.js'), 'exports.main = async () => "分账";');
});
afterAll(() => rmSync(folder, { recursive: true }));

const key = new Map([['apiclient_key.pem', Buffer.from('a key')]]);

it('unpacks to the function and the credentials beside it', () => {
  const { base64, size, credentials } = packFunction(folder, key);
  const archive = Buffer.from(base64, 'base64');
  expect(archive).toHaveLength(size);
  const files = [...unzip(archive)].map(([path, content]) => [path, content.toString()]);
  expect(files).toEqual([
    ['credentials/apiclient_key.pem', 'a key'],
    ['index.js', 'exports.main = async () => "分账";'],
  ]);
  expect(credentials).toEqual(['apiclient_key.pem']);
});

it('makes the same archive in every time zone', () => {
  const script = `process.stdout.write(require(${JSON.stringify(join(__dirname, '../../../scripts/deploy/packFunction'))}).packFunction(${JSON.stringify(folder)}, new Map()).base64)`;
  const packedIn = (TZ: string) =>
    String(
      execFileSync(process.execPath, ['-r', require.resolve('tsx/cjs'), '-e', script], { env: { ...process.env, TZ } }),
    );
  const [first, ...others] = ['Pacific/Kiritimati', 'UTC', 'Pacific/Niue', 'Asia/Shanghai'].map(packedIn);
  expect(others).toEqual([first, first, first]);
  expect(unzip(Buffer.from(first ?? '', 'base64')).size).toBe(1);
});

it('makes the same archive of the same files, and another digest of others', () => {
  expect(packFunction(folder, key)).toEqual(packFunction(folder, key));
  expect(packFunction(folder, new Map()).digest).not.toBe(packFunction(folder, key).digest);
});
