import { openShop, type Shop, supplier } from '../openShop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());
beforeEach(() => shop.reset());

/** What reconciliation tells, as its architecture page says. */
const news = (more: object = {}) => ({
  id: 'any:share:T1@S1#settled',
  operation: 'multiProfitSharing',
  out_order_no: 'T1@S1',
  settlement: {
    state: 'settled',
    receivers: [
      { account: '190****0110', amount: 1_200, result: 'SUCCESS' },
      { account: '190****0111', amount: 800, result: 'SUCCESS' },
    ],
  },
  ...more,
});
const shared = async () => {
  await shop.callback(await shop.paid('T1'));
};

it('hears from reconciliation that the money arrived', async () => {
  await shared();
  await shop.settle();
  const { database } = shop.sandbox;
  // The ledger as it would be had it been written an hour ago: only then is a number asked about.
  database.import(database.export().replace(/"(1[6-9]\d{11})"/g, (_, at) => `"${Number(at) - 3_600_000}"`));
  expect(await shop.call('profitSharingReconcile', {}, 'timer')).toMatchObject({
    report: { settled: 1, announced: 1 },
  });
  expect(shop.order('T1').rounds).toMatchObject([
    { state: 'settled', lines: [{ result: 'SUCCESS' }, { result: 'SUCCESS' }] },
  ]);
  expect(shop.order('T1').heard).toHaveLength(1);
  expect(shop.balanceOf(supplier.account)).toBe(1_200);
});

it('drops what it has heard, even when it is told twice at once', async () => {
  await shared();
  const { version } = shop.order('T1');
  await Promise.all([shop.call('onSettled', news(), 'function'), shop.call('onSettled', news(), 'function')]);
  await shop.call('onSettled', news(), 'function');
  expect(shop.order('T1')).toMatchObject({ version: Number(version) + 1, heard: [news().id] });
});

it('keeps who was not paid and why', async () => {
  await shared();
  const receivers = [
    { account: '190****0110', amount: 1_200, result: 'SUCCESS' },
    { account: '190****0111', amount: 800, result: 'CLOSED', fail_reason: 'NO_RELATION' },
  ];
  await shop.call('onSettled', news({ settlement: { state: 'partly_failed', receivers } }), 'function');
  expect(shop.order('T1').rounds).toMatchObject([
    { state: 'partly_failed', lines: [{ result: 'SUCCESS' }, { result: 'CLOSED', failReason: 'NO_RELATION' }] },
  ]);
});

it('does not go back from what is final to what was told earlier', async () => {
  await shared();
  await shop.call('onSettled', news(), 'function');
  const late = { id: 'any:share:T1@S1#late', settlement: { state: 'processing', receivers: [] } };
  await shop.call('onSettled', news(late), 'function');
  expect(shop.order('T1').rounds).toMatchObject([{ state: 'settled' }]);
});

it('has nothing to say about numbers that are not its own', async () => {
  await shared();
  expect(await shop.call('onSettled', news({ out_order_no: 'P20150806' }), 'function')).toEqual({ known: false });
  expect(shop.order('T1')).toMatchObject({ heard: [] });
});

it.each(['client', 'devtools', 'server', 'anonymous'] as const)('believes no news from %s', async (as) => {
  await shared();
  expect(await shop.call('onSettled', news(), as)).toHaveProperty('refused');
  expect(shop.order('T1').rounds).toMatchObject([{ state: 'moving' }]);
});
