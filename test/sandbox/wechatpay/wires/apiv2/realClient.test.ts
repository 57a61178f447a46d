import https from 'node:https';
import { Wechatpay } from 'wechatpay-axios-plugin';
import { parties, type Sandbox, startSandbox } from '../../../../../sandbox';
import { type Fields, forSub, receiverOf, shareOf, supplier } from './desk';

/** What the chain of the client leads to; its own types stop at `any`. */
type Call = { post(fields: Fields, config?: { security: boolean }): Promise<{ data: Fields }> };
type Path = 'pay' | 'secapi/pay';

describe('wechatpay-axios-plugin, a client made for the real WeChat Pay', () => {
  let sandbox: Sandbox;
  let call: (path: Path, api: string, fields: Fields) => Promise<Fields>;

  beforeAll(async () => {
    sandbox = await startSandbox();
    const { mchId, apiV2Key, mchCertPem, mchPrivateKeyPem, mchSerial, caPem } = await sandbox.credentials();
    const client = new Wechatpay({
      mchid: mchId,
      serial: mchSerial,
      privateKey: mchPrivateKeyPem,
      certs: { unused: mchCertPem },
      secret: apiV2Key,
      merchant: { cert: mchCertPem, key: mchPrivateKeyPem, ca: caPem },
      baseURL: sandbox.secureUrl,
      httpsAgent: new https.Agent({ ca: caPem }),
    } as ConstructorParameters<typeof Wechatpay>[0]);
    const v2 = client.v2 as unknown as { pay: Record<string, Call>; secapi: { pay: Record<string, Call> } };
    call = async (path, api, fields) => {
      const certified = path === 'secapi/pay';
      const chained = (certified ? v2.secapi.pay : v2.pay)[api];
      if (!chained) throw new TypeError(`no ${api}`);
      const { data } = await chained.post({ ...fields, sign_type: 'HMAC-SHA256' }, { security: certified });
      return data;
    };
  });
  afterAll(() => sandbox.stop());

  it('drives a whole life: receiver, shares, query, return, finish, amount, ratio, removal', async () => {
    const { bank } = sandbox.state;
    const settle = () => bank.clock.advance(60_000);
    const { transactionId } = bank.payOrder({ payerMchId: parties.subMerchant.mchId, amount: 10_000 });
    settle();
    const { mch_id, sub_mch_id, appid } = forSub;
    const own = { mch_id, sub_mch_id, appid };
    const transaction_id = transactionId;
    const left = async () =>
      Number((await call('pay', 'profitsharingorderamountquery', { mch_id, transaction_id })).unsplit_amount);

    const receiver = receiverOf(supplier.mchId, supplier.name);
    const added = await call('pay', 'profitsharingaddreceiver', { ...own, receiver });
    expect(JSON.parse(String(added.receiver))).toMatchObject({ account: supplier.mchId });
    expect(await left()).toBe(9_940);

    const share = { ...own, transaction_id, out_order_no: 'P1', receivers: shareOf(supplier.mchId, 1_000) };
    const shared = await call('secapi/pay', 'multiprofitsharing', share);
    expect(shared).toMatchObject({ result_code: 'SUCCESS', status: 'PROCESSING', out_order_no: 'P1' });
    settle();
    const query = { mch_id, sub_mch_id, transaction_id, out_order_no: 'P1' };
    const queried = await call('pay', 'profitsharingquery', query);
    expect(queried).toMatchObject({ status: 'FINISHED', order_id: shared.order_id });
    expect(JSON.parse(String(queried.receivers))).toMatchObject([{ amount: 1_000, result: 'SUCCESS' }]);

    const back = { ...own, out_order_no: 'P1', out_return_no: 'R1' };
    const returned = await call('secapi/pay', 'profitsharingreturn', {
      ...back,
      return_account_type: 'MERCHANT_ID',
      return_account: supplier.mchId,
      return_amount: '300',
      description: '用户退款',
    });
    expect(returned).toMatchObject({ return_code: 'SUCCESS', result: 'SUCCESS', return_amount: '300' });
    expect(await call('pay', 'profitsharingreturnquery', back)).toMatchObject({ return_no: returned.return_no });

    expect(await left()).toBe(8_940);
    const finish = { ...own, transaction_id, out_order_no: 'F1', description: '分账已完成' };
    expect(await call('secapi/pay', 'profitsharingfinish', finish)).toMatchObject({ result_code: 'SUCCESS' });
    settle();
    expect(await left()).toBe(0);
    expect(await call('pay', 'profitsharingmerchantratioquery', { mch_id, sub_mch_id })).toMatchObject({
      max_ratio: '3000',
    });
    await call('pay', 'profitsharingremovereceiver', { ...own, receiver });

    const { merchants, receivers } = bank.books();
    const availableOf = (mchId: string) => merchants.find((merchant) => merchant.mchId === mchId)?.available;
    expect([availableOf(supplier.mchId), availableOf(sub_mch_id)]).toEqual([700, 8_940 + 300]);
    expect(receivers).toEqual([]);
    expect(sandbox.state.calls.list().every(({ link }) => link === 'apiv2')).toBe(true);
  });

  it('shares everything at once by the single share', async () => {
    const { bank } = sandbox.state;
    const { mch_id, sub_mch_id, appid } = forSub;
    const own = { mch_id, sub_mch_id, appid };
    const { transactionId } = bank.payOrder({ payerMchId: sub_mch_id, amount: 10_000 });
    bank.clock.advance(60_000);
    await call('pay', 'profitsharingaddreceiver', { ...own, receiver: receiverOf(supplier.mchId, supplier.name) });
    const share = {
      ...own,
      transaction_id: transactionId,
      out_order_no: 'S1',
      receivers: shareOf(supplier.mchId, 500),
    };
    expect(await call('secapi/pay', 'profitsharing', share)).toMatchObject({ result_code: 'SUCCESS' });
  });

  it('is told why not, by an answer it can verify or an envelope', async () => {
    const { mch_id, sub_mch_id } = forSub;
    const query = { mch_id, sub_mch_id, transaction_id: '42', out_order_no: 'P1' };
    const refused = (fields: Fields) =>
      call('pay', 'profitsharingquery', fields).catch(({ response }) => response.data);
    expect(await refused(query)).toMatchObject({ result_code: 'FAIL', err_code: 'RESOURCE_NOT_EXISTS' });
    const forbidden = await refused({ ...query, appid: forSub.appid });
    expect(forbidden).toEqual({ return_code: 'FAIL', return_msg: '签名失败' });
  });

  it('does not believe what the sandbox falsifies', async () => {
    const { mch_id, sub_mch_id } = forSub;
    for (const flaw of ['missing', 'wrong'] as const) {
      sandbox.state.faults.inject({ kind: 'signature', flaw, effect: 'after' });
      const asked = call('pay', 'profitsharingmerchantratioquery', { mch_id, sub_mch_id });
      await expect(asked).rejects.toMatchObject({ code: 'EV2_RES_SIGNATURE_NOT_EQUAL' });
    }
  });
});
