import { ask, availableOf, type Fields, forSub, openDesk, ownFields, shareOf, subMerchant, supplier } from './desk';

describe('money on API v2', () => {
  const settle = 60_000;

  it('moves once for one out_order_no, however often the request is repeated', () => {
    const { state, transactionId } = openDesk();
    const share = { ...forSub, ...ownFields(transactionId).multiProfitSharing };
    const answers = [1, 2, 3].map((time) => {
      if (time === 3) state.bank.clock.advance(settle);
      return ask(state, 'multiProfitSharing', { ...share, nonce_str: `nonce${time}` }).fields;
    });
    expect(new Set(answers.map(({ order_id }) => order_id)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual(['PROCESSING', 'PROCESSING', 'FINISHED']);
    expect(availableOf(state, supplier.mchId)).toBe(100);
    expect(state.bank.books().shares).toHaveLength(1);
  });

  it('does not move a second time under the same number for another amount', () => {
    const { state, transactionId } = openDesk();
    const share = { ...forSub, ...ownFields(transactionId).multiProfitSharing };
    ask(state, 'multiProfitSharing', share);
    const { fields } = ask(state, 'multiProfitSharing', { ...share, receivers: shareOf(supplier.mchId, 200) });
    expect(fields).toMatchObject({
      result_code: 'FAIL',
      err_code: 'PARAM_ERROR',
      err_code_des: '分账接收方与原请求不一致',
    });
    state.bank.clock.advance(settle);
    expect(availableOf(state, supplier.mchId)).toBe(100);
  });

  it('comes back once for one out_return_no', () => {
    const { state, transactionId } = openDesk();
    ask(state, 'multiProfitSharing', { ...forSub, ...ownFields(transactionId).multiProfitSharing });
    state.bank.clock.advance(settle);
    const returnShare = { ...forSub, ...ownFields(transactionId).profitSharingReturn };
    for (let time = 0; time < 3; time += 1) ask(state, 'profitSharingReturn', returnShare);
    expect([availableOf(state, supplier.mchId), availableOf(state, subMerchant.mchId)]).toEqual([90, 10]);
  });

  it('goes to the receiver and the rest to the payer by a single share', () => {
    const { state, transactionId } = openDesk();
    const { fields } = ask(state, 'profitSharing', { ...forSub, ...ownFields(transactionId).profitSharing });
    expect(fields.result_code).toBe('SUCCESS');
    state.bank.clock.advance(settle);
    expect([availableOf(state, supplier.mchId), availableOf(state, subMerchant.mchId)]).toEqual([100, 9_840]);
  });

  it('stays where it is after every kind of badly formed request', () => {
    const { state, transactionId } = openDesk();
    const own = ownFields(transactionId).multiProfitSharing;
    const answers = (
      [
        { receivers: '' },
        { receivers: '[{' },
        { receivers: shareOf(supplier.mchId, '100') },
        { receivers: shareOf(supplier.mchId, 1.5) },
        { out_order_no: '' },
        { out_order_no: '空格 no' },
        { out_order_no: 'x'.repeat(65) },
        { transaction_id: 'x'.repeat(33) },
        { appid: 'wx0000000000000000' },
      ] as Fields[]
    ).map((change) => {
      const { fields } = ask(state, 'multiProfitSharing', { ...forSub, ...own, ...change });
      return fields.err_code_des ?? fields.return_msg;
    });
    expect(answers).toEqual([
      'receiver未设置',
      '分账接收方列表格式错误',
      '分账接收方列表格式错误',
      '分账接收方列表格式错误',
      '参数错误:out_order_no',
      '参数错误:out_order_no',
      '参数错误:out_order_no',
      '参数错误:transaction_id',
      '参数中APPID或MCHID不存在',
    ]);
    expect(state.bank.books().shares).toEqual([]);
  });

  it.each(['1.5', '-1', '0', '1e2', '١', ' 5', '9007199254740993'])(
    'does not come back by the amount "%s"',
    (amount) => {
      const { state, transactionId } = openDesk();
      ask(state, 'multiProfitSharing', { ...forSub, ...ownFields(transactionId).multiProfitSharing });
      state.bank.clock.advance(settle);
      const returnShare = { ...forSub, ...ownFields(transactionId).profitSharingReturn, return_amount: amount };
      expect(ask(state, 'profitSharingReturn', returnShare).fields.return_code).toBe('FAIL');
      expect(availableOf(state, supplier.mchId)).toBe(100);
    },
  );
});

describe('a refusal', () => {
  it('is spelled as the page of its operation prints it', () => {
    const { state } = openDesk();
    const { mch_id, sub_mch_id, nonce_str } = forSub;
    const spelled = (fields: Fields) => Object.keys(fields).filter((name) => /^(return|result|err)/.test(name));
    const share = ask(state, 'multiProfitSharing', { ...forSub, ...ownFields('42').multiProfitSharing });
    const returnShare = ask(state, 'profitSharingReturnQuery', {
      ...forSub,
      ...ownFields('42').profitSharingReturnQuery,
    });
    const amount = ask(state, 'profitSharingOrderAmountQuery', { mch_id, nonce_str, transaction_id: '42' });
    state.bank.setMerchant(sub_mch_id, { permission: 'none' });
    const ratio = ask(state, 'profitSharingMerchantRatioQuery', { mch_id, sub_mch_id, nonce_str });
    expect(spelled(share.fields)).toEqual(['return_code', 'result_code', 'err_code', 'err_code_des']);
    expect(spelled(returnShare.fields)).toEqual(['return_code', 'error_code', 'error_msg']);
    expect(spelled(amount.fields)).toEqual(['return_code', 'error_code', 'error_msg']);
    expect(spelled(ratio.fields)).toEqual(['return_code', 'err_code', 'err_msg']);
    expect(ratio.fields).toMatchObject({ return_code: 'FAIL', err_code: 'NOAUTH' });
  });
});
