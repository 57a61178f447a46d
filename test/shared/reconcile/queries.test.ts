import type { UnknownFields } from '../../../shared/contract';
import { hash } from '../../../shared/ledger/hash';
import {
  answer,
  DAY,
  HOUR,
  line,
  MINUTE,
  notFound,
  OWN_KEYS,
  reconcileFixture,
  released,
  SUB,
  shareAnswer,
} from './reconcileFixture';

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => jest.restoreAllMocks());

const S1 = `${SUB}:share:S1`;
const ID = /^[0-9a-f]{32}$/;

it('settles a share whose function crashed after it was sent', async () => {
  const fixture = reconcileFixture();
  await fixture.share('S1');
  fixture.clock.now += 2 * MINUTE;
  expect(await fixture.run()).toMatchObject({
    return_code: 'SUCCESS',
    report: { looked: 1, settled: 1, processing: 0, refused: 0, unknown: 0, remaining: 0 },
  });
  expect(fixture.asked).toEqual([
    {
      operation: 'profitSharingQuery',
      request: { sub_mch_id: SUB, transaction_id: '42S1', out_order_no: 'S1', nonce_str: expect.stringMatching(ID) },
    },
  ]);
  expect(fixture.record(S1)).toMatchObject({
    state: 'settled',
    settlement: { receivers: [{ account: '190****0110', amount: 100, result: 'SUCCESS' }] },
    ask: { order_id: '30S1' },
    attempts: [
      { kind: 'send', outcome: { state: 'settled' } },
      { kind: 'query', outcome: { state: 'settled' } },
    ],
  });
  expect(fixture.record(S1)?.dueAt).toBeUndefined();
});

it('looks ahead for an operator who does not want to wait, and never into a sender’s lease', async () => {
  const fixture = reconcileFixture();
  await fixture.share('S1');
  expect((await fixture.run(undefined, { look_ahead_ms: HOUR })).report).toMatchObject({ looked: 0, remaining: 1 });
  fixture.clock.now += 3001;
  expect((await fixture.run()).report).toMatchObject({ looked: 0, remaining: 0 });
  expect((await fixture.run(undefined, { look_ahead_ms: HOUR })).report).toMatchObject({ looked: 1, settled: 1 });
});

it('asks nothing about money that is known to have arrived', async () => {
  const fixture = reconcileFixture();
  await fixture.share('S1', { state: 'settled' });
  fixture.clock.now += DAY;
  expect((await fixture.run()).report).toMatchObject({ looked: 0, remaining: 0 });
  expect(fixture.asked).toEqual([]);
});

it('says receiver by receiver who was paid and who was not', async () => {
  const fixture = reconcileFixture();
  fixture.answers = (_operation, request) => shareAnswer(request, [line(100), line(50, 'CLOSED')]);
  await fixture.share('S1', { state: 'accepted' }, [100, 50]);
  fixture.clock.now += MINUTE;
  expect((await fixture.run()).report).toMatchObject({ settled: 1 });
  expect(fixture.record(S1)?.settlement).toMatchObject({
    state: 'partly_failed',
    receivers: [{ result: 'SUCCESS' }, { result: 'CLOSED', fail_reason: 'ACCOUNT_ABNORMAL' }],
  });
});

it('finds a finish by its own number', async () => {
  const fixture = reconcileFixture();
  fixture.answers = (_operation, { transaction_id, out_order_no }) =>
    answer({ transaction_id, out_order_no, order_id: '30', status: 'FINISHED', amount: 900, description: 'd' });
  await fixture.finish('F1', { state: 'accepted' });
  fixture.clock.now += MINUTE;
  expect((await fixture.run()).report).toMatchObject({ settled: 1 });
  expect(fixture.asked[0]).toMatchObject({ operation: 'profitSharingQuery', request: { out_order_no: 'F1' } });
});

describe('a return', () => {
  const returned = (request: object, result: string) =>
    answer({ ...request, return_no: '31', return_account: '1900000110', return_amount: 40, result });

  it('is asked about by its own query', async () => {
    const fixture = reconcileFixture();
    fixture.answers = (_operation, { nonce_str: _nonce, ...request }) => returned(request, 'SUCCESS');
    await fixture.enterReturn('R1', { state: 'unknown' });
    fixture.clock.now += 2 * MINUTE;
    expect((await fixture.run()).report).toMatchObject({ looked: 1, settled: 1 });
    expect(fixture.asked[0]).toMatchObject({
      operation: 'profitSharingReturnQuery',
      request: { sub_mch_id: SUB, out_order_no: 'S1', out_return_no: 'R1' },
    });
  });

  it('that named its share by order_id is found where only out_order_no is accepted', async () => {
    const fixture = reconcileFixture('apiv3', OWN_KEYS);
    fixture.check = (_operation, request) => ('order_id' in request ? [{ field: 'order_id', rule: 'forbidden' }] : []);
    fixture.answers = (_operation, { nonce_str: _nonce, ...request }) =>
      returned({ ...request, order_id: '3001' }, 'SUCCESS');
    await fixture.share('S1', { state: 'settled', learned: { order_id: '3001' } });
    await fixture.enterReturn('R1', { state: 'unknown' }, { order_id: '3001' });
    fixture.clock.now += 2 * MINUTE;
    expect((await fixture.run()).report).toMatchObject({ settled: 1 });
    expect(fixture.asked.map(({ request }) => request)).toContainEqual(
      expect.objectContaining({ out_order_no: 'S1', out_return_no: 'R1' }),
    );
  });

  it('that cannot be queried is said to be so, and waits', async () => {
    const fixture = reconcileFixture('apiv3', OWN_KEYS);
    fixture.check = (_operation, request) => ('order_id' in request ? [{ field: 'order_id', rule: 'forbidden' }] : []);
    await fixture.enterReturn('R1', { state: 'unknown' }, { order_id: '3001' });
    fixture.clock.now += 2 * MINUTE;
    const reply = await fixture.run();
    expect(reply).toMatchObject({ warnings: [expect.stringContaining(`${SUB}:return:R1`)], report: { warnings: 1 } });
    expect(fixture.asked.filter(({ operation }) => operation !== 'profitSharingBill')).toEqual([]);
    expect(fixture.record(`${SUB}:return:R1`)).toMatchObject({ state: 'unknown', dueAt: fixture.clock.now + HOUR });
  });
});

describe('a number WeChat Pay does not know', () => {
  it('is free again once the request must have arrived', async () => {
    const fixture = reconcileFixture();
    fixture.answers = () => notFound;
    await fixture.share('S1', { state: 'unknown', code: 'NO_ANSWER' });
    fixture.clock.now += 2 * MINUTE;
    expect((await fixture.run()).report).toMatchObject({ looked: 1, refused: 1 });
    expect(fixture.record(S1)).toMatchObject({ state: 'refused' });
    expect(fixture.record(S1)?.dueAt).toBeUndefined();
  });

  it('stays in doubt while the request may still be on its way', async () => {
    const fixture = reconcileFixture();
    fixture.answers = () => notFound;
    await fixture.share('S1', { state: 'unknown', dueAt: 0 });
    const sent = fixture.clock.now;
    fixture.clock.now += 30_000;
    expect((await fixture.run()).report).toMatchObject({ looked: 1, refused: 0, unknown: 1 });
    expect(fixture.record(S1)).toMatchObject({ state: 'unknown', dueAt: sent + MINUTE });
  });

  it('stays in doubt while a sender that crashed might have gone on sending', async () => {
    const fixture = reconcileFixture();
    fixture.answers = () => notFound;
    await fixture.share('S1');
    const [record] = [...fixture.store.records.values()];
    const lease = { by: String(record?.lease?.by), ms: 2 * MINUTE };
    if (record) await fixture.store.replace({ ...record, version: 2, lease }, record);
    fixture.clock.now += 2 * MINUTE + 59_000;
    expect((await fixture.run()).report).toMatchObject({ unknown: 1, refused: 0 });
    fixture.clock.now += 1000;
    expect((await fixture.run()).report).toMatchObject({ refused: 1 });
  });

  it('in the words of API v2, which has no code for it', async () => {
    const fixture = reconcileFixture();
    fixture.answers = () => answer({ result_code: 'FAIL', err_code: 'PARAM_ERROR', err_code_des: '分账单不存在' });
    await fixture.share('S1', { state: 'unknown' });
    fixture.clock.now += 2 * MINUTE;
    expect((await fixture.run()).report).toMatchObject({ refused: 1 });
  });

  it.each([
    ['a relation', 'NOAUTH', '受理关系不存在'],
    ['a merchant', 'INVALID_REQUEST', '商户号不存在'],
    ['a returner', 'INVALID_REQUEST', '回退方不存在'],
    ['a bad parameter', 'PARAM_ERROR', '参数错误'],
    ['an exhausted rate', 'FREQUENCY_LIMITED', '频率过高'],
    ['a failing system', 'SYSTEMERROR', '单号不存在'],
    ['anything undocumented', 'NOVELTY', '暂不支持'],
  ])('is not what a complaint about %s means', async (_what, err_code, err_code_des) => {
    const fixture = reconcileFixture();
    fixture.answers = () => answer({ result_code: 'FAIL', err_code, err_code_des });
    await fixture.share('S1', { state: 'unknown' });
    fixture.clock.now += 2 * MINUTE;
    expect((await fixture.run()).report).toMatchObject({ refused: 0, unknown: 1 });
    expect(fixture.record(S1)).toMatchObject({ state: 'unknown' });
  });

  it('is never freed by a link, or a merchant number, that could not have seen the share', async () => {
    const { WECHATPAY_BRAND_MCH_ID: _brand, ...keys } = OWN_KEYS;
    const fixture = reconcileFixture('apiv3', { ...keys, WECHATPAY_MCH_ID: '1900000999' });
    fixture.answers = () => notFound;
    await fixture.share('S1', { state: 'unknown' });
    await fixture.share('S2', { state: 'unknown' }, [100], '43', 'brand');
    fixture.clock.now += HOUR;
    const reply = await fixture.run();
    expect(reply.report).toMatchObject({ looked: 0, unknown: 2, refused: 0 });
    expect(reply.warnings).toEqual([expect.stringContaining('apiv3'), expect.stringContaining('brand')]);
    expect([fixture.record(S1)?.state, fixture.record(`${SUB}:share:S2`)?.state]).toEqual(['unknown', 'unknown']);
  });

  it.each(['ecommerce', 'brand', 'cloudpay'] as const)(
    'is looked for over the link that sent it: %s, when another one is configured since',
    async (sentOver) => {
      const fixture = reconcileFixture('apiv3', OWN_KEYS);
      fixture.answers = (_operation, request) =>
        fixture.over.at(-1) === sentOver ? shareAnswer(request, [line(100)]) : notFound;
      await fixture.share('S1', { state: 'unknown' }, [100], '42', sentOver);
      await fixture.share('S2', { state: 'unknown' }, [100], '43', 'apiv2');
      fixture.clock.now += HOUR;
      expect((await fixture.run()).report).toMatchObject({ looked: 2, settled: 1, refused: 1 });
      expect(fixture.record(S1)).toMatchObject({ state: 'settled', link: sentOver });
      const queries = fixture.asked.flatMap(({ operation }, index) =>
        operation === 'profitSharingQuery' ? [fixture.over[index]] : [],
      );
      expect(queries.sort()).toEqual(['apiv3', sentOver].sort());
    },
  );

  it('over a link that refuses this function is not looked for again in this run, and the rest is', async () => {
    const fixture = reconcileFixture('apiv3', OWN_KEYS);
    fixture.answers = (_operation, request) =>
      fixture.over.at(-1) === 'cloudpay'
        ? { kind: 'fault', code: 'PLATFORM_REFUSED', detail: 'wxCloudApiToken' }
        : shareAnswer(request, [line(100)]);
    for (const number of ['S1', 'S2', 'S3']) {
      await fixture.share(number, { state: 'unknown' }, [100], `42${number}`, 'cloudpay');
    }
    await fixture.share('S4', { state: 'unknown' });
    fixture.clock.now += HOUR;
    expect(await fixture.run()).toMatchObject({
      return_code: 'SUCCESS',
      warnings: [expect.stringContaining('cloudpay')],
      report: { looked: 2, settled: 1, unknown: 1, remaining: 2 },
    });
  });
});

it('asks over Cloud Run what was sent over the private link: the platform is the same caller', async () => {
  const fixture = reconcileFixture('cloudrun');
  await fixture.share('S1', { state: 'accepted' }, [100], '42', 'cloudpay');
  fixture.clock.now += MINUTE;
  expect((await fixture.run()).report).toMatchObject({ settled: 1 });
});

it('does not take another caller’s share under the same number for ours', async () => {
  const fixture = reconcileFixture();
  fixture.answers = (_operation, request) => shareAnswer(request, [line(777)]);
  await fixture.share('S1', { state: 'unknown' });
  fixture.clock.now += 2 * MINUTE;
  expect(await fixture.run()).toMatchObject({
    warnings: [expect.stringContaining('another request')],
    report: { unknown: 1, settled: 0 },
  });
  expect(fixture.record(S1)?.attempts.at(-1)?.outcome).toMatchObject({ code: 'NUMBER_CONFLICT' });
});

it.each<[string, UnknownFields]>([
  ['other than ours', { return_account: '1900000111' }],
  ['of another amount', { return_amount: 41 }],
  ['of another share', { out_order_no: 'S2' }],
])('does not take a return %s for ours', async (_what, over) => {
  const fixture = reconcileFixture();
  fixture.answers = (_operation, { nonce_str: _nonce, ...request }) =>
    answer({
      ...request,
      return_account: '1900000110',
      return_amount: 40,
      return_no: '31',
      result: 'SUCCESS',
      ...over,
    });
  await fixture.enterReturn('R1', { state: 'unknown' });
  fixture.clock.now += 2 * MINUTE;
  expect((await fixture.run()).report).toMatchObject({ unknown: 1, settled: 0 });
});

it.each<[string, UnknownFields]>([
  ['does not say whom', {}],
  ['holds unreadable receivers', { receivers: '[{' }],
  ['leaves out the number', { out_order_no: undefined, receivers: JSON.stringify([line(100)]) }],
])('takes an end that %s for no evidence: the doubt stays, and the number is not called taken', async (_what, over) => {
  const fixture = reconcileFixture();
  fixture.answers = (_operation, { transaction_id, out_order_no }) =>
    answer({ transaction_id, out_order_no, order_id: '30', status: 'FINISHED', ...over });
  await fixture.share('S1', { state: 'unknown' });
  fixture.clock.now += 2 * MINUTE;
  expect(await fixture.run()).toMatchObject({ report: { unknown: 1, settled: 0, warnings: 0 } });
  expect(fixture.record(S1)?.attempts.at(-1)?.outcome).toMatchObject({ code: 'BAD_ANSWER' });
});

it('keeps which line is which, by its place in the request and the hash of its account', async () => {
  const fixture = reconcileFixture();
  fixture.answers = (_operation, request) =>
    shareAnswer(request, [
      { ...line(50, 'CLOSED'), detail_id: '362' },
      { ...line(100), detail_id: '361' },
    ]);
  await fixture.share('S1', { state: 'accepted' }, [100, 50]);
  fixture.clock.now += MINUTE;
  await fixture.run();
  const account_hash = hash('1900000110');
  expect(fixture.record(S1)?.settlement?.receivers).toEqual([
    expect.objectContaining({ index: 1, detail_id: '362', account_hash, amount: 50, result: 'CLOSED' }),
    expect.objectContaining({ index: 0, detail_id: '361', account_hash, amount: 100, result: 'SUCCESS' }),
  ]);
});

it.each([
  ['a stranger beside our receiver', [line(100), line(7, 'SUCCESS', '1900000111')]],
  ['our receiver paid twice', [line(100), line(100)]],
  ['the same amount for another receiver', [line(100, 'SUCCESS', '1900000111')]],
  ['another amount for the same receiver', [line(50), line(99)]],
])('does not take %s for our share', async (_what, lines) => {
  const fixture = reconcileFixture();
  fixture.answers = (_operation, request) => shareAnswer(request, lines);
  await fixture.share('S1', { state: 'unknown' });
  fixture.clock.now += 2 * MINUTE;
  expect((await fixture.run()).report).toMatchObject({ unknown: 1, settled: 0 });
});

it('does not take a share of another caller’s for our finish, and takes what went back to the payer for one', async () => {
  const fixture = reconcileFixture();
  fixture.answers = (_operation, request) => shareAnswer(request, [line(100)]);
  await fixture.finish('F1', { state: 'unknown' });
  fixture.clock.now += 2 * MINUTE;
  expect((await fixture.run()).report).toMatchObject({ unknown: 1, settled: 0 });
  fixture.answers = (_operation, request) => shareAnswer(request, [released]);
  fixture.clock.now += HOUR;
  expect((await fixture.run()).report).toMatchObject({ unknown: 0, settled: 1 });
});

it('looks after 1, 5 and 30 minutes, then hourly, and daily with a warning once five days are over', async () => {
  const fixture = reconcileFixture();
  fixture.answers = (_operation, request) => shareAnswer(request, [line(100, 'PENDING')], 'PROCESSING');
  await fixture.share('S1', { state: 'accepted' });
  const pauses: number[] = [];
  for (let look = 1; look <= 5; look += 1) {
    fixture.clock.now = fixture.record(S1)?.dueAt ?? 0;
    expect((await fixture.run()).report).toMatchObject({ processing: 1, warnings: 0 });
    pauses.push(((fixture.record(S1)?.dueAt ?? 0) - fixture.clock.now) / MINUTE);
  }
  expect(pauses).toEqual([1, 5, 30, 60, 60]);
  fixture.clock.now += 5 * DAY;
  expect(await fixture.run()).toMatchObject({ warnings: [expect.stringContaining(S1)], report: { processing: 1 } });
  expect(fixture.record(S1)?.dueAt).toBe(fixture.clock.now + DAY);
});
