import {
  day,
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
  zhang,
} from './openBank';

const toSupplier = [merchantGets(supplier.mchId, 100)];

describe('before any money is shared', () => {
  test('money of an order paid without the sharing flag is the payer’s and cannot be shared (rule 1)', () => {
    const { order, share, finish, balance } = openBank();
    const transactionId = order(10_000, { sharing: false });
    expect(balance(payerMchId)).toBe(9_940);
    expect(refusal(share(transactionId, toSupplier)).v2.code).toBe('NOT_SHARE_ORDER');
    expect(refusal(finish(transactionId)).v3).toMatchObject({ status: 400, code: 'INVALID_REQUEST' });
  });

  test('money waits a minute after payment, half a minute for a brand, then can be shared (rule 2)', () => {
    const { order, share, bank } = openBank();
    const transactionId = order(10_000, { waited: minute - 1 });
    expect(refusal(share(transactionId, toSupplier))).toMatchObject({ rule: '2', v2: { code: 'ORDER_NOT_READY' } });
    bank.clock.advance(1);
    expect(share(transactionId, toSupplier).ok).toBe(true);
    const brand = order(10_000, { family: 'brand', waited: minute / 2 });
    expect(share(brand, toSupplier, { as: { ...me, family: 'brand' } }).ok).toBe(true);
  });

  test('money of an unsettled order, or of a payer with a short fee account or a longer cycle, waits on (rule 2)', () => {
    const { order, share, bank } = openBank();
    const transactionId = order(10_000, { settled: false });
    expect(refusal(share(transactionId, toSupplier)).v2.code).toBe('ORDER_NOT_READY');
    bank.changeOrder(transactionId, { settled: true });
    bank.setMerchant(payerMchId, { feeAccountShort: true });
    expect(refusal(share(transactionId, toSupplier)).v2.code).toBe('ORDER_NOT_READY');
    bank.setMerchant(payerMchId, { feeAccountShort: false, settlementExtended: true });
    const { code, message } = refusal(share(transactionId, toSupplier)).v2;
    expect([code, message]).toEqual(['INVALID_REQUEST', '订单处理中,请在到达结算周期之后再请求分账']);
    bank.setMerchant(payerMchId, { settlementExtended: false });
    expect(share(transactionId, toSupplier).ok).toBe(true);
  });

  test.each([
    ['ordinary', 30],
    ['ecommerce', 180],
    ['brand', 180],
  ] as const)(
    'money of an %s order goes back to the payer after %i days, and no share is left (rule 3)',
    (family, days) => {
      const { order, share, bank, balance, page } = openBank();
      const as = { ...me, family };
      const transactionId = order(10_000, { family, waited: days * day - 1 });
      expect(page(transactionId)).toMatchObject({ state: 'OPEN', frozen: 9_940 });
      bank.clock.advance(1);
      expect(page(transactionId)).toMatchObject({ state: 'CLOSED', closedBy: 'expiry', frozen: 0, givenBack: 9_940 });
      expect(balance(payerMchId)).toBe(9_940);
      const no = refusal(share(transactionId, toSupplier, { as }));
      expect([no.rule, no.v2.code, no.v3.status, no.v3.code]).toEqual(['3', 'AMOUNT_OVERDUE', 403, 'NOT_ENOUGH']);
    },
  );

  test('no money moves without the sharing permission of caller and payer (rule 4)', () => {
    const { order, share, finish, bank } = openBank();
    const transactionId = order();
    bank.setMerchant(payerMchId, { permission: 'none' });
    expect(refusal(share(transactionId, toSupplier))).toMatchObject({
      v2: { code: 'NOAUTH' },
      v3: { code: 'NO_AUTH' },
    });
    bank.setMerchant(payerMchId, { permission: 'penalised' });
    expect(refusal(finish(transactionId)).v2.message).toContain('处罚');
    bank.setMerchant(payerMchId, { permission: 'granted' });
    bank.setMerchant(me.mchId, { permission: 'none' });
    expect(refusal(share(transactionId, toSupplier)).rule).toBe('4');
  });

  test('money goes to registered receivers only, the payer itself excepted (rule 5)', () => {
    const { order, share, bank } = openBank();
    const transactionId = order();
    bank.setMerchant('1900000999', { name: '陌生商户' });
    const no = refusal(share(transactionId, [merchantGets('1900000999', 100)]));
    expect([no.v2.code, no.v2.message]).toEqual(['PARAM_ERROR', '分账接收方关系不存在,请检查参数中每个接收方的关系']);
    expect(share(transactionId, [merchantGets(payerMchId, 100)]).ok).toBe(true);
  });

  test('a receiver without an opened account is refused before any money moves (rule 5)', () => {
    const { order, share, bank } = openBank();
    bank.setMerchant(supplier.mchId, { accountOpen: false });
    expect(refusal(share(order(), toSupplier)).v2.message).toContain('账户不存在');
  });

  test('a receiver list is full at its limit (rule 6)', () => {
    const { bank } = openBank({ receiversPerList: 4 });
    bank.setMerchant('1900000999', { name: '第五个' });
    const fifth = { type: 'MERCHANT_ID', account: '1900000999', name: '第五个', relationType: 'STORE' } as const;
    expect(refusal(bank.addReceiver(me, fifth)).rule).toBe('6');
    const { subMchId: _, subAppid: __, ...alone } = me;
    expect(bank.addReceiver(alone, fifth).ok).toBe(true);
    got(bank.removeReceiver(me, { type: 'MERCHANT_ID', account: supplier.mchId }));
    expect(bank.addReceiver(me, fifth).ok).toBe(true);
  });

  test('a merchant is registered by its exact full name only (rule 7)', () => {
    const { bank } = openBank();
    bank.setMerchant('1900000999', { name: '深圳市示例有限公司' });
    const add = (account: string, name?: string) => {
      const named = name === undefined ? {} : { name };
      return bank.addReceiver(me, { type: 'MERCHANT_ID', account, relationType: 'STORE', ...named });
    };
    expect(refusal(add('1900000999', '深圳示例')).v2).toMatchObject({
      code: 'INVALID_REQUEST',
      message: '分账接收商户全称不匹配',
    });
    expect(refusal(add('1900000999')).rule).toBe('7');
    expect(refusal(add('1900000404', '谁')).v2.message).toBe('商户号不存在');
    expect(add('1900000999', '深圳市示例有限公司').ok).toBe(true);
  });

  test('a person’s name is checked when it is given, at registration and at the share (rule 8)', () => {
    const { order, share, bank } = openBank();
    const person = { type: 'PERSONAL_SUB_OPENID', account: li.openid, relationType: 'USER' } as const;
    expect(refusal(bank.addReceiver(me, { ...person, name: '王五' })).v2.message).toBe('微信用户姓名与实名不一致');
    const wrong = [{ ...personGets(li.openid, 100), name: '王五' }];
    expect(refusal(share(order(), wrong)).rule).toBe('8');
    expect(share(order(), [{ ...personGets(li.openid, 100), name: li.name }]).ok).toBe(true);
  });

  test('an openid counts under its own appid, and a unionid under none (rule 9)', () => {
    const { bank } = openBank();
    const add = (type: 'PERSONAL_OPENID' | 'PERSONAL_SUB_OPENID', account: string) => {
      return bank.addReceiver(me, { type, account, relationType: 'USER' });
    };
    expect(refusal(add('PERSONAL_SUB_OPENID', zhang.openid)).v2.code).toBe('OPENID_MISMATCH');
    expect(refusal(add('PERSONAL_OPENID', li.openid)).v3.message).toBe('appid与openid不匹配');
    expect(refusal(add('PERSONAL_OPENID', 'unionid-of-zhang')).v2.code).toBe('USER_NOT_EXIST');
    const { subAppid: _, ...withoutSubAppid } = me;
    const person = { type: 'PERSONAL_SUB_OPENID', account: li.openid, relationType: 'USER' } as const;
    expect(refusal(bank.addReceiver(withoutSubAppid, person)).v2.code).toBe('PARAM_ERROR');
  });

  test('an order is shared through the family of APIs it was placed with (rule 10)', () => {
    const { order, share } = openBank();
    const ecommerce = order(10_000, { family: 'ecommerce' });
    expect(refusal(share(ecommerce, toSupplier)).v3.message).toBe('电商商户不允许调用非电商分账API');
    const as = { ...meOnV3, family: 'ecommerce' } as const;
    expect(refusal(share(order(), toSupplier, { as })).v3.message).toBe('非电商商户暂不支持调用此API');
  });

  test('a provider shares the money of its own sub-merchants only (rule 11)', () => {
    const { order, share, bank } = openBank();
    const transactionId = order();
    const stranger = { ...me, subMchId: distributor.mchId };
    expect(refusal(share(transactionId, toSupplier, { as: stranger })).v2).toEqual({
      code: null,
      message: '受理关系不存在',
      envelope: true,
    });
    bank.setMerchant('1900000920', { isProvider: true, appids: ['wx2'] });
    const rival = { ...me, mchId: '1900000920', appid: 'wx2' };
    expect(refusal(share(transactionId, toSupplier, { as: rival })).v3.message).toBe('服务商和分账方无受理关系');
    expect(refusal(share(transactionId, toSupplier, { as: { ...me, mchId: '1900000404' } })).rule).toBe('11');
    expect(refusal(share(transactionId, toSupplier, { as: { ...me, subAppid: 'wxOther' } })).v2.code).toBe(
      'INVALID_REQUEST',
    );
  });

  test('a transaction that does not exist, or is another merchant’s, has no money to share (§9 step 4)', () => {
    const { order, share, bank } = openBank();
    expect(refusal(share('4200000000000000000000000000', toSupplier)).v2.code).toBe('INVALID_TRANSACTIONID');
    bank.setMerchant('1900000930', { providerMchId: me.mchId, name: '另一家' });
    const itsOwn = order(10_000, { callerMchId: payerMchId });
    expect(refusal(share(itsOwn, toSupplier)).v3.message).toBe('非本商户的订单不支持分账');
    const theirs = order(10_000, { payerMchId: '1900000930' });
    expect(refusal(share(theirs, toSupplier)).v2.code).toBe('INVALID_TRANSACTIONID');
  });

  test('an order with a subsidy is shared after the subsidy has arrived (rule 12)', () => {
    const { order, bank } = openBank();
    const as = { ...meOnV3, family: 'ecommerce' } as const;
    const transactionId = order(10_000, { family: 'ecommerce', subsidyPending: true });
    got(
      bank.addReceiver(as, {
        type: 'MERCHANT_ID',
        account: supplier.mchId,
        name: supplier.name,
        relationType: 'SUPPLIER',
      }),
    );
    const ask = { kind: 'multi', transactionId, outOrderNo: 'E1', receivers: toSupplier } as const;
    expect(refusal(bank.share(as, ask)).v3.message).toBe('分账补贴还未到账,不能受理分账');
    bank.changeOrder(transactionId, { subsidyPending: false });
    expect(bank.share(as, ask).ok).toBe(true);
  });
});
