import fc from 'fast-check';
import type { Switches } from '../../../../sandbox/wechatpay/bank/switches';
import {
  distributor,
  got,
  li,
  me,
  meOnV3,
  merchantGets,
  openBank,
  payerMchId,
  personGets,
  refusal,
  supplier,
} from './openBank';

const supplierGets = (amount: number) => [merchantGets(supplier.mchId, amount)];

describe('how much can be shared', () => {
  test.each([0, -1, 0.5, Number.NaN, 2 ** 53])('money comes in whole fen, not in %p (rule 13)', (amount) => {
    const { order, share, returnShare } = openBank();
    expect(refusal(share(order(), supplierGets(amount))).v2).toMatchObject({
      code: null,
      message: '分账接收方列表格式错误',
    });
    expect(refusal(returnShare('none', amount)).rule).toBe('13');
  });

  test('of 6.90 yuan, 6.86 remain after the fee (rule 14)', () => {
    const { order, left } = openBank();
    expect(left(order(690))).toBe(686);
  });

  test('free coupons reduce what can be shared, refunds, shares and money given back too (rule 14)', () => {
    const { order, left, share, bank } = openBank();
    const transactionId = order(10_000, { coupon: 1_000, fee: 54 });
    expect(left(transactionId)).toBe(9_000 - 54);
    got(bank.refund({ transactionId, amount: 100 }));
    expect(left(transactionId)).toBe(9_000 - 54 - 100);
    got(share(transactionId, [merchantGets(supplier.mchId, 1_000), merchantGets(payerMchId, 500)]));
    expect(left(transactionId)).toBe(9_000 - 54 - 100 - 1_000 - 500);
    expect(got(bank.unsplitAmount({ ...me }, transactionId)).unsplitAmount).toBe(left(transactionId));
  });

  test('one request never asks for more than is left (rule 15)', () => {
    const { order, share, bank, left } = openBank();
    bank.setMerchant(payerMchId, { maxRatio: 10_000 });
    const transactionId = order(1_000);
    const no = refusal(share(transactionId, [...supplierGets(500), merchantGets(distributor.mchId, 495)]));
    expect([no.rule, no.v2.code, no.v3.code]).toEqual(['15', 'AMOUNT_OVERDUE', 'NOT_ENOUGH']);
    expect(left(transactionId)).toBe(994);
    expect(share(transactionId, [...supplierGets(500), merchantGets(distributor.mchId, 494)]).ok).toBe(true);
    expect(refusal(share(transactionId, supplierGets(1))).v2.code).toBe('AMOUNT_OVERDUE');
  });

  test('all shares of an order together stay within the ratio of what was paid and not refunded (rule 16)', () => {
    const { order, share, bank } = openBank();
    const transactionId = order(10_000);
    got(share(transactionId, supplierGets(2_000)));
    expect(refusal(share(transactionId, supplierGets(1_001)))).toMatchObject({
      rule: '16',
      v3: { status: 403, code: 'RULE_LIMIT' },
    });
    got(bank.refund({ transactionId, amount: 1_000 }));
    expect(refusal(share(transactionId, supplierGets(701))).rule).toBe('16');
    got(share(transactionId, supplierGets(700)));
    expect(refusal(share(transactionId, supplierGets(1))).rule).toBe('16');
  });

  test('the ratio limit rounds down, and 1 % is the smallest ratio (rule 16)', () => {
    const { order, share, bank } = openBank();
    bank.setMerchant(payerMchId, { maxRatio: 100 });
    const transactionId = order(199, { fee: 0 });
    expect(refusal(share(transactionId, supplierGets(2))).rule).toBe('16');
    expect(share(transactionId, supplierGets(1)).ok).toBe(true);
    expect(() => bank.setMerchant(payerMchId, { maxRatio: 99 })).toThrow('maxRatio');
  });

  test('live servers spell an exceeded ratio otherwise, behind a switch (rule 16)', () => {
    const { order, share } = openBank({ ratioExceeded: 'live' });
    expect(refusal(share(order(), supplierGets(9_000))).v3).toMatchObject({ status: 400, code: 'INVALID_REQUEST' });
  });

  test('a closed line frees its part of the ratio again (rule 16)', () => {
    const { order, share, bank, settle } = openBank();
    const transactionId = order(10_000);
    bank.setMerchant(supplier.mchId, { abnormal: true });
    got(share(transactionId, supplierGets(3_000)));
    expect(refusal(share(transactionId, [merchantGets(distributor.mchId, 1)])).rule).toBe('16');
    settle();
    expect(share(transactionId, [merchantGets(distributor.mchId, 3_000)]).ok).toBe(true);
  });

  test('money to the payer itself is outside the ratio (rule 17)', () => {
    const { order, share, left } = openBank();
    const transactionId = order(10_000);
    got(share(transactionId, [merchantGets(payerMchId, 6_000), ...supplierGets(3_000)]));
    expect(left(transactionId)).toBe(940);
  });

  test('money to the payer is shared also where a refund has made the ratio smaller than what was shared (rule 17)', () => {
    const { order, share, bank } = openBank();
    const transactionId = order(10_000);
    got(share(transactionId, supplierGets(3_000)));
    got(bank.refund({ transactionId, amount: 5_000 }));
    expect(refusal(share(transactionId, supplierGets(1))).rule).toBe('16');
    expect(share(transactionId, [merchantGets(payerMchId, 1)]).ok).toBe(true);
  });

  test('the ratio is the payer’s, or the brand’s where one is named (rule 18)', () => {
    const { order, share, bank } = openBank();
    expect(got(bank.maxRatio(me)).maxRatio).toBe(3_000);
    bank.setMerchant('1900000918', { name: '示例品牌', providerMchId: me.mchId, maxRatio: 1_000 });
    bank.setMerchant(payerMchId, { brandMchId: '1900000918' });
    const as = { ...me, brandMchId: '1900000918' };
    expect(got(bank.maxRatio(as)).maxRatio).toBe(1_000);
    got(
      bank.addReceiver(as, {
        type: 'MERCHANT_ID',
        account: supplier.mchId,
        name: supplier.name,
        relationType: 'SUPPLIER',
      }),
    );
    const transactionId = order(10_000);
    expect(refusal(share(transactionId, supplierGets(1_001), { as })).rule).toBe('16');
    expect(share(transactionId, supplierGets(1_000), { as }).ok).toBe(true);
    expect(refusal(bank.maxRatio({ ...me, subMchId: supplier.mchId })).v3.message).toBe('非服务商下的签约子商户');
    bank.setMerchant(payerMchId, { permission: 'none' });
    expect(refusal(bank.maxRatio(me)).v3.message).toBe('子商户未开通分账功能');
    expect(refusal(bank.maxRatio({ ...me, mchId: '404' })).rule).toBe('11');
    bank.setMerchant(me.mchId, { permission: 'none' });
    expect(refusal(bank.maxRatio(me)).v3.message).toBe('服务商未开通分账功能');
  });

  test('a person receives 200000 yuan a month at most, and again the month after (rule 19)', () => {
    const { order, share, bank, settle } = openBank();
    bank.setMerchant(payerMchId, { maxRatio: 10_000 });
    const pay = (amount: number) => {
      const made = got(share(order(21_000_000), [personGets(li.openid, amount)]));
      settle();
      return made.lines[0];
    };
    expect(pay(19_999_999)?.result).toBe('SUCCESS');
    expect(pay(2)).toMatchObject({ result: 'CLOSED', failReason: 'RECEIVER_RECEIPT_LIMIT' });
    expect(pay(1)?.result).toBe('SUCCESS');
    bank.clock.advance(31 * 86_400_000);
    expect(pay(20_000_000)?.result).toBe('SUCCESS');
  });

  test('an order takes 50 accepted requests, refused ones and a finish not counted (rule 20)', () => {
    const { order, share, bank, finish } = openBank({ requestsPerOrder: 3 });
    const transactionId = order();
    bank.setMerchant(supplier.mchId, { abnormal: true });
    expect(share(transactionId, supplierGets(9_999)).ok).toBe(false);
    for (let made = 0; made < 3; made += 1) got(share(transactionId, supplierGets(1)));
    expect(refusal(share(transactionId, supplierGets(1))).rule).toBe('20');
    expect(finish(transactionId).ok).toBe(true);
    expect(openBank().bank.switches.requestsPerOrder).toBe(50);
  });

  test('a request names 50 receivers at most, each of them once, and at least one (rule 20)', () => {
    const { order, share, bank } = openBank();
    const accounts = Array.from({ length: 51 }, (_, index) => String(1900001000 + index));
    for (const account of accounts) {
      bank.setMerchant(account, { name: account });
      got(bank.addReceiver(me, { type: 'MERCHANT_ID', account, name: account, relationType: 'STORE' }));
    }
    const transactionId = order();
    const each = accounts.map((account) => merchantGets(account, 1));
    expect(refusal(share(transactionId, each)).rule).toBe('20');
    expect(refusal(share(transactionId, [...supplierGets(1), ...supplierGets(2)])).v2.message).toBe('分账接收方重复');
    expect(refusal(share(transactionId, [])).v2.message).toBe('receiver未设置');
    expect(share(transactionId, each.slice(1)).ok).toBe(true);
  });

  test('30 shares a second per collecting merchant, and the 31st a second later (rule 21)', () => {
    const { order, share, bank } = openBank({ rates: 'bankTime' });
    const orders = Array.from({ length: 31 }, () => order(10_000, { waited: 0 }));
    bank.clock.advance(60_000);
    const [last = '', ...first] = orders;
    for (const transactionId of first) got(share(transactionId, supplierGets(1)));
    expect(refusal(share(last, supplierGets(1)))).toMatchObject({
      v2: { code: 'FREQUENCY_LIMITED' },
      v3: { status: 429 },
    });
    bank.clock.advance(1_000);
    expect(share(last, supplierGets(1)).ok).toBe(true);
  });

  test('60 finishes a second per merchant, and the 61st a second later (rule 21)', () => {
    const { order, finish, bank } = openBank({ rates: 'bankTime' });
    const [last = '', ...first] = Array.from({ length: 61 }, () => order(10_000, { waited: 0 }));
    bank.clock.advance(60_000);
    for (const transactionId of first) got(finish(transactionId));
    expect(refusal(finish(last)).v2.code).toBe('FREQUENCY_LIMITED');
    bank.clock.advance(1_000);
    expect(finish(last).ok).toBe(true);
  });

  test.each<[string, number, Partial<Switches>, string]>([
    ['v2', 80, {}, 'FREQUENCY_LIMITED'],
    ['v3', 500, { rateCode: 'RATELIMIT_EXCEED' }, 'RATELIMIT_EXCEED'],
  ])('on %s, %i queries a second (rule 21)', (wire, limit, switches, code) => {
    const { bank } = openBank({ rates: 'bankTime', ...switches });
    const as = wire === 'v2' ? me : meOnV3;
    const ask = () => refusal(bank.queryShare(as, { transactionId: 'none', outOrderNo: 'none' })).v3.code;
    for (let asked = 0; asked < limit; asked += 1) expect(ask()).toBe('RESOURCE_NOT_EXISTS');
    expect(ask()).toBe(code);
    bank.setSwitches({ rates: 'off' });
    expect(ask()).toBe('RESOURCE_NOT_EXISTS');
  });

  test('the same order twice in quick succession is refused where the switch says how quick (rule 21)', () => {
    const { order, share, finish, bank } = openBank({ sameOrderWindowMs: 60_000 });
    const transactionId = order();
    got(share(transactionId, supplierGets(1)));
    expect(refusal(share(transactionId, supplierGets(1))).v2).toMatchObject({
      code: null,
      message: '对同笔订单分账频率过高',
    });
    expect(refusal(finish(transactionId)).v3).toMatchObject({ status: 429, code: 'FREQUENCY_LIMITED' });
    bank.clock.advance(60_000);
    expect(finish(transactionId).ok).toBe(true);
  });

  test('for any price and ratio, exactly the limit is accepted and one fen more is not (rules 14 to 16)', () => {
    const { order, share, bank } = openBank({ rates: 'off' });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: 100, max: 10_000 }), (amount, maxRatio) => {
        bank.setMerchant(payerMchId, { maxRatio });
        const transactionId = order(amount);
        const limit = Math.min(Math.floor((amount * maxRatio) / 10_000), amount - Math.round(amount * 0.006));
        expect(share(transactionId, supplierGets(limit + 1)).ok).toBe(false);
        if (limit > 0) expect(share(transactionId, supplierGets(limit)).ok).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
