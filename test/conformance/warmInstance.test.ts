import { type Sandbox, startSandbox } from '../../sandbox';

/** One instance per function: every call after the first meets the variables the one before left in process.env. */
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ maxInstances: 1, functionLimitMs: 300_000 });
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  sandbox.state.reset();
  sandbox.setEnv('*', {
    PROFIT_SHARING_SUB_MCH_ID: '1900000109',
    PROFIT_SHARING_LOCALE: 'en',
    PROFIT_SHARING_ALLOWED_OPENIDS: 'oTheOwner',
  });
});

const finish = () => {
  const order = sandbox.state.bank.payOrder({ amount: 10_000, payerMchId: '1900000109' });
  sandbox.state.bank.clock.advance(61_000);
  return { transaction_id: order.transactionId, out_order_no: 'F1', description: 'done' };
};
const codeOf = async (data: object, as: Parameters<Sandbox['call']>[2], shape?: 'old' | 'new' | 'both' | 'none') =>
  ((await sandbox.call('profitSharingFinish', data, as, shape)).result as { err_code?: string }).err_code;

describe('a warm instance takes no caller for the one before', () => {
  it.each(['old', 'new', 'both'] as const)('the owner first, then a stranger (context: %s)', async (shape) => {
    const request = finish();
    expect(await codeOf(request, { openid: 'oTheOwner' }, shape)).toBeUndefined();
    expect(await codeOf(request, { openid: 'oStranger' }, shape)).toBe('CALLER_REFUSED');
  });

  it('the owner first, then a call with no identity at all', async () => {
    const request = finish();
    expect(await codeOf(request, { openid: 'oTheOwner' })).toBeUndefined();
    expect(await codeOf(request, 'anonymous')).toBe('CALLER_REFUSED');
    expect(await codeOf(request, { openid: 'oTheOwner' }, 'none')).toBe('CALLER_REFUSED');
  });

  it('a function first, then a caller at the public HTTP route', async () => {
    const request = finish();
    expect(await codeOf(request, 'function')).toBeUndefined();
    expect(await codeOf(request, 'stranger')).toBe('CALLER_REFUSED');
  });

  it('a function first, then a timer: the timer does not pay with the token of the function’s caller', async () => {
    const request = finish();
    expect(await codeOf(request, 'function')).toBeUndefined();
    const reply = (await sandbox.call('profitSharingFinish', { ...request, out_order_no: 'F2' }, 'timer')).result;
    expect(reply).toMatchObject({
      err_code: 'PLATFORM_REFUSED',
      err_code_des: expect.stringContaining('missing wxCloudApiToken'),
      advice: { category: 'config', funds: 'unchanged' },
    });
  });

  it('a timer with a token of its own may pay', async () => {
    expect(await codeOf(finish(), { source: 'wx_trigger', token: true })).toBeUndefined();
  });
});
