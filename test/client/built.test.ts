import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { buildClient } from '../../scripts/build/buildClient';

const root = resolve(__dirname, '../..');
const built = join(root, 'dist/client');

/** A merchant's project with the built client installed, and no types of Node, browsers or WeChat. */
let project: string;
beforeAll(async () => {
  await buildClient();
  project = mkdtempSync(join(tmpdir(), 'consumer-'));
  mkdirSync(join(project, 'node_modules'));
  symlinkSync(built, join(project, 'node_modules/cloudpay-profitsharing'), 'dir');
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

const run = (file: string) => spawnSync(process.execPath, [file], { cwd: project, encoding: 'utf8' }).stdout.trim();

const program = `
import { profitSharing, ProfitSharingError, isRetrySafe, waitUntilSettled, type Cloud } from 'cloudpay-profitsharing';

export async function shareAndWait(cloud: Cloud): Promise<number> {
  const client = profitSharing(cloud, { functionName: (operation) => operation, locale: 'en' });
  const share = { transaction_id: '42', out_order_no: 'S1' };
  try {
    await client.multiProfitSharing({
      ...share,
      receivers: [{ type: 'MERCHANT_ID', account: '1900000110', amount: 888, description: 'goods' }],
    });
    const { receivers } = await waitUntilSettled(client, share, { timeoutMs: 10_000 });
    return receivers.reduce((sum, { amount, result }) => (result === 'SUCCESS' ? sum + amount : sum), 0);
  } catch (error) {
    if (error instanceof ProfitSharingError && !isRetrySafe(error)) return -error.violations.length;
    throw error;
  }
}
`;

it('brings types that stand alone, for import and for require, and that know a right amount from a wrong one', () => {
  const files = ['consumer.mts', 'consumer.cts', 'mistaken.cts'];
  const mistaken = program.replace('amount: 888', "\n// @ts-expect-error in fen, not in yuan\namount: '8.88'");
  for (const file of files) writeFileSync(join(project, file), file.startsWith('mistaken') ? mistaken : program);
  const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--skipLibCheck', 'false'];
  const modules = ['--module', 'nodenext', '--target', 'es2017', '--lib', 'es2017', '--noEmit'];
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const checked = spawnSync(process.execPath, [tsc, ...strict, ...modules, ...files], {
    cwd: project,
    encoding: 'utf8',
  });
  expect(checked).toMatchObject({ stdout: '', status: 0 });
});

it('is loaded by import and by require, under the same names', () => {
  writeFileSync(
    join(project, 'names.mjs'),
    "console.log(Object.keys(await import('cloudpay-profitsharing')).sort().join())",
  );
  writeFileSync(
    join(project, 'names.cjs'),
    "console.log(Object.keys(require('cloudpay-profitsharing')).sort().join())",
  );
  const names = 'ProfitSharingError,SettlementTimeout,isRetrySafe,profitSharing,waitUntilSettled';
  expect([run('names.mjs'), run('names.cjs')]).toEqual([names, names]);
});

it('judges an error of its other copy like its own', () => {
  const source = `
    import { createRequire } from 'node:module';
    import * as imported from 'cloudpay-profitsharing';
    const required = createRequire(import.meta.url)('cloudpay-profitsharing');
    const offline = { callFunction: () => Promise.reject(new Error('offline')) };
    const share = { transaction_id: '42', out_order_no: 'S1' };
    for (const [mine, other] of [[imported, required], [required, imported]]) {
      const error = await mine.profitSharing(offline).profitSharingQuery(share).catch((error) => error);
      const wait = mine.waitUntilSettled(mine.profitSharing(offline), share, { timeoutMs: 5, intervalMs: 1 });
      const timeout = await wait.catch((error) => error);
      console.log(
        mine.ProfitSharingError === other.ProfitSharingError,
        other.isRetrySafe(error),
        error instanceof other.ProfitSharingError,
        timeout instanceof other.SettlementTimeout,
        error instanceof other.SettlementTimeout || timeout instanceof other.ProfitSharingError,
      );
    }`;
  writeFileSync(join(project, 'copies.mjs'), source);
  expect(run('copies.mjs').split('\n')).toEqual(Array(2).fill('false true true true false'));
});

it('needs nothing but the language and setTimeout, as in a mini program', async () => {
  const answers = ['processing', 'settled'].map((state) => ({
    result: { return_code: 'SUCCESS', result_code: 'SUCCESS', receivers: '[]', settlement: { state, receivers: [] } },
  }));
  const cloud = { callFunction: async () => answers.shift() };
  const module = { exports: {} };
  const miniProgram = createContext({ module, exports: module.exports, setTimeout, cloud });
  runInContext(readFileSync(join(built, 'index.js'), 'utf8'), miniProgram);
  const share = "{ transaction_id: '42', out_order_no: 'S1' }";
  const waiting = `module.exports.waitUntilSettled(module.exports.profitSharing(cloud), ${share}, { intervalMs: 1 })`;
  const { settlement } = (await runInContext(waiting, miniProgram)) as { settlement: object };
  expect(settlement).toMatchObject({ state: 'settled' });
});

it('is small enough for a mini program: 8 KB on its way', () => {
  for (const file of ['index.js', 'index.mjs']) {
    expect(gzipSync(readFileSync(join(built, file))).length).toBeLessThan(8192);
  }
});

it('is packed with what its users need and nothing else', () => {
  const packed = spawnSync('npm', ['pack', '--dry-run', '--json'], { cwd: built, encoding: 'utf8' });
  const [{ name, files, size }] = JSON.parse(packed.stdout);
  expect(name).toBe('cloudpay-profitsharing');
  expect(files.map(({ path }: { path: string }) => path).sort()).toEqual([
    ...[
      'LICENSE',
      'README.md',
      'README.zh-CN.md',
      'index.d.mts',
      'index.d.ts',
      'index.js',
      'index.mjs',
      'package.json',
      ...['plan.d.mts', 'plan.d.ts', 'plan.js', 'plan.mjs'],
    ],
  ]);
  expect(size).toBeLessThan(60_000);
  const { dependencies, keywords, license, repository } = JSON.parse(readFileSync(join(built, 'package.json'), 'utf8'));
  expect({ dependencies, license }).toEqual({ dependencies: undefined, license: 'MIT' });
  expect(repository.url).toMatch(/^git\+https:/);
  expect(keywords).toContain('profit-sharing');
});

it('is what npm publishes; the functions are deployed from a clone, and the clone is never published', () => {
  expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).toMatchObject({ private: true });
});
