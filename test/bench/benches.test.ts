import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(__dirname, '../..');

async function printedBy(bench: string, ...options: string[]): Promise<string> {
  const tsx = require.resolve('tsx/cli');
  return (await promisify(execFile)(process.execPath, [tsx, `bench/${bench}.ts`, ...options], { cwd: root })).stdout;
}

it('start-up is measured on every link, side by side with both SDKs', async () => {
  const printed = await printedBy('startup', '--runs', '1');
  const links = ['cloudpay, ledger on', 'cloudpay, ledger off', 'apiv2', 'apiv3', 'ecommerce', 'brand'];
  for (const row of ["require('wx-server-sdk')", 'hello state on @cloudbase/node-sdk', ...links]) {
    expect(printed).toMatch(new RegExp(`^${row.replace(/[()]/g, '\\$&')}.* \\d+\\.\\d +\\d\\.\\d{3}`, 'm'));
  }
  expect(printed).toMatch(/^cloudbase\.js +\d+\.\d +\d+\.\d$/m);
});

it("the adapter's own work is measured stage by stage, for few receivers and for as many as fit", async () => {
  const printed = await printedBy('overhead', '--calls', '3');
  for (const count of [2, 50]) expect(printed).toMatch(new RegExp(`^${count} receivers +cloudpay +apiv2 +apiv3$`, 'm'));
  for (const stage of ['validate', 'ledger: intent', 'to wire, sign', 'verify, from wire', 'whole function']) {
    expect(printed.match(new RegExp(`^  ${stage}( +\\d+\\.\\d){3}$`, 'gm'))).toHaveLength(2);
  }
  expect(printed).toMatch(/^ {2}whole function ≤ 1000( +(met|MISSED)){3}$/m);
});

it('scale is measured against floors and limits, and finds every break it put there', async () => {
  const printed = await printedBy('scale', '--rows', '1000,3000', '--records', '20');
  for (const rows of [1000, 3000]) {
    expect(printed).toMatch(
      new RegExp(`^ +${rows} +\\d+\\.\\d +\\d+( +\\d+\\.\\d\\d x floor){2} .* (met|MISSED)$`, 'm'),
    );
  }
  expect(printed).toMatch(/^ {2}\d+\.\d of 80 allowed: \d\.\d\d/m);
  expect(printed).toMatch(/^ {2}database calls a record: 2\.00 writes, 0\.\d\d reads$/m);
});
