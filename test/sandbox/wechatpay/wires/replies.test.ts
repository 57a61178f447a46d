import { answerCloudPay } from '../../../../sandbox/wechatpay/wires/cloudpay';
import { answerCloudRun } from '../../../../sandbox/wechatpay/wires/cloudrun';
import { appid, bytes, line, link, open, own, requests, supplier, supplierJson, withErrorCode } from './privateLinks';

describe.each(['cloudpay', 'cloudrun'] as const)('WeChat Pay’s replies over %s', (name) => {
  const { call } = link(name);

  test('answers all eight operations in the v2 contract, signed, with numbers like WeChat’s', () => {
    const { state, bank, order, transactionId } = open();
    for (const [api, fields] of requests(transactionId)) {
      const fresh =
        fields.transaction_id === 'fresh' ? { transaction_id: order({ paidAt: bank.clock.now() - 60_000 }) } : {};
      const answer = call(state, api, { ...fields, ...fresh });
      bank.clock.advance(1_000);
      expect(answer).toMatchObject({
        return_code: 'SUCCESS',
        mch_id: '1900000100',
        appid: 'wx8888888888888888',
        ...{ sub_mch_id: own.sub_mch_id },
      });
      expect(answer.result_code).toBe(withErrorCode(api) ? undefined : 'SUCCESS');
      expect(answer.sign).toMatch(/^[0-9A-F]{64}$/);
      expect(answer.nonce_str).toMatch(/^[0-9A-F]{32}$/);
      if (answer.order_id) expect(answer.order_id).toMatch(/^30\d{28}$/);
    }
    expect(transactionId).toMatch(/^42\d{26}$/);
  });

  test('tells a share PROCESSING, then FINISHED with each receiver’s result, as a JSON string', () => {
    const { state, bank, transactionId } = open();
    call(state, 'profitSharingAddReceiver', { receiver: supplierJson });
    const numbers = { transaction_id: transactionId, out_order_no: 'A' };
    const made = call(state, 'profitSharing', { ...numbers, receivers: JSON.stringify([line]), sub_appid: appid });
    expect(made).toMatchObject({ status: 'PROCESSING', sub_appid: appid });
    bank.setMerchant(supplier.mchId, { abnormal: true });
    bank.clock.advance(1_000);
    const done = call(state, 'profitSharingQuery', numbers);
    expect(done.status).toBe('FINISHED');
    expect(JSON.parse(String(done.receivers))).toEqual([
      {
        ...line,
        result: 'CLOSED',
        finish_time: '20260302100101',
        fail_reason: 'ACCOUNT_ABNORMAL',
        detail_id: expect.stringMatching(/^36\d{34}$/),
      },
    ]);
  });

  test.each<[string, object, object]>([
    ['FINISHED as today’s pages have it', {}, { status: 'FINISHED' }],
    [
      'CLOSED with close_reason as older pages have it',
      { unauthorizedShare: 'CLOSED' },
      { status: 'CLOSED', close_reason: 'NO_AUTH' },
    ],
  ])('tells a share whose permission was withdrawn %s', (_, switches, told) => {
    const { state, bank, transactionId } = open({ switches });
    call(state, 'profitSharingAddReceiver', { receiver: supplierJson });
    const numbers = { transaction_id: transactionId, out_order_no: 'A' };
    call(state, 'multiProfitSharing', { ...numbers, receivers: JSON.stringify([line]) });
    bank.setMerchant(own.sub_mch_id, { permission: 'none' });
    bank.clock.advance(1_000);
    const { status, close_reason, receivers } = call(state, 'profitSharingQuery', numbers);
    expect({ status, ...(close_reason !== undefined && { close_reason }) }).toEqual(told);
    expect(JSON.parse(String(receivers))).toMatchObject([{ result: 'CLOSED', fail_reason: 'NO_AUTH' }]);
  });

  test('a share that closed for another reason is FINISHED on every page', () => {
    const { state, bank, transactionId } = open({ switches: { unauthorizedShare: 'CLOSED' } });
    call(state, 'profitSharingAddReceiver', { receiver: supplierJson });
    const numbers = { transaction_id: transactionId, out_order_no: 'A' };
    call(state, 'multiProfitSharing', { ...numbers, receivers: JSON.stringify([line]) });
    bank.setMerchant(supplier.mchId, { abnormal: true });
    bank.clock.advance(1_000);
    const done = call(state, 'profitSharingQuery', numbers);
    expect(done.status).toBe('FINISHED');
    expect(done).not.toHaveProperty('close_reason');
  });

  test('answers amount and description for the number of a finish', () => {
    const { state, bank, transactionId } = open();
    const numbers = { transaction_id: transactionId, out_order_no: 'F' };
    call(state, 'profitSharingFinish', { ...numbers, description: '完结' });
    bank.clock.advance(1_000);
    const done = call(state, 'profitSharingQuery', numbers);
    expect(done).toMatchObject({ status: 'FINISHED', amount: 9_940, description: '完结' });
    expect(done.receivers).toBeUndefined();
  });
});

describe('what differs between the private links', () => {
  test('cloudpay answers bytes, and errors of the platform as exactly the type the SDK throws on', () => {
    const { state } = open();
    const call = (apiName: string, caller = appid) =>
      answerCloudPay(state, { apiName, appid: caller, requestData: bytes(own) });
    expect(call('profitSharingQuery').contentType).toBe('application/octet-stream');
    const unknown = call('profitSharingOrderAmountQuery');
    expect([unknown.status, unknown.contentType]).toEqual([200, 'application/json; charset=utf-8']);
    expect(JSON.parse(unknown.body.toString())).toMatchObject({
      code: 'INVALID_PARAM',
      requestId: expect.stringMatching(/^\w{32}$/),
    });
    expect(JSON.parse(call('profitSharingQuery', 'wxUnbound').body.toString()).return_msg).toBe('受理关系不存在');
    expect(JSON.parse(call('__proto__').body.toString()).code).toBe('INVALID_PARAM');
  });

  test('cloudrun wraps the answer, names gateway faults by errcode, and wants the JSON content type', () => {
    const { state } = open();
    const call = (name: string, contentType = 'application/json') =>
      answerCloudRun(state, { name, contentType, body: bytes(own) });
    expect(JSON.parse(call('profitsharingquery').body.toString())).toMatchObject({
      errcode: 0,
      errmsg: 'ok',
      respdata: { return_code: 'SUCCESS' },
    });
    const unknown = JSON.parse(call('profitSharingQuery').body.toString());
    expect([unknown.errcode, unknown.respdata]).toEqual([-1, undefined]);
    expect(call('profitsharingquery', 'text/plain')).toMatchObject({ status: 400, body: Buffer.alloc(0) });
  });
});
