import { openState, type SandboxState } from '../../../sandbox/sandboxState';
import { parties } from '../../../sandbox/wechatpay/seedParties';
import { answerCloudPay } from '../../../sandbox/wechatpay/wires/cloudpay';
import { askControl } from './askControl';

const [supplier] = parties.receivers;

function open() {
  const state = openState();
  const ask = (request: string, body?: unknown) => askControl(state, request, body);
  const got = async (route: string, body?: unknown): Promise<unknown> => {
    const answer = await ask(route, body);
    expect(answer).toMatchObject({ status: 200 });
    return answer.body;
  };
  return { state, ask, got };
}

function share(state: SandboxState, transactionId: unknown) {
  const requestData = Buffer.from(
    JSON.stringify({
      sub_mch_id: parties.subMerchant.mchId,
      nonce_str: 'n',
      transaction_id: transactionId,
      out_order_no: 'F',
      description: '完结',
    }),
  );
  const { body } = answerCloudPay(state, {
    apiName: 'profitSharingFinish',
    appid: parties.subMerchant.appid,
    requestData,
  });
  return JSON.parse(body.toString());
}

describe('the control API', () => {
  test('places a paid order of 100 yuan when told nothing, and a ready one when asked', async () => {
    const { state, got } = open();
    expect(await got('POST /_sandbox/orders')).toMatchObject({
      order: { paid: 10_000, fee: 60, unsplit: 9_940, state: 'OPEN' },
    });
    const hasty = await got('POST /_sandbox/orders', {});
    expect(share(state, field(hasty, 'transaction_id')).err_code).toBe('ORDER_NOT_READY');
    const ready = await got('POST /_sandbox/orders', { amount: 500, ready: true });
    expect(share(state, field(ready, 'transaction_id')).result_code).toBe('SUCCESS');
  });

  test('pays the buyer back, and says why not', async () => {
    const { got, ask } = open();
    const transactionId = field(await got('POST /_sandbox/orders'), 'transaction_id');
    expect(await got('POST /_sandbox/refunds', { transactionId, amount: 100 })).toMatchObject({
      amount: 100,
      from: 'frozen',
    });
    expect(await ask('POST /_sandbox/refunds', { transactionId, amount: 99_999 })).toMatchObject({
      status: 409,
      body: { refusal: { rule: '54' } },
    });
    expect(await ask('POST /_sandbox/refunds', { transactionId })).toMatchObject({
      status: 400,
      body: { field: 'amount' },
    });
    expect(await ask('POST /_sandbox/refunds', { amount: 1 })).toMatchObject({
      status: 400,
      body: { field: 'transactionId' },
    });
  });

  test('settles an order and its subsidy', async () => {
    const { got, ask, state } = open();
    const transactionId = field(await got('POST /_sandbox/orders', { settled: false, ready: true }), 'transaction_id');
    expect(share(state, transactionId).err_code).toBe('ORDER_NOT_READY');
    await got(`PATCH /_sandbox/orders/${transactionId}`, { settled: true });
    expect(share(state, transactionId).result_code).toBe('SUCCESS');
    expect(await ask('PATCH /_sandbox/orders/none', {})).toMatchObject({
      status: 400,
      body: { field: 'transactionId' },
    });
  });

  test('PATCH and POST change what is named, PUT starts from the defaults, and none of them loses money', async () => {
    const { got } = open();
    const route = `/_sandbox/merchants/${supplier.mchId}`;
    await got(`PATCH ${route}`, { available: 700, highRisk: true });
    expect(await got(`POST ${route}`, { maxRatio: 500 })).toMatchObject({
      available: 700,
      highRisk: true,
      maxRatio: 500,
    });
    expect(await got(`PUT ${route}`, { name: '新名' })).toMatchObject({
      available: 700,
      highRisk: false,
      maxRatio: 3_000,
      name: '新名',
    });
    expect(await got('POST /_sandbox/merchants/1900000777', {})).toMatchObject({
      mchId: '1900000777',
      permission: 'granted',
    });
  });

  test('introduces a person to the mini program', async () => {
    const { got } = open();
    const person = { openid: 'o/1', appid: parties.subMerchant.appid, verified: false, name: '张三' };
    expect(await got('POST /_sandbox/people/o%2F1', { verified: false })).toMatchObject(person);
  });

  test('lets time pass', async () => {
    const { got, ask, state } = open();
    const before = state.bank.clock.now();
    expect(await got('POST /_sandbox/clock/advance', { days: 1, seconds: 1, ms: 1 })).toMatchObject({
      now: before + 86_401_001,
    });
    expect(await got('GET /_sandbox/clock')).toEqual({
      now: before + 86_401_001,
      iso: '2026-03-03T02:00:01.001Z',
      speed: 0,
    });
    expect(await ask('POST /_sandbox/clock/advance', { days: -1 })).toMatchObject({
      status: 400,
      body: { field: 'days' },
    });
    expect(await ask('POST /_sandbox/clock/advance', { days: 9_999_999 })).toMatchObject({
      status: 400,
      body: { field: 'ms' },
    });
  });

  const faults: object[] = [
    { kind: 'code', code: 'SYSTEMERROR', effect: 'after', api: 'profitSharing', times: 2 },
    { kind: 'code', code: 'SYSTEMERROR', message: '系统超时', effect: 'before', times: 1 },
    { kind: 'envelope', message: '签名失败', effect: 'before', times: 1 },
    { kind: 'silence', effect: 'before', times: 1 },
    { kind: 'slow', delayMs: 10, times: 1 },
    { kind: 'broken', effect: 'before', connection: 'cut', times: 1 },
    { kind: 'status', status: 502, body: 'x', contentType: 'text/plain', effect: 'after', times: 1 },
    { kind: 'platform', code: 'X', message: 'y', effect: 'before', times: 1 },
  ];
  test.each(faults)('injects %j, lists it, and clears it', async (fault) => {
    const { got } = open();
    expect(await got('POST /_sandbox/faults', fault)).toEqual([fault]);
    expect(await got('GET /_sandbox/faults')).toEqual([fault]);
    expect(await got('DELETE /_sandbox/faults')).toEqual([]);
  });

  test.each([
    [{}, 'kind'],
    [{ kind: 'wrong' }, 'kind'],
    [{ kind: 'code' }, 'code'],
    [{ kind: 'envelope' }, 'message'],
    [{ kind: 'slow' }, 'delayMs'],
    [{ kind: 'status' }, 'status'],
    [{ kind: 'silence', times: 0 }, 'times'],
    [{ kind: 'silence', effect: 'later' }, 'effect'],
    [[], 'body'],
  ])('refuses the fault %j by its field %s', async (fault, name) => {
    expect(await open().ask('POST /_sandbox/faults', fault)).toMatchObject({ status: 400, body: { field: name } });
  });

  test('shows the calls and forgets them', async () => {
    const { state, got } = open();
    share(state, 'none');
    expect(await got('GET /_sandbox/calls')).toMatchObject([{ api: 'profitSharingFinish', link: 'cloudpay' }]);
    expect(await got('DELETE /_sandbox/calls')).toEqual([]);
    expect(await got('GET /_sandbox/calls')).toEqual([]);
  });

  test('changes switches one by one', async () => {
    const { got, ask } = open();
    expect(await got('GET /_sandbox/switches')).toMatchObject({ requestsPerOrder: 50 });
    expect(
      await got('PATCH /_sandbox/switches', { requestsPerOrder: 20, minimumWaitMs: { ordinary: 0 } }),
    ).toMatchObject({
      requestsPerOrder: 20,
      minimumWaitMs: { ordinary: 0, brand: 30_000 },
      returnsPerOrder: 50,
    });
    for (const [name, value] of Object.entries({
      nonsense: 1,
      requestsPerOrder: '20',
      rates: 'fast',
      minimumWaitMs: { x: 1 },
    })) {
      expect(await ask('PATCH /_sandbox/switches', { [name]: value })).toMatchObject({ status: 400 });
    }
  });

  test('exports a life and continues it elsewhere', async () => {
    const [one, two] = [open(), open()];
    await one.got('POST /_sandbox/orders');
    await one.got('POST /_sandbox/clock/advance', { days: 31 });
    await two.got('PUT /_sandbox/state', await one.got('GET /_sandbox/state'));
    expect(await two.got('GET /_sandbox/books')).toEqual(await one.got('GET /_sandbox/books'));
    expect(await two.ask('PUT /_sandbox/state', {})).toMatchObject({ status: 400, body: { field: 'body' } });
    expect(await two.ask('PUT /_sandbox/state')).toMatchObject({ status: 400 });
  });

  test('goes back to the first moment', async () => {
    const { got } = open();
    const first = await got('GET /_sandbox/books');
    await got('POST /_sandbox/orders');
    await got('POST /_sandbox/faults', { kind: 'silence' });
    await got('POST /_sandbox/reset');
    expect(await got('GET /_sandbox/books')).toEqual(first);
    expect(await got('GET /_sandbox/faults')).toEqual([]);
  });

  test('names the wrong field of a bad body', async () => {
    const { ask } = open();
    const wrong = (body: unknown) => ask('POST /_sandbox/orders', body);
    expect(await wrong({ amount: 1.5 })).toMatchObject({ status: 400, body: { field: 'amount' } });
    expect(await wrong({ amount: 0 })).toMatchObject({ status: 400, body: { field: 'amount' } });
    expect(await wrong({ amuont: 1 })).toMatchObject({ status: 400, body: { field: 'amuont' } });
    expect(await wrong({ family: 'x' })).toMatchObject({ status: 400, body: { field: 'family' } });
    expect(await wrong('text')).toMatchObject({ status: 400, body: { field: 'body' } });
    expect(await ask('PATCH /_sandbox/merchants/1', { appids: [1] })).toMatchObject({
      status: 400,
      body: { field: 'appids' },
    });
  });

  test('lists its routes, also at an unknown address', async () => {
    const { got, ask } = open();
    const { routes } = Object(await got('GET /_sandbox'));
    expect(routes).toContainEqual({ route: 'GET /_sandbox/books', does: expect.any(String) });
    for (const route of [
      'GET /_sandbox/nothing',
      'POST /_sandbox/people/',
      'POST /_sandbox/people/a/b',
      'POST /_sandbox/people/%zz',
    ]) {
      expect(await ask(route)).toMatchObject({ status: 404, body: { routes } });
    }
    expect(await ask('GET /_sandbox/')).toMatchObject({ status: 200 });
    expect(await ask('GET /_sandbox/books?x=1')).toMatchObject({ status: 200 });
  });
});

function field(body: unknown, name: string): unknown {
  return Object(body)[name];
}
