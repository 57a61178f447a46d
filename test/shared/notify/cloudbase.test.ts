import { resolve } from 'node:path';
import { type Sandbox, startSandbox } from '../../../sandbox/index';
import { noticeFlaws } from '../../../sandbox/wechatpay/notices/notice';
import type { HttpReply } from '../../../shared/notify/httpEvent';
import { variables } from './desk';
import { envelope, httpEvent, paid, signed } from './notification';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({
    functionsDir: resolve('dist/cloudfunctions'),
    maxInstances: 4,
    functionLimitMs: 300_000,
    state: { noticeLimitMs: 300_000 },
  });
  sandbox.setEnv('profitSharingNotify', variables as Record<string, string>);
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.state.reset());

/** As it is deployed: bundled, in processes of its own, on the CloudBase SDK, called by a stranger. */
const notify = async (id = 'EV-1', resource = paid) => {
  const event = httpEvent(signed(envelope(resource, { id }), Date.now()));
  return (await sandbox.call('profitSharingNotify', event, 'stranger')).result as HttpReply;
};
const notices = () => sandbox.database.read('profit_sharing_notices');

it('records a notification of WeChat Pay once in the CloudBase database, also across instances', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => notify()));
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
  expect(notices()).toMatchObject([{ _id: 'EV-1', kind: 'share', number: 'S1', amount: 888 }]);
  await notify('EV-2', { ...paid, out_order_no: 'S2' });
  expect(notices()).toHaveLength(2);
});

it.each(['before', 'after'] as const)(
  'asks for another delivery when the database fails %s its work',
  async (effect) => {
    sandbox.database.faults.inject({ kind: 'outage', effect, action: 'database.insertDocument' });
    expect(await notify()).toMatchObject({ statusCode: 503 });
    expect(notices()).toHaveLength(effect === 'before' ? 0 : 1);
    expect(await notify()).toMatchObject({ statusCode: 200 });
    expect(notices()).toHaveLength(1);
  },
);

it('acknowledges nothing without the collection it is recorded in', async () => {
  sandbox.database.reset();
  expect(await notify()).toMatchObject({ statusCode: 503 });
});

describe('a supplier that WeChat Pay tells of its money', () => {
  const supplier = { type: 'MERCHANT_ID', account: '1900000110' };
  const ledger = () => sandbox.database.read('profit_sharing_ledger');

  beforeEach(async () => {
    const { publicKeyId, publicKeyPem } = await sandbox.credentials();
    const { apiV3Key } = await sandbox.credentials(supplier.account);
    sandbox.setEnv('profitSharingNotify', {
      WECHATPAY_API_V3_KEY: apiV3Key,
      WECHATPAY_PUBLIC_KEY_ID: publicKeyId,
      WECHATPAY_PUBLIC_KEY: publicKeyPem,
    });
    sandbox.notify(supplier.account, 'profitSharingNotify');
    const receiver = { ...supplier, name: '示例供应商', relation_type: 'SUPPLIER' };
    await sandbox.call('profitSharingAddReceiver', { sub_mch_id: '1900000109', receiver }, 'function');
  });

  /** A share that was accepted; the money is on its way. */
  const share = async (out_order_no: string) => {
    const { bank } = sandbox.state;
    const { transactionId } = bank.payOrder({ amount: 10_000, payerMchId: '1900000109' });
    bank.clock.advance(61_000);
    const receivers = [{ ...supplier, amount: 888, description: '货款' }];
    const request = { sub_mch_id: '1900000109', transaction_id: transactionId, out_order_no, receivers };
    expect((await sandbox.call('multiProfitSharing', request, 'function')).result).toMatchObject({
      result_code: 'SUCCESS',
    });
  };

  it('has the share settled in the ledger that the sharing function wrote, and its return after it', async () => {
    await share('S9');
    await sandbox.advance(120_000);
    expect(ledger()).toMatchObject([{ state: 'settled', settlement: { receivers: [{ amount: 888 }] } }]);
    const returnRequest = {
      sub_mch_id: '1900000109',
      out_order_no: 'S9',
      out_return_no: 'R9',
      return_account_type: 'MERCHANT_ID',
      return_account: supplier.account,
      return_amount: 100,
      description: '退款',
    };
    await sandbox.call('profitSharingReturn', returnRequest, 'function');
    await sandbox.advance(120_000);
    expect(ledger()).toMatchObject([{}, { _id: '1900000109:return:R9', state: 'settled' }]);
    expect(notices()).toMatchObject([{ kind: 'share', record: '1900000109:share:S9' }, { kind: 'return' }]);
  });

  it('is acknowledged once although the answer is lost and the function dies on the way', async () => {
    await share('S10');
    sandbox.crash({ function: 'profitSharingNotify', on: 'database', moment: 'after' });
    sandbox.state.notices.faults.inject({ kind: 'lostAnswer' });
    await sandbox.advance(120_000);
    expect(sandbox.state.notices.list()).toMatchObject([{ state: 'acknowledged' }]);
    expect(notices()).toHaveLength(1);
    const [record] = ledger() as unknown as { attempts: { kind: string; outcome?: object }[] }[];
    expect(record?.attempts.filter(({ kind, outcome }) => kind === 'notice' && outcome)).toHaveLength(1);
  });

  it.each(noticeFlaws)('is told nothing by a forgery: %s', async (flaw) => {
    await share('S11');
    sandbox.state.bank.clock.advance(120_000);
    const forged = await sandbox.state.notices.forge(flaw);
    expect(forged?.status).toBe(flaw === 'tag' ? 500 : 401);
    expect([notices(), ledger()]).toMatchObject([[], [{ state: expect.stringMatching(/accepted|processing/) }]]);
    await sandbox.advance(0);
    expect([notices(), ledger()]).toMatchObject([[{ number: 'S11' }], [{ state: 'settled' }]]);
  });
});
