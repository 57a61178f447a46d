import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { merchantSetup, openConsole } from '../../console';
import { type Sandbox, startSandbox } from '../../sandbox';
import { Terminal } from './call/terminal';
import { asFile } from './doctor/doctorFixture';

let sandbox: Sandbox;
let terminal: Terminal;
beforeAll(async () => {
  [sandbox, terminal] = await Promise.all([startSandbox({ console: openConsole }), Terminal.open()]);
});
afterAll(async () => {
  terminal.close();
  await sandbox.stop();
});

const SUB_MERCHANT = '1900000109';
const SUPPLIER = { type: 'MERCHANT_ID', account: '1900000110', relation_type: 'SUPPLIER', name: '示例供应商' };

let numbers = 0;

/** A share of 8.88 yuan to the supplier, out of an order of its own. */
function share(order: Readonly<Record<string, string>> = {}) {
  const { bank } = sandbox.state;
  const { transactionId } = bank.payOrder({
    payerMchId: SUB_MERCHANT,
    amount: 10_000,
    paidAt: bank.clock.now() - 600_000,
    ...order,
  });
  numbers += 1;
  const receivers = [{ type: 'MERCHANT_ID', account: SUPPLIER.account, amount: 888, description: 'goods' }];
  return { transaction_id: transactionId, out_order_no: `P${numbers}`, receivers };
}

describe('through a running sandbox', () => {
  const type = (operation: string, request: object, ...more: string[]) =>
    terminal.type([
      operation,
      JSON.stringify({ sub_mch_id: SUB_MERCHANT, ...request }),
      '--sandbox',
      sandbox.url,
      ...more,
    ]);

  it('shares money and shows where it is, in yuan and fen', async () => {
    const added = await type('profitSharingAddReceiver', { receiver: SUPPLIER });
    expect(added).toMatchObject({ code: 0, stderr: '' });
    expect(added.stdout).toContain('MERCHANT_ID 190****0110 SUPPLIER');

    const { transaction_id, out_order_no, receivers } = share();
    const shared = await type('multiProfitSharing', { transaction_id, out_order_no, receivers });
    expect(shared.stdout).toMatch(/^✓ multiProfitSharing\n/);
    expect(shared.stdout).toMatch(/Money: (accepted|on its way)/);

    sandbox.state.bank.clock.advance(2000);
    const { stdout } = await type('profitSharingQuery', { transaction_id, out_order_no });
    expect(stdout).toContain('Money: settled');
    expect(stdout).toMatch(/account +amount +result\n +190\*{4}0110 +¥8\.88 \(888 fen\) +SUCCESS/);
  });

  it('prints with --json the reply as it is and nothing else, without colour', async () => {
    const request = { transaction_id: '4200000000000000000000000000', out_order_no: 'P-unused' };
    const { code, stdout, stderr } = await type('profitSharingQuery', request, '--json');
    expect(code).toBe(1);
    expect(stderr).toBe('');
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(stdout)).toMatchObject({ err_code: 'RESOURCE_NOT_EXISTS', advice: { funds: 'unchanged' } });
  });

  it('shows a refused request field by field, and what to do next', async () => {
    const { code, stdout } = await type('multiProfitSharing', {
      ...share(),
      receivers: [{ ...SUPPLIER, amount: 0, description: 'x' }],
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^✗ multiProfitSharing {2}REQUEST_INVALID/);
    expect(stdout).toMatch(/receivers\[0\]\.amount +\S/);
    expect(stdout).toMatch(/(没有动账|No money moved) · (改正后重试|repeat once corrected)/);
    expect(stdout).not.toContain('\u001b[');
  });

  it('takes the request from standard input', async () => {
    const request = JSON.stringify({
      sub_mch_id: SUB_MERCHANT,
      transaction_id: '4200000000000000000000000000',
      out_order_no: 'P0',
    });
    const { stdout } = await terminal.type(
      ['profitSharingQuery', '-', '--json', '--sandbox', sandbox.url],
      {},
      request,
    );
    expect(JSON.parse(stdout)).toMatchObject({ err_code: 'RESOURCE_NOT_EXISTS' });
  });

  it('takes the request from a file, whatever the quotes of the shell', async () => {
    const file = join(terminal.folder, 'request 请求.json');
    writeFileSync(
      file,
      `\uFEFF${JSON.stringify({ sub_mch_id: SUB_MERCHANT, transaction_id: '4200000000000000000000000000', out_order_no: 'P0' })}`,
    );
    const args = ['profitSharingQuery', '--file', file, '--json', '--sandbox', sandbox.url];
    expect(JSON.parse((await terminal.type(args)).stdout)).toMatchObject({ err_code: 'RESOURCE_NOT_EXISTS' });
    writeFileSync(file, Buffer.from('{}', 'utf16le'));
    expect(await terminal.type(args)).toMatchObject({ code: 2, stderr: expect.stringContaining('save it as UTF-8') });
  });

  it('puts the sandbox on another link first', async () => {
    const { stdout } = await terminal.type([
      'profitSharingMerchantRatioQuery',
      '--link',
      'apiv3',
      '--sandbox',
      sandbox.url,
    ]);
    expect(stdout).toMatch(/max_ratio +30 %/);
    expect(sandbox.state.calls.list().at(-1)).toMatchObject({ link: 'apiv3' });
  });

  it('ends with 2 when the function does not exist there', async () => {
    const empty = await startSandbox({ functionsDir: terminal.folder });
    try {
      const { code, stderr } = await terminal.type(['profitSharingQuery', '--sandbox', empty.url]);
      expect(code).toBe(2);
      expect(stderr).toContain('npm run build');
    } finally {
      await empty.stop();
    }
  });

  it('ends with 2 and tells how to start one when none runs', async () => {
    const gone = createServer();
    await new Promise<void>((done) => gone.listen(0, '127.0.0.1', done));
    const { port } = gone.address() as AddressInfo;
    await new Promise((done) => gone.close(done));
    const { code, stdout, stderr } = await terminal.type([
      'profitSharingQuery',
      '--sandbox',
      `http://127.0.0.1:${port}`,
      '--json',
    ]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Start one in another terminal: npm run sandbox');
  });
});

describe('with keys of its own', () => {
  const trust = () => ({ NODE_EXTRA_CA_CERTS: sandbox.caFile });

  async function settings(
    link: 'cloudpay' | 'apiv2' | 'apiv3' | 'ecommerce' | 'brand',
    change: Record<string, string | undefined> = {},
  ) {
    const file = join(terminal.folder, `${link}.env`);
    const { variables } = await merchantSetup(sandbox, link);
    writeFileSync(file, asFile({ ...variables, PROFIT_SHARING_LEDGER: 'off', ...change }));
    return file;
  }

  it.each(['apiv2', 'apiv3', 'ecommerce', 'brand'] as const)(
    'runs the built function on %s, over TLS',
    async (link) => {
      const { order, payer } = await merchantSetup(sandbox, link);
      const { transactionId } = sandbox.state.bank.payOrder({
        amount: 10_000,
        payerMchId: payer,
        family: order.family as 'ordinary',
      });
      const args = [
        'profitSharingOrderAmountQuery',
        JSON.stringify({ transaction_id: transactionId }),
        '--env-file',
        await settings(link),
      ];
      const { code, stdout } = await terminal.type(args, trust());
      expect(stdout).toContain('unsplit_amount  ¥');
      expect(code).toBe(0);
      expect(sandbox.state.calls.list().at(-1)).toMatchObject({ link });
    },
  );

  it('moves real money only when told to, and then over the certificate in the credentials folder', async () => {
    const { mchCertPem } = await sandbox.credentials();
    writeFileSync(join(terminal.folder, 'apiclient_cert.pem'), mchCertPem);
    const file = await settings('apiv2', { WECHATPAY_MCH_CERT: undefined });
    await terminal.type(
      ['profitSharingAddReceiver', JSON.stringify({ receiver: SUPPLIER }), '--env-file', file],
      trust(),
    );
    const request = share();
    const args = ['multiProfitSharing', JSON.stringify(request), '--env-file', file, '--credentials', terminal.folder];
    const before = sandbox.state.calls.total;

    const asked = await terminal.type(args, trust());
    expect(asked).toMatchObject({ code: 2, stdout: '' });
    expect(asked.stderr).toContain('multiProfitSharing moves real money, ¥8.88 (888 fen)');
    expect(asked.stderr).toContain('--yes');
    expect(sandbox.state.calls.total).toBe(before);

    const sent = await terminal.type([...args, '--yes'], trust());
    expect(sent.stdout).toMatch(/^✓ multiProfitSharing\n/);
    expect(sandbox.state.calls.total).toBe(before + 1);
  });

  it('says that the ledger is out of reach, and sends nothing', async () => {
    const file = await settings('apiv3', { PROFIT_SHARING_LEDGER: undefined });
    const { code, stderr } = await terminal.type(
      ['multiProfitSharing', JSON.stringify(share()), '--env-file', file, '--yes'],
      trust(),
    );
    expect(code).toBe(2);
    expect(stderr).toContain('set PROFIT_SHARING_LEDGER=off in the file');
  });

  it('says that it takes no proxy, and goes on', async () => {
    const args = [
      'profitSharingQuery',
      JSON.stringify({ transaction_id: '4200000000000000000000000000', out_order_no: 'P0' }),
    ];
    const env = { ...trust(), HTTPS_PROXY: 'http://127.0.0.1:1' };
    const { code, stdout, stderr } = await terminal.type([...args, '--env-file', await settings('apiv3')], env);
    expect(stderr).toContain('HTTPS_PROXY is set and not used');
    expect(stdout).toContain('RESOURCE_NOT_EXISTS');
    expect(code).toBe(1);
  });

  it('says that cloudpay exists within the cloud only', async () => {
    const { code, stderr } = await terminal.type(['profitSharingQuery', '--env-file', await settings('cloudpay')]);
    expect(code).toBe(2);
    expect(stderr).toContain('call the deployed function with --env');
  });
});

describe('an impossible command', () => {
  it.each([
    ['an operation misspelt', ['profitSharingQuerry'], 'the nearest is profitSharingQuery'],
    ['no operation', [], 'npm run call -- <operation>'],
    ['an unknown option', ['profitSharingQuery', '--aLooseKey'], 'npm run call -- <operation>'],
    ['a file that is not there', ['profitSharingQuery', '--file', 'nowhere.json'], 'there is no file nowhere.json'],
    ['a request twice', ['profitSharingQuery', '{}', '--file', 'x.json'], 'npm run call -- <operation>'],
    ['text that is not JSON', ['profitSharingQuery', '{aLooseKey'], 'not JSON'],
    ['a list for a request', ['profitSharingQuery', '["aLooseKey"]'], 'JSON object'],
    ['an unknown link', ['profitSharingQuery', '--link', 'aLooseKey'], '--link is one of cloudpay'],
    [
      'a link for a deployed function',
      ['profitSharingQuery', '--env', 'prod', '--link', 'apiv3'],
      'do not go together',
    ],
    [
      'two targets at once',
      ['profitSharingQuery', '--env', 'prod', '--sandbox', 'http://127.0.0.1:1'],
      'npm run call --',
    ],
  ])('ends with 2 for %s', async (_what, args, words) => {
    const { code, stdout, stderr } = await terminal.type(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('aLooseKey');
  });

  it('is told how by --help, in the language of the functions', async () => {
    expect(await terminal.type(['--help'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('CALLER_REFUSED'),
    });
    const { stdout } = await terminal.type(['--help', '--locale', 'zh-CN']);
    expect(stdout).toContain('退出码：0 成功');
  });
});

it('is what npm run call starts', async () => {
  const root = resolve(__dirname, '../..');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [require.resolve('tsx/cli'), join(root, 'scripts/call.ts'), '--help'],
    { cwd: root },
  );
  expect(stdout).toContain('npm run call --');
});
