import { brand } from '../../../../shared/links/brand';
import { recording } from '../v3/mirror';
import { config, send, shareRequest, violationsOf } from '../v3/setting';

const receiver = { type: 'MERCHANT_ID', account: '1', name: '商户', relation_type: 'STAFF' };

test('shares under the number of the brand, exactly as the page prints it', async () => {
  const { requests, send: transport } = recording(() => ({}));
  await send(brand(config(), transport), 'multiProfitSharing', shareRequest);
  expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
    brand_mchid: '1900000200',
    sub_mchid: '1900000109',
    appid: 'wx8888888888888888',
    transaction_id: '4208450740201411110007820472',
    out_order_no: 'P20150806125346',
    receivers: shareRequest.receivers,
    finish: false,
  });
});

test('keeps one list of receivers for the brand, and asks for the ratio of the brand', async () => {
  const { requests, send: transport } = recording(() => ({}));
  const link = brand(config(), transport);
  await send(link, 'profitSharingAddReceiver', { sub_mch_id: '1900000109', receiver });
  await send(link, 'profitSharingMerchantRatioQuery', { sub_mch_id: '1900000109' });
  expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
    brand_mchid: '1900000200',
    appid: 'wx8888888888888888',
    ...receiver,
  });
  await send(link, 'profitSharingMerchantRatioQuery', { brand_mch_id: '1900000300' });
  expect(requests.slice(1).map(({ url }) => url.pathname)).toEqual([
    '/v3/brand/profitsharing/brand-configs/1900000200',
    '/v3/brand/profitsharing/brand-configs/1900000300',
  ]);
});

test('names the setting that is missing, and sends nothing', async () => {
  const { requests, send: transport } = recording(() => ({}));
  const link = brand(config({ brandMchId: undefined }), transport);
  for (const name of ['profitSharing', 'profitSharingAddReceiver', 'profitSharingMerchantRatioQuery']) {
    const sent = await send(link, name, { ...shareRequest, receiver });
    expect(sent).toEqual({ kind: 'fault', code: 'CONFIG_ERROR', detail: 'WECHATPAY_BRAND_MCH_ID' });
  }
  expect(requests).toEqual([]);
});

test('knows six relations', () => {
  const checked = (relation_type: string) =>
    violationsOf(brand(config()), 'profitSharingAddReceiver', { receiver: { ...receiver, relation_type } });
  for (const relation of ['SUPPLIER', 'DISTRIBUTOR', 'SERVICE_PROVIDER', 'STAFF'])
    expect(checked(relation)).toEqual([]);
  for (const relation of ['STORE', 'STORE_OWNER', 'PARTNER', 'HEADQUARTER', 'BRAND', 'USER', 'CUSTOM']) {
    expect(checked(relation)).toEqual([expect.objectContaining({ field: 'receiver.relation_type', rule: 'enum' })]);
  }
});
