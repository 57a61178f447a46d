import { ask, availableOf, direct, nonce_str, openDesk, ownFields, receiverOf, supplier } from './desk';

describe('a merchant without a service provider', () => {
  const own = { mch_id: direct.mchId, appid: direct.appid, nonce_str };

  function openShop() {
    const { state } = openDesk();
    const paidAt = state.bank.clock.now() - 60_000;
    const { transactionId } = state.bank.payOrder({ payerMchId: direct.mchId, amount: 10_000, paidAt });
    const certificate = { trusted: true, commonName: direct.mchId };
    const call: (api: Parameters<typeof ask>[1], fields?: Record<string, string>) => Record<string, string> = (
      api,
      fields = {},
    ) => ask(state, api, { ...own, ...ownFields(transactionId)[api], ...fields }, { certificate }).fields;
    return { state, call };
  }

  it('lives the whole life of its own order without a sub_mch_id', () => {
    const { state, call } = openShop();
    const settle = () => state.bank.clock.advance(60_000);
    const add = { receiver: receiverOf(supplier.mchId, supplier.name) };
    expect(call('profitSharingAddReceiver', add)).toMatchObject({ result_code: 'SUCCESS', mch_id: direct.mchId });
    expect(call('multiProfitSharing')).toMatchObject({ result_code: 'SUCCESS', status: 'PROCESSING' });
    settle();
    expect(call('profitSharingQuery', { appid: '' })).toMatchObject({ result_code: 'SUCCESS', status: 'FINISHED' });
    expect(availableOf(state, supplier.mchId)).toBe(100);
    expect(call('profitSharingReturn')).toMatchObject({ return_code: 'SUCCESS', result: 'SUCCESS' });
    expect(call('profitSharingReturnQuery')).toMatchObject({ return_code: 'SUCCESS', return_amount: '10' });
    expect(call('profitSharingOrderAmountQuery', { appid: '' })).toMatchObject({ unsplit_amount: '9840' });
    expect(call('profitSharingFinish')).toMatchObject({ result_code: 'SUCCESS' });
    settle();
    expect(availableOf(state, supplier.mchId)).toBe(90);
    expect(availableOf(state, direct.mchId)).toBe(9_840 + 10);
    expect(call('profitSharingRemoveReceiver', add)).toMatchObject({ result_code: 'SUCCESS' });
  });

  it('is read by pages that list no sub_appid', () => {
    expect(openShop().call('multiProfitSharing', { sub_appid: direct.appid })).toEqual({
      return_code: 'FAIL',
      return_msg: '签名失败',
    });
  });

  it("cannot reach a provider's merchants", () => {
    const { state, call } = openShop();
    const answer = call('multiProfitSharing', { sub_mch_id: '1900000109' });
    expect(answer).toEqual({ return_code: 'FAIL', return_msg: '受理关系不存在' });
    expect(state.bank.books().shares).toEqual([]);
  });

  it("cannot pay out a provider's order as its own", () => {
    const { transactionId } = openDesk();
    const answer = openShop().call('multiProfitSharing', { transaction_id: `${transactionId}9` });
    expect(answer).toMatchObject({ result_code: 'FAIL', err_code: 'INVALID_TRANSACTIONID' });
  });
});
