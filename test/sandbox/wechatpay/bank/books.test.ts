import { Bank } from '../../../../sandbox/wechatpay/bank/bank';
import { refusals } from '../../../../sandbox/wechatpay/bank/refusals';
import { day, got, me, merchantGets, openBank, payerMchId, refusal, supplier } from './openBank';

function shared() {
  const stage = openBank();
  const transactionId = stage.order(10_000);
  got(stage.share(transactionId, [merchantGets(supplier.mchId, 1_000)], { outOrderNo: 'A' }));
  stage.settle();
  got(stage.returnShare('A', 100));
  return { ...stage, transactionId };
}

describe('the books', () => {
  /** A tampered copy of a good state must not pass. */
  const tampered: [string, (text: string) => string][] = [
    ['a balance without a record', (text) => text.replace('"available":900', '"available":901')],
    ['frozen money that is not left', (text) => text.replace('"frozen":8940', '"frozen":8941')],
    ['a share above what is left', (text) => text.replace('"amount":1000,"desc', '"amount":99999,"desc')],
    ['a return above what was received', (text) => text.replace('"amount":100,', '"amount":1001,')],
    ['a closed order with money left', (text) => text.replace('"state":"OPEN"', '"state":"CLOSED"')],
    ['a paid share above the ratio', (text) => text.replace('"capAtLastShare":3000', '"capAtLastShare":999')],
    ['a receipt without a line', (text) => text.replace('"received":0', '"received":1')],
    ['frozen money of a plain order', (text) => text.replace('"sharing":true', '"sharing":false')],
  ];
  test.each(tampered)('%s breaks a law, loudly', (_what, tamper) => {
    const text = shared().bank.export();
    expect(tamper(text)).not.toBe(text);
    expect(() => new Bank().import(tamper(text))).toThrow(expect.objectContaining({ name: 'InvariantBroken' }));
  });

  test.each(['{}', '[]', 'null', '{"now":1,"serial":1,"switches":{}}'])('%s is no state', (text) => {
    expect(() => new Bank().import(text)).toThrow(TypeError);
  });

  test('reading the books changes nothing, and writing into them neither', () => {
    const { bank } = shared();
    const before = bank.export();
    for (const merchant of bank.books().merchants) merchant.available = 1;
    expect(bank.export()).toBe(before);
  });

  test('a reset forgets everything', () => {
    const { bank } = shared();
    bank.reset();
    expect(bank.books()).toMatchObject({ orders: [], merchants: [], shares: [] });
  });

  test('a ticking clock carries the bank along', () => {
    let clock = 1_000;
    const bank = new Bank({ startAt: 0, ticking: () => clock });
    bank.setMerchant(payerMchId, {});
    bank.payOrder({ payerMchId, amount: 100 });
    clock += 30 * day;
    expect(bank.clock.now()).toBe(30 * day);
    expect(bank.books().orders[0]).toMatchObject({ state: 'CLOSED', closedBy: 'expiry' });
    clock -= day;
    expect(bank.clock.now()).toBe(30 * day);
  });

  test('time goes forward, in whole milliseconds, until the year 9999', () => {
    const { bank } = openBank();
    for (const ms of [-1, 0.5, Number.MAX_SAFE_INTEGER]) expect(() => bank.clock.advance(ms)).toThrow('ms');
  });

  test('what makes no sense is not set up', () => {
    const { bank } = openBank();
    const pay = (input: object) => () => bank.payOrder({ payerMchId, amount: 100, ...input });
    expect(pay({ payerMchId: '404' })).toThrow('payerMchId');
    expect(pay({ callerMchId: '404' })).toThrow('callerMchId');
    expect(pay({ amount: 0 })).toThrow('amount');
    expect(pay({ coupon: 100 })).toThrow('amount');
    expect(pay({ coupon: -1 })).toThrow('coupon');
    expect(pay({ fee: 101 })).toThrow('fee');
    expect(pay({ paidAt: bank.clock.now() + 1 })).toThrow('paidAt');
    expect(() => bank.setMerchant(payerMchId, { available: -1 })).toThrow('available');
    expect(() => bank.changeOrder('none', {})).toThrow('transactionId');
  });

  test('what is left is told to the merchant that placed the order, and only for sharing orders', () => {
    const { bank, transactionId, order } = shared();
    const ask = (mchId: string, id = transactionId) => bank.unsplitAmount({ mchId, family: 'ordinary' }, id);
    expect(got(ask(me.mchId)).unsplitAmount).toBe(8_940);
    expect(refusal(ask(supplier.mchId)).v3.message).toBe('非本商户的订单不支持查询');
    expect(refusal(ask('404')).rule).toBe('11');
    expect(refusal(ask(me.mchId, 'none')).v3.status).toBe(404);
    expect(refusal(ask(me.mchId, order(100, { sharing: false }))).v2.code).toBe('NOT_SHARE_ORDER');
  });
});

describe('the refusal table', () => {
  test.each(Object.entries(refusals))(
    '%s says the same on both wires: a rule, a text, a v3 status and code',
    (_, row) => {
      expect(row.rule).toMatch(/^\d+(\.\d)?$/);
      expect(row.v2.envelope).toBe(row.v2.code === null);
      expect(row.v2.message.length).toBeLessThanOrEqual(128);
      expect([400, 403, 404, 429]).toContain(row.v3.status);
      expect(row.v3.code).toMatch(/^[A-Z_]+$/);
    },
  );
});
