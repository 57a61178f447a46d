import type { LineFailReason } from '../../../../sandbox/wechatpay/bank/records';
import type { MerchantInput, PersonInput } from '../../../../sandbox/wechatpay/bank/setup';
import {
  distributor,
  got,
  li,
  me,
  meOnV3,
  merchantGets,
  minute,
  openBank,
  payerMchId,
  personGets,
  refusal,
  supplier,
} from './openBank';

const supplierGets = (amount: number) => [merchantGets(supplier.mchId, amount)];

describe('what a share does', () => {
  test('a single share pays its receivers, gives the rest to the payer and closes the order (rule 22)', () => {
    const { order, share, finish, settle, balance, page } = openBank();
    const transactionId = order(10_000);
    const made = got(share(transactionId, supplierGets(3_000), { kind: 'single' }));
    expect(page(transactionId)).toMatchObject({ state: 'CLOSED', frozen: 9_940, inFlight: 9_940 });
    settle();
    expect([balance(supplier.mchId), balance(payerMchId)]).toEqual([3_000, 6_940]);
    expect(page(transactionId)).toMatchObject({ state: 'CLOSED', frozen: 0, shared: 3_000, givenBack: 6_940 });
    expect(made.rest).toMatchObject({ amount: 6_940, description: '解冻给分账方', result: 'SUCCESS' });
    expect(refusal(share(transactionId, supplierGets(1)))).toMatchObject({
      v2: { code: 'AMOUNT_OVERDUE' },
      v3: { message: '订单已完结分账,不支持分账' },
    });
    expect(refusal(finish(transactionId)).v3).toMatchObject({
      status: 403,
      code: 'NOT_ENOUGH',
      message: '分账金额为0',
    });
  });

  test('a single share on v2 does not pay the payer as a receiver, on v3 it does (rule 23)', () => {
    const { order, share, settle, balance, bank } = openBank();
    const transactionId = order(10_000);
    const receivers = [...supplierGets(1_000), merchantGets(payerMchId, 2_000)];
    expect(refusal(share(transactionId, receivers, { kind: 'single' })).rule).toBe('23');
    got(share(transactionId, receivers, { kind: 'single', payerMayReceive: true, as: meOnV3 }));
    settle();
    expect(balance(payerMchId)).toBe(8_940);
    bank.setSwitches({ singlePayerReceiver: 'allow' });
    expect(share(order(), receivers, { kind: 'single' }).ok).toBe(true);
  });

  test('after a multi share the order stays open while something is left, and closes with the last fen (rule 24)', () => {
    const { order, share, settle, page } = openBank();
    const transactionId = order(10_000);
    got(share(transactionId, supplierGets(1_000)));
    settle();
    expect(page(transactionId)).toMatchObject({ state: 'OPEN', unsplit: 8_940 });
    got(share(transactionId, [merchantGets(payerMchId, 8_940)]));
    expect(page(transactionId)).toMatchObject({ state: 'OPEN', unsplit: 0 });
    settle();
    expect(page(transactionId)).toMatchObject({ state: 'CLOSED', closedBy: 'spent', frozen: 0 });
  });

  test('a request is accepted as a whole or not at all, and paid line by line (rule 25)', () => {
    const { order, share, settle, balance, bank, left } = openBank();
    const transactionId = order(10_000);
    const half = [...supplierGets(100), merchantGets('1900000404', 100)];
    expect(refusal(share(transactionId, half)).rule).toBe('5');
    settle();
    expect([balance(supplier.mchId), left(transactionId)]).toEqual([0, 9_940]);
    const made = got(share(transactionId, [...supplierGets(100), merchantGets(distributor.mchId, 200)]));
    bank.setMerchant(distributor.mchId, { abnormal: true });
    settle();
    expect(made.lines.map(({ result }) => result)).toEqual(['SUCCESS', 'CLOSED']);
    expect([balance(supplier.mchId), balance(distributor.mchId)]).toEqual([100, 0]);
  });

  test('money of a closed line is shareable again while the order is open (rule 26)', () => {
    const { order, share, settle, bank, left } = openBank();
    const transactionId = order(10_000);
    bank.setMerchant(supplier.mchId, { abnormal: true });
    got(share(transactionId, supplierGets(3_000)));
    expect(left(transactionId)).toBe(6_940);
    settle();
    expect(left(transactionId)).toBe(9_940);
  });

  test('money of a closed line goes to the payer once the order is closed (rule 26)', () => {
    const { order, share, settle, bank, balance, page } = openBank();
    const transactionId = order(10_000);
    bank.setMerchant(supplier.mchId, { abnormal: true });
    got(share(transactionId, supplierGets(3_000), { kind: 'single' }));
    settle();
    expect(balance(payerMchId)).toBe(9_940);
    expect(page(transactionId)).toMatchObject({ frozen: 0, shared: 0, givenBack: 9_940 });
  });

  test('a finish gives everything left to the payer, under a number of its own, once (rule 27)', () => {
    const { order, share, finish, settle, balance, page } = openBank();
    const transactionId = order(10_000);
    got(share(transactionId, supplierGets(1_000)));
    expect(got(finish(transactionId)).rest?.amount).toBe(8_940);
    settle();
    expect([balance(payerMchId), balance(supplier.mchId)]).toEqual([8_940, 1_000]);
    expect(page(transactionId)).toMatchObject({ state: 'CLOSED', closedBy: 'finish', frozen: 0 });
    expect(refusal(finish(transactionId)).v2).toMatchObject({ code: 'AMOUNT_OVERDUE', message: '可分余额不足' });
  });

  test('an order that needs no sharing is finished at once, but not before it is ready (rule 27)', () => {
    const { order, finish, settle, balance, bank } = openBank();
    const transactionId = order(10_000, { waited: minute - 1 });
    expect(refusal(finish(transactionId)).v2.code).toBe('ORDER_NOT_READY');
    bank.clock.advance(1);
    got(finish(transactionId));
    settle();
    expect(balance(payerMchId)).toBe(9_940);
  });

  test('a finish under a share’s number frees no money, whatever it answers (rule 28)', () => {
    for (const answer of ['AMOUNT_OVERDUE', 'successWithoutEffect'] as const) {
      const { order, share, finish, settle, left } = openBank({ finishWithUsedNumber: answer });
      const transactionId = order(10_000);
      got(share(transactionId, supplierGets(1_000), { outOrderNo: 'A' }));
      settle();
      const again = finish(transactionId, 'A');
      expect(again.ok ? 'success' : again.refusal.v2.code).toBe(answer === 'AMOUNT_OVERDUE' ? answer : 'success');
      expect(left(transactionId)).toBe(8_940);
    }
  });

  test('the query tells what went back to the payer (rule 29)', () => {
    const { order, share, finish, settle, bank } = openBank();
    const transactionId = order(10_000);
    got(share(transactionId, supplierGets(1_000), { outOrderNo: 'A' }));
    got(finish(transactionId, 'B'));
    settle();
    const query = (outOrderNo: string) => got(bank.queryShare(me, { transactionId, outOrderNo }));
    expect(query('B').rest).toMatchObject({ amount: 8_940, description: '分账已完成', result: 'SUCCESS' });
    expect(query('A').rest).toBeUndefined();
    const refused = bank.queryShare(me, { transactionId: 'other', outOrderNo: 'A' });
    expect(refusal(refused).v3.status).toBe(404);
  });

  test('shared money is at the receiver’s hand at once (rule 30)', () => {
    const { order, share, settle, balance } = openBank();
    got(share(order(), supplierGets(1_000)));
    expect(balance(supplier.mchId)).toBe(0);
    settle();
    expect(balance(supplier.mchId)).toBe(1_000);
  });

  test('what falls due in one long wait happens at its own time, in its own order (rules 3, 30)', () => {
    const { order, share, bank, page } = openBank();
    const transactionId = order(10_000);
    const { acceptedAt, lines } = got(share(transactionId, supplierGets(1_000)));
    bank.clock.advance(31 * 24 * 60 * minute);
    expect(lines[0]).toMatchObject({ result: 'SUCCESS', finishedAt: acceptedAt + 1_000 });
    expect(page(transactionId)).toMatchObject({ closedBy: 'expiry', givenBack: 8_940 });
  });

  test('money frozen in one order pays no refund of another (rule 31)', () => {
    const { order, bank } = openBank();
    order(10_000);
    const plain = order(1_000, { sharing: false });
    bank.setMerchant(payerMchId, { available: 0 });
    expect(refusal(bank.refund({ transactionId: plain, amount: 1_000 })).rule).toBe('57');
  });

  const merchantFaults: [LineFailReason, string, MerchantInput][] = [
    ['ACCOUNT_ABNORMAL', supplier.mchId, { abnormal: true }],
    ['RECEIVER_HIGH_RISK', supplier.mchId, { highRisk: true }],
    ['NO_AUTH', payerMchId, { permission: 'none' }],
    ['PAYER_ACCOUNT_ABNORMAL', payerMchId, { abnormal: true }],
  ];
  test.each(merchantFaults)('a merchant line closes with %s and pays nothing', (reason, mchId, change) => {
    const { order, share, settle, bank, balance } = openBank();
    const { lines } = got(share(order(), supplierGets(100)));
    bank.setMerchant(mchId, change);
    settle();
    expect(lines[0]).toMatchObject({ result: 'CLOSED', failReason: reason });
    expect(balance(supplier.mchId)).toBe(0);
  });

  const personFaults: [LineFailReason, Omit<PersonInput, 'appid'>][] = [
    ['ACCOUNT_ABNORMAL', { abnormal: true }],
    ['RECEIVER_HIGH_RISK', { highRisk: true }],
    ['RECEIVER_REAL_NAME_NOT_VERIFIED', { verified: false }],
  ];
  test.each(personFaults)('a person’s line closes with %s and pays nothing', (reason, change) => {
    const { order, share, settle, bank } = openBank();
    const { lines } = got(share(order(), [personGets(li.openid, 100)]));
    bank.setPerson(li.openid, { appid: li.appid, ...change });
    settle();
    expect(lines[0]).toMatchObject({ result: 'CLOSED', failReason: reason });
    expect(bank.books().people.every(({ received }) => received === 0)).toBe(true);
  });

  test('a line closes with NO_RELATION when its receiver was removed meanwhile', () => {
    const { order, share, settle, bank } = openBank();
    const { lines } = got(share(order(), supplierGets(100)));
    got(bank.removeReceiver(me, { type: 'MERCHANT_ID', account: supplier.mchId }));
    settle();
    expect(lines[0]?.failReason).toBe('NO_RELATION');
  });

  test('a line closes with INVALID_REQUEST when its description holds a sensitive word', () => {
    const { order, share, settle } = openBank();
    const { lines } = got(share(order(), [merchantGets(supplier.mchId, 100, '含敏感词的描述')]));
    settle();
    expect(lines[0]?.failReason).toBe('INVALID_REQUEST');
  });
});
