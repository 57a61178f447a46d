import { distributor, items, openShop, type Shop, supplier } from '../openShop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());
beforeEach(() => shop.reset());

const recorded = { errcode: 0, errmsg: 'recorded' };
const rounds = (orderNo: string) => shop.order(orderNo).rounds;
const received = () => [shop.balanceOf(supplier.account), shop.balanceOf(distributor.account)];

describe('a payment callback', () => {
  it('shares what the order says with whom the order says, whatever else the event claims', async () => {
    const event = await shop.paid('T1');
    const claims = { receivers: [{ account: 'thief', amount: 9_000 }], items: [], total: 1 };
    expect(await shop.callback({ ...event, ...claims })).toEqual(recorded);
    expect(rounds('T1')).toMatchObject([{ number: 'T1@S1', state: 'moving' }]);
    await shop.settle();
    expect(received()).toEqual([1_200, 800]);
  });

  it('adds up what one payee gets from several items', async () => {
    const [tea, pot] = items.map((item) => ({ ...item, cost: 700 }));
    await shop.callback(await shop.paid('T1', { items: [tea, pot, tea] }));
    await shop.settle();
    expect(received()).toEqual([1_400, 700]);
  });

  it('shares once, however often and however much at once WeChat Pay repeats it', async () => {
    const event = await shop.paid('T1');
    const answers = await Promise.all([shop.callback(event), shop.callback(event), shop.callback(event)]);
    expect(answers).toEqual([recorded, recorded, recorded]);
    expect(await shop.callback(event)).toEqual(recorded);
    await shop.settle();
    expect(rounds('T1')).toHaveLength(1);
    expect(received()).toEqual([1_200, 800]);
  });

  it('leaves a payment of this minute to the timer', async () => {
    const beijing = new Date(Date.now() + 8 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14);
    expect(await shop.callback({ ...(await shop.paid('T1')), timeEnd: beijing })).toEqual(recorded);
    expect(rounds('T1')).toMatchObject([{ state: 'planned', tries: 0 }]);
    expect(shop.order('T1').dueAt).toBeGreaterThan(Date.now());
    expect(shop.sandbox.state.calls.list().filter(({ api }) => api === 'multiProfitSharing')).toEqual([]);
  });

  it.each([
    ['less', 9_999],
    ['more', 10_001],
    ['the right amount as a text', '10000'],
  ])('records a payment of %s than the order, and shares nothing of it', async (_, totalFee) => {
    const event = await shop.paid('T1');
    expect(await shop.callback({ ...event, totalFee })).toEqual(recorded);
    expect(shop.order('T1')).toMatchObject({ paid: null, rounds: [], trouble: { kind: 'amount', said: totalFee } });
    await shop.callback(event);
    await shop.settle();
    expect(received()).toEqual([0, 0]);
  });

  it('stops an order that was paid twice', async () => {
    await shop.callback(await shop.paid('T1'));
    const second = { ...(await shop.paid('T2')), outTradeNo: 'T1' };
    expect(await shop.callback(second)).toEqual(recorded);
    expect(shop.order('T1')).toMatchObject({ trouble: { kind: 'paidTwice' }, dueAt: 0 });
    expect(shop.order('T1').rounds).toHaveLength(1);
  });

  it('is asked for again while the order is not known', async () => {
    expect(await shop.callback({ ...(await shop.paid('T1')), outTradeNo: 'T9' })).toMatchObject({ errcode: 404 });
    const { outTradeNo: _, ...nameless } = await shop.paid('T2');
    expect(await shop.callback(nameless)).toMatchObject({ errcode: 404 });
    expect(shop.order('T2')).toMatchObject({ paid: null });
  });
});

describe('a forged callback', () => {
  it.each(['client', 'devtools', 'function', 'server', 'timer', 'anonymous'] as const)(
    'from %s is refused',
    async (as) => {
      const event = await shop.paid('T1');
      expect(await shop.call('onPaid', event, as)).toMatchObject({ errcode: 403 });
      expect(shop.order('T1')).toMatchObject({ paid: null, rounds: [] });
    },
  );

  it('is refused where the source only contains the right word', async () => {
    const event = await shop.paid('T1');
    for (const source of ['wx_paycallback,scf', 'wx_client,wx_paycallback', 'wx_paycallback2']) {
      expect(await shop.call('onPaid', event, { source })).toMatchObject({ errcode: 403 });
    }
  });

  it('is refused by an instance that has just served a true one and still shows its variables', async () => {
    await shop.callback(await shop.paid('T1'));
    const forged = await shop.paid('T2');
    expect(await shop.call('onPaid', forged, 'anonymous')).toMatchObject({ errcode: 403 });
    expect(shop.order('T2')).toMatchObject({ paid: null });
  });
});

describe('a crash', () => {
  it('before the payment is written leaves the callback to be repeated', async () => {
    const event = await shop.paid('T1');
    shop.sandbox.crash({ function: 'onPaid', on: 'database', moment: 'before' });
    await expect(shop.callback(event)).rejects.toThrow();
    expect(shop.order('T1')).toMatchObject({ paid: null });
    expect(await shop.callback(event)).toEqual(recorded);
    await shop.settle();
    expect(received()).toEqual([1_200, 800]);
  });

  it.each([1, 2, 3])('after write %i of the callback ends in one share', async (nth) => {
    const event = await shop.paid('T1');
    shop.sandbox.crash({ function: 'onPaid', on: 'database', moment: 'after', nth });
    await expect(shop.callback(event)).rejects.toThrow();
    expect(await shop.callback(event)).toEqual(recorded);
    if (shop.order('T1').dueAt > 0) shop.overdue('T1');
    await shop.sandbox.fire('shareDue');
    await shop.settle();
    expect(rounds('T1')).toHaveLength(1);
    expect(received()).toEqual([1_200, 800]);
  });
});
