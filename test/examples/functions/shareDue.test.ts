import { openShop, type Shop, supplier } from '../openShop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());
beforeEach(() => shop.reset());

const round = (orderNo: string) => shop.order(orderNo).rounds.at(-1);
const fault = (kind: string, more: object) => shop.control('POST', 'faults', { kind, ...more });
const fire = async () => (await shop.sandbox.fire('shareDue')).result;

/** An order whose first share was answered like this. */
async function refused(orderNo: string, kind: string, more: object): Promise<void> {
  const event = await shop.paid(orderNo);
  await fault(kind, more);
  await shop.callback(event);
}

it('shares an order that was not ready when it was paid', async () => {
  await refused('T1', 'code', { code: 'ORDER_NOT_READY' });
  expect(round('T1')).toMatchObject({ state: 'planned', tries: 1, refusal: { code: 'ORDER_NOT_READY' } });
  expect(await fire()).toEqual({ states: {} });
  shop.overdue('T1');
  expect(await fire()).toEqual({ states: { moving: 1 } });
  await shop.settle();
  expect(shop.balanceOf(supplier.account)).toBe(1_200);
});

it('waits longer each time an order is not ready', async () => {
  await refused('T1', 'code', { code: 'ORDER_NOT_READY', times: 3 });
  const waits = [];
  for (const _ of [1, 2]) {
    shop.overdue('T1');
    const before = Date.now();
    await fire();
    waits.push(Math.round((shop.order('T1').dueAt - before) / 60_000));
  }
  expect(waits).toEqual([2, 5]);
});

it('asks first when it is not known whether it arrived, and the money moves once', async () => {
  await refused('T1', 'silence', { effect: 'after', times: 9 });
  await shop.control('DELETE', 'faults');
  expect(round('T1')).toMatchObject({ number: 'T1@S1', state: 'unknown' });
  shop.overdue('T1');
  await fire();
  await shop.settle();
  expect(round('T1')).toMatchObject({ number: 'T1@S1', state: 'moving' });
  expect(shop.balanceOf(supplier.account)).toBe(1_200);
});

it('sends the same number again once WeChat Pay says that it never arrived', async () => {
  await refused('T1', 'silence', { effect: 'before', times: 9 });
  shop.overdue('T1');
  await fire();
  expect(round('T1')).toMatchObject({ number: 'T1@S1', state: 'unknown' });
  await shop.control('DELETE', 'faults');
  shop.overdue('T1');
  await fire();
  await shop.settle();
  expect(round('T1')).toMatchObject({ number: 'T1@S1', state: 'moving' });
  expect(shop.balanceOf(supplier.account)).toBe(1_200);
});

it('leaves to a person what repeating cannot cure', async () => {
  await refused('T1', 'code', { code: 'NOT_SHARE_ORDER' });
  expect(round('T1')).toMatchObject({ state: 'refused', refusal: { advice: { retry: 'never', funds: 'unchanged' } } });
  expect(shop.order('T1').dueAt).toBe(0);
  expect(await fire()).toEqual({ states: {} });
});

it('is run by its timer alone', async () => {
  for (const as of ['client', 'function', 'server', 'anonymous'] as const) {
    expect(await shop.call('shareDue', {}, as)).toHaveProperty('refused');
  }
});
