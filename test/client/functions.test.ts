import { merchantSetup } from '../../console';
import { type Sandbox, startSandbox } from '../../sandbox';
import type { LinkName } from '../../shared/generated/links';
import { installDesks } from './installDesks';

type Fields = Record<string, unknown>;
interface Answer {
  readonly reply?: Fields;
  readonly thrown?: Fields;
  readonly retrySafe?: boolean;
}

const supplier = { type: 'MERCHANT_ID', account: '1900000110' };
const pay = (amount: number) => [{ ...supplier, amount, description: 'goods' }];

describe.each([
  ['wx-server-sdk', 'serverDesk', 'cloudpay'],
  ['@cloudbase/node-sdk', 'nodeDesk', 'apiv3'],
] as const)('a merchant’s function on the unmodified %s', (_sdk, name, link: LinkName) => {
  let sandbox: Sandbox;
  let desks: ReturnType<typeof installDesks>;
  let transaction_id: string;

  beforeAll(async () => {
    desks = installDesks();
    sandbox = await startSandbox({ functionLimitMs: 300_000, functions: { [name]: { dir: desks[name] } } });
    const { variables, order } = await merchantSetup(sandbox, link);
    sandbox.setEnv('*', { ...variables, PROFIT_SHARING_LOCALE: 'en' });
    ({ transaction_id } = await control('POST', 'orders', { ready: true, amount: 10_000, ...order }));
    await call('profitSharingAddReceiver', {
      receiver: { ...supplier, name: '示例供应商', relation_type: 'SUPPLIER' },
    });
  });
  afterAll(async () => {
    await sandbox.stop();
    desks.remove();
  });

  const control = async (method: string, path: string, body: Fields = {}) => {
    const answer = await fetch(`${sandbox.url}/_sandbox/${path}`, { method, body: JSON.stringify(body) });
    return (await answer.json()) as { transaction_id: string };
  };
  const ask = async (event: Fields) => (await sandbox.call(name, event)).result as Answer;
  const call = (operation: string, request: Fields) => ask({ operation, request });
  const timePasses = () => control('POST', 'clock/advance', { seconds: 120 });
  const heldBy = (mchId: string) => sandbox.state.bank.merchant(mchId)?.available ?? Number.NaN;

  it('shares, waits for the outcome, and reads who was paid', async () => {
    const share = { transaction_id, out_order_no: 'S1' };
    const accepted = await call('multiProfitSharing', { ...share, receivers: pay(2000) });
    expect(accepted.reply).toMatchObject({
      ...share,
      settlement: { state: expect.stringMatching(/accepted|processing/) },
    });
    await timePasses();
    expect((await ask({ wait: true, request: share })).reply).toMatchObject({
      settlement: { state: 'settled' },
      receivers: [{ ...supplier, amount: 2000, result: 'SUCCESS' }],
    });
  });

  it('is thrown what was refused: every violation, and that nothing moved', async () => {
    const { thrown, retrySafe } = await call('multiProfitSharing', {
      transaction_id,
      out_order_no: 'S2',
      receivers: pay(5.5),
    });
    expect(thrown).toMatchObject({
      name: 'ProfitSharingError',
      operation: 'multiProfitSharing',
      code: 'REQUEST_INVALID',
      advice: { origin: 'adapter', retry: 'after_fix', funds: 'unchanged' },
      violations: [{ field: 'receivers[0].amount' }],
    });
    expect(retrySafe).toBe(false);
  });

  it('learns that nothing moved when the function is not deployed', async () => {
    const { thrown, retrySafe } = await ask({
      operation: 'profitSharingFinish',
      deployedAs: 'forgotten',
      request: { transaction_id, out_order_no: 'F1', description: 'all shared' },
    });
    expect(thrown).toMatchObject({
      code: 'FUNCTION_NOT_FOUND',
      advice: { category: 'config', retry: 'after_fix', funds: 'unchanged' },
    });
    expect(thrown).not.toHaveProperty('settlement.state');
    expect(retrySafe).toBe(false);
  });

  it('when the function dies after paying: knows nothing, asks, and pays once', async () => {
    const share = { transaction_id, out_order_no: 'S3' };
    const before = heldBy(supplier.account);
    sandbox.crash({ function: 'multiProfitSharing', on: 'pay', moment: 'after' });
    const { thrown, retrySafe } = await call('multiProfitSharing', { ...share, receivers: pay(100) });
    expect(thrown).toMatchObject({
      code: 'NO_ANSWER',
      settlement: { state: 'unknown' },
      advice: { origin: 'network', retry: 'query_first', number: 'reuse', funds: 'unknown' },
    });
    expect(retrySafe).toBe(false);
    await timePasses();
    const found = await ask({ wait: true, request: share });
    expect(found.reply).toMatchObject({ settlement: { state: 'settled' }, receivers: [{ amount: 100 }] });
    expect(heldBy(supplier.account) - before).toBe(100);
  });

  it('may ask again when it is a query that dies', async () => {
    const query = { operation: 'profitSharingQuery', request: { transaction_id, out_order_no: 'S1' } };
    sandbox.crash({ function: 'profitSharingQuery', on: 'pay', moment: 'before' });
    expect(await ask(query)).toMatchObject({
      thrown: { code: 'NO_ANSWER', advice: { funds: 'unchanged' } },
      retrySafe: true,
    });
    expect(await ask(query)).toMatchObject({ reply: { receivers: [{ amount: 2000 }] } });
  });
});
