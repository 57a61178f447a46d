import { createHash } from 'node:crypto';
import WxPay from 'wechatpay-node-v3';
import type { IPayRequest, Output } from 'wechatpay-node-v3/dist/define';
import { PayRequest } from 'wechatpay-node-v3/dist/lib/pay-request';
import type { MerchantCredentials } from '../../../../../sandbox';
import {
  balanceOf,
  type Json,
  paidOrder,
  parties,
  type Sandbox,
  settle,
  startSandbox,
  supplier,
  targetOf,
} from './v3Merchants';

const { direct } = parties;
const API = 'https://api.mch.weixin.qq.com';

/** The client's own transport, sent to another host: its address is a constant, its signature covers only the path. */
function transportTo(url: string): IPayRequest {
  const own = new PayRequest();
  const there = (address: string) => address.replace(API, url);
  return {
    get: (address, headers) => own.get(there(address), headers),
    post: (address, params, headers) => own.post(there(address), params, headers),
    upload: (address, params, headers) => own.upload(there(address), params, headers),
  };
}

/** This client knows no sub_mchid in its queries: it is one for direct merchants. */
describe('wechatpay-node-v3 lives an order', () => {
  let sandbox: Sandbox;
  let credentials: MerchantCredentials;
  let pay: WxPay;
  let certificate: { serial_no: string; publicKey: string };

  beforeAll(async () => {
    sandbox = await startSandbox();
    credentials = await sandbox.credentials(direct.mchId);
    pay = new WxPay({
      appid: direct.appid,
      mchid: direct.mchId,
      publicKey: Buffer.from(credentials.mchCertPem),
      privateKey: Buffer.from(credentials.mchPrivateKeyPem),
      key: credentials.apiV3Key,
    });
    pay.createHttp(transportTo(sandbox.url));
    const [first] = (await pay.get_certificates(credentials.apiV3Key)) as (typeof certificate)[];
    if (!first) throw new Error('no certificate');
    certificate = first;
  });
  afterAll(() => sandbox.stop());

  it('opens the platform certificate with its APIv3 key', async () => {
    const [known] = await sandbox.state.v3.platform.certificates();
    expect(certificate.serial_no).toBe(known?.serial);
  });

  it('from the receiver to the bill', async () => {
    const transaction_id = paidOrder(sandbox, direct.mchId);
    const wx_serial_no = certificate.serial_no;
    const done = async (call: Promise<Output>): Promise<Json> => {
      const { status, data, error } = await call;
      expect({ status, error }).toEqual({ status: 200, error: undefined });
      return data;
    };

    const receiver = { type: 'MERCHANT_ID', account: supplier.mchId } as const;
    const name = pay.publicEncrypt(supplier.name, Buffer.from(certificate.publicKey));
    const added = await done(
      pay.profitsharing_receivers_add({ ...receiver, name, relation_type: 'SUPPLIER', wx_serial_no }),
    );
    expect(pay.privateDecrypt(String(added.name))).toBe(supplier.name);

    const line = { ...receiver, amount: 888, description: '分给供应商' };
    const share = { transaction_id, out_order_no: 'P1', receivers: [line], unfreeze_unsplit: false };
    await done(pay.create_profitsharing_orders(share));
    const left = await done(pay.query_profitsharing_amounts(transaction_id));
    expect(left.unsplit_amount).toBe(9052);
    const rest = { transaction_id, out_order_no: 'F1', description: '完结' };
    await done(pay.profitsharing_orders_unfreeze(rest));
    settle(sandbox);
    const query = await done(pay.query_profitsharing_orders(transaction_id, 'P1'));
    expect(query).toMatchObject({ state: 'FINISHED', receivers: [{ result: 'SUCCESS', amount: 888 }] });

    const back = {
      out_order_no: 'P1',
      out_return_no: 'R1',
      return_mchid: supplier.mchId,
      amount: 88,
      description: '退',
    };
    await done(pay.profitsharing_return_orders(back));
    const returned = await done(pay.query_profitsharing_return_orders('R1', 'P1'));
    expect(returned.result).toBe('SUCCESS');
    expect(balanceOf(sandbox, supplier.mchId)).toBe(800);
    expect(balanceOf(sandbox, direct.mchId)).toBe(9052 + 88);
    await done(pay.profitsharing_receivers_delete(receiver));

    sandbox.state.bank.clock.advance(86_400_000);
    const bill = await done(pay.profitsharing_bills('2026-03-02'));
    // Its addresses are WeChat Pay's own, also the one it is handed here.
    const file = await pay.downloadBill(API + targetOf(bill.download_url));
    expect(createHash('sha1').update(String(file.data)).digest('hex')).toBe(bill.hash_value);
  });

  it('is told what is wrong', async () => {
    const { status, error } = await pay.query_profitsharing_amounts('4200');
    expect(status).toBe(404);
    expect(JSON.parse(String(error))).toMatchObject({ code: 'RESOURCE_NOT_EXISTS' });
  });
});
