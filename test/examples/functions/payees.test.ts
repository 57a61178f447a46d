import { createHash } from 'node:crypto';
import { distributor, type Fields, items, openShop, type Shop, supplier } from '../openShop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());
beforeEach(() => shop.reset());

/** Masked, the twin looks like the supplier: 190****0110. */
const twin = { type: 'MERCHANT_ID', account: '1901110110', name: '示例孪生商户' };
const hashOf = ({ account }: { account: string }) =>
  `#${createHash('sha256').update(account).digest('hex').slice(0, 32)}`;
const masked = '190****0110';
const item = (payee: object, cost: unknown, title: unknown = '商品') => ({ title, price: 1_000, cost, payee });
const round = (orderNo = 'T1') => shop.order(orderNo).rounds[0];
const lineOf = ({ account }: { account: string }) => round()?.lines.find((line) => line.account === account);

async function known(...merchants: { account: string; name: string }[]): Promise<void> {
  for (const { account, name } of merchants) {
    await shop.control('POST', `merchants/${account}`, { name });
    const receiver = { type: 'MERCHANT_ID', account, name, relation_type: 'SUPPLIER' };
    await shop.call('profitSharingAddReceiver', { receiver }, 'function');
  }
}

const told = (state: string, receivers: Fields[], id = `any:share:T1@S1#${state}`) =>
  shop.call(
    'onSettled',
    { id, operation: 'multiProfitSharing', out_order_no: 'T1@S1', settlement: { state, receivers } },
    'function',
  );

describe('two payees whose masked accounts and amounts are alike', () => {
  beforeEach(async () => {
    await known(twin);
    await shop.callback(await shop.paid('T1', { items: [item(supplier, 500), item(twin, 500)] }));
  });
  const paid = { account: masked, amount: 500, result: 'SUCCESS' };
  const closed = { account: masked, amount: 500, result: 'CLOSED', fail_reason: 'NO_RELATION' };
  const next = async () => ((await shop.orders('read', { id: 'T1' })).order as { next: Fields[] }).next;

  it.each([
    [
      'the hashes',
      [
        { ...closed, account_hash: hashOf(twin) },
        { ...paid, account_hash: hashOf(supplier) },
      ],
    ],
    [
      'the positions',
      [
        { ...closed, index: 1 },
        { ...paid, index: 0 },
      ],
    ],
    [
      'both',
      [
        { ...closed, index: 1, account_hash: hashOf(twin) },
        { ...paid, index: 0, account_hash: hashOf(supplier) },
      ],
    ],
    ['one hash, which leaves one line for the other', [closed, { ...paid, account_hash: hashOf(supplier) }]],
  ])('are told apart by %s, and only the closed one is paid again', async (_by, receivers) => {
    await told('partly_failed', receivers);
    expect(lineOf(supplier)).toMatchObject({ result: 'SUCCESS', failReason: null });
    expect(lineOf(twin)).toMatchObject({ result: 'CLOSED', failReason: 'NO_RELATION' });
    expect(await next()).toMatchObject([{ account: twin.account, amount: 500 }]);
  });

  it('are both paid when both lines say so, whichever is whose', async () => {
    await told('settled', [paid, paid]);
    expect(round()).toMatchObject({ state: 'settled', lines: [{ result: 'SUCCESS' }, { result: 'SUCCESS' }] });
  });

  it('are never guessed at: the round is asked about, and nothing of it is paid again', async () => {
    await told('partly_failed', [paid, closed]);
    expect(round()).toMatchObject({ state: 'unknown', refusal: { code: 'unclear_lines' } });
    expect(shop.order('T1').dueAt).toBeGreaterThan(0);
    expect(
      await shop.orders('share', { id: 'T1', seen: shop.order('T1').version, accounts: [twin.account] }),
    ).toHaveProperty('refusal');
    await shop.settle();
    shop.overdue('T1');
    await shop.sandbox.fire('shareDue');
    expect(shop.order('T1').rounds).toHaveLength(1);
    expect([shop.balanceOf(supplier.account), shop.balanceOf(twin.account)]).toEqual([500, 500]);
  });

  it.each([
    ['a stranger', [paid, { account: '190****9999', amount: 500, result: 'SUCCESS' }]],
    [
      'a stranger by its hash',
      [
        { ...paid, account_hash: hashOf(supplier) },
        { ...paid, account_hash: hashOf(distributor) },
      ],
    ],
    ['another amount', [paid, { ...paid, amount: 700 }]],
    [
      'a position that is another account’s',
      [
        { ...paid, index: 0, account_hash: hashOf(twin) },
        { ...paid, index: 1 },
      ],
    ],
    [
      'a position twice',
      [
        { ...paid, index: 0 },
        { ...paid, index: 0 },
      ],
    ],
    ['one line too few', [paid]],
    ['one line too many', [paid, paid, paid]],
    ['no line at all', []],
    ['a line that is none', [paid, null]],
  ])('are not settled by an answer that names %s', async (_what, receivers) => {
    await told('settled', receivers as Fields[]);
    expect(round()).toMatchObject({ state: 'unknown', refusal: { code: 'unclear_lines' } });
  });
});

describe('two payees whose masked accounts and amounts are alike, told by reconciliation', () => {
  it('are told apart: only the one whose line was closed is paid again, and each is paid once', async () => {
    await known(twin);
    await shop.callback(await shop.paid('T1', { items: [item(supplier, 500), item(twin, 500)] }));
    await shop.control('PATCH', `merchants/${supplier.account}`, { abnormal: true });
    await shop.settle();
    const { database } = shop.sandbox;
    // The ledger as it would be had it been written an hour ago: only then is a number asked about.
    database.import(database.export().replace(/"(1[6-9]\d{11})"/g, (_, at) => `"${Number(at) - 3_600_000}"`));
    await shop.call('profitSharingReconcile', {}, 'timer');
    expect(round()).toMatchObject({ state: 'partly_failed', lines: [{ result: 'CLOSED' }, { result: 'SUCCESS' }] });
    await shop.control('PATCH', `merchants/${supplier.account}`, { abnormal: false });
    await shop.orders('share', { id: 'T1', seen: shop.order('T1').version });
    await shop.settle();
    expect([shop.balanceOf(supplier.account), shop.balanceOf(twin.account)]).toEqual([500, 500]);
  });
});

describe('news that comes late', () => {
  it('a refusal does not override a round that was sent again and is moving', async () => {
    await shop.callback(await shop.paid('T1'));
    expect(round()).toMatchObject({ state: 'moving' });
    await told('refused', [], 'any:share:T1@S1#refused.1');
    expect(round()).toMatchObject({ state: 'moving' });
    const { version } = shop.order('T1');
    await shop.orders('share', { id: 'T1', seen: version, accounts: [distributor.account] });
    await shop.settle();
    expect([shop.balanceOf(supplier.account), shop.balanceOf(distributor.account)]).toEqual([1_200, 800]);
  });

  it('a refusal does not free the number of a round whose last request is in doubt', async () => {
    const event = await shop.paid('T1');
    await shop.control('POST', 'faults', { kind: 'silence', effect: 'after', times: 9 });
    await shop.callback(event);
    await shop.control('DELETE', 'faults');
    await told('refused', [], 'any:share:T1@S1#refused.1');
    expect(round()).toMatchObject({ state: 'unknown' });
    const { version } = shop.order('T1');
    await shop.orders('share', { id: 'T1', seen: version, accounts: [distributor.account] });
    shop.overdue('T1');
    await shop.sandbox.fire('shareDue');
    await shop.settle();
    expect([shop.balanceOf(supplier.account), shop.balanceOf(distributor.account)]).toEqual([1_200, 800]);
    expect(shop.order('T1').rounds).toHaveLength(1);
  });

  it('that is no news is refused, and stops nothing', async () => {
    await shop.callback(await shop.paid('T1'));
    const settlement = { state: 'settled', receivers: [] };
    const strange: Fields[] = [
      { out_order_no: 'T1@S1', settlement },
      { id: 7, out_order_no: 'T1@S1', settlement },
      { id: 'a', settlement },
      { id: 'a', out_order_no: { $ne: '' }, settlement },
      { id: 'a', out_order_no: 'T1@S1' },
      { id: 'a', out_order_no: 'T1@S1', settlement: { state: 'settled' } },
    ];
    for (const event of strange) expect(await shop.call('onSettled', event, 'function')).toHaveProperty('refused');
    expect(round()).toMatchObject({ state: 'moving' });
  });

  it('of a payee who was paid by two rounds stops the order', async () => {
    await shop.callback(await shop.paid('T1'));
    const { database } = shop.sandbox;
    const [first] = shop.order('T1').rounds;
    const second = { ...first, number: 'T1@S2', state: 'moving' };
    const text = JSON.stringify(shop.order('T1').rounds);
    expect(database.export()).toContain(JSON.stringify(first).slice(0, 20));
    await shop.call('patchOrder', { id: 'T1', fields: { rounds: [{ ...first, state: 'void' }, second] } }, 'function');
    expect(text).not.toBe(JSON.stringify(shop.order('T1').rounds));
    await told('processing', []);
    expect(shop.order('T1')).toMatchObject({ trouble: { kind: 'sharedTwice' }, dueAt: 0 });
  });
});

describe('an order that is not as it should be', () => {
  const dueNow = async (orderNo: string, details: Fields) => {
    await shop.control('POST', 'faults', { kind: 'code', code: 'ORDER_NOT_READY' });
    await shop.callback(await shop.paid(orderNo, details));
    shop.overdue(orderNo);
  };

  it('never keeps the timer from the others, whatever is in it', async () => {
    await dueNow('T1', {});
    await dueNow('T2', {});
    const spoilt = { rounds: [{ number: 'T1@S1', state: 'planned', lines: null }], dueAt: 1 };
    await shop.call('patchOrder', { id: 'T1', fields: spoilt }, 'function');
    await shop.sandbox.fire('shareDue');
    expect(round('T2')).toMatchObject({ state: 'moving' });
    expect(shop.order('T1').dueAt).toBeGreaterThan(Date.now());
    expect((await shop.orders('list')).orders).toMatchObject([{ id: 'T2' }, { id: 'T1', state: 'trouble' }]);
  });

  it.each([
    ['without a title', undefined],
    ['with an empty title', ''],
    ['with a blank title', ' \n '],
    ['with a title that is none', 7],
  ])('%s on an item is shared under the title of the order', async (_what, title) => {
    const { title: _, ...untitled } = item(supplier, 500);
    await shop.callback(
      await shop.paid('T1', { items: [title === undefined ? untitled : item(supplier, 500, title)] }),
    );
    expect(round()).toMatchObject({ state: 'moving', lines: [{ description: '春茶礼盒' }] });
    await shop.settle();
    expect(shop.balanceOf(supplier.account)).toBe(500);
  });

  it('without any title is shared all the same', async () => {
    const { title: _, ...untitled } = item(supplier, 500);
    await shop.callback(await shop.paid('T1', { title: null, items: [untitled] }));
    expect(round()).toMatchObject({ state: 'moving', lines: [{ description: '订单分账' }] });
  });

  it('that owes a payee nothing pays the others and asks WeChat Pay for no line of 0', async () => {
    await shop.callback(await shop.paid('T1', { items: [item(supplier, 0), item(distributor, 800)] }));
    expect(round()).toMatchObject({ state: 'moving', lines: [{ account: distributor.account, amount: 800 }] });
    await shop.settle();
    expect([shop.balanceOf(supplier.account), shop.balanceOf(distributor.account)]).toEqual([0, 800]);
    expect((await shop.orders('read', { id: 'T1' })).order).toMatchObject({ next: [] });
  });

  it('without anything to share is paid, and never due', async () => {
    await shop.callback(await shop.paid('T1', { items: [item(supplier, 0)] }));
    expect(shop.order('T1')).toMatchObject({ rounds: [], dueAt: 0, trouble: null });
  });

  it.each([
    ['text', '500'],
    ['nothing', undefined],
    ['a fraction', 0.5],
    ['a negative number', -500],
    ['more than was paid', 10_001],
  ])('whose cost is %s is recorded as paid, shown, and not shared', async (_what, cost) => {
    const answer = await shop.callback(
      await shop.paid('T1', { items: [item(distributor, 800), item(supplier, cost)] }),
    );
    expect(answer).toEqual({ errcode: 0, errmsg: 'recorded' });
    expect(shop.order('T1')).toMatchObject({
      paid: { total: 10_000 },
      rounds: [],
      dueAt: 0,
      trouble: { kind: 'plan' },
    });
    await shop.settle();
    expect([shop.balanceOf(supplier.account), shop.balanceOf(distributor.account)]).toEqual([0, 0]);
    expect((await shop.orders('read', { id: 'T1' })).order).toMatchObject({ state: 'trouble', next: [] });
  });
});

it('51 payees are paid by two requests, a minute apart, each once', async () => {
  const payees = Array.from({ length: 51 }, (_, index) => ({
    ...{ type: 'MERCHANT_ID', account: String(1_910_000_000 + index), name: `商户${index}` },
  }));
  await known(...payees);
  await shop.callback(await shop.paid('T1', { items: payees.map((payee) => item(payee, 10)) }));
  const rounds = () => shop.order('T1').rounds;
  expect(rounds().map(({ state, lines }) => [state, lines.length])).toEqual([
    ['moving', 50],
    ['planned', 1],
  ]);
  expect(shop.order('T1').dueAt).toBeGreaterThan(Date.now() + 50_000);
  shop.overdue('T1');
  await shop.sandbox.fire('shareDue');
  await shop.settle();
  expect(payees.map(({ account }) => shop.balanceOf(account))).toEqual(Array(51).fill(10));
  const { order } = await shop.orders('ask', { id: 'T1' });
  expect(order).toMatchObject({ state: 'settled', money: { shared: 510, moving: 0 }, next: [] });
});

describe('a finish or a return that may be repeated', () => {
  const act = (action: string, more: Fields = {}) =>
    shop.orders(action, { id: 'T1', seen: shop.order('T1').version, ...more });
  const settled = async () => {
    await shop.callback(await shop.paid('T1', { items }));
    await shop.settle();
    await shop.orders('ask', { id: 'T1' });
  };
  const limited = (times = 3) => shop.control('POST', 'faults', { kind: 'code', code: 'FREQUENCY_LIMITED', times });

  it('a finish refused with FREQUENCY_LIMITED is repeated by the timer', async () => {
    await settled();
    await limited();
    expect(await act('finish')).toMatchObject({ refusal: { code: 'FREQUENCY_LIMITED' } });
    await shop.control('DELETE', 'faults');
    expect(shop.order('T1')).toMatchObject({ finish: { number: 'T1@F', state: 'planned' } });
    shop.overdue('T1');
    await shop.sandbox.fire('shareDue');
    await shop.settle();
    expect((await act('ask')).order).toMatchObject({ state: 'finished', money: { released: true } });
  });

  it('a return refused with FREQUENCY_LIMITED is repeated by the timer under its number', async () => {
    await settled();
    await limited();
    expect(await act('giveBack', { item: 1 })).toMatchObject({ refusal: { code: 'FREQUENCY_LIMITED' } });
    await shop.control('DELETE', 'faults');
    expect(shop.order('T1').returns).toMatchObject([{ number: 'T1@R1-1', state: 'planned' }]);
    shop.overdue('T1');
    await shop.sandbox.fire('shareDue');
    await shop.settle();
    await act('ask');
    expect(shop.order('T1').returns).toMatchObject([{ number: 'T1@R1-1', state: 'settled' }]);
    expect(shop.balanceOf(distributor.account)).toBe(0);
  });

  it.each([
    ['finish', {}],
    ['giveBack', { item: 1 }],
  ])('a %s whose answer was lost is asked about by the timer', async (action, more) => {
    await settled();
    shop.sandbox.crash({ function: 'orders', on: 'database', moment: 'after' });
    await expect(act(action, more)).rejects.toThrow();
    shop.overdue('T1');
    await shop.sandbox.fire('shareDue');
    await shop.settle();
    const { finish, returns } = (await act('ask')).order as { finish: Fields; returns?: Fields[] };
    const { state } = (finish ?? shop.order('T1').returns[0]) as Fields;
    expect(returns).toBeUndefined();
    expect(state).toBe('settled');
  });

  it('a late refusal does not override a return that moves', async () => {
    await settled();
    await shop.control('PATCH', 'switches', { returnCompletionMs: 60_000 });
    await act('giveBack', { item: 1 });
    expect(shop.order('T1').returns).toMatchObject([{ state: 'moving' }]);
    const refusal = {
      out_order_no: 'T1@S1',
      out_return_no: 'T1@R1-1',
      settlement: { state: 'refused', receivers: [] },
    };
    await shop.call('onSettled', { id: 'any:return:T1@R1-1#refused.1', ...refusal }, 'function');
    expect(shop.order('T1').returns).toMatchObject([{ state: 'moving' }]);
  });

  it('a return of an item that paid nothing is none', async () => {
    await shop.callback(await shop.paid('T1', { items: [item(supplier, 0), item(supplier, 300)] }));
    await shop.settle();
    await shop.orders('ask', { id: 'T1' });
    expect(await act('giveBack', { item: 0 })).toMatchObject({ refusal: { code: 'not_returnable' } });
  });
});
