import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { merchantSetup } from '../../console';
import { type Sandbox, startSandbox } from '../../sandbox';
import type { ReportReply } from '../../shared/report';

const OPENID = 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o';
const supplier = { type: 'MERCHANT_ID', account: '1900000110' };
const rider = { type: 'PERSONAL_OPENID', account: OPENID };

let sandbox: Sandbox;
let folder: string;
let order: object;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'report '));
  sandbox = await startSandbox({ functionLimitMs: 300_000 });
  const setup = await merchantSetup(sandbox, 'apiv3');
  order = setup.order;
  sandbox.setEnv('*', { ...setup.variables, PROFIT_SHARING_LEDGER_KEY: 'k'.repeat(32), PROFIT_SHARING_LOCALE: 'en' });
  await call('profitSharingAddReceiver', { receiver: { ...supplier, name: '示例供应商', relation_type: 'SUPPLIER' } });
  await call('profitSharingAddReceiver', { receiver: { ...rider, relation_type: 'STAFF' } });
  const transaction_id = await paidOrder();
  await share(transaction_id, 'S1', 888, 12);
  sandbox.state.bank.clock.advance(120_000);
  await call('profitSharingQuery', { transaction_id, out_order_no: 'S1' });
  await share(await paidOrder(), '-S2', 300, 45);
});
afterAll(async () => {
  await sandbox.stop();
  rmSync(folder, { recursive: true });
});

const call = async (name: string, data: object) => (await sandbox.call(name, data, 'function')).result;
const paidOrder = async () => {
  const body = JSON.stringify({ ready: true, amount: 10_000, ...order });
  const answer = await fetch(`${sandbox.url}/_sandbox/orders`, { method: 'POST', body });
  return String(((await answer.json()) as Record<string, unknown>).transaction_id);
};
const share = (transaction_id: string, out_order_no: string, forSupplier: number, forRider: number) =>
  call('multiProfitSharing', {
    ...{ transaction_id, out_order_no },
    receivers: [
      { ...supplier, name: '示例供应商', amount: forSupplier, description: '货款' },
      { ...rider, amount: forRider, description: '配送' },
    ],
  });

/** The command itself, with the account's key, against the database that the functions wrote to. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { envId, secretId, secretKey } = sandbox.env;
  const account = { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey };
  const cloud = { TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${sandbox.url}/admin` }), PATH: process.env.PATH ?? '' };
  const script = join(__dirname, '../../scripts/report.ts');
  return new Promise<{ code: number; output: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      [require.resolve('tsx/cli'), script, '--env', envId, ...args],
      { env: { ...cloud, ...account, ...env } },
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
    );
  });
}

it('says what is open and who got what, and that it adds up to the ledger', async () => {
  const { code, output } = await run(['--locale', 'en']);
  expect(output).toContain('the rows add up to the ledger, to the fen');
  expect(code).toBe(0);
  expect(output).toMatch(/accepted|processing/);
  expect(output).toMatch(/share +1900000110 +2 +11\.88 +8\.88 +3\.00 +0\.00/);
  expect(output).toMatch(/share +oUp\*\*\*\*eS6o +2 +0\.57 +0\.12 +0\.45 +0\.00/);
  expect(output).toMatch(/share +total +2 +12\.45 +9\.00 +3\.45/);
  expect(output).not.toContain(OPENID);
});

it('writes a file that Excel in China opens: texts stay texts, amounts are numbers, nothing is a formula', async () => {
  const file = join(folder, 'month.csv');
  expect((await run(['--csv', file])).code).toBe(0);
  const [headings = '', ...lines] = readFileSync(file, 'utf8').split('\r\n');
  expect(
    headings.startsWith(
      '\ufeff"类型","接收方","账本中的标识","笔数","请求（元）","请求（分）","成功（元）","成功（分）"',
    ),
  ).toBe(true);
  expect(lines[0]).toBe('"分账","\t1900000110","\t1900000110",2,11.88,1188,8.88,888,3.00,300,0.00,0,0.00,0,0.00,0');
  expect(lines.find((line) => line.includes('合计'))).toContain('2,12.45,1245,9.00,900,3.45,345');
  const issues = readFileSync(`${file}.issues.csv`, 'utf8');
  expect(issues).toContain(`"'-S2"`);
});

it('gives the functions’ callers the same', async () => {
  const { report } = (await call('profitSharingReport', { view: 'totals' })) as ReportReply;
  expect(report?.all?.share).toMatchObject({ records: 2, asked: 1245, paid: 900, pending: 345 });
  const { report: told } = (await call('profitSharingReport', { view: 'order', number: 'S1' })) as ReportReply;
  expect(told?.story).toMatchObject([{ operation: 'multiProfitSharing', number: 'S1', state: 'settled' }]);
  expect(JSON.stringify([report, told])).not.toContain(OPENID);
});

it.each([
  [['--by', 'mood'], {}],
  [['--from', 'yesterday'], {}],
  [['looseKey'], {}],
])('explains how it is used for %j', async (args, env) => {
  const { code, output } = await run(args, env);
  expect(code).toBe(1);
  expect(output).toContain('npm run report -- --env');
  expect(output).not.toContain('looseKey');
});

it('says that the key is wrong, and shows no key', async () => {
  const { code, output } = await run([], { TENCENTCLOUD_SECRETKEY: 'guessedSecretKey' });
  expect(code).toBe(1);
  expect(output).not.toContain('guessedSecretKey');
  expect(output).not.toContain('the rows add up');
});
