import {
  type Cloud,
  isRetrySafe,
  type ProfitSharingClient,
  ProfitSharingError,
  profitSharing,
  waitUntilSettled,
} from '../../client';
import { merchantSetup } from '../../console';
import { type Sandbox, startSandbox } from '../../sandbox';

type Fields = Record<string, unknown>;

const supplier = { type: 'MERCHANT_ID', account: '1900000110' } as const;
const english = { PROFIT_SHARING_LOCALE: 'en' };

/** `wx.cloud` as a mini program has it: over the network, rejecting with errCode and errMsg. */
function wxCloud(sandbox: Sandbox): Cloud {
  return {
    async callFunction({ name, data }) {
      const answer = await fetch(`${sandbox.url}/call/${name}`, { method: 'POST', body: JSON.stringify({ data }) });
      const { result, errCode, errMsg } = (await answer.json()) as {
        result?: unknown;
        errCode?: number;
        errMsg: string;
      };
      if (errCode) throw Object.assign(new Error(errMsg), { errCode, errMsg });
      return { result, errMsg };
    },
  };
}

const controlOf = (sandbox: Sandbox) => async (method: string, path: string, body: Fields) => {
  const answer = await fetch(`${sandbox.url}/_sandbox/${path}`, { method, body: JSON.stringify(body) });
  return (await answer.json()) as { transaction_id: string };
};

const thrownBy = async (call: Promise<unknown>): Promise<ProfitSharingError> => {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ProfitSharingError) return error;
  throw new Error(`threw no ProfitSharingError: ${error}`);
};

describe.each(['apiv2', 'ecommerce'] as const)('a mini program that is allowed to, on %s', (link) => {
  let sandbox: Sandbox;
  let client: ProfitSharingClient;
  let transaction_id: string;
  let sleep: () => Promise<void>;

  beforeAll(async () => {
    sandbox = await startSandbox({ functionLimitMs: 300_000 });
    const { variables, order } = await merchantSetup(sandbox, link);
    sandbox.setEnv('*', { ...variables, ...english, PROFIT_SHARING_CLIENT_ACCESS: 'all' });
    client = profitSharing(wxCloud(sandbox));
    const control = controlOf(sandbox);
    ({ transaction_id } = await control('POST', 'orders', { ready: true, amount: 10_000, ...order }));
    sleep = async () => void (await control('POST', 'clock/advance', { seconds: 120 }));
  });
  afterAll(() => sandbox.stop());

  it('shares, gives back and finishes: every reply in lists and in fen', async () => {
    const share = { transaction_id, out_order_no: 'S1' };
    const registered = { ...supplier, name: '示例供应商', relation_type: 'SUPPLIER' } as const;
    expect((await client.profitSharingAddReceiver({ receiver: registered })).receiver).toMatchObject(supplier);

    const receivers = [{ ...supplier, amount: 2000, description: 'goods' }];
    const { settlement } = await client.multiProfitSharing({ ...share, receivers });
    expect(['accepted', 'processing']).toContain(settlement.state);

    const seen: string[] = [];
    const shared = await waitUntilSettled(client, share, {
      onReply: ({ settlement: { state } }) => seen.push(state),
      sleep,
    });
    expect(shared.receivers).toEqual([expect.objectContaining({ ...supplier, amount: 2000, result: 'SUCCESS' })]);
    expect(seen).toEqual(['processing', 'settled']);
    expect((await client.profitSharingOrderAmountQuery({ transaction_id })).unsplit_amount).toBe(7940);

    const back = { out_order_no: 'S1', out_return_no: 'R1' };
    const takenBack = { return_account: supplier.account, return_amount: 800, description: 'sent back' };
    await client.profitSharingReturn({ ...back, ...takenBack });
    expect(await waitUntilSettled(client, back, { sleep })).toMatchObject({
      result: 'SUCCESS',
      return_amount: 800,
      settlement: { state: 'settled' },
    });

    const finish = { transaction_id, out_order_no: 'F1' };
    await client.profitSharingFinish({ ...finish, description: 'all shared' });
    expect(await waitUntilSettled(client, finish, { sleep })).toMatchObject({
      amount: 7140 + 800,
      receivers: [],
      settlement: { state: 'settled' },
    });
  });
});

describe('a mini program without any permission', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ functionLimitMs: 300_000 });
    const { variables } = await merchantSetup(sandbox, 'cloudpay');
    sandbox.setEnv('*', { ...variables, ...english });
  });
  afterAll(() => sandbox.stop());

  const finish = { transaction_id: '4200000000', out_order_no: 'F1', description: 'all shared' };

  it('is refused, and told that nothing moved', async () => {
    const error = await thrownBy(profitSharing(wxCloud(sandbox)).profitSharingFinish(finish));
    expect(error).toMatchObject({ code: 'CALLER_REFUSED', advice: { retry: 'after_fix', funds: 'unchanged' } });
    expect(error.message).toMatch(/^profitSharingFinish: CALLER_REFUSED ./);
  });

  it('learns from -501000 that the function is missing, in Chinese unless asked otherwise', async () => {
    const lost = profitSharing(wxCloud(sandbox), { functionName: (operation) => `${operation}Forgotten` });
    const error = await thrownBy(lost.profitSharingFinish(finish));
    expect(error).toMatchObject({ code: 'FUNCTION_NOT_FOUND', advice: { category: 'config', funds: 'unchanged' } });
    expect(error.advice.message).toContain('没有动账');
  });

  it('knows nothing when the connection breaks', async () => {
    const cut = profitSharing({ callFunction: () => fetch('http://127.0.0.1:1').then(() => ({})) }, { locale: 'en' });
    const error = await thrownBy(cut.profitSharingFinish(finish));
    expect(error).toMatchObject({
      code: 'NO_ANSWER',
      settlement: { state: 'unknown' },
      advice: { retry: 'query_first', number: 'reuse', funds: 'unknown' },
    });
    expect(isRetrySafe(error)).toBe(false);
  });
});
