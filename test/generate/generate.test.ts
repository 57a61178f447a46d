import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = process.cwd();
const files = [
  'schemas',
  'test/conformance/seen',
  'shared/generated',
  'client/generated',
  'docs',
  'cloudfunctions',
  'cloudbaserc.json',
];

/** A copy of the schemas and of what was made from them, that a test may spoil. */
let copy = '';

function generate(...args: string[]): { status: number | null; output: string } {
  const script = join(root, 'scripts', 'generate.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [require.resolve('tsx/cli'), script, ...args], {
    cwd: copy,
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

const path = (file: string) => join(copy, file);
const read = (file: string) => readFileSync(path(file), 'utf8');

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'generate-'));
  for (const folder of files) cpSync(join(root, folder), join(copy, folder), { recursive: true });
});

afterEach(() => rmSync(copy, { recursive: true, force: true }));

test('what is committed is what the schemas say', () => {
  expect(generate('--check')).toMatchObject({ status: 0 });
});

test('one changed byte, a lost file and a file that is not generated are all noticed', () => {
  const errors = 'shared/generated/errors.ts';
  writeFileSync(path(errors), read(errors).replace("'unknown'", "'unknowm'"));
  rmSync(path('docs/zh-CN/errors.md'));
  writeFileSync(path('shared/generated/validators/old.js'), '');
  const { status, output } = generate('--check');
  expect(status).toBe(1);
  expect(output).toContain(`stale   ${errors}`);
  expect(output).toContain('missing docs/zh-CN/errors.md');
  expect(output).toContain('extra   shared/generated/validators/old.js');
  expect(output.match(/^(stale|missing|extra) /gm)).toHaveLength(3);
});

test('a changed schema makes the committed files stale; generating settles them and clears what is left over', () => {
  const finish = 'schemas/operations/profitSharingFinish.json';
  writeFileSync(path(finish), read(finish).replace('"maxLength": 80', '"maxLength": 81'));
  expect(generate('--check').output).toContain('stale   shared/generated/validators/profitSharingFinish.request.js');
  writeFileSync(path('shared/generated/operations/old.ts'), '');
  expect(generate().status).toBe(0);
  expect(generate('--check').status).toBe(0);
  expect(existsSync(path('shared/generated/operations/old.ts'))).toBe(false);
});

test('a reference to a shape that does not exist stops generation and says where', () => {
  const finish = 'schemas/operations/profitSharingFinish.json';
  writeFileSync(path(finish), read(finish).replace('#/definitions/nonce_str', '#/definitions/nonsense'));
  const { status, output } = generate('--check');
  expect(status).not.toBe(0);
  expect(output).toContain('field.json#/definitions/nonsense');
});
