import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { merchantSetup } from '../../console';
import { type Sandbox, startSandbox } from '../../sandbox';
import { unreachable } from '../../scripts/build/dropUnreachable';

const deployed = resolve(__dirname, '../../dist/cloudfunctions/multiProfitSharing');
const sdk = join(deployed, 'cloudbase.js');
const supplier = { type: 'MERCHANT_ID', account: '1900000110' };
const functions = {
  everyMethod: { dir: join(__dirname, 'fixtures/everyMethod') },
  echo: { dir: join(__dirname, 'fixtures/echo') },
};

describe('the CloudBase SDK that is deployed, without the parts nothing reaches', () => {
  let sandbox: Sandbox;
  let printed = '';
  beforeAll(async () => {
    sandbox = await startSandbox({
      functions,
      functionLimitMs: 300_000,
      verbose: true,
      state: { noticeLimitMs: 300_000 },
    });
    sandbox.database.createCollection('notes');
    // Whatever any function prints, the ones that WeChat Pay or a timer calls included.
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed += String(text);
      return true;
    });
  });
  beforeEach(() => {
    printed = '';
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await sandbox.stop();
  });

  it('has a stub in place of each of them', () => {
    const bundled = ['cloudbase.js', 'cloudbaseDatabase.js'].map((file) => readFileSync(join(deployed, file), 'utf8'));
    const missing = Object.keys(unreachable).filter((part) => !bundled.join().includes(`${part} is left out`));
    expect(missing).toEqual([]);
  });

  it('still does all that the links and the ledger ask of it', async () => {
    const { result } = await sandbox.call('everyMethod', { sdk });
    expect(result).toEqual({
      twice: expect.stringContaining('E11000 duplicate key error'),
      found: [
        { _id: 'b', amount: 2 },
        { _id: 'a', amount: 1 },
      ],
      total: 1,
      updated: 2,
      changed: [{ _id: 'b', amount: 2, lines: { new: 2 } }],
      called: { amount: 3 },
      paid: expect.objectContaining({ return_code: 'SUCCESS', err_code: 'PARAM_ERROR' }),
    });
    expect(printed).not.toContain('is left out');
  });

  it.each([
    ['ai', '@cloudbase/node-sdk/dist/ai/'],
    ['analytics', '@cloudbase/node-sdk/dist/analytics/'],
    ['auth', '@cloudbase/node-sdk/dist/auth/'],
    ['container', '@cloudbase/node-sdk/dist/cloudrun/'],
    ['logger', '@cloudbase/node-sdk/dist/logger/'],
    ['models', '@cloudbase/wx-cloud-client-sdk/'],
    ['mysql', '@cloudbase/wx-cloud-client-sdk/'],
    ['notification', '@cloudbase/node-sdk/dist/notification/'],
    ['requestClient', 'axios/'],
    ['storage', '@cloudbase/node-sdk/dist/storage/'],
    ['watch', '@cloudbase/database/dist/commonjs/realtime/websocket-client.js'],
  ])('throws and says so when %s is touched', async (touch, part) => {
    const { result } = await sandbox.call('everyMethod', { sdk, touch });
    expect(result).toBe(`${part} is left out of this build`);
    expect(printed).toContain(`${part} is left out of this build`);
  });

  it('is never asked for one of them while money is shared, told about, reconciled and announced', async () => {
    const { variables, order } = await merchantSetup(sandbox, 'cloudpay');
    sandbox.setEnv('*', { ...variables, PROFIT_SHARING_ON_SETTLED: 'echo' });
    const { apiV3Key, publicKeyId, publicKeyPem } = await sandbox.credentials(supplier.account);
    sandbox.setEnv('profitSharingNotify', {
      ...variables,
      WECHATPAY_API_V3_KEY: apiV3Key,
      WECHATPAY_PUBLIC_KEY_ID: publicKeyId,
      WECHATPAY_PUBLIC_KEY: publicKeyPem,
    });
    sandbox.notify(supplier.account, 'profitSharingNotify');
    const call = async (name: string, data: object) => (await sandbox.call(name, data, 'function')).result;
    await call('profitSharingAddReceiver', {
      receiver: { ...supplier, name: '示例供应商', relation_type: 'SUPPLIER' },
    });
    const placed = await fetch(`${sandbox.url}/_sandbox/orders`, {
      method: 'POST',
      body: JSON.stringify({ ready: true, amount: 10_000, ...order }),
    });
    const { transaction_id } = (await placed.json()) as { transaction_id: string };
    const receivers = [{ ...supplier, name: '示例供应商', amount: 888, description: '货款' }];
    const share = { transaction_id, out_order_no: 'S1', receivers };
    expect(await call('multiProfitSharing', share)).toMatchObject({ return_code: 'SUCCESS' });
    await sandbox.advance(120_000);
    const asked = await call('profitSharingQuery', { transaction_id, out_order_no: 'S1' });
    expect(asked).toMatchObject({ settlement: { state: 'settled' } });
    // An hour passes in the ledger, so that reconciliation finds the share due.
    const { database } = sandbox;
    database.import(database.export().replace(/"(1[6-9]\d{11})"/g, (_text, at) => `"${Number(at) - 3_600_000}"`));
    expect(await call('profitSharingReconcile', {})).toMatchObject({ report: { announced: 1 } });
    const refund = { transaction_id, out_order_no: 'S1', out_return_no: 'R1', return_account: supplier.account };
    await call('profitSharingReturn', {
      ...{ ...refund, return_account_type: 'MERCHANT_ID' },
      ...{ return_amount: 100, description: '退回' },
    });
    await call('profitSharingFinish', { transaction_id, out_order_no: 'F1', description: '完结' });
    expect(printed).toMatch(/profitSharingNotify/);
    expect(printed).not.toContain('is left out');
  });
});
