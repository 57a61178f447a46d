import { ecommerce } from '../../../../shared/links/ecommerce';
import { recording } from '../v3/mirror';
import { config, fieldsOf, operation, send, shareRequest } from '../v3/setting';

const link = ecommerce(config({ link: 'ecommerce' }));
const paths = (name: string, request: Record<string, unknown>) =>
  (link.check?.(operation(name), request) ?? []).map(({ field }) => field);
const receiver = { type: 'MERCHANT_ID', account: '1', name: '商户', relation_type: 'SUPPLIER' };

test('shares with receiver_account and finish, exactly as the page prints it', async () => {
  const { requests, send: transport } = recording(() => ({}));
  await send(ecommerce(config(), transport), 'profitSharing', { ...shareRequest, sub_appid: 'wx1' });
  expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
    appid: 'wx8888888888888888',
    sub_mchid: '1900000109',
    transaction_id: '4208450740201411110007820472',
    out_order_no: 'P20150806125346',
    receivers: [{ type: 'MERCHANT_ID', receiver_account: '86693852', amount: 888, description: '分给商户A' }],
    finish: true,
  });
});

test('sends transaction_id with a return when the caller knows it: old orders are found by nothing else', async () => {
  const { requests, send: transport } = recording(() => ({}));
  const request = { sub_mch_id: '1', order_id: '30', out_return_no: 'R|1', return_account: '2', return_amount: 5 };
  await send(ecommerce(config(), transport), 'profitSharingReturn', { ...request, transaction_id: '42' });
  expect(JSON.parse(requests[0]?.body ?? '')).toMatchObject({ transaction_id: '42', amount: 5, return_mchid: '2' });
});

test('repeats the description of a return, which the answer leaves out', async () => {
  const { send: transport } = recording(() => ({
    return_no: '1',
    result: 'FAIL',
    finish_time: '2018-06-13T17:01:32+08:00',
  }));
  const sent = await send(ecommerce(config(), transport), 'profitSharingReturn', { description: '用户退款' });
  expect(fieldsOf(sent)).toMatchObject({ description: '用户退款', result: 'FAILED', finish_time: '20180613170132' });
});

test('keeps what the contract has no name for', async () => {
  const line = { type: 'MERCHANT_ID', receiver_mchid: '1', amount: 1, abnormal_status: 'ABNORMAL_PENDING' };
  const { send: transport } = recording(() => ({ status: 'ADJUST', receivers: [line], close_reason: 'NO_AUTH' }));
  const fields = fieldsOf(await send(ecommerce(config(), transport), 'profitSharingQuery', {}));
  expect(fields).toMatchObject({ status: 'ADJUST', close_reason: 'NO_AUTH' });
  expect(JSON.parse(String(fields.receivers))).toEqual([
    { type: 'MERCHANT_ID', account: '1', amount: 1, abnormal_status: 'ABNORMAL_PENDING' },
  ]);
});

describe('says before sending what the platform cannot say', () => {
  test('PERSONAL_SUB_OPENID', () => {
    const receivers = [{ type: 'PERSONAL_SUB_OPENID', account: 'o1' }];
    expect(paths('multiProfitSharing', { ...shareRequest, receivers })).toEqual(['receivers[0].type']);
    expect(paths('profitSharingRemoveReceiver', { receiver: receivers[0] })).toEqual(['receiver.type']);
  });

  test.each(['STORE', 'STAFF', 'STORE_OWNER', 'PARTNER', 'HEADQUARTER', 'BRAND', 'USER'])('%s', (relation_type) => {
    expect(paths('profitSharingAddReceiver', { receiver: { ...receiver, relation_type } })).toEqual([
      'receiver.relation_type',
    ]);
  });

  test('a relation of your own', () => {
    const custom = { ...receiver, relation_type: 'CUSTOM', custom_relation: '代理商' };
    expect(paths('profitSharingAddReceiver', { receiver: custom })).toEqual([
      'receiver.relation_type',
      'receiver.custom_relation',
    ]);
  });

  test('names: 256 characters of a merchant, 214 bytes of a person', () => {
    const named = (type: string, name: string) =>
      paths('profitSharingAddReceiver', { receiver: { ...receiver, type, name } });
    expect(named('MERCHANT_ID', '名'.repeat(256))).toEqual([]);
    expect(named('MERCHANT_ID', '名'.repeat(257))).toEqual(['receiver.name']);
    expect(named('PERSONAL_OPENID', '名'.repeat(71))).toEqual([]);
    expect(named('PERSONAL_OPENID', '名'.repeat(72))).toEqual(['receiver.name']);
  });

  test.each([
    'profitSharing',
    'multiProfitSharing',
    'profitSharingQuery',
    'profitSharingFinish',
    'profitSharingReturn',
    'profitSharingReturnQuery',
    'profitSharingAfterSales',
    'profitSharingAfterSalesQuery',
  ])('%s without a sub-merchant', (name) => {
    expect(paths(name, {})).toEqual(['sub_mch_id']);
  });
});

test('has no call for the maximum ratio', async () => {
  expect(await send(link, 'profitSharingMerchantRatioQuery', {})).toMatchObject({ code: 'CONFIG_ERROR' });
});
