import { type Fields, openShop, type Shop, supplier } from '../openShop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());
beforeEach(() => shop.reset());

const DAY_S = 86_400;

/** An order of a transaction mini program is paid, and its share refused. */
async function frozen(orderNo: string, delivery: 'express' | 'direct' = 'express'): Promise<Fields> {
  const callback = await shop.paid(orderNo, {}, { delivery });
  await shop.callback(callback);
  return callback;
}

/** What WeChat pushes about the order. */
const push = ({ transactionId, outTradeNo }: Fields, more: Fields = {}): Fields => ({
  ...{ MsgType: 'event', Event: 'trade_manage_order_settlement' },
  ...{ transaction_id: transactionId, merchant_trade_no: outTradeNo },
  ...{ pay_time: 1772416800, shipped_time: 1772416900, estimated_settlement_time: 1773280800 },
  ...more,
});

const settled = { confirm_receive_time: 1773280700, settlement_time: 1773280800 };

const round = (orderNo: string) => shop.order(orderNo).rounds[0];

it('waits for hours with its number when the money is frozen until receipt, and gives nothing up', async () => {
  await frozen('T1');
  expect(round('T1')).toMatchObject({ number: 'T1@S1', state: 'planned', sends: 1 });
  expect(shop.order('T1').dueAt - Date.now()).toBeGreaterThan(3_600_000);
});

it('shares as soon as WeChat says that the money was settled', async () => {
  const order = await frozen('T1');
  await shop.control('PATCH', `orders/${order.transactionId}`, { shipped: true, received: true });
  await shop.control('POST', 'clock/advance', { seconds: DAY_S });
  expect(await shop.call('onReceipt', push(order, settled), 'server')).toEqual({ known: true });
  expect(round('T1')).toMatchObject({ number: 'T1@S1', state: 'moving', sends: 2 });
  await shop.settle();
  expect(shop.balanceOf(supplier.account)).toBe(1_200);
});

it('waits on when it was told so too early', async () => {
  const order = await frozen('T1');
  await shop.call('onReceipt', push(order, settled), 'server');
  expect(round('T1')).toMatchObject({ state: 'planned', sends: 2 });
  expect(shop.balanceOf(supplier.account)).toBe(0);
});

it.each([
  ['the shipping, not the settlement', 'server', {}],
  ['another payment of that number', 'server', { ...settled, transaction_id: '4200' }],
  ['an order it does not know', 'server', { ...settled, merchant_trade_no: 'T9' }],
  ['another event', 'server', { ...settled, Event: 'subscribe' }],
  ['a mini program, which is no push', 'client', settled],
] as const)('does nothing on news of %s', async (_, as, more) => {
  const order = await frozen('T1');
  await shop.call('onReceipt', push(order, more), as);
  expect(round('T1')).toMatchObject({ state: 'planned', sends: 1 });
});
