import { XMLParser } from 'fast-xml-parser';
import { Hash } from 'wechatpay-axios-plugin';
import type { UnknownFields } from '../../../../shared/contract';
import type { HttpRequest } from '../../../../shared/http';
import { type ApiV2Config, apiv2 } from '../../../../shared/links/apiv2';
import { caller, type OperationName, operationNamed, operationNames, provider, requests } from './calls';
import { authority } from './certificates';
import { key, vectors } from './vectors.json';

const merchant = authority('Test CA').issue('merchant 1900000100');
const withKeys = { ...provider, mchCert: merchant.cert, mchPrivateKey: merchant.key };
const readXml = new XMLParser({ parseTagValue: false, trimValues: false });

/** Sends one request into the void and tells what travelled. */
async function sent(name: OperationName, request: UnknownFields = requests[name], config: ApiV2Config = withKeys) {
  const seen: HttpRequest[] = [];
  const link = apiv2(config, async (request) => {
    seen.push(request);
    return { status: 502, headers: {}, body: Buffer.of() };
  });
  await link.send(operationNamed(name), request, { timeoutMs: 60_000, caller });
  const [only] = seen;
  if (!only) throw new Error('nothing was sent');
  const { xml } = readXml.parse(only.body ?? '') as { xml: Record<string, string> };
  return { url: only.url.href, fields: xml };
}

/** The columns of the identity matrix: S is sent, O when known, B one of the two, X never. */
const MATRIX: Record<OperationName, [sub_mch_id: string, brand_mch_id: string, appid: string, sub_appid: string]> = {
  profitSharing: ['S', 'O', 'S', 'O'],
  multiProfitSharing: ['S', 'X', 'S', 'O'],
  profitSharingQuery: ['S', 'X', 'X', 'X'],
  profitSharingFinish: ['S', 'O', 'S', 'X'],
  profitSharingReturn: ['S', 'X', 'S', 'O'],
  profitSharingReturnQuery: ['S', 'X', 'S', 'X'],
  profitSharingAddReceiver: ['B', 'B', 'S', 'O'],
  profitSharingRemoveReceiver: ['B', 'B', 'S', 'O'],
  profitSharingOrderAmountQuery: ['X', 'X', 'X', 'X'],
  profitSharingMerchantRatioQuery: ['B', 'B', 'X', 'X'],
};

const PATHS: Record<OperationName, string> = {
  profitSharing: '/secapi/pay/profitsharing',
  multiProfitSharing: '/secapi/pay/multiprofitsharing',
  profitSharingQuery: '/pay/profitsharingquery',
  profitSharingFinish: '/secapi/pay/profitsharingfinish',
  profitSharingReturn: '/secapi/pay/profitsharingreturn',
  profitSharingReturnQuery: '/pay/profitsharingreturnquery',
  profitSharingAddReceiver: '/pay/profitsharingaddreceiver',
  profitSharingRemoveReceiver: '/pay/profitsharingremovereceiver',
  profitSharingOrderAmountQuery: '/pay/profitsharingorderamountquery',
  profitSharingMerchantRatioQuery: '/pay/profitsharingmerchantratioquery',
};

const identity = ['sub_mch_id', 'brand_mch_id', 'appid', 'sub_appid'] as const;
const ids = { sub_mch_id: '1900000109', brand_mch_id: '1900000108', appid: provider.appid, sub_appid: caller.appid };

describe.each(operationNames)('%s', (name) => {
  /** A request that offers what any operation may need to know of the sub-merchant, wanted or not. */
  const { brand_mch_id, ...offered } = ids;
  const generous: UnknownFields = { ...requests[name], ...offered };
  const letters = Object.fromEntries(identity.map((field, index) => [field, MATRIX[name][index] ?? '']));

  it('goes to its own address, signed over everything it says, as HMAC-SHA256', async () => {
    const { url, fields } = await sent(name);
    expect(url).toBe(`https://api.mch.weixin.qq.com${PATHS[name]}`);
    expect(fields).toMatchObject({ mch_id: '1900000100', sign_type: 'HMAC-SHA256' });
    expect(fields.sign).toBe(Hash.sign(Hash.ALGO_HMAC_SHA256, fields, key));
  });

  it('tells who asks exactly as its page lists, for a service provider', async () => {
    const { fields } = await sent(name, generous);
    for (const field of identity) {
      const expected = letters[field] === 'X' || field === 'brand_mch_id' ? undefined : ids[field];
      expect([field, fields[field]]).toEqual([field, expected]);
    }
  });

  it('names the brand beside the sub-merchant only where the page lists both', async () => {
    const { fields } = await sent(name, generous, { ...withKeys, brandMchId: brand_mch_id });
    expect(fields.brand_mch_id).toBe(letters.brand_mch_id === 'O' ? brand_mch_id : undefined);
    expect(fields.sub_mch_id).toBe(letters.sub_mch_id === 'X' ? undefined : ids.sub_mch_id);
  });

  it('names the brand in place of an absent sub-merchant only where the page lists one of the two', async () => {
    const { sub_mch_id: _, ...request } = generous;
    const { fields } = await sent(name, request, { ...withKeys, brandMchId: brand_mch_id });
    expect(fields.brand_mch_id).toBe(letters.brand_mch_id === 'B' ? brand_mch_id : undefined);
  });

  it('asks for the brand a request names, and then not for the sub-merchant where the page lists one of the two', async () => {
    const { fields } = await sent(name, { ...generous, brand_mch_id: '1900000107' });
    expect(fields.brand_mch_id).toBe(letters.brand_mch_id === 'X' ? undefined : '1900000107');
    expect('sub_mch_id' in fields).toBe(letters.sub_mch_id === 'S');
  });

  it('sends no field of sub-merchants for a merchant who shares orders of their own', async () => {
    const { sub_mch_id: _, ...request } = generous;
    const { fields } = await sent(name, request);
    expect(Object.keys(fields)).not.toContain('sub_mch_id');
    expect(Object.keys(fields)).not.toContain('sub_appid');
    expect(fields.mch_id).toBe('1900000100');
  });

  it('neither sends nor signs what is empty, absent or unknown to its page', async () => {
    const request = { ...requests[name], sub_appid: '', description: undefined, version: '1.0', order_id: null };
    const { fields } = await sent(name, request);
    expect(Object.values(fields)).not.toContain('');
    for (const field of ['sub_appid', 'version', 'order_id']) expect(Object.keys(fields)).not.toContain(field);
    expect(fields.sign).toBe(Hash.sign(Hash.ALGO_HMAC_SHA256, fields, key));
  });
});

describe('the published vectors, made from contract requests', () => {
  const { sub_appid: _, ...withoutSubAppid } = requests.profitSharing;
  const cases: [number, OperationName, UnknownFields][] = [
    [1, 'profitSharing', requests.profitSharing],
    [2, 'profitSharing', { ...requests.profitSharing, sub_appid: '' }],
    [3, 'profitSharing', withoutSubAppid],
    [4, 'profitSharingQuery', requests.profitSharingQuery],
    [6, 'profitSharingFinish', requests.profitSharingFinish],
    [7, 'profitSharingReturn', requests.profitSharingReturn],
    [8, 'profitSharingOrderAmountQuery', requests.profitSharingOrderAmountQuery],
    [9, 'profitSharingMerchantRatioQuery', requests.profitSharingMerchantRatioQuery],
  ];

  it.each(cases)('vector %i by %s', async (index, name, request) => {
    const vector = vectors[index];
    const { fields } = await sent(name, request);
    const { sign, ...params } = fields;
    const texts = Object.entries(vector?.params ?? {}).filter(([, value]) => value !== '');
    expect(params).toEqual(Object.fromEntries(texts.map(([field, value]) => [field, String(value)])));
    expect(sign).toBe(vector?.hmac_sha256);
  });

  it('never makes the one with an appid where the page forbids it', async () => {
    const { fields } = await sent('profitSharingQuery', { ...requests.profitSharingQuery, appid: provider.appid });
    expect(fields.sign).not.toBe(vectors[5]?.hmac_sha256);
    expect(fields.sign).toBe(vectors[4]?.hmac_sha256);
  });
});
