import { join } from 'node:path';
import { merchantSetup } from '../../../console';
import { type Sandbox, startSandbox } from '../../../sandbox';
import type { ReconcileReply } from '../../../shared/reconcile';
import { beijingDay, daysBefore, startOf } from '../../../shared/reconcile/beijingDay';
import type { Reply } from '../../../shared/reply';
import { DAY, HOUR } from './reconcileFixture';

const supplier = { type: 'MERCHANT_ID', account: '1900000110' };
const functions = { onSettled: { dir: join(__dirname, 'fixtures/onSettled') } };

/** The deployed function on the unmodified SDK, against the bank and the database of the sandbox. */
describe.each(['cloudpay', 'apiv3'] as const)('on %s', (link) => {
  /** Noon of the day before yesterday: its bill is ready now, and no share of it is near midnight. */
  const noon = startOf(daysBefore(beijingDay(Date.now()), 2)) + 12 * HOUR;
  let sandbox: Sandbox;
  let variables: Record<string, string>;
  let order: object;
  beforeAll(async () => {
    sandbox = await startSandbox({ functions, functionLimitMs: 300_000 });
    const setup = await merchantSetup(sandbox, link);
    order = setup.order;
    variables = { ...setup.variables, PROFIT_SHARING_LOCALE: 'en', PROFIT_SHARING_ON_SETTLED: 'onSettled' };
  });
  afterAll(() => sandbox.stop());
  beforeEach(async () => {
    sandbox.state.reset();
    sandbox.database.createCollection('told');
    sandbox.setEnv('*', variables);
    // The functions live in our time, the bank in its own.
    sandbox.state.bank.clock.advance(noon - sandbox.state.bank.clock.now());
    const receiver = { ...supplier, name: '示例供应商', relation_type: 'SUPPLIER' };
    await call('profitSharingAddReceiver', { receiver });
  });

  const call = async (name: string, data: object) => (await sandbox.call(name, data, 'function')).result as Reply;
  const control = async (method: string, path: string, body: object) => {
    const answer = await fetch(`${sandbox.url}/_sandbox/${path}`, { method, body: JSON.stringify(body) });
    return (await answer.json()) as Record<string, unknown>;
  };
  const paidOrder = async () =>
    String((await control('POST', 'orders', { ready: true, amount: 10_000, ...order })).transaction_id);
  const settle = () => sandbox.state.bank.clock.advance(120_000);

  const documents = (name: string) => sandbox.database.read(name) as unknown as Record<string, unknown>[];
  const states = () => documents('profit_sharing_ledger').map(({ state }) => state);

  /** The ledger as it would be had it been written so much earlier. */
  const age = (ms: number) => {
    const { database } = sandbox;
    database.import(database.export().replace(/"(1[6-9]\d{11})"/g, (_text, at) => `"${Number(at) - ms}"`));
  };
  const run = async () => {
    return (await call('profitSharingReconcile', {})) as ReconcileReply;
  };
  const share = (transaction_id: string, out_order_no: string, amount: number) =>
    call('multiProfitSharing', {
      ...{ transaction_id, out_order_no },
      receivers: [{ ...supplier, name: '示例供应商', amount, description: '货款' }],
    });

  it('finds and settles a share whose function was killed before the answer, and tells of it once', async () => {
    const transaction_id = await paidOrder();
    sandbox.crash({ function: 'multiProfitSharing', on: 'pay', moment: 'after' });
    await expect(share(transaction_id, 'S1', 888)).rejects.toThrow();
    settle();
    expect(states()).toEqual(['intended']);
    age(HOUR);
    expect((await run()).report).toMatchObject({ looked: 1, settled: 1, announced: 1, remaining: 0 });
    expect(states()).toEqual(['settled']);
    expect(documents('told')).toMatchObject([
      { _id: expect.stringMatching(/:share:S1#settled$/), event: { transaction_id, out_order_no: 'S1' } },
    ]);
    expect((await run()).report).toMatchObject({ looked: 0, announced: 0 });
  });

  it('runs by its timer, which has no token for the private link and needs none on the others', async () => {
    const transaction_id = await paidOrder();
    await share(transaction_id, 'S1', 888);
    settle();
    age(HOUR);
    const { result } = await sandbox.fire('profitSharingReconcile');
    expect(result).toMatchObject(
      link === 'cloudpay'
        ? { err_code: 'PLATFORM_REFUSED', err_code_des: expect.stringContaining('wxCloudApiToken') }
        : { return_code: 'SUCCESS', report: { settled: 1, announced: 1 } },
    );
  });

  it('frees the number of a share that never left', async () => {
    const transaction_id = await paidOrder();
    sandbox.crash({ function: 'multiProfitSharing', on: 'pay', moment: 'before' });
    await expect(share(transaction_id, 'S1', 888)).rejects.toThrow();
    age(HOUR);
    expect((await run()).report).toMatchObject({ looked: 1, refused: 1, announced: 1 });
    expect(await share(transaction_id, 'S1', 500)).toMatchObject({ result_code: 'SUCCESS' });
  });

  it('finds a finish and a return by their own numbers', async () => {
    await control('PATCH', `merchants/${supplier.account}`, { returnsEnabled: true });
    const transaction_id = await paidOrder();
    await share(transaction_id, 'S1', 888);
    settle();
    await call('profitSharingFinish', { transaction_id, out_order_no: 'F1', description: '完结' });
    sandbox.crash({ function: 'profitSharingReturn', on: 'pay', moment: 'after' });
    const back = { out_return_no: 'R1', return_account_type: 'MERCHANT_ID', return_account: supplier.account };
    const request = { ...back, return_amount: 88, description: '退', out_order_no: 'S1' };
    await expect(call('profitSharingReturn', request)).rejects.toThrow();
    settle();
    age(HOUR);
    expect((await run()).report).toMatchObject({ looked: 3, settled: 3, remaining: 0 });
    expect(states()).toEqual(['settled', 'settled', 'settled']);
  });

  it('tells again what a failing function was told', async () => {
    const transaction_id = await paidOrder();
    await share(transaction_id, 'S1', 888);
    settle();
    age(HOUR);
    sandbox.setEnv('onSettled', { DEAF: 'yes' });
    expect(await run()).toMatchObject({ warnings: [expect.any(String)], report: { settled: 1, announced: 0 } });
    sandbox.setEnv('onSettled', {});
    age(HOUR);
    expect((await run()).report).toMatchObject({ looked: 0, announced: 1 });
  });

  it('warns of an order that was shared four weeks ago and never finished', async () => {
    const transaction_id = await paidOrder();
    await share(transaction_id, 'S1', 888);
    age(28 * DAY);
    expect((await run()).warnings).toContainEqual(expect.stringContaining(transaction_id));
  });

  it('compares the bill where there is one', async () => {
    const transaction_id = await paidOrder();
    await share(transaction_id, 'S1', 888);
    sandbox.setEnv('*', { ...variables, PROFIT_SHARING_LEDGER: 'off' });
    await share(transaction_id, 'S2', 777);
    sandbox.setEnv('*', variables);
    settle();
    age(Date.now() - noon);
    sandbox.state.bank.clock.advance(2 * DAY);
    await control('POST', 'faults', { kind: 'silence', api: 'profitSharingBill', times: 9 });
    const failed = await run();
    // Of how many days there are bills by now depends on the hour; every one of them is missed, and none is forgotten.
    const missed = (failed.warnings ?? []) as string[];
    expect(missed.filter((warning) => /was not compared|没有核对/.test(warning))).toEqual(missed);
    expect(missed.length > 0).toBe(link === 'apiv3');
    await control('DELETE', 'faults', {});
    // What was taken in hand is left alone for half an hour.
    expect((await run()).report).toMatchObject({ breaks: 0 });
    age(HOUR);
    const breaks = link === 'apiv3' ? 1 : 0;
    expect((await run()).report).toMatchObject({ breaks });
    expect((await run()).report).toMatchObject({ breaks: 0 });
    const kept = documents('profit_sharing_breaks').filter(({ kind }) => kind !== 'task');
    expect(kept).toMatchObject([{ kind: 'missing_here', number: 'S2', here: 0, there: 777 }].slice(0, breaks));
  });
});
