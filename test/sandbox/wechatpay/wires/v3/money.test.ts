import { caller, type FamilyUnderTest, families, query, shareOf } from './families';
import {
  balanceOf,
  type Json,
  type Merchant,
  paidOrder,
  parties,
  type Sandbox,
  settle,
  startSandbox,
  supplier,
} from './v3Merchants';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

/** RFC 3339 in Beijing, whatever the zone of this process. */
const moment = expect.stringMatching(/^2026-03-02T10:\d\d:\d\d\+08:00$/);

describe.each(families)('the life of an order, $name', (family: FamilyUnderTest) => {
  let calling: Merchant;
  let transaction_id: string;

  beforeEach(async () => {
    sandbox.state.reset();
    calling = await caller(sandbox, family);
    transaction_id = paidOrder(sandbox, family.payerMchId, family.family);
  });

  const ask = (path: string, body: Json) => calling.ask('POST', path, { ...family.sub, ...body });
  const queried = async (number: string) =>
    (await calling.ask('GET', family.queryPath(number) + query({ ...family.sub, transaction_id }))).json;
  const share = (number: string, amount: number, last = true) =>
    calling.ask('POST', family.paths.orders, shareOf(family, transaction_id, number, amount, last));
  const left = async () => (await calling.ask('GET', family.amountsPath(transaction_id))).json;

  it('a single share pays the receiver and gives the rest to the payer', async () => {
    const { status, json } = await share('P|1', 888);
    expect(status).toBe(200);
    const head = { transaction_id, out_order_no: 'P|1', order_id: expect.stringMatching(/^30\d+$/) };
    expect(json).toMatchObject({
      ...family.sub,
      ...head,
      [family.family === 'ordinary' ? 'state' : 'status']: 'PROCESSING',
    });
    settle(sandbox);
    const { receivers } = (await queried('P|1')) as { receivers: Json[] };
    expect(receivers[0]).toMatchObject({
      type: 'MERCHANT_ID',
      [family.account]: supplier.mchId,
      amount: 888,
      result: 'SUCCESS',
      finish_time: moment,
      detail_id: expect.stringMatching(/^36\d+$/),
    });
    expect(balanceOf(sandbox, supplier.mchId)).toBe(888);
    expect(balanceOf(sandbox, family.payerMchId)).toBe(10_000 - 60 - 888);
  });

  it('says what is left while shares follow one another, and nothing more once the rest is given back', async () => {
    await share('M1', 500, false);
    expect(await left()).toEqual({ transaction_id, unsplit_amount: 9440 });
    await share('M2', 700, false);
    expect(await left()).toEqual({ transaction_id, unsplit_amount: 8740 });
    const numbers = { transaction_id, out_order_no: 'F1' };
    const { status, json } = await ask(family.paths.finish, { ...numbers, description: '分账已完成' });
    expect(status).toBe(200);
    expect(json).toMatchObject({ ...family.sub, ...numbers, order_id: expect.any(String) });
    expect(await left()).toEqual({ transaction_id, unsplit_amount: 0 });
    settle(sandbox);
    expect(balanceOf(sandbox, family.payerMchId)).toBe(8740);
  });

  it('tells by the number of a finish how much went back', async () => {
    await ask(family.paths.finish, { transaction_id, out_order_no: 'F1', description: '分账已完成' });
    settle(sandbox);
    const answer = await queried('F1');
    if (family.family === 'ordinary') {
      expect(answer.receivers).toMatchObject([
        { account: family.payerMchId, amount: 9940, description: '解冻给分账方' },
      ]);
    } else {
      expect(answer).toMatchObject({ receivers: [], finish_amount: 9940, finish_description: '分账已完成' });
    }
  });

  it('moves money once for one out_order_no, and never for another request under it', async () => {
    const first = await share('P1', 888, false);
    expect((await share('P1', 888, false)).json).toEqual(first.json);
    const { status, json } = await share('P1', 889, false);
    expect({ status, ...json }).toEqual({ status: 400, code: 'PARAM_ERROR', message: '分账接收方与原请求不一致' });
    settle(sandbox);
    expect(balanceOf(sandbox, supplier.mchId)).toBe(888);
  });

  it('takes a share back from its receiver', async () => {
    await share('P1', 888);
    settle(sandbox);
    const back = { out_return_no: 'R1', return_mchid: supplier.mchId, amount: 88, description: '用户退款' };
    const { status, json } = await ask(family.paths.returns, { out_order_no: 'P1', ...back });
    expect({ status, result: json.result }).toEqual({ status: 200, result: 'SUCCESS' });
    expect(balanceOf(sandbox, supplier.mchId)).toBe(800);
    const number = family.family === 'ordinary' ? 'return_id' : 'return_no';
    const asked = { out_order_no: 'P1' };
    const answer = await calling.ask('GET', family.returnQueryPath('R1') + query({ ...family.sub, ...asked }));
    const { description, ...told } = back;
    expect(answer.json).toMatchObject({
      ...family.sub,
      ...asked,
      ...told,
      [number]: json[number],
      finish_time: moment,
    });
  });

  it('refuses to take back more than was paid', async () => {
    await share('P1', 888);
    settle(sandbox);
    const back = { out_return_no: 'R1', return_mchid: supplier.mchId, amount: 889, description: '用户退款' };
    const { status, json } = await ask(family.paths.returns, { out_order_no: 'P1', ...back });
    expect({ status, ...json }).toEqual({ status: 403, code: 'NOT_ENOUGH', message: '剩余可回退的金额不足' });
  });

  it.each([
    ['more than the ratio allows', 3001, 403, 'RULE_LIMIT'],
    ['more than there is', 9941, 403, 'NOT_ENOUGH'],
  ])('refuses %s', async (_, amount, status, code) => {
    expect(await share('P1', amount)).toMatchObject({ status, json: { code } });
    expect(await left()).toEqual({ transaction_id, unsplit_amount: 9940 });
  });

  it('refuses a receiver that was removed', async () => {
    const receiver = { type: 'MERCHANT_ID', account: supplier.mchId };
    const { status, json } = await calling.ask('POST', family.paths.remove, { ...family.addHead, ...receiver });
    expect({ status, ...json }).toMatchObject({ status: 200, ...receiver });
    expect((await share('P1', 888)).json.message).toMatch('分账接收方关系不存在');
  });

  it('lets the payer be a receiver, which v2 forbids', async () => {
    const { receivers, ...rest } = shareOf(family, transaction_id, 'P1', 100);
    const toPayer = { ...(receivers[0] as Json), [family.account]: family.payerMchId };
    expect((await calling.ask('POST', family.paths.orders, { ...rest, receivers: [toPayer] })).status).toBe(200);
  });

  it('knows nothing under an unused number', async () => {
    expect(await queried('unused')).toMatchObject({ code: 'RESOURCE_NOT_EXISTS' });
    const asked = { ...family.sub, out_order_no: 'unused' };
    expect((await calling.ask('GET', family.returnQueryPath('R1') + query(asked))).status).toBe(404);
  });

  it('keeps the merchants of others out', async () => {
    const foreign = paidOrder(sandbox, supplier.mchId, family.family);
    const body = shareOf(family, foreign, 'P1', 100);
    expect((await calling.ask('POST', family.paths.orders, body)).status).toBe(400);
    expect((await calling.ask('GET', family.amountsPath(foreign))).json.message).toBe('非本商户的订单不支持查询');
  });
});

describe('people are paid under an appid', () => {
  it.each(families.filter(({ name }) => name === 'partner' || name === 'brand'))(
    'of the sub-merchant, or of the brand’s store, $name',
    async (family: FamilyUnderTest) => {
      sandbox.state.reset();
      const calling = await caller(sandbox, family);
      const person = parties.people.find(
        ({ appid }) => appid === (family.name === 'brand' ? parties.store : parties.subMerchant).appid,
      );
      const receiver = { type: 'PERSONAL_SUB_OPENID', account: person?.openid ?? '' };
      const sub_appid = person?.appid ?? '';
      // The list is the brand's, and so is the appid it is asked under.
      if (family.name === 'brand') sandbox.state.bank.setMerchant(parties.brand.mchId, { appids: [sub_appid] });
      const relation_type = family.name === 'brand' ? 'OTHERS' : 'USER';
      const added = await calling.ask('POST', family.paths.add, {
        ...family.addHead,
        sub_appid,
        ...receiver,
        relation_type,
      });
      expect(added.status).toBe(200);
      const share = shareOf(family, paidOrder(sandbox, family.payerMchId, family.family), 'P1', 0);
      const receivers = [{ ...receiver, amount: 250, description: '分到个人' }];
      expect((await calling.ask('POST', family.paths.orders, { ...share, sub_appid, receivers })).status).toBe(200);
      settle(sandbox);
      const { people } = sandbox.state.bank.books();
      expect(people.find(({ openid }) => openid === person?.openid)?.received).toBe(250);
    },
  );
});

it('an order paid without the flag can be neither shared nor finished', async () => {
  sandbox.state.reset();
  const [family] = families as [FamilyUnderTest];
  const calling = await caller(sandbox, family);
  const { bank } = sandbox.state;
  const { transactionId } = bank.payOrder({ payerMchId: family.payerMchId, amount: 100, sharing: false });
  const share = await calling.ask('POST', family.paths.orders, shareOf(family, transactionId, 'P1', 1));
  expect(share).toMatchObject({ status: 400, json: { code: 'INVALID_REQUEST', message: '非分账订单不支持分账' } });
  const body = { ...family.sub, transaction_id: transactionId, out_order_no: 'F1', description: '完结' };
  const finish = await calling.ask('POST', family.paths.finish, body);
  expect(finish).toMatchObject({
    status: 400,
    json: { code: 'INVALID_REQUEST', message: '非分账订单不支持解冻剩余资金' },
  });
});

describe('how families spell a failed return', () => {
  it.each(families.map((family) => [family.name, family] as const))('%s', async (_, family) => {
    sandbox.state.reset();
    const calling = await caller(sandbox, family);
    const transaction_id = paidOrder(sandbox, family.payerMchId, family.family);
    await calling.ask('POST', family.paths.orders, shareOf(family, transaction_id, 'P1', 888));
    settle(sandbox);
    sandbox.state.bank.setMerchant(supplier.mchId, { abnormal: true });
    const back = { out_return_no: 'R1', return_mchid: supplier.mchId, amount: 88, description: '退' };
    const { json } = await calling.ask('POST', family.paths.returns, { ...family.sub, out_order_no: 'P1', ...back });
    const result = family.name === 'brand' ? 'FAIL' : 'FAILED';
    expect(json).toMatchObject({ result, fail_reason: 'ACCOUNT_ABNORMAL' });
  });
});
