import { got, merchantGets, openBank, payerMchId, refusal, supplier } from './openBank';

const supplierGets = (amount: number) => [merchantGets(supplier.mchId, amount)];

describe('paying the buyer back', () => {
  test('with nothing shared, a refund comes out of the order’s frozen money (rule 54)', () => {
    const { order, bank, left, balance } = openBank();
    const transactionId = order(10_000);
    expect(got(bank.refund({ transactionId, amount: 100 })).from).toBe('frozen');
    expect([left(transactionId), balance(payerMchId)]).toEqual([9_840, 0]);
    expect(refusal(bank.refund({ transactionId, amount: 9_901 })).rule).toBe('54');
    expect(refusal(bank.refund({ transactionId: 'none', amount: 1 })).v2.code).toBe('INVALID_TRANSACTIONID');
    expect(refusal(bank.refund({ transactionId, amount: 0 })).rule).toBe('13');
  });

  test('partly shared, a refund comes out of the frozen rest (rule 55)', () => {
    const { order, share, bank, left, settle, balance } = openBank();
    const transactionId = order(10_000);
    got(share(transactionId, supplierGets(3_000)));
    settle();
    got(bank.refund({ transactionId, amount: 5_000 }));
    // 30 of the 60 fen fee come back with half the price.
    expect([left(transactionId), balance(supplier.mchId)]).toEqual([1_970, 3_000]);
  });

  test('a refund above the frozen rest waits for the finish, then comes from the payer’s balance (rules 56, 57)', () => {
    const { order, share, finish, bank, settle, balance } = openBank();
    const transactionId = order(10_000);
    got(share(transactionId, supplierGets(3_000)));
    settle();
    expect(refusal(bank.refund({ transactionId, amount: 8_000 }))).toMatchObject({
      rule: '56',
      v3: { code: 'RULE_LIMIT' },
    });
    got(finish(transactionId));
    settle();
    bank.setMerchant(payerMchId, { available: 10_000 });
    expect(got(bank.refund({ transactionId, amount: 8_000 })).from).toBe('available');
    expect(balance(payerMchId)).toBe(10_000 - 8_000 + 48);
  });

  test('after a full refund nothing can be shared (rule 58)', () => {
    const { order, share, finish, bank, page, balance } = openBank();
    const transactionId = order(10_000);
    got(bank.refund({ transactionId, amount: 9_999 }));
    got(bank.refund({ transactionId, amount: 1 }));
    expect(page(transactionId)).toMatchObject({
      state: 'CLOSED',
      closedBy: 'refund',
      frozen: 0,
      fee: 0,
      refunded: 10_000,
    });
    expect(refusal(share(transactionId, supplierGets(1))).v2.code).toBe('AMOUNT_OVERDUE');
    expect(refusal(finish(transactionId)).v2.code).toBe('AMOUNT_OVERDUE');
    expect(balance(payerMchId)).toBe(0);
  });

  test('after a partial refund the rest is shared within what is left and the smaller ratio (rule 59)', () => {
    const { order, share, bank } = openBank();
    const transactionId = order(10_000);
    got(bank.refund({ transactionId, amount: 5_000 }));
    expect(refusal(share(transactionId, supplierGets(1_501))).rule).toBe('16');
    expect(share(transactionId, supplierGets(1_500)).ok).toBe(true);
  });

  test('a refund takes nothing from receivers (rule 60)', () => {
    const { order, share, finish, bank, settle, balance } = openBank();
    const transactionId = order(10_000);
    got(share(transactionId, supplierGets(3_000)));
    got(finish(transactionId));
    settle();
    bank.setMerchant(payerMchId, { available: 10_000 });
    got(bank.refund({ transactionId, amount: 10_000 }));
    expect(balance(supplier.mchId)).toBe(3_000);
  });
});
