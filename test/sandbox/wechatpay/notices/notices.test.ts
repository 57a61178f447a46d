import { parties } from '../../../../sandbox';
import type { Identity } from '../../../../sandbox/wechatpay/bank/outcome';
import { payerMchId } from '../bank/openBank';
import { distributor, envelope, isSigned, type Mail, type Mailbox, opened, startMailbox, supplier } from './mailbox';

describe('a merchant that receives money', () => {
  let box: Mailbox;
  beforeAll(async () => {
    box = await startMailbox();
  });
  beforeEach(() => {
    box.reset();
    box.sandbox.notify(supplier.mchId, 'mailbox');
  });
  afterAll(() => box.sandbox.stop());

  const only = (): Mail => {
    const [mail, ...others] = box.mail();
    if (!mail || others.length > 0) throw new Error(`${others.length + 1} letters instead of one`);
    return mail;
  };
  const told = async () => {
    await box.sandbox.advance(0);
    return only();
  };
  const direct: Identity = {
    mchId: parties.direct.mchId,
    appid: parties.direct.appid,
    family: 'ordinary',
    wire: 'v3',
  };

  it('is told how much, out of which order, encrypted with its own key and signed by WeChat Pay', async () => {
    const { outOrderNo, transactionId } = box.pay(888);
    const mail = await told();
    expect(opened(mail, await box.sandbox.credentials(supplier.mchId))).toMatchObject({
      sp_mchid: parties.provider.mchId,
      sub_mchid: payerMchId,
      transaction_id: transactionId,
      order_id: expect.any(String),
      out_order_no: outOrderNo,
      receiver: { type: 'MERCHANT_ID', account: supplier.mchId, amount: 888, description: '货款' },
      success_time: expect.stringMatching(/^2026-03-02T10:01:01\+08:00$/),
    });
    expect(envelope(mail)).toMatchObject({
      id: expect.stringMatching(/^EV-\d{22}$/),
      create_time: '2026-03-02T10:01:01+08:00',
      resource_type: 'encrypt-resource',
      event_type: 'TRANSACTION.SUCCESS',
      summary: '分账',
      resource: { original_type: 'profitsharing', algorithm: 'AEAD_AES_256_GCM', associated_data: 'profitsharing' },
    });
    const { publicKeyPem, publicKeyId } = await box.sandbox.credentials();
    expect(mail.headers['wechatpay-serial']).toBe(publicKeyId);
    expect(isSigned(mail, publicKeyPem)).toBe(true);
    expect(Math.abs(Number(mail.headers['wechatpay-timestamp']) - Date.now() / 1000)).toBeLessThan(300);
  });

  it('cannot open what is encrypted for another', async () => {
    box.pay(100);
    const mail = await told();
    const other = await box.sandbox.credentials(distributor.mchId);
    expect(() => opened(mail, other)).toThrow();
  });

  it('that acts for itself is named as mchid alone', async () => {
    box.pay(100, supplier.mchId, direct);
    const resource = opened(await told(), await box.sandbox.credentials(supplier.mchId));
    expect(resource).toMatchObject({ mchid: parties.direct.mchId });
    expect(resource).not.toHaveProperty('sp_mchid');
  });

  it('is told of a return too, which names the original payer as receiver', async () => {
    const { outOrderNo } = box.pay(500);
    await box.sandbox.advance(0);
    box.returnShare(outOrderNo, 200);
    await box.sandbox.advance(0);
    const [, mail] = box.mail();
    if (!mail) throw new Error('no second letter');
    expect(envelope(mail)).toMatchObject({ summary: '分账回退', event_type: 'TRANSACTION.SUCCESS' });
    expect(opened(mail, await box.sandbox.credentials(supplier.mchId))).toMatchObject({
      out_order_no: `R-${outOrderNo}`,
      receiver: { account: payerMchId, amount: 200 },
    });
  });

  it('hears nothing without an address, nor when another merchant is paid', async () => {
    box.pay(100, distributor.mchId);
    await box.sandbox.advance(0);
    expect(box.mail()).toEqual([]);
    expect(box.sandbox.state.notices.list()).toEqual([]);
  });

  it('hears nothing of money that did not arrive', async () => {
    box.sandbox.state.bank.setMerchant(supplier.mchId, { abnormal: true });
    box.pay(100);
    await box.sandbox.advance(0);
    expect(box.mail()).toEqual([]);
  });

  it.each([200, 204])('is not told again once it has answered %d', async (status) => {
    box.answers(status);
    box.pay(100);
    await told();
    await box.sandbox.advance(86_400_000 * 2);
    expect(only()).toBeDefined();
    expect(box.sandbox.state.notices.list()).toMatchObject([{ state: 'acknowledged', attempts: [{ status }] }]);
  });

  it('sees the older spellings, an empty associated_data and a platform certificate where these are switched on', async () => {
    const settings = {
      eventType: 'PROFITSHARING',
      originalType: 'transaction',
      associatedData: '',
      signWith: 'certificate',
    };
    await box.control('PATCH', 'notifications', { ...settings, returnReceiver: 'returner' });
    const { outOrderNo } = box.pay(500);
    box.returnShare(outOrderNo, 200);
    await box.sandbox.advance(0);
    const [share, back] = box.mail();
    if (!share || !back) throw new Error('two letters expected');
    expect(envelope(share)).toMatchObject({
      event_type: 'PROFITSHARING.SUCCESS',
      resource: { original_type: 'transaction', associated_data: '' },
    });
    expect(envelope(back).event_type).toBe('PROFITSHARING.RETURN');
    const credentials = await box.sandbox.credentials(supplier.mchId);
    expect(opened(back, credentials)).toMatchObject({ receiver: { account: supplier.mchId } });
    const [certificate] = await box.sandbox.state.v3.platform.certificates();
    expect(share.headers['wechatpay-serial']).toBe(certificate?.serial);
    expect(isSigned(share, certificate?.pem ?? '')).toBe(true);
  });

  it('leaves it to the provider where addresses are kept there', async () => {
    await box.control('PATCH', 'notifications', { addressee: 'provider' });
    box.pay(100);
    box.sandbox.notify(parties.provider.mchId, 'mailbox');
    box.pay(200);
    expect(opened(await told(), await box.sandbox.credentials())).toMatchObject({ receiver: { amount: 200 } });
  });

  it('has its address set over HTTP: https, or this machine, without a query', async () => {
    const path = `merchants/${distributor.mchId}`;
    const notifyUrl = `${box.sandbox.url}/http/mailbox`;
    expect((await box.control('PATCH', path, { notifyUrl })).json).toMatchObject({ notifyUrl });
    box.pay(100, distributor.mchId);
    await told();
    expect((await box.control('PATCH', path, { name: '新名' })).json).toMatchObject({ notifyUrl, name: '新名' });
    expect((await box.control('PATCH', path, { notifyUrl: '' })).json).not.toHaveProperty('notifyUrl');
    for (const wrong of [
      'http://example.com/',
      'https://example.com/?a=1',
      'https://example.com/?',
      'nowhere',
      'ftp://127.0.0.1/',
    ]) {
      expect((await box.control('PATCH', path, { notifyUrl: wrong })).json).toMatchObject({ field: 'notifyUrl' });
    }
    expect((await box.control('PATCH', path, { notifyUrl: 'https://example.com/notify' })).status).toBe(200);
    expect((await box.control('PUT', path, {})).json).not.toHaveProperty('notifyUrl');
  });
});
