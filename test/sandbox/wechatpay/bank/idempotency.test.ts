import { got, me, merchantGets, openBank, payerMchId, refusal, supplier } from './openBank';

const supplierGets = (amount: number) => [merchantGets(supplier.mchId, amount)];

describe('one number, one movement of money', () => {
  test('the same number with the same parameters moves money once, also after the order has closed (rule 32)', () => {
    const { order, share, finish, settle, balance } = openBank();
    const transactionId = order(10_000);
    const again = () => got(share(transactionId, supplierGets(1_000), { outOrderNo: 'A' }));
    const first = again().orderId;
    settle();
    got(finish(transactionId, 'B'));
    settle();
    expect(again()).toMatchObject({ orderId: first, lines: [{ result: 'SUCCESS' }] });
    expect(got(finish(transactionId, 'B')).rest?.amount).toBe(8_940);
    settle();
    expect([balance(supplier.mchId), balance(payerMchId)]).toEqual([1_000, 8_940]);
  });

  test('the same receivers in another order are the same request (rule 32)', () => {
    const { order, share } = openBank();
    const transactionId = order(10_000);
    const receivers = [...supplierGets(10), merchantGets(payerMchId, 20)];
    const first = got(share(transactionId, receivers, { outOrderNo: 'A' }));
    expect(got(share(transactionId, receivers.toReversed(), { outOrderNo: 'A' })).orderId).toBe(first.orderId);
  });

  test('the same number with other parameters is refused, and the first request stands (rule 33)', () => {
    const { order, share, settle, balance } = openBank();
    const [one, two] = [order(10_000), order(10_000)];
    got(share(one, supplierGets(1_000), { outOrderNo: 'A' }));
    const other = (transactionId: string, amount: number, kind: 'single' | 'multi' = 'multi') => {
      return refusal(share(transactionId, supplierGets(amount), { outOrderNo: 'A', kind })).v2;
    };
    expect(other(two, 1_000)).toMatchObject({ code: 'PARAM_ERROR', message: '微信支付订单号与原请求不一致' });
    expect(other(one, 999)).toMatchObject({ code: 'PARAM_ERROR', message: '分账接收方与原请求不一致' });
    expect(other(one, 1_000, 'single')).toMatchObject({ code: 'PARAM_ERROR', message: '请求参数与原请求不一致' });
    settle();
    expect(balance(supplier.mchId)).toBe(1_000);
  });

  test('a finish repeats under its number only with its own description; a share cannot take it over (rule 34)', () => {
    const { order, share, finish, bank } = openBank();
    const transactionId = order(10_000);
    got(finish(transactionId, 'F'));
    const other = bank.finish(me, { transactionId, outOrderNo: 'F', description: '另一个描述' });
    expect(refusal(other).v2.code).toBe('PARAM_ERROR');
    expect(refusal(share(transactionId, supplierGets(1), { outOrderNo: 'F' })).v2.code).toBe('PARAM_ERROR');
  });

  test('a repetition with a new number would pay twice (rule 35)', () => {
    const { order, share, settle, balance } = openBank();
    const transactionId = order(10_000);
    got(share(transactionId, supplierGets(1_000), { outOrderNo: 'A' }));
    got(share(transactionId, supplierGets(1_000), { outOrderNo: 'B' }));
    settle();
    expect(balance(supplier.mchId)).toBe(2_000);
  });

  test('a call over the rate was not accepted, and its number is free (rule 36)', () => {
    const { order, share, bank } = openBank({ sameOrderWindowMs: 1_000 });
    const transactionId = order(10_000);
    got(share(transactionId, supplierGets(1)));
    expect(refusal(share(transactionId, supplierGets(2), { outOrderNo: 'B' })).rule).toBe('21');
    bank.clock.advance(1_000);
    expect(share(transactionId, supplierGets(2), { outOrderNo: 'B' }).ok).toBe(true);
  });

  test('a refused request leaves no record, and its number is free (rule 37)', () => {
    const { order, share, bank } = openBank();
    const transactionId = order(10_000);
    expect(share(transactionId, supplierGets(9_999), { outOrderNo: 'A' }).ok).toBe(false);
    const query = () => bank.queryShare(me, { transactionId, outOrderNo: 'A' });
    expect(refusal(query()).v3).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' });
    got(share(transactionId, supplierGets(1), { outOrderNo: 'A' }));
    expect(query().ok).toBe(true);
  });

  test('numbers belong to their caller: another merchant’s equal number is another number (rule 32)', () => {
    const { order, share, bank } = openBank();
    const transactionId = order(10_000);
    got(share(transactionId, supplierGets(1), { outOrderNo: '__proto__' }));
    const alone = { mchId: supplier.mchId, family: 'ordinary' } as const;
    const own = order(10_000, { payerMchId: supplier.mchId, callerMchId: supplier.mchId });
    expect(refusal(bank.queryShare(alone, { transactionId, outOrderNo: '__proto__' })).rule).toBe('37');
    expect(
      got(bank.finish(alone, { transactionId: own, outOrderNo: '__proto__', description: '完结' })).rest?.amount,
    ).toBe(9_940);
  });

  test('adding a present receiver succeeds and changes nothing (rule 40)', () => {
    const { bank } = openBank();
    const { mchId: account, name } = supplier;
    const again = got(bank.addReceiver(me, { type: 'MERCHANT_ID', account, name, relationType: 'STORE' }));
    expect(again.relationType).toBe('SUPPLIER');
    expect(bank.books().receivers).toHaveLength(4);
  });

  test('removing an absent receiver is refused (rule 41)', () => {
    const { bank } = openBank();
    const supplierAccount = { type: 'MERCHANT_ID', account: supplier.mchId } as const;
    got(bank.removeReceiver(me, supplierAccount));
    expect(refusal(bank.removeReceiver(me, supplierAccount))).toMatchObject({
      rule: '41',
      v3: { status: 400, message: '无效请求' },
    });
  });
});
