import { createHash } from 'node:crypto';
import { Agent } from 'node:https';
import { gunzipSync } from 'node:zlib';
import { Aes, Rsa, Wechatpay } from 'wechatpay-axios-plugin';
import type { MerchantCredentials } from '../../../../../sandbox';
import { balanceOf, type Json, paidOrder, parties, type Sandbox, settle, startSandbox, supplier } from './v3Merchants';

const sub_mchid = parties.subMerchant.mchId;
const { appid } = parties.provider;
const FOLDER = 'v3/profitsharing';
const receiver = { type: 'MERCHANT_ID', account: supplier.mchId };

/** One entry of /v3/certificates. */
interface Downloaded {
  readonly serial_no: string;
  readonly encrypt_certificate: Readonly<Record<string, string>>;
}

const nothing: Downloaded = { serial_no: '', encrypt_certificate: {} };

/** The published client as it is, over HTTPS: it signs every request and believes no answer it cannot verify. */
function client(sandbox: Sandbox, credentials: MerchantCredentials, certs: Record<string, string>): Wechatpay {
  return new Wechatpay({
    mchid: credentials.mchId,
    serial: credentials.mchSerial,
    privateKey: credentials.mchPrivateKeyPem,
    certs,
    baseURL: `${sandbox.secureUrl}/`,
    httpsAgent: new Agent({ ca: credentials.caPem }),
  });
}

describe('wechatpay-axios-plugin lives an order', () => {
  let sandbox: Sandbox;
  let credentials: MerchantCredentials;
  let wxpay: Wechatpay;
  let names: { headers: Record<string, string> };

  beforeAll(async () => {
    sandbox = await startSandbox();
    credentials = await sandbox.credentials();
    const { publicKeyId, publicKeyPem } = credentials;
    wxpay = client(sandbox, credentials, { [publicKeyId]: publicKeyPem });
    names = { headers: { 'Wechatpay-Serial': publicKeyId } };
  });
  afterAll(() => sandbox.stop());

  it('from the receiver to the bill', async () => {
    const transaction_id = paidOrder(sandbox);
    const post = async (path: string, body: Json) => {
      const { data } = await wxpay.client.request<Json>(`${FOLDER}/${path}`, 'post', { sub_mchid, ...body }, names);
      return data;
    };
    const get = async (path: string, params: Json, config: Json = {}) => {
      const { data } = await wxpay.client.request<Json>(`${FOLDER}/${path}`, 'get', undefined, {
        ...config,
        ...names,
        params,
      });
      return data;
    };

    const name = Rsa.encrypt(supplier.name, credentials.publicKeyPem);
    await post('receivers/add', { appid, ...receiver, name, relation_type: 'SUPPLIER' });

    const line = { ...receiver, name, amount: 888, description: '分给供应商' };
    const share = { transaction_id, out_order_no: 'P1', receivers: [line], unfreeze_unsplit: false };
    expect(await post('orders', { appid, ...share })).toMatchObject({ state: 'PROCESSING' });
    const left = await get('transactions/{transaction_id}/amounts', {}, { transaction_id });
    expect(left).toEqual({ transaction_id, unsplit_amount: 9052 });
    await post('orders/unfreeze', { transaction_id, out_order_no: 'F1', description: '完结' });
    settle(sandbox);

    const query = await get('orders/{out_order_no}', { sub_mchid, transaction_id }, { out_order_no: 'P1' });
    expect(query).toMatchObject({ state: 'FINISHED', receivers: [{ result: 'SUCCESS', amount: 888 }] });
    const back = { out_return_no: 'R1', return_mchid: supplier.mchId, amount: 88, description: '退款' };
    expect(await post('return-orders', { out_order_no: 'P1', ...back })).toMatchObject({ result: 'SUCCESS' });
    const asked = { sub_mchid, out_order_no: 'P1' };
    expect(await get('return-orders/{out_return_no}', asked, { out_return_no: 'R1' })).toMatchObject({
      amount: 88,
    });
    expect(balanceOf(sandbox, supplier.mchId)).toBe(800);
    expect(balanceOf(sandbox, sub_mchid)).toBe(9052 + 88);
    expect(await get('merchant-configs/{sub_mchid}', {}, { sub_mchid })).toEqual({ sub_mchid, max_ratio: 3000 });
    await post('receivers/delete', { appid, ...receiver });

    sandbox.state.bank.clock.advance(86_400_000);
    const bill = await get('bills', { bill_date: '2026-03-02', tar_type: 'GZIP' });
    const token = new URL(String(bill.download_url)).searchParams.get('token');
    const file = await wxpay.client.request<Buffer>('v3/billdownload/file', 'get', undefined, {
      params: { token },
      responseType: 'arraybuffer',
    });
    const plain = gunzipSync(file.data);
    expect(createHash('sha1').update(plain).digest('hex')).toBe(bill.hash_value);
    expect(plain.toString()).toContain('`P1,`100.00,`1900000110,`8.88');
  });

  it('hears of a refusal as it is documented', async () => {
    const refused = wxpay.client.request(`${FOLDER}/orders/unfreeze`, 'post', {
      sub_mchid,
      transaction_id: paidOrder(sandbox, sub_mchid, 'ecommerce'),
      out_order_no: 'F2',
      description: '完结',
    });
    const data = { code: 'INVALID_REQUEST', message: '电商商户不允许调用非电商分账API' };
    await expect(refused).rejects.toMatchObject({ response: { status: 400, data } });
  });

  it('does not believe an answer that was altered', async () => {
    sandbox.state.faults.inject({ kind: 'signature', flaw: 'altered', effect: 'after' });
    const asked = wxpay.client.request(`${FOLDER}/merchant-configs/${sub_mchid}`, 'get', undefined, names);
    await expect(asked).rejects.toMatchObject({ code: 'EV3_RES_HEADER_SIGNATURE_DIGEST' });
  });

  it('starts with nothing but the APIv3 key: downloads the certificate, then verifies with it', async () => {
    const anything = client(sandbox, credentials, { none: credentials.publicKeyPem });
    const unverified = { transformResponse: [(text: string) => JSON.parse(text) as unknown] };
    const answer = await anything.client.request<{ data: Downloaded[] }>(
      'v3/certificates',
      'get',
      undefined,
      unverified,
    );
    const [{ serial_no, encrypt_certificate: encrypted } = nothing] = answer.data.data;
    const { ciphertext = '', nonce = '', associated_data } = encrypted;
    const pem = Aes.AesGcm.decrypt(ciphertext, credentials.apiV3Key, nonce, associated_data);
    const trusting = client(sandbox, credentials, { [serial_no]: pem });
    const ratio = await trusting.client.request<Json>(`${FOLDER}/merchant-configs/${sub_mchid}`, 'get');
    expect(ratio.data.max_ratio).toBe(3000);
  });
});
