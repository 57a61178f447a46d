import { distributor, type Fields, openShop, type Shop, supplier } from '../openShop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop('cloudpay');
});
afterAll(() => shop.close());
beforeEach(() => shop.reset());

const received = () => [shop.balanceOf(supplier.account), shop.balanceOf(distributor.account)];
const view = async (id = 'T1') => (await shop.orders('read', { id })).order as Fields & { version: number };
const act = async (action: string, more: Fields = {}) =>
  shop.orders(action, { id: 'T1', seen: (await view()).version, ...more });

/** A paid order whose share waits for the administrator. */
async function waiting(): Promise<void> {
  const event = await shop.paid('T1');
  await shop.control('POST', 'faults', { kind: 'code', code: 'ORDER_NOT_READY', api: 'multiProfitSharing' });
  await shop.callback(event);
}

/** An order whose share has arrived. */
async function settled(): Promise<void> {
  await shop.callback(await shop.paid('T1'));
  await shop.settle();
  await act('ask');
}

describe('who may', () => {
  it.each([
    ['a user who is not on the list', { source: 'wx_client', openid: 'oAnotherUser' }],
    ['another function on behalf of the administrator', { source: 'wx_client,scf', openid: 'oShopAdmin' }],
    ['the server', { source: 'wx_http', openid: 'oShopAdmin' }],
    ['an anonymous call', 'anonymous' as const],
  ])('not %s', async (_, as) => {
    await waiting();
    for (const action of ['list', 'read', 'share', 'ask', 'finish', 'giveBack']) {
      const answer = await shop.call('orders', { action, id: 'T1', seen: 2 }, as);
      expect(answer).toEqual({ refusal: { code: 'not_admin' } });
    }
  });

  it('no user, while the variable is not set', async () => {
    shop.sandbox.setEnv('orders', { SHOP_ADMIN_OPENIDS: '' });
    expect(await shop.orders('list')).toEqual({ refusal: { code: 'not_admin' } });
    expect(await shop.call('orders', { action: 'list' }, { source: 'wx_client', openid: '' })).toHaveProperty(
      'refusal',
    );
    shop.sandbox.setEnv('orders', {});
  });

  it('the administrator, and only what there is to do', async () => {
    expect(await shop.orders('list')).toEqual({ orders: [] });
    expect(await shop.orders('constructor')).toEqual({ refusal: { code: 'no_such_action' } });
    expect(await shop.orders('read', { id: { $ne: '' } })).toEqual({ refusal: { code: 'no_such_order' } });
  });
});

describe('sharing by hand', () => {
  it('moves what the order says, never what the event says', async () => {
    await waiting();
    await act('share', { amount: 9_000, receivers: [{ account: 'thief', amount: 1 }], lines: [] });
    await shop.settle();
    expect(received()).toEqual([1_200, 800]);
    expect(await act('ask')).toMatchObject({
      order: { state: 'settled', money: { paid: 10_000, shared: 2_000, moving: 0, rest: 8_000 }, next: [] },
    });
  });

  it('keeps the number of a share that waits, for every caller', async () => {
    await waiting();
    await Promise.all([act('share'), act('share')]);
    await shop.settle();
    expect(received()).toEqual([1_200, 800]);
  });

  it('lets no caller send, or give up, what another one is sending', async () => {
    await waiting();
    shop.sandbox.crash({ function: 'orders', on: 'database', moment: 'after' });
    await expect(act('share')).rejects.toThrow();
    expect(await act('share')).toMatchObject({ refusal: { code: 'in_doubt' }, order: { state: 'unknown' } });
    expect(await act('share', { accounts: [supplier.account] })).toMatchObject({ refusal: { code: 'in_doubt' } });
    shop.overdue('T1');
    expect((await act('share')).order).toMatchObject({ state: 'moving', rounds: [{ number: 'T1@S1' }] });
    await shop.settle();
    expect(received()).toEqual([1_200, 800]);
  });

  it('shows an order that has changed instead of acting on it', async () => {
    await waiting();
    expect(await act('share', { seen: 1 })).toMatchObject({ refusal: { code: 'changed' }, order: { id: 'T1' } });
    expect(received()).toEqual([0, 0]);
  });

  it('holds a payee back from a share that waits, with a new number', async () => {
    await waiting();
    await act('share', { accounts: [distributor.account] });
    await shop.settle();
    expect(received()).toEqual([0, 800]);
    expect(shop.order('T1').rounds).toMatchObject([{ state: 'void' }, { number: 'T1@S2', state: 'moving' }]);
  });

  it('takes a payee in again that was held back from a refused share', async () => {
    await waiting();
    await shop.control('POST', 'faults', { kind: 'code', code: 'NOAUTH', api: 'multiProfitSharing' });
    const { order } = await act('share', { accounts: [supplier.account] });
    expect(order).toMatchObject({ next: [{ account: supplier.account }, { account: distributor.account }] });
    await act('share', { accounts: [supplier.account, distributor.account] });
    await shop.settle();
    expect(received()).toEqual([1_200, 800]);
  });

  it('is left to the administrator on the private link, where a timer has no token', async () => {
    await waiting();
    shop.overdue('T1');
    await shop.sandbox.fire('shareDue');
    expect((await view()).state).toBe('refused');
    expect(shop.order('T1').rounds[0]?.refusal).toMatchObject({ advice: { category: 'config', funds: 'unchanged' } });
    expect((await act('share')).order).toMatchObject({ state: 'moving' });
  });

  it('holds no receiver back from a share that may have arrived', async () => {
    const event = await shop.paid('T1');
    await shop.control('POST', 'faults', { kind: 'silence', effect: 'after', times: 9 });
    await shop.callback(event);
    await shop.control('DELETE', 'faults');
    expect(await act('share', { accounts: [distributor.account] })).toMatchObject({ refusal: { code: 'in_doubt' } });
    expect((await act('share')).order).toMatchObject({ state: 'moving' });
    await shop.settle();
    expect(received()).toEqual([1_200, 800]);
  });

  it('holds a payee back after a refusal, with a new number, and pays it later', async () => {
    await waiting();
    await shop.control('POST', 'faults', { kind: 'code', code: 'NOAUTH', api: 'multiProfitSharing' });
    expect(await act('share')).toMatchObject({ refusal: { code: 'NOAUTH', advice: { funds: 'unchanged' } } });
    await act('share', { accounts: [supplier.account] });
    await shop.settle();
    expect(received()).toEqual([1_200, 0]);
    expect((await act('ask')).order).toMatchObject({ next: [{ account: distributor.account, amount: 800 }] });
    await act('share');
    await shop.settle();
    expect(received()).toEqual([1_200, 800]);
    expect(shop.order('T1').rounds.map(({ number, state }) => [number, state])).toMatchObject([
      ['T1@S1', 'void'],
      ['T1@S2', 'settled'],
      ['T1@S3', 'moving'],
    ]);
    expect((await act('ask')).order).toMatchObject({ state: 'settled' });
  });

  it('pays whom the first share missed by a second one', async () => {
    await shop.callback(await shop.paid('T1'));
    await shop.control('PATCH', `merchants/${distributor.account}`, { abnormal: true });
    await shop.settle();
    expect((await act('ask')).order).toMatchObject({ state: 'partly_failed', money: { shared: 1_200, rest: 8_800 } });
    await shop.control('PATCH', `merchants/${distributor.account}`, { abnormal: false });
    await act('share');
    await shop.settle();
    expect((await act('ask')).order).toMatchObject({ state: 'settled', money: { shared: 2_000 } });
    expect(received()).toEqual([1_200, 800]);
  });
});

describe('finishing', () => {
  it('releases the rest once, and nothing is shared afterwards', async () => {
    await settled();
    expect((await act('finish')).order).toMatchObject({ finish: { number: 'T1@F' } });
    await shop.settle();
    expect((await act('ask')).order).toMatchObject({ state: 'finished', money: { released: true }, next: [] });
    expect(await act('finish')).toMatchObject({ refusal: { code: 'not_finishable' } });
    expect(await act('share')).toMatchObject({ refusal: { code: 'nothing_to_share' } });
  });

  it('waits for a share on its way', async () => {
    await shop.callback(await shop.paid('T1'));
    expect(await act('finish')).toMatchObject({ refusal: { code: 'still_moving' } });
  });

  it('settles a finish whose answer was lost by its own number', async () => {
    await settled();
    shop.sandbox.crash({ function: 'orders', on: 'database', moment: 'after' });
    await expect(act('finish')).rejects.toThrow();
    expect(await view()).toMatchObject({ state: 'unknown', finishable: true });
    expect(await act('finish')).toMatchObject({ refusal: { code: 'in_doubt' } });
    shop.overdue('T1');
    await act('finish');
    await shop.settle();
    expect((await act('ask')).order).toMatchObject({ state: 'finished' });
  });
});

describe('taking back', () => {
  it('takes what the item paid, once', async () => {
    await settled();
    const [first, second] = await Promise.all([act('giveBack', { item: 0 }), act('giveBack', { item: 0, amount: 1 })]);
    await shop.settle();
    expect([first, second].filter(({ refusal }) => !refusal)).toHaveLength(1);
    expect(received()).toEqual([0, 800]);
    expect((await act('ask')).order).toMatchObject({ money: { shared: 800, returned: 1_200, rest: 8_000 } });
    expect(await act('giveBack', { item: 0 })).toMatchObject({ refusal: { code: 'not_returnable' } });
  });

  it('takes nothing for items without a payment', async () => {
    await settled();
    for (const item of [2, 7, '0', null]) {
      expect(await act('giveBack', { item })).toMatchObject({ refusal: { code: 'not_returnable' } });
    }
  });

  it('asks about every open number, even when WeChat Pay does not know one of them', async () => {
    await settled();
    await shop.control('PATCH', 'switches', { returnCompletionMs: 60_000 });
    shop.sandbox.crash({ function: 'profitSharingReturn', on: 'pay', moment: 'before' });
    expect(await act('giveBack', { item: 0 })).toMatchObject({ refusal: { advice: { funds: 'unknown' } } });
    await act('giveBack', { item: 1 });
    expect(shop.order('T1').returns).toMatchObject([{ state: 'unknown' }, { state: 'moving' }]);
    await shop.settle();
    expect(await act('ask')).toMatchObject({ refusal: { code: 'RESOURCE_NOT_EXISTS' } });
    expect(shop.order('T1').returns).toMatchObject([{ state: 'unknown' }, { state: 'settled' }]);
    expect(received()).toEqual([1_200, 0]);
  });

  it('keeps its number when it is not known whether it arrived', async () => {
    await settled();
    shop.sandbox.crash({ function: 'orders', on: 'database', moment: 'after' });
    await expect(act('giveBack', { item: 1 })).rejects.toThrow();
    expect(shop.order('T1').returns).toMatchObject([{ number: 'T1@R1-1', state: 'unknown' }]);
    expect(await act('giveBack', { item: 1 })).toMatchObject({ refusal: { code: 'in_doubt' } });
    shop.overdue('T1');
    await act('giveBack', { item: 1 });
    expect(shop.order('T1').returns).toMatchObject([{ number: 'T1@R1-1', state: 'settled' }]);
    expect(received()).toEqual([1_200, 0]);
  });
});
