import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvFile } from '../../../scripts/deploy/readEnvFile';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'variables 变量 '));
});
afterEach(() => rmSync(root, { recursive: true }));

const TEXT = 'PROFIT_SHARING_LINK=apiv3\nWECHATPAY_MCH_ID=1900000100\n';

function read(bytes: string | Buffer, named = true) {
  writeFileSync(join(root, '.env'), bytes);
  return readEnvFile(root, named ? join(root, '.env') : undefined).values;
}

it.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${TEXT}`)],
  ['UTF-8 with line ends of Windows', Buffer.from(TEXT.replaceAll('\n', '\r\n'))],
])('reads a file in %s', (_what, bytes) => {
  expect(read(bytes)).toEqual({ PROFIT_SHARING_LINK: 'apiv3', WECHATPAY_MCH_ID: '1900000100' });
});

it.each([
  ['UTF-16 of PowerShell', Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), 'is not UTF-8 but probably UTF-16'],
  ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le'), 'is not UTF-8 but probably UTF-16'],
  ['UTF-16 with the high byte first', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16(), 'probably UTF-16'],
  ['GBK', Buffer.from([...Buffer.from('PROFIT_SHARING_LINK=apiv3 # '), 0xb7, 0xd6, 0xd5, 0xcb]), 'is not UTF-8'],
  ['no variable', '-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----\n', 'has no line NAME=value'],
])('refuses a file with %s, be it named or .env itself', (_what, bytes, words) => {
  for (const named of [true, false]) {
    expect(() => read(bytes, named)).toThrow(words);
    expect(() => read(bytes, named)).toThrow(expect.objectContaining({ code: 'NO_FILE' }));
  }
});

it('refuses a file named on the command line that says nothing of the functions', () => {
  expect(() => read('PORT=80\n')).toThrow('sets no variable of these functions');
  expect(() => read('# PROFIT_SHARING_LINK=apiv3\n')).toThrow('sets no variable of these functions');
});

it('takes a .env of the project for what it says of the functions, be it nothing', () => {
  expect(read('PORT=80\n', false)).toEqual({});
  expect(readEnvFile(join(root, 'elsewhere'), undefined)).toEqual({ values: {}, ignored: [] });
});

it('refuses a folder', () => {
  mkdirSync(join(root, 'variables'));
  expect(() => readEnvFile(root, join(root, 'variables'))).toThrow('is a folder, not a file');
});
