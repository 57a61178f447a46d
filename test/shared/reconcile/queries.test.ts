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
  reconcileWorld,
  released,
  SUB,
  shareAnswer,
} from './reconcileWorld';

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => jest.restoreAllMocks());

const S1 = `${SUB}:share:S1`;
const ID = /^[0-9a-f]{32}$/;

it('settles a share whose function crashed after it was sent', async () => {
  const world = reconcileWorld();
  await world.share('S1');
  world.clock.now += 2 * MINUTE;
  expect(await world.run()).toMatchObject({
    return_code: 'SUCCESS',
    report: { looked: 1, settled: 1, processing: 0, refused: 0, unknown: 0, remaining: 0 },
  });
  expect(world.asked).toEqual([
    {
      operation: 'profitSharingQuery',
      request: { sub_mch_id: SUB, transaction_id: '42S1', out_order_no: 'S1', nonce_str: expect.stringMatching(ID) },
    },
  ]);
  expect(world.record(S1)).toMatchObject({
    state: 'settled',
    settlement: { receivers: [{ account: '190****0110', amount: 100, result: 'SUCCESS' }] },
    ask: { order_id: '30S1' },
    attempts: [
      { kind: 'send', outcome: { state: 'settled' } },
      { kind: 'query', outcome: { state: 'settled' } },
    ],
  });
  expect(world.record(S1)?.dueAt).toBeUndefined();
});

it('looks ahead for an operator who does not want to wait, and never into a sender’s lease', async () => {
  const world = reconcileWorld();
  await world.share('S1');
  expect((await world.run(undefined, { look_ahead_ms: HOUR })).report).toMatchObject({ looked: 0, remaining: 1 });
  world.clock.now += 3001;
  expect((await world.run()).report).toMatchObject({ looked: 0, remaining: 0 });
  expect((await world.run(undefined, { look_ahead_ms: HOUR })).report).toMatchObject({ looked: 1, settled: 1 });
});

it('asks nothing about money that is known to have arrived', async () => {
  const world = reconcileWorld();
  await world.share('S1', { state: 'settled' });
  world.clock.now += DAY;
  expect((await world.run()).report).toMatchObject({ looked: 0, remaining: 0 });
  expect(world.asked).toEqual([]);
});

it('says receiver by receiver who was paid and who was not', async () => {
  const world = reconcileWorld();
  world.answers = (_operation, request) => shareAnswer(request, [line(100), line(50, 'CLOSED')]);
  await world.share('S1', { state: 'accepted' }, [100, 50]);
  world.clock.now += MINUTE;
  expect((await world.run()).report).toMatchObject({ settled: 1 });
  expect(world.record(S1)?.settlement).toMatchObject({
    state: 'partly_failed',
    receivers: [{ result: 'SUCCESS' }, { result: 'CLOSED', fail_reason: 'ACCOUNT_ABNORMAL' }],
  });
});

it('finds a finish by its own number', async () => {
  const world = reconcileWorld();
  world.answers = (_operation, { transaction_id, out_order_no }) =>
    answer({ transaction_id, out_order_no, order_id: '30', status: 'FINISHED', amount: 900, description: 'd' });
  await world.finish('F1', { state: 'accepted' });
  world.clock.now += MINUTE;
  expect((await world.run()).report).toMatchObject({ settled: 1 });
  expect(world.asked[0]).toMatchObject({ operation: 'profitSharingQuery', request: { out_order_no: 'F1' } });
});

describe('a return', () => {
  const returned = (request: object, result: string) =>
    answer({ ...request, return_no: '31', return_account: '1900000110', return_amount: 40, result });

  it('is asked about by its own query', async () => {
    const world = reconcileWorld();
    world.answers = (_operation, { nonce_str: _nonce, ...request }) => returned(request, 'SUCCESS');
    await world.enterReturn('R1', { state: 'unknown' });
    world.clock.now += 2 * MINUTE;
    expect((await world.run()).report).toMatchObject({ looked: 1, settled: 1 });
    expect(world.asked[0]).toMatchObject({
      operation: 'profitSharingReturnQuery',
      request: { sub_mch_id: SUB, out_order_no: 'S1', out_return_no: 'R1' },
    });
  });

  it('that named its share by order_id is found where only out_order_no is accepted', async () => {
    const world = reconcileWorld('apiv3', OWN_KEYS);
    world.check = (_operation, request) => ('order_id' in request ? [{ field: 'order_id', rule: 'forbidden' }] : []);
    world.answers = (_operation, { nonce_str: _nonce, ...request }) =>
      returned({ ...request, order_id: '3001' }, 'SUCCESS');
    await world.share('S1', { state: 'settled', learned: { order_id: '3001' } });
    await world.enterReturn('R1', { state: 'unknown' }, { order_id: '3001' });
    world.clock.now += 2 * MINUTE;
    expect((await world.run()).report).toMatchObject({ settled: 1 });
    expect(world.asked.map(({ request }) => request)).toContainEqual(
      expect.objectContaining({ out_order_no: 'S1', out_return_no: 'R1' }),
    );
  });

  it('that nobody can ask about is said to be so, and waits', async () => {
    const world = reconcileWorld('apiv3', OWN_KEYS);
    world.check = (_operation, request) => ('order_id' in request ? [{ field: 'order_id', rule: 'forbidden' }] : []);
    await world.enterReturn('R1', { state: 'unknown' }, { order_id: '3001' });
    world.clock.now += 2 * MINUTE;
    const reply = await world.run();
    expect(reply).toMatchObject({ warnings: [expect.stringContaining(`${SUB}:return:R1`)], report: { warnings: 1 } });
    expect(world.asked.filter(({ operation }) => operation !== 'profitSharingBill')).toEqual([]);
    expect(world.record(`${SUB}:return:R1`)).toMatchObject({ state: 'unknown', dueAt: world.clock.now + HOUR });
  });
});

describe('a number WeChat Pay does not know', () => {
  it('is free again once the request must have arrived', async () => {
    const world = reconcileWorld();
    world.answers = () => notFound;
    await world.share('S1', { state: 'unknown', code: 'NO_ANSWER' });
    world.clock.now += 2 * MINUTE;
    expect((await world.run()).report).toMatchObject({ looked: 1, refused: 1 });
    expect(world.record(S1)).toMatchObject({ state: 'refused' });
    expect(world.record(S1)?.dueAt).toBeUndefined();
  });

  it('stays in doubt while the request may still be on its way', async () => {
    const world = reconcileWorld();
    world.answers = () => notFound;
    await world.share('S1', { state: 'unknown', dueAt: 0 });
    const sent = world.clock.now;
    world.clock.now += 30_000;
    expect((await world.run()).report).toMatchObject({ looked: 1, refused: 0, unknown: 1 });
    expect(world.record(S1)).toMatchObject({ state: 'unknown', dueAt: sent + MINUTE });
  });

  it('stays in doubt while a sender that crashed might have gone on sending', async () => {
    const world = reconcileWorld();
    world.answers = () => notFound;
    await world.share('S1');
    const [record] = [...world.store.records.values()];
    const lease = { by: String(record?.lease?.by), ms: 2 * MINUTE };
    if (record) await world.store.replace({ ...record, version: 2, lease }, record);
    world.clock.now += 2 * MINUTE + 59_000;
    expect((await world.run()).report).toMatchObject({ unknown: 1, refused: 0 });
    world.clock.now += 1000;
    expect((await world.run()).report).toMatchObject({ refused: 1 });
  });

  it('in the words of API v2, which has no code for it', async () => {
    const world = reconcileWorld();
    world.answers = () => answer({ result_code: 'FAIL', err_code: 'PARAM_ERROR', err_code_des: '分账单不存在' });
    await world.share('S1', { state: 'unknown' });
    world.clock.now += 2 * MINUTE;
    expect((await world.run()).report).toMatchObject({ refused: 1 });
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
    const world = reconcileWorld();
    world.answers = () => answer({ result_code: 'FAIL', err_code, err_code_des });
    await world.share('S1', { state: 'unknown' });
    world.clock.now += 2 * MINUTE;
    expect((await world.run()).report).toMatchObject({ refused: 0, unknown: 1 });
    expect(world.record(S1)).toMatchObject({ state: 'unknown' });
  });

  it('is never freed by a link, or a merchant number, that could not have seen the share', async () => {
    const { WECHATPAY_BRAND_MCH_ID: _brand, ...keys } = OWN_KEYS;
    const world = reconcileWorld('apiv3', { ...keys, WECHATPAY_MCH_ID: '1900000999' });
    world.answers = () => notFound;
    await world.share('S1', { state: 'unknown' });
    await world.share('S2', { state: 'unknown' }, [100], '43', 'brand');
    world.clock.now += HOUR;
    const reply = await world.run();
    expect(reply.report).toMatchObject({ looked: 0, unknown: 2, refused: 0 });
    expect(reply.warnings).toEqual([expect.stringContaining('apiv3'), expect.stringContaining('brand')]);
    expect([world.record(S1)?.state, world.record(`${SUB}:share:S2`)?.state]).toEqual(['unknown', 'unknown']);
  });

  it.each(['ecommerce', 'brand', 'cloudpay'] as const)(
    'is looked for over the link that sent it: %s, when another one is configured since',
    async (sentOver) => {
      const world = reconcileWorld('apiv3', OWN_KEYS);
      world.answers = (_operation, request) =>
        world.over.at(-1) === sentOver ? shareAnswer(request, [line(100)]) : notFound;
      await world.share('S1', { state: 'unknown' }, [100], '42', sentOver);
      await world.share('S2', { state: 'unknown' }, [100], '43', 'apiv2');
      world.clock.now += HOUR;
      expect((await world.run()).report).toMatchObject({ looked: 2, settled: 1, refused: 1 });
      expect(world.record(S1)).toMatchObject({ state: 'settled', link: sentOver });
      const queries = world.asked.flatMap(({ operation }, index) =>
        operation === 'profitSharingQuery' ? [world.over[index]] : [],
      );
      expect(queries.sort()).toEqual(['apiv3', sentOver].sort());
    },
  );

  it('over a link that refuses this function is not looked for again in this run, and the rest is', async () => {
    const world = reconcileWorld('apiv3', OWN_KEYS);
    world.answers = (_operation, request) =>
      world.over.at(-1) === 'cloudpay'
        ? { kind: 'fault', code: 'PLATFORM_REFUSED', detail: 'wxCloudApiToken' }
        : shareAnswer(request, [line(100)]);
    for (const number of ['S1', 'S2', 'S3']) {
      await world.share(number, { state: 'unknown' }, [100], `42${number}`, 'cloudpay');
    }
    await world.share('S4', { state: 'unknown' });
    world.clock.now += HOUR;
    expect(await world.run()).toMatchObject({
      return_code: 'SUCCESS',
      warnings: [expect.stringContaining('cloudpay')],
      report: { looked: 2, settled: 1, unknown: 1, remaining: 2 },
    });
  });
});

it('asks over Cloud Run what was sent over the private link: the platform is the same caller', async () => {
  const world = reconcileWorld('cloudrun');
  await world.share('S1', { state: 'accepted' }, [100], '42', 'cloudpay');
  world.clock.now += MINUTE;
  expect((await world.run()).report).toMatchObject({ settled: 1 });
});

it('does not take somebody else’s share under the same number for ours', async () => {
  const world = reconcileWorld();
  world.answers = (_operation, request) => shareAnswer(request, [line(777)]);
  await world.share('S1', { state: 'unknown' });
  world.clock.now += 2 * MINUTE;
  expect(await world.run()).toMatchObject({
    warnings: [expect.stringContaining('another request')],
    report: { unknown: 1, settled: 0 },
  });
  expect(world.record(S1)?.attempts.at(-1)?.outcome).toMatchObject({ code: 'NUMBER_CONFLICT' });
});

it.each<[string, UnknownFields]>([
  ['other than ours', { return_account: '1900000111' }],
  ['of another amount', { return_amount: 41 }],
  ['of another share', { out_order_no: 'S2' }],
])('does not take a return %s for ours', async (_what, over) => {
  const world = reconcileWorld();
  world.answers = (_operation, { nonce_str: _nonce, ...request }) =>
    answer({
      ...request,
      return_account: '1900000110',
      return_amount: 40,
      return_no: '31',
      result: 'SUCCESS',
      ...over,
    });
  await world.enterReturn('R1', { state: 'unknown' });
  world.clock.now += 2 * MINUTE;
  expect((await world.run()).report).toMatchObject({ unknown: 1, settled: 0 });
});

it.each<[string, UnknownFields]>([
  ['does not say whom', {}],
  ['holds receivers nobody can read', { receivers: '[{' }],
  ['leaves out the number', { out_order_no: undefined, receivers: JSON.stringify([line(100)]) }],
])(
  'takes an end that %s for no evidence: the doubt stays, and nobody is blamed for the number',
  async (_what, over) => {
    const world = reconcileWorld();
    world.answers = (_operation, { transaction_id, out_order_no }) =>
      answer({ transaction_id, out_order_no, order_id: '30', status: 'FINISHED', ...over });
    await world.share('S1', { state: 'unknown' });
    world.clock.now += 2 * MINUTE;
    expect(await world.run()).toMatchObject({ report: { unknown: 1, settled: 0, warnings: 0 } });
    expect(world.record(S1)?.attempts.at(-1)?.outcome).toMatchObject({ code: 'BAD_ANSWER' });
  },
);

it('keeps which line is which, by its place in the request and the hash of its account', async () => {
  const world = reconcileWorld();
  world.answers = (_operation, request) =>
    shareAnswer(request, [
      { ...line(50, 'CLOSED'), detail_id: '362' },
      { ...line(100), detail_id: '361' },
    ]);
  await world.share('S1', { state: 'accepted' }, [100, 50]);
  world.clock.now += MINUTE;
  await world.run();
  const account_hash = hash('1900000110');
  expect(world.record(S1)?.settlement?.receivers).toEqual([
    expect.objectContaining({ index: 1, detail_id: '362', account_hash, amount: 50, result: 'CLOSED' }),
    expect.objectContaining({ index: 0, detail_id: '361', account_hash, amount: 100, result: 'SUCCESS' }),
  ]);
});

it.each([
  ['a stranger beside our receiver', [line(100), line(7, 'SUCCESS', '1900000111')]],
  ['our receiver paid twice', [line(100), line(100)]],
  ['the same amount for somebody else', [line(100, 'SUCCESS', '1900000111')]],
  ['another amount for the same receiver', [line(50), line(99)]],
])('does not take %s for our share', async (_what, lines) => {
  const world = reconcileWorld();
  world.answers = (_operation, request) => shareAnswer(request, lines);
  await world.share('S1', { state: 'unknown' });
  world.clock.now += 2 * MINUTE;
  expect((await world.run()).report).toMatchObject({ unknown: 1, settled: 0 });
});

it('does not take a share of somebody else’s for our finish, and takes what went back to the payer for one', async () => {
  const world = reconcileWorld();
  world.answers = (_operation, request) => shareAnswer(request, [line(100)]);
  await world.finish('F1', { state: 'unknown' });
  world.clock.now += 2 * MINUTE;
  expect((await world.run()).report).toMatchObject({ unknown: 1, settled: 0 });
  world.answers = (_operation, request) => shareAnswer(request, [released]);
  world.clock.now += HOUR;
  expect((await world.run()).report).toMatchObject({ unknown: 0, settled: 1 });
});

it('looks after 1, 5 and 30 minutes, then hourly, and daily with a warning once five days are over', async () => {
  const world = reconcileWorld();
  world.answers = (_operation, request) => shareAnswer(request, [line(100, 'PENDING')], 'PROCESSING');
  await world.share('S1', { state: 'accepted' });
  const pauses: number[] = [];
  for (let look = 1; look <= 5; look += 1) {
    world.clock.now = world.record(S1)?.dueAt ?? 0;
    expect((await world.run()).report).toMatchObject({ processing: 1, warnings: 0 });
    pauses.push(((world.record(S1)?.dueAt ?? 0) - world.clock.now) / MINUTE);
  }
  expect(pauses).toEqual([1, 5, 30, 60, 60]);
  world.clock.now += 5 * DAY;
  expect(await world.run()).toMatchObject({ warnings: [expect.stringContaining(S1)], report: { processing: 1 } });
  expect(world.record(S1)?.dueAt).toBe(world.clock.now + DAY);
});
