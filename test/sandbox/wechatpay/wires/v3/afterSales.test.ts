import {
  balanceOf,
  type Json,
  type Merchant,
  merchant,
  paidOrder,
  parties,
  type Sandbox,
  settle,
  startSandbox,
} from './v3Merchants';

const PATH = '/v3/ecommerce/profitsharing/after-sales-orders';
const sub_mchid = parties.platformMerchant.mchId;

let sandbox: Sandbox;
let platform: Merchant;
let transaction_id: string;
let refund_id: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  platform = await merchant(sandbox, parties.platform.mchId);
});
afterAll(() => sandbox.stop());

/** An order of 100 yuan of which the buyer got 50 back after it was finished. */
beforeEach(async () => {
  sandbox.state.reset();
  transaction_id = paidOrder(sandbox, sub_mchid, 'ecommerce');
  const finish = { sub_mchid, transaction_id, out_order_no: 'F1', description: '完结' };
  await platform.ask('POST', '/v3/ecommerce/profitsharing/finish-order', finish);
  settle(sandbox);
  const refund = sandbox.state.bank.refund({ transactionId: transaction_id, amount: 5000 });
  refund_id = refund.ok ? refund.value.refundId : '';
});

const fee = (over: Json = {}) =>
  platform.ask('POST', PATH, {
    sub_mchid,
    transaction_id,
    amount: 300,
    type: 'SERVICE_FEE_INCOME',
    scene: 'RETURN_GOODS',
    refund_id,
    ...over,
  });
const asked = () => platform.ask('GET', `${PATH}?sub_mchid=${sub_mchid}&transaction_id=${transaction_id}`);

describe('a platform’s fee for a refund', () => {
  it('moves from the sub-merchant to the platform, once', async () => {
    const before = balanceOf(sandbox, sub_mchid);
    expect((await fee()).json).toEqual({ sub_mchid, transaction_id, amount: 300 });
    expect((await fee()).status).toBe(200);
    expect((await asked()).json).toMatchObject({ amount: 300, result: 'PROCESSING' });
    settle(sandbox);
    expect((await asked()).json).toMatchObject({ result: 'SUCCESS', finish_time: '2026-03-02T10:01:01+08:00' });
    expect(balanceOf(sandbox, parties.platform.mchId)).toBe(300);
    expect(balanceOf(sandbox, sub_mchid)).toBe(before - 300);
  });

  it('fails when the platform may not receive, and moves nothing', async () => {
    sandbox.state.bank.setMerchant(parties.platform.mchId, { highRisk: true });
    await fee();
    settle(sandbox);
    expect((await asked()).json).toMatchObject({ result: 'FAILED', fail_reason: 'RECEIVER_HIGH_RISK' });
    expect(balanceOf(sandbox, parties.platform.mchId)).toBe(0);
  });

  it('fails when the sub-merchant has left the platform meanwhile, and moves nothing', async () => {
    await fee();
    const { bank } = sandbox.state;
    bank.setMerchant(sub_mchid, { providerMchId: parties.provider.mchId });
    settle(sandbox);
    bank.setMerchant(sub_mchid, { providerMchId: parties.platform.mchId });
    expect((await asked()).json).toMatchObject({ result: 'FAILED', fail_reason: 'NO_RELATION' });
    expect(balanceOf(sandbox, parties.platform.mchId)).toBe(0);
  });

  it.each<[string, Json, number, string]>([
    ['another amount for the same refund', { amount: 301 }, 400, 'PARAM_ERROR'],
    ['a refund that was not made', { refund_id: '5030' }, 400, 'INVALID_REQUEST'],
    ['an unknown scene', { scene: 'BIRTHDAY' }, 400, 'PARAM_ERROR'],
  ])('is refused for %s', async (_, over, status, code) => {
    await fee();
    expect(await fee(over)).toMatchObject({ status, json: { code } });
  });

  it('is refused above the refund, and above what the sub-merchant has', async () => {
    expect(await fee({ amount: 5001 })).toMatchObject({ status: 403, json: { code: 'NOT_ENOUGH' } });
    sandbox.state.bank.setMerchant(sub_mchid, { available: 299 });
    expect(await fee()).toMatchObject({ status: 403, json: { code: 'NOT_ENOUGH' } });
  });

  it('is the platform’s alone', async () => {
    const provider = await merchant(sandbox);
    const { json } = await provider.ask('GET', `${PATH}?sub_mchid=${sub_mchid}`);
    expect(json.message).toBe('非电商商户暂不支持调用此API');
  });

  it('is not there before it was asked for', async () => {
    expect((await asked()).json.code).toBe('RESOURCE_NOT_EXISTS');
  });

  it('survives an export of the bank', async () => {
    await fee();
    const { bank } = sandbox.state;
    bank.import(bank.export());
    settle(sandbox);
    expect((await asked()).json.result).toBe('SUCCESS');
  });
});
