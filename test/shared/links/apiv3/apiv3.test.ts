import { apiv3 } from '../../../../shared/links/apiv3';
import { recording } from '../v3/mirror';
import { config, fieldsOf, operation, send, shareRequest } from '../v3/setting';

const link = apiv3(config());
const check = (name: string, request: Record<string, unknown>) => link.check?.(operation(name), request) ?? [];
const paths = (name: string, request: Record<string, unknown>) => check(name, request).map(({ field }) => field);

test('shares for a sub-merchant exactly as the page prints it', async () => {
  const { requests, send: transport } = recording(() => ({}));
  await send(apiv3(config(), transport), 'profitSharing', { ...shareRequest, sub_appid: 'wx8888888888888889' });
  expect(requests[0]?.body).toBe(
    '{"sub_mchid":"1900000109","appid":"wx8888888888888888","transaction_id":"4208450740201411110007820472",' +
      '"out_order_no":"P20150806125346","receivers":[{"type":"MERCHANT_ID","account":"86693852","amount":888,' +
      '"description":"分给商户A"}],"unfreeze_unsplit":true}',
  );
});

test('asks about numbers with |*@ on a path that cannot be misread', async () => {
  const { requests, send: transport } = recording(() => ({}));
  const link = apiv3(config(), transport);
  const ids = { sub_mch_id: '1900000109', transaction_id: '42', out_order_no: 'P|2015@08*06' };
  await send(link, 'profitSharingQuery', ids);
  await send(link, 'profitSharingReturnQuery', { ...ids, out_return_no: 'R*1', transaction_id: undefined });
  expect(requests.map(({ url }) => url.pathname + url.search)).toEqual([
    '/v3/profitsharing/orders/P%7C2015%4008%2A06?sub_mchid=1900000109&transaction_id=42',
    '/v3/profitsharing/return-orders/R%2A1?sub_mchid=1900000109&out_order_no=P%7C2015%4008%2A06',
  ]);
});

test('a direct merchant names no sub-merchant and no AppID of one', async () => {
  const { requests, send: transport } = recording(() => ({}));
  const { sub_mch_id, ...own } = shareRequest;
  const link = apiv3(config({ subMchId: undefined }), transport);
  const sent = await send(link, 'multiProfitSharing', { ...own, sub_appid: 'wx1' });
  expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
    appid: 'wx8888888888888888',
    transaction_id: own.transaction_id,
    out_order_no: own.out_order_no,
    receivers: own.receivers,
    unfreeze_unsplit: false,
  });
  expect(fieldsOf(sent)).not.toHaveProperty('sub_mch_id');
});

test('adds up what a finish released, and takes a share that released its rest for a share', async () => {
  const released = { description: '解冻给分账方', type: 'MERCHANT_ID', account: '1900000109', result: 'SUCCESS' };
  const ask = async (receivers: object[]) => {
    const { send: transport } = recording(() => ({ receivers }));
    return fieldsOf(await send(apiv3(config(), transport), 'profitSharingQuery', { out_order_no: 'F1' }));
  };
  const finish = await ask([{ ...released, amount: 5112 }]);
  expect(finish).toMatchObject({ amount: 5112, description: '解冻给分账方' });
  const share = await ask([
    { ...released, amount: 5112 },
    { type: 'MERCHANT_ID', account: '1', amount: 8, description: 'x' },
  ]);
  expect(share).not.toHaveProperty('amount');
});

describe('says before sending what API v3 cannot say', () => {
  test('a single share never pays the payer; a multi share may', () => {
    const toPayer = { type: 'MERCHANT_ID', account: '1900000109', amount: 1, description: 'd' };
    const request = { ...shareRequest, receivers: [{ ...toPayer, account: '1' }, toPayer] };
    expect(paths('profitSharing', request)).toEqual(['receivers[1].account']);
    expect(paths('multiProfitSharing', request)).toEqual([]);
    const toOneself = [{ ...toPayer, account: '1900000100' }];
    expect(paths('profitSharing', { receivers: toOneself })).toEqual(['receivers[0].account']);
  });

  test('a direct merchant has no PERSONAL_SUB_OPENID', () => {
    const receivers = [{ type: 'PERSONAL_SUB_OPENID', account: 'o1', amount: 1, description: 'd' }];
    expect(paths('profitSharing', { ...shareRequest, receivers })).toEqual([]);
    expect(paths('profitSharing', { receivers })).toEqual(['receivers[0].type']);
    expect(paths('profitSharingAddReceiver', { receiver: { ...receivers[0], relation_type: 'USER' } })).toEqual([
      'receiver.type',
    ]);
  });

  test('relations of platforms', () => {
    const receiver = { type: 'MERCHANT_ID', account: '1', relation_type: 'PLATFORM' };
    expect(paths('profitSharingAddReceiver', { sub_mch_id: '1', receiver })).toEqual(['receiver.relation_type']);
  });

  test('names that encryption has no room for', () => {
    const receivers = [{ type: 'MERCHANT_ID', account: '1', amount: 1, description: 'd', name: '名'.repeat(72) }];
    expect(check('profitSharing', { ...shareRequest, receivers })).toEqual([
      { field: 'receivers[0].name', rule: 'maxBytes', params: { limit: 214 } },
    ]);
  });

  test('a return with | in its own number or an account of more than 32 characters', () => {
    const request = { out_order_no: 'P|1', out_return_no: 'R|1', return_account: '1'.repeat(33) };
    expect(paths('profitSharingReturn', request)).toEqual(['out_return_no', 'return_account']);
    expect(paths('profitSharingReturn', { order_id: '1', out_return_no: 'R1', return_account: '1' })).toEqual([]);
  });

  test('a query of a return by order_id', () => {
    expect(check('profitSharingReturnQuery', { order_id: '30', out_return_no: 'R1' })).toEqual([
      { field: 'out_order_no', rule: 'required' },
      { field: 'order_id', rule: 'forbidden' },
    ]);
  });

  test('the ratio of a direct merchant, and numbers that would change the path', () => {
    expect(paths('profitSharingMerchantRatioQuery', {})).toEqual(['sub_mch_id']);
    expect(paths('profitSharingMerchantRatioQuery', { sub_mch_id: '1', brand_mch_id: '2' })).toEqual(['brand_mch_id']);
    expect(paths('profitSharingOrderAmountQuery', { transaction_id: '..' })).toEqual(['transaction_id']);
    expect(paths('profitSharingOrderAmountQuery', { transaction_id: '42' })).toEqual([]);
  });
});

test('needs an AppID where an openid or a list of receivers depends on it', async () => {
  const { send: transport, requests } = recording(() => ({}));
  const link = apiv3(config({ appid: undefined }), transport);
  const person = { type: 'PERSONAL_OPENID', account: 'o1', amount: 1, description: 'd' };
  const missing = { kind: 'fault', code: 'CONFIG_ERROR', detail: 'WECHATPAY_APPID' };
  expect(await send(link, 'profitSharing', { ...shareRequest, receivers: [person] })).toEqual(missing);
  expect(await send(link, 'profitSharingAddReceiver', { receiver: person })).toEqual(missing);
  expect(requests).toEqual([]);
  expect(await send(link, 'profitSharing', shareRequest)).toMatchObject({ kind: 'answer' });
});

test('knows no after-sales orders', async () => {
  expect(await send(link, 'profitSharingAfterSales', {})).toMatchObject({ kind: 'fault', code: 'CONFIG_ERROR' });
});
