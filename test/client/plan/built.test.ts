import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { buildClient } from '../../../scripts/build/buildClient';

const root = resolve(__dirname, '../../..');
const built = join(root, 'dist/client');
const text = (file: string) => readFileSync(join(built, file), 'utf8');

let project: string;
beforeAll(async () => {
  await buildClient();
  project = mkdtempSync(join(tmpdir(), 'planner-'));
  mkdirSync(join(project, 'node_modules'));
  symlinkSync(built, join(project, 'node_modules/cloudpay-profitsharing'), 'dir');
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

const inputs = `
  const order = { plan_no: 'P1', transaction_id: '42', paid: 10000 };
  const rules = {
    description: 'goods',
    rest: 'finish',
    lines: [{ receiver: { type: 'MERCHANT_ID', account: '1900000110' }, ratio: '12.5%' }],
  };`;

it('the client alone carries nothing of the planner', () => {
  expect(text('plan.js')).toContain('overRatio');
  for (const file of ['index.js', 'index.mjs']) expect(text(file)).not.toContain('overRatio');
  expect(text('index.js').length).toBeLessThan(11_500);
  expect(text('plan.js').length).toBeLessThan(27_000);
});

it('the planner is loaded by import and by require, and both plan alike', () => {
  const program = `${inputs}\nconsole.log(JSON.stringify(planShares(order, rules).requests));`;
  writeFileSync(join(project, 'plan.mjs'), `import { planShares } from 'cloudpay-profitsharing/plan';${program}`);
  writeFileSync(join(project, 'plan.cjs'), `const { planShares } = require('cloudpay-profitsharing/plan');${program}`);
  const [one, other] = ['plan.mjs', 'plan.cjs'].map((file) => {
    return spawnSync(process.execPath, [file], { cwd: project, encoding: 'utf8' }).stdout;
  });
  expect(JSON.parse(one ?? '')).toMatchObject([
    { request: { receivers: [{ amount: 1250 }] } },
    { operation: 'profitSharingFinish' },
  ]);
  expect(other).toBe(one);
});

it('the planner needs nothing but the language, and no BigInt, as in a mini program', () => {
  const module = { exports: {} };
  const miniProgram = createContext({ module, exports: module.exports });
  runInContext('delete globalThis.BigInt', miniProgram);
  runInContext(text('plan.js'), miniProgram);
  const plan = runInContext(`${inputs} module.exports.planShares(order, rules)`, miniProgram);
  expect(plan).toMatchObject({ ok: true, totals: { lines: 1250, rest: 8750 } });
  expect(text('plan.js')).not.toMatch(/BigInt|\d+n\b(?=[,;)\]])/);
});

const typed = `
import { profitSharing, type Cloud } from 'cloudpay-profitsharing';
import { planReturns, planShares, type OrderToShare, type ShareRules } from 'cloudpay-profitsharing/plan';

export async function share(cloud: Cloud, order: OrderToShare, rules: ShareRules): Promise<string[]> {
  const client = profitSharing(cloud);
  const plan = planShares(order, rules, { max_ratio: 3000 });
  if (!plan.ok) return plan.violations.map(({ field, rule, message }) => field + rule + message);
  for (const step of plan.requests) {
    if (step.operation === 'multiProfitSharing') await client.multiProfitSharing(step.request);
    else if (step.operation === 'profitSharing') await client.profitSharing(step.request);
    else await client.profitSharingFinish(step.request);
  }
  const found = await client.profitSharingQuery({ transaction_id: order.transaction_id, out_order_no: 'P1-S1' });
  const shares = [{ out_order_no: 'P1-S1', receivers: found.receivers }];
  const back = planReturns(order, shares, { refund_no: 'R1', amount: 100, description: 'refund' }, { kind: 'full' });
  if (back.ok) for (const { request } of back.requests) await client.profitSharingReturn(request);
  return [];
}

const receiver = { type: 'MERCHANT_ID', account: '1900000110' } as const;
export const mistakes: ShareRules = {
  description: 'goods',
  lines: [
    { receiver, ratio: '0.3' },
    // @ts-expect-error a ratio is text, never a float
    { receiver, ratio: 0.3 },
    // @ts-expect-error a remainder is or is not there
    { receiver, remainder: false },
  ],
};
`;

it('its types stand alone, take what the client returns, and its requests are what the client takes', () => {
  for (const file of ['typed.mts', 'typed.cts']) writeFileSync(join(project, file), typed);
  const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--skipLibCheck', 'false'];
  const modules = ['--module', 'nodenext', '--target', 'es2017', '--lib', 'es2017', '--noEmit'];
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const checked = spawnSync(process.execPath, [tsc, ...strict, ...modules, 'typed.mts', 'typed.cts'], {
    cwd: project,
    encoding: 'utf8',
  });
  expect(checked).toMatchObject({ stdout: '', status: 0 });
});
