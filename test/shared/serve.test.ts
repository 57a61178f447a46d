import type { UnknownFields } from '../../shared/contract';
import { multiProfitSharing } from '../../shared/generated/operations/multiProfitSharing';
import { profitSharingFinish } from '../../shared/generated/operations/profitSharingFinish';
import { profitSharingQuery } from '../../shared/generated/operations/profitSharingQuery';
import { Ledger } from '../../shared/ledger/ledger';
import type { Link, SendResult } from '../../shared/links/link';
import type { Operation } from '../../shared/operation';
import { serve } from '../../shared/serve';
import { contextOf, fromClient, fromFunction } from './callers';
import { MemoryStore } from './ledger/memoryStore';

const env = { PROFIT_SHARING_SUB_MCH_ID: '1900000109', PROFIT_SHARING_LOCALE: 'en', PROFIT_SHARING_LEDGER: 'off' };
/** So little time is left that nothing is tried twice. */
const inAHurry = contextOf({ TCB_SOURCE: 'wx_client,scf', WX_OPENID: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' }, 'both', 700);
const finish = { transaction_id: '42', out_order_no: 'F1', description: '分账已完成' };
const accepted: SendResult = {
  kind: 'answer',
  fields: {
    return_code: 'SUCCESS',
    result_code: 'SUCCESS',
    mch_id: '1900000100',
    sub_mch_id: '1900000109',
    appid: 'wx8888888888888888',
    nonce_str: 'n',
    sign: 's',
    transaction_id: '42',
    out_order_no: 'F1',
    order_id: '30',
  },
};

it('says on its first call, and only then, that the platform’s default time limit is too short', async () => {
  const limited = (ms: number) => contextOf({ TCB_SOURCE: 'wx_client,scf' }, 'both', ms);
  const { main } = functionOn(async () => accepted);
  expect((await main(finish, limited(3000))).warnings).toEqual([expect.stringContaining('Set it to 20 s')]);
  expect(await main(finish, limited(3000))).not.toHaveProperty('warnings');
  const { main: configured } = functionOn(async () => accepted);
  expect(await configured(finish, limited(20_000))).not.toHaveProperty('warnings');
});

let logged: string[];
beforeEach(() => {
  logged = [];
  jest.spyOn(console, 'log').mockImplementation((line) => logged.push(String(line)));
});
afterEach(() => jest.restoreAllMocks());

/** A function on a link that answers by its script and counts what was sent and how often it was made. */
function functionOn(
  send: Link['send'],
  variables: NodeJS.ProcessEnv = env,
  operation: Operation = profitSharingFinish,
) {
  const seen = { sent: [] as UnknownFields[], timeouts: [] as number[], made: 0 };
  const link: Link = {
    send: (asked, request, call) => {
      seen.sent.push(request);
      seen.timeouts.push(call.timeoutMs);
      return send(asked, request, call);
    },
  };
  const main = serve(operation, variables, {
    cloudpay: async () => {
      seen.made += 1;
      return link;
    },
  });
  return { main, seen };
}

it('answers with WeChat’s own fields, and beside them only what has become of the money', async () => {
  const { main } = functionOn(async () => accepted);
  expect(await main(finish, fromFunction)).toEqual({
    ...(accepted.kind === 'answer' && accepted.fields),
    settlement: { state: 'accepted', receivers: [] },
  });
});

it.each([
  ['a stranger', finish, fromClient, {}, 'CALLER_REFUSED'],
  ['a caller without identity', finish, {}, {}, 'CALLER_REFUSED'],
  ['a request with a mistake', { ...finish, description: '' }, fromFunction, {}, 'REQUEST_INVALID'],
  ['a link that does not exist', finish, fromFunction, { PROFIT_SHARING_LINK: 'swift' }, 'CONFIG_ERROR'],
  ['a timeout that is no number', finish, fromFunction, { PROFIT_SHARING_TIMEOUT_MS: 'soon' }, 'CONFIG_ERROR'],
  ['no time left', finish, contextOf({ TCB_SOURCE: 'scf' }, 'both', 100), {}, 'NOT_SENT'],
])('sends nothing for %s', async (_what, event, context, variables, code) => {
  const { main, seen } = functionOn(async () => accepted, { ...env, ...variables });
  expect(await main(event, context)).toMatchObject({
    return_code: 'FAIL',
    err_code: code,
    advice: { funds: 'unchanged', message: expect.any(String) },
  });
  expect(seen.sent).toEqual([]);
});

it('judges the caller before it says anything about the configuration', async () => {
  const { main } = functionOn(async () => accepted, { ...env, PROFIT_SHARING_LINK: 'swift' });
  expect(await main(finish, fromClient)).toMatchObject({ err_code: 'CALLER_REFUSED' });
});

it('names the variable that is wrong, never its value', async () => {
  const { main } = functionOn(async () => accepted, { ...env, PROFIT_SHARING_CLIENT_ACCESS: 'top-secret' });
  const reply = await main(finish, fromFunction);
  expect(reply.err_code_des).toContain('PROFIT_SHARING_CLIENT_ACCESS');
  expect(JSON.stringify([reply, logged])).not.toContain('top-secret');
});

it('says which links carry an operation the configured one lacks', async () => {
  const { main } = functionOn(async () => accepted, env, { ...profitSharingFinish, links: ['apiv3'] });
  expect(await main(finish, fromFunction)).toMatchObject({
    err_code: 'NOT_SUPPORTED',
    err_code_des: expect.stringContaining('apiv3'),
  });
});

it.each([
  ['NOT_SENT', 'unchanged', 'later'],
  ['NO_ANSWER', 'unknown', 'query_first'],
  ['BAD_ANSWER', 'unknown', 'query_first'],
  ['PLATFORM_ERROR', 'unknown', 'query_first'],
  ['PLATFORM_REFUSED', 'unchanged', 'after_fix'],
] as const)('after %s the funds are %s and the next step is %s', async (code, funds, retry) => {
  const { main } = functionOn(async () => ({ kind: 'fault', code, detail: 'x', requestId: 'r1' }));
  expect(await main(finish, inAHurry)).toMatchObject({
    return_code: 'FAIL',
    err_code: code,
    advice: { funds, retry },
    request_id: 'r1',
  });
});

it('does not leave the funds in doubt when a query gets no answer', async () => {
  const { main } = functionOn(async () => ({ kind: 'fault', code: 'NO_ANSWER', detail: 'x' }), env, profitSharingQuery);
  const reply = await main({ transaction_id: '42', out_order_no: 'F1' }, fromFunction);
  expect(reply).toMatchObject({ err_code: 'NO_ANSWER', advice: { funds: 'unchanged' } });
});

it('waits no longer than the configuration says nor than the platform allows', async () => {
  const { main, seen } = functionOn(async () => accepted, { ...env, PROFIT_SHARING_TIMEOUT_MS: '5000' });
  // A clock that stands still.
  jest.spyOn(performance, 'now').mockReturnValue(0);
  await main(finish, contextOf({ TCB_SOURCE: 'scf' }, 'both', 20_000));
  await main(finish, contextOf({ TCB_SOURCE: 'scf' }, 'both', 3000));
  expect(seen.timeouts).toEqual([5000, 2500]);
});

it('keeps its link while the configuration stays the same, and makes a new one when it changes', async () => {
  const variables = { ...env };
  const { main, seen } = functionOn(async () => accepted, variables);
  await main(finish, fromFunction);
  await main(finish, fromFunction);
  expect(seen.made).toBe(1);
  variables.PROFIT_SHARING_LOCALE = 'zh-CN';
  await main(finish, fromFunction);
  expect(seen.made).toBe(2);
});

describe('a defect of the adapter', () => {
  it('after sending is a reply that leaves the funds in doubt', async () => {
    const { main } = functionOn(async () => {
      throw new TypeError('oUpF8uMuAJO_M2pxb1Q9zNjWeS6o is not a function');
    });
    expect(await main(finish, fromFunction)).toMatchObject({
      err_code: 'ADAPTER_ERROR',
      advice: { origin: 'adapter', funds: 'unknown', retry: 'query_first', number: 'reuse' },
    });
    expect(logged.join()).toContain('TypeError');
    expect(logged.join()).not.toContain('oUpF8uMuAJO_M2pxb1Q9zNjWeS6o');
  });

  it('before sending leaves the money where it was', async () => {
    const broken = serve(profitSharingFinish, env, { cloudpay: () => Promise.reject(new Error('no such file')) });
    expect(await broken(finish, fromFunction)).toMatchObject({
      err_code: 'ADAPTER_ERROR',
      advice: { funds: 'unchanged', retry: 'after_fix' },
    });
  });
});

describe('a number that an earlier call used', () => {
  const refused = (err_code: string): SendResult => ({
    kind: 'answer',
    fields: { return_code: 'SUCCESS', result_code: 'FAIL', err_code, err_code_des: err_code },
  });
  const lost: SendResult = { kind: 'fault', code: 'NO_ANSWER', detail: 'ECONNRESET' };
  const notSent: SendResult = { kind: 'fault', code: 'NOT_SENT', detail: 'ECONNREFUSED' };

  /** Calls the function once for each answer of the link, with one ledger between them. */
  async function callInTurn(...answers: SendResult[]) {
    const store = new MemoryStore();
    const ledger = new Ledger(store);
    const link = { send: async () => answers.shift() ?? lost };
    const main = serve(profitSharingFinish, env, { cloudpay: async () => link }, async () => ledger);
    const replies = [];
    while (answers.length > 0) replies.push(await main(finish, inAHurry));
    return { replies, store, main };
  }

  it.each([
    ['was refused', refused('NOT_SHARE_ORDER'), 'NOT_SHARE_ORDER'],
    ['met too many calls', refused('FREQUENCY_LIMITED'), 'FREQUENCY_LIMITED'],
    ['never left', notSent, 'NOT_SENT'],
  ])('stays in doubt when the second call %s', async (_what, second, code) => {
    const { replies } = await callInTurn(lost, second);
    expect(replies[0]).toMatchObject({ err_code: 'NO_ANSWER', advice: { funds: 'unknown' } });
    expect(replies[1]).toMatchObject({
      err_code: code,
      advice: { retry: 'query_first', number: 'reuse', funds: 'unknown' },
      settlement: { state: 'unknown', receivers: [] },
    });
  });

  it('is not given free by a refusal after it was accepted', async () => {
    const { replies } = await callInTurn(accepted, refused('NOT_SHARE_ORDER'));
    expect(replies[1]).toMatchObject({
      err_code: 'NOT_SHARE_ORDER',
      advice: { origin: 'wechatpay', retry: 'query_first', number: 'reuse', funds: 'unknown' },
      settlement: { state: 'accepted' },
    });
  });

  it('is free when every call was certainly refused', async () => {
    const { replies } = await callInTurn(refused('NOT_SHARE_ORDER'), refused('FREQUENCY_LIMITED'));
    expect(replies[1]).toMatchObject({ err_code: 'FREQUENCY_LIMITED', advice: { retry: 'later', funds: 'unchanged' } });
    expect(replies[1]).not.toHaveProperty('settlement');
  });

  it('is not given up for a new one by a request that differs, while the first may still move money', async () => {
    const { main } = await callInTurn(lost);
    expect(await main({ ...finish, description: '另一个描述' }, inAHurry)).toMatchObject({
      err_code: 'NUMBER_CONFLICT',
      advice: { retry: 'query_first', number: 'reuse', funds: 'unknown' },
      settlement: { state: 'unknown', receivers: [] },
      violations: [{ field: 'description', rule: 'differs' }],
    });
  });

  it('says what became of the first request to one that differs', async () => {
    const { main, store } = await callInTurn(accepted);
    const [record] = store.records.values();
    const settlement = {
      state: 'settled',
      receivers: [{ account: '190****0109', amount: 9, result: 'SUCCESS' }],
    } as const;
    if (record) store.records.set(record._id, { ...record, state: 'settled', settlement });
    expect(await main({ ...finish, description: '另一个描述' }, inAHurry)).toMatchObject({
      err_code: 'NUMBER_CONFLICT',
      advice: { number: 'new', funds: 'unchanged' },
      settlement,
    });
  });

  it('is not given up for a new one that would pay the same again: after the end, over another family of links', async () => {
    const { main, store } = await callInTurn(accepted);
    const [record] = store.records.values();
    const settlement = { state: 'settled', receivers: [] } as const;
    if (record) store.records.set(record._id, { ...record, state: 'settled', settlement, link: 'brand' });
    expect(await main(finish, inAHurry)).toMatchObject({
      err_code: 'NUMBER_CONFLICT',
      advice: { number: 'reuse', funds: 'unknown' },
      settlement,
      violations: [{ rule: 'endedOverLink' }],
    });
    expect(await main({ ...finish, description: '另一个描述' }, inAHurry)).toMatchObject({
      err_code: 'NUMBER_CONFLICT',
      advice: { number: 'new', funds: 'unchanged' },
    });
  });

  it('is not given up for a new one that would pay the same lines again in another order', async () => {
    const store = new MemoryStore();
    const link = { send: async () => accepted };
    const main = serve(multiProfitSharing, env, { cloudpay: async () => link }, async () => new Ledger(store));
    const lines = ['1900000109', '1900000110'].map((account) => {
      return { type: 'MERCHANT_ID', account, amount: 9, description: '分账' };
    });
    const { description: _, ...order } = finish;
    await main({ ...order, receivers: lines }, inAHurry);
    const [record] = store.records.values();
    if (record) store.records.set(record._id, { ...record, state: 'settled' });
    expect(await main({ ...order, receivers: [...lines].reverse() }, inAHurry)).toMatchObject({
      err_code: 'NUMBER_CONFLICT',
      advice: { retry: 'query_first', number: 'reuse', funds: 'unknown' },
      violations: [{ field: 'receivers', rule: 'otherOrder' }],
    });
  });

  it('tells the second of two at once what is known of the first, and that its number is the one to use', async () => {
    const { main, store } = await callInTurn(accepted);
    const [record] = store.records.values();
    const lease = { by: 'another', ms: 60_000 };
    if (record) store.records.set(record._id, { ...record, lease, leasedAt: Date.now() });
    expect(await main(finish, inAHurry)).toMatchObject({
      err_code: 'NUMBER_BUSY',
      advice: { retry: 'query_first', number: 'reuse', funds: 'unknown' },
      settlement: { state: 'accepted' },
    });
  });

  it('names the link the first request went over, and the way out, when another family is configured since', async () => {
    const { main, store } = await callInTurn(lost);
    const [record] = store.records.values();
    if (record) store.records.set(record._id, { ...record, link: 'brand' });
    expect(await main(finish, inAHurry)).toMatchObject({
      err_code: 'NUMBER_CONFLICT',
      advice: { number: 'reuse', funds: 'unknown' },
      violations: [{ field: 'PROFIT_SHARING_LINK', message: expect.stringContaining('switch back to brand') }],
    });
  });

  it('stays in doubt when the refusal of the second call cannot be written down', async () => {
    const store = new MemoryStore();
    const ledger = new Ledger(store);
    let answer: () => SendResult = () => lost;
    const link = { send: async () => answer() };
    const main = serve(profitSharingFinish, env, { cloudpay: async () => link }, async () => ledger);
    await main(finish, inAHurry);
    answer = () => {
      store.down = true;
      return refused('NOT_SHARE_ORDER');
    };
    expect(await main(finish, inAHurry)).toMatchObject({
      err_code: 'NOT_SHARE_ORDER',
      unrecorded: true,
      advice: { retry: 'query_first', number: 'reuse', funds: 'unknown' },
    });
  });
});

describe('the log', () => {
  it('has one line for one call, with what support needs to find it again', async () => {
    const { main } = functionOn(async () => ({ kind: 'fault', code: 'NO_ANSWER', detail: 'x', requestId: 'r1' }));
    await main(finish, inAHurry);
    expect(logged).toHaveLength(1);
    expect(JSON.parse(logged[0] ?? '')).toMatchObject({
      operation: 'profitSharingFinish',
      link: 'cloudpay',
      caller: 'scf',
      number: 'F1',
      sent: true,
      code: 'NO_ANSWER',
      funds: 'unknown',
      requestId: 'r1',
      ms: expect.any(Number),
    });
  });

  it('never repeats what a refused request held', async () => {
    const { main } = functionOn(async () => accepted);
    await main({ ...finish, name: '张三', openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' }, fromFunction);
    expect(logged.join()).not.toMatch(/张三|oUpF8uMuAJO/);
  });
});
