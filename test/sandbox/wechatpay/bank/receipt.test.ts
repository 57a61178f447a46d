import { day, got, merchantGets, minute, openBank, refusal, supplier } from './openBank';

const toSupplier = [merchantGets(supplier.mchId, 100)];

/** The bank's clock starts at 10:00 in Beijing, and an order is half an hour old. */
const UNTIL_MIDNIGHT = (14 * day) / 24 - 30 * minute;

describe('an order of a transaction mini program', () => {
  test('is frozen while it is not shipped, for shares and for a finish', () => {
    const { order, share, finish, bank } = openBank();
    const transactionId = order(10_000, { delivery: 'express' });
    bank.clock.advance(20 * day);
    expect(refusal(share(transactionId, toSupplier)).v3).toMatchObject({
      code: 'INVALID_REQUEST',
      message: expect.stringContaining('确认收货'),
    });
    expect(refusal(finish(transactionId)).v2.message).toContain('交易被冻结');
  });

  test.each([
    ['express', 10],
    ['direct', 2],
  ] as const)('delivered by %s can be shared on day %d after shipping without the buyer', (delivery, days) => {
    const { order, share, bank } = openBank();
    const transactionId = order(10_000, { delivery });
    bank.changeOrder(transactionId, { shipped: true });
    bank.clock.advance(days * day - 1);
    expect(share(transactionId, toSupplier).ok).toBe(false);
    bank.clock.advance(1);
    expect(share(transactionId, toSupplier).ok).toBe(true);
  });

  test('can be shared the day after the buyer confirmed receipt', () => {
    const { order, share, bank } = openBank();
    const transactionId = order(10_000, { delivery: 'express' });
    bank.changeOrder(transactionId, { shipped: true });
    bank.changeOrder(transactionId, { received: true });
    bank.clock.advance(UNTIL_MIDNIGHT - 1);
    expect(share(transactionId, toSupplier).ok).toBe(false);
    bank.clock.advance(1);
    expect(got(share(transactionId, toSupplier)).lines).toHaveLength(1);
  });

  test('is released to the merchant when the freeze period ends, shipped or not', () => {
    const { order, bank, page } = openBank();
    const transactionId = order(10_000, { delivery: 'express' });
    bank.clock.advance(30 * day);
    expect(page(transactionId)).toMatchObject({ state: 'CLOSED', closedBy: 'expiry', frozen: 0 });
  });

  test('goes on waiting after an export and import', () => {
    const { order, bank, page } = openBank();
    const transactionId = order(10_000, { delivery: 'direct' });
    bank.changeOrder(transactionId, { shipped: true });
    const { receipt } = page(transactionId);
    bank.import(bank.export());
    expect(page(transactionId).receipt).toEqual(receipt);
    expect(receipt?.settlesAt).toBe(bank.clock.now() + 2 * day);
  });

  test('cannot be received before it is shipped, nor an ordinary order at all', () => {
    const { order, bank } = openBank();
    const waiting = order(10_000, { delivery: 'express' });
    expect(() => bank.changeOrder(waiting, { received: true })).toThrow('not shipped');
    expect(() => bank.changeOrder(order(10_000), { shipped: true })).toThrow('waits for no receipt');
  });
});
