import {
  day,
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

/** An order of 100 yuan of which the supplier got 10 under number A. */
function shared(switches: Parameters<typeof openBank>[0] = {}) {
  const stage = openBank(switches);
  const transactionId = stage.order(10_000);
  const receivers = [merchantGets(supplier.mchId, 1_000), personGets(li.openid, 100), merchantGets(payerMchId, 50)];
  const { orderId } = got(stage.share(transactionId, receivers, { outOrderNo: 'A' }));
  stage.settle();
  return { ...stage, transactionId, orderId };
}

describe('giving shares back', () => {
  test('the same return number with the same parameters moves money once (rule 38)', () => {
    const { returnShare, balance } = shared();
    const first = got(returnShare('A', 300, { number: 'R' }));
    expect(first.result).toBe('SUCCESS');
    expect(got(returnShare('A', 300, { number: 'R' })).returnId).toBe(first.returnId);
    expect(balance(supplier.mchId)).toBe(700);
  });

  test('the same return number with other parameters is refused (rule 39)', () => {
    const { returnShare, balance } = shared();
    got(returnShare('A', 300, { number: 'R' }));
    expect(refusal(returnShare('A', 301, { number: 'R' })).v2.code).toBe('PARAM_ERROR');
    expect(balance(supplier.mchId)).toBe(700);
  });

  test('money comes back from paid merchants only: no person, not the payer, no stranger (rule 42)', () => {
    const { returnShare } = shared();
    for (const from of [li.openid, payerMchId, distributor.mchId, '1900000404']) {
      expect(refusal(returnShare('A', 10, { from })).v3).toMatchObject({ status: 400, message: '回退方不存在' });
    }
  });

  test('a closed line gives nothing back (rule 42)', () => {
    const { order, share, bank, settle, returnShare } = openBank();
    bank.setMerchant(supplier.mchId, { abnormal: true });
    got(share(order(), [merchantGets(supplier.mchId, 100)], { outOrderNo: 'A' }));
    settle();
    expect(refusal(returnShare('A', 10)).rule).toBe('42');
  });

  test('a receiver gives back only when it agreed to; on ecommerce it has agreed already (rule 43)', () => {
    const { returnShare, bank, order, settle } = shared();
    bank.setMerchant(supplier.mchId, { returnsEnabled: false });
    expect(refusal(returnShare('A', 10))).toMatchObject({
      v2: { code: 'NOAUTH' },
      v3: { message: '回退方未开通分账回退功能' },
    });
    const as = { ...meOnV3, family: 'ecommerce' } as const;
    const { mchId: account, name } = supplier;
    got(bank.addReceiver(as, { type: 'MERCHANT_ID', account, name, relationType: 'SUPPLIER' }));
    const transactionId = order(10_000, { family: 'ecommerce' });
    got(bank.share(as, { kind: 'multi', transactionId, outOrderNo: 'E', receivers: [merchantGets(account, 10)] }));
    settle();
    expect(returnShare('E', 10, { as }).ok).toBe(true);
    bank.setMerchant(supplier.mchId, { returnsEnabled: true, restricted: true });
    expect(refusal(returnShare('A', 10)).v3.message).toBe('收款功能受限');
  });

  test('a receiver returns no more than it got out of that share, all its returns together (rule 44)', () => {
    const { returnShare, bank } = shared();
    got(returnShare('A', 600));
    expect(refusal(returnShare('A', 401))).toMatchObject({
      v2: { code: 'AMOUNT_OVERDUE' },
      v3: { status: 403, code: 'NOT_ENOUGH' },
    });
    bank.setSwitches({ returnExceeded: 'live' });
    expect(refusal(returnShare('A', 401)).v3).toMatchObject({ status: 400, code: 'INVALID_REQUEST' });
    expect(returnShare('A', 400).ok).toBe(true);
  });

  test('money comes back within 180 days, in 50 steps at most (rule 45)', () => {
    const { returnShare, bank } = shared({ returnsPerOrder: 2 });
    got(returnShare('A', 1));
    got(returnShare('A', 1));
    expect(refusal(returnShare('A', 1)).rule).toBe('45');
    bank.setSwitches({ returnsPerOrder: 50 });
    bank.clock.advance(180 * day);
    got(returnShare('A', 1));
    bank.clock.advance(1);
    expect(refusal(returnShare('A', 1)).rule).toBe('45');
  });

  test('without balance at the returner the call fails, yet the return waits; a top-up and the same number move the money (rules 46, 53)', () => {
    const { returnShare, bank, balance } = shared();
    bank.setMerchant(supplier.mchId, { available: 299 });
    expect(refusal(returnShare('A', 300, { number: 'R' })).v2.message).toBe('可用余额不足,请充值后重新发起');
    const query = () => got(bank.queryReturn(me, { outOrderNo: 'A', outReturnNo: 'R' })).result;
    expect(query()).toBe('PROCESSING');
    expect(refusal(returnShare('A', 300, { number: 'R' })).rule).toBe('46');
    bank.setMerchant(supplier.mchId, { available: 300 });
    bank.clock.advance(day);
    expect(query()).toBe('PROCESSING');
    expect(got(returnShare('A', 300, { number: 'R' })).result).toBe('SUCCESS');
    expect([balance(supplier.mchId), query()]).toEqual([0, 'SUCCESS']);
  });

  test('apiv3 also knows a failure for a short balance, behind a switch (rule 46)', () => {
    const { returnShare, bank } = shared({ returnerShort: 'failed' });
    bank.setMerchant(supplier.mchId, { available: 0 });
    expect(got(returnShare('A', 300))).toMatchObject({ result: 'FAILED', failReason: 'BALANCE_NOT_ENOUGH' });
  });

  test('a return that waits five days fails for good, and its money can come back under a new number (rules 47, 48)', () => {
    const { returnShare, bank, balance } = shared();
    bank.setMerchant(supplier.mchId, { available: 0 });
    refusal(returnShare('A', 1_000, { number: 'R' }));
    bank.setMerchant(supplier.mchId, { available: 1_000 });
    expect(refusal(returnShare('A', 1, { number: 'R2' })).rule).toBe('44');
    bank.clock.advance(5 * day);
    expect(got(returnShare('A', 1_000, { number: 'R' }))).toMatchObject({
      result: 'FAILED',
      failReason: 'TIME_OUT_CLOSED',
    });
    expect(balance(supplier.mchId)).toBe(1_000);
    expect(got(returnShare('A', 1_000, { number: 'R3' })).result).toBe('SUCCESS');
  });

  test.each([
    [supplier.mchId, 'ACCOUNT_ABNORMAL'],
    [payerMchId, 'PAYER_ACCOUNT_ABNORMAL'],
  ])('a return fails when %s is abnormal (rule 48)', (mchId, failReason) => {
    const { returnShare, bank } = shared();
    bank.setMerchant(mchId, { abnormal: true });
    expect(got(returnShare('A', 10, { number: 'R' }))).toMatchObject({ result: 'FAILED', failReason });
    bank.setMerchant(mchId, { abnormal: false });
    expect(got(returnShare('A', 10, { number: 'R' })).result).toBe('FAILED');
  });

  test('a return fails when its description holds a sensitive word (rule 48)', () => {
    const { bank } = shared({ sensitiveWords: ['禁'] });
    const input = { outOrderNo: 'A', outReturnNo: 'R', returnMchId: supplier.mchId, amount: 1, description: '禁' };
    expect(got(bank.returnShare(me, input)).failReason).toBe('INVALID_REQUEST');
  });

  test('a return is also under way for a while with balance enough, and waits when that runs out (rule 49)', () => {
    const { returnShare, bank, balance } = shared({ returnCompletionMs: 60_000 });
    expect(got(returnShare('A', 300, { number: 'R' })).result).toBe('PROCESSING');
    expect(balance(supplier.mchId)).toBe(1_000);
    bank.clock.advance(60_000);
    expect(got(returnShare('A', 300, { number: 'R' })).result).toBe('SUCCESS');
    got(returnShare('A', 700, { number: 'S' }));
    bank.setMerchant(supplier.mchId, { available: 0 });
    bank.clock.advance(60_000);
    expect(refusal(returnShare('A', 700, { number: 'S' })).rule).toBe('46');
    bank.clock.advance(5 * day);
    expect(got(returnShare('A', 700, { number: 'S' })).failReason).toBe('TIME_OUT_CLOSED');
  });

  test('money given back is the payer’s to use and cannot be shared again (rule 50)', () => {
    const { returnShare, balance, left, transactionId, page } = shared();
    const before = [balance(payerMchId), left(transactionId)];
    got(returnShare('A', 300));
    expect([balance(payerMchId), left(transactionId)]).toEqual([(before[0] ?? 0) + 300, before[1]]);
    expect(page(transactionId).returned).toBe(300);
  });

  test('money comes back after the finish, after the relation has ended, before and after refunds (rule 51)', () => {
    const { returnShare, finish, settle, bank, transactionId } = shared();
    got(finish(transactionId));
    settle();
    got(bank.removeReceiver(me, { type: 'MERCHANT_ID', account: supplier.mchId }));
    got(returnShare('A', 300));
    got(bank.refund({ transactionId, amount: 1_000 }));
    expect(returnShare('A', 300).ok).toBe(true);
  });

  test('the share is named by either number, or by both where they agree (rule 52)', () => {
    const { bank, orderId } = shared();
    const ask = (names: { orderId?: string; outOrderNo?: string }, outReturnNo: string) => {
      return bank.returnShare(me, { ...names, outReturnNo, returnMchId: supplier.mchId, amount: 1, description: '退' });
    };
    expect(ask({ orderId }, 'R1').ok).toBe(true);
    expect(ask({ orderId, outOrderNo: 'A' }, 'R2').ok).toBe(true);
    expect(refusal(ask({ orderId, outOrderNo: 'B' }, 'R3')).rule).toBe('37');
    expect(refusal(ask({ outOrderNo: 'B' }, 'R3')).rule).toBe('37');
    expect(refusal(ask({}, 'R3')).rule).toBe('52');
    expect(got(bank.queryReturn(me, { orderId, outReturnNo: 'R1' })).amount).toBe(1);
    expect(refusal(bank.queryReturn(me, { orderId, outReturnNo: 'none' })).v3.status).toBe(404);
  });

  test('a return is found under its own share only (rule 52)', () => {
    const { order, share, settle, returnShare, bank } = shared();
    got(share(order(), [merchantGets(supplier.mchId, 10)], { outOrderNo: 'B' }));
    settle();
    got(returnShare('A', 1, { number: 'R' }));
    expect(refusal(bank.queryReturn(me, { outOrderNo: 'B', outReturnNo: 'R' })).rule).toBe('37');
  });

  test('an ecommerce order older than six months is named by its transaction too (rule 52)', () => {
    const { bank, order, settle } = openBank({ freezeMs: { ordinary: day, ecommerce: 400 * day, brand: day } });
    const as = { ...meOnV3, family: 'ecommerce' } as const;
    const { mchId: account, name } = supplier;
    got(bank.addReceiver(as, { type: 'MERCHANT_ID', account, name, relationType: 'SUPPLIER' }));
    const transactionId = order(10_000, { family: 'ecommerce', waited: 190 * day });
    got(bank.share(as, { kind: 'multi', transactionId, outOrderNo: 'E', receivers: [merchantGets(account, 10)] }));
    settle();
    const input = { outOrderNo: 'E', outReturnNo: 'R', returnMchId: account, amount: 10, description: '退' };
    expect(refusal(bank.returnShare(as, input)).rule).toBe('52');
    expect(bank.returnShare(as, { ...input, transactionId }).ok).toBe(true);
  });

  test('30 returns a second on v2, 100 on v3 (rule 21)', () => {
    for (const [as, limit] of [
      [me, 30],
      [meOnV3, 100],
    ] as const) {
      const { returnShare } = shared({ returnsPerOrder: 1_000, rates: 'bankTime' });
      for (let made = 0; made < limit; made += 1) got(returnShare('A', 1, { as }));
      expect(refusal(returnShare('A', 1, { as })).v2.code).toBe('FREQUENCY_LIMITED');
    }
  });
});
