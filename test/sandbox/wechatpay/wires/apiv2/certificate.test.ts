import https from 'node:https';
import { Transformer } from 'wechatpay-axios-plugin';
import { type MerchantCredentials, type Sandbox, startSandbox } from '../../../../../sandbox';
import { CertificateAuthority } from '../../../../../sandbox/wechatpay/tls/authority';
import { ask, direct, forSub, openDesk, ownFields, shareOf, signed, subMerchant, supplier } from './desk';

describe('the client certificate', () => {
  let sandbox: Sandbox;
  let provider: MerchantCredentials;
  beforeAll(async () => {
    sandbox = await startSandbox();
    provider = await sandbox.credentials();
  });
  beforeEach(() => sandbox.state.reset());
  afterAll(() => sandbox.stop());

  const send = (path: string, tls: https.AgentOptions, fields: Record<string, string>) =>
    new Promise<{ status: number | undefined; type: string | undefined; text: string }>((answered, failed) => {
      const agent = new https.Agent({ ca: provider.caPem, ...tls });
      const request = https.request(`${sandbox.secureUrl}${path}`, { method: 'POST', agent }, async (response) => {
        const chunks = await response.toArray();
        const text = Buffer.concat(chunks).toString();
        answered({ status: response.statusCode, type: response.headers['content-type'], text });
      });
      request.on('error', failed).end(Transformer.toXml(signed(fields)));
    });
  const share = { ...forSub, transaction_id: '42', out_order_no: 'A', receivers: shareOf(supplier.mchId, 1) };
  const path = '/secapi/pay/multiprofitsharing';
  const own = () => ({ cert: provider.mchCertPem, key: provider.mchPrivateKeyPem });

  it('of the merchant opens the paths under /secapi/', async () => {
    const { status, type, text } = await send(path, own(), share);
    expect([status, type]).toEqual([200, 'text/plain']);
    expect(Transformer.toObject(text)).toMatchObject({ return_code: 'SUCCESS', err_code: 'INVALID_TRANSACTIONID' });
  });

  it.each(['profitsharing', 'multiprofitsharing', 'profitsharingfinish', 'profitsharingreturn'])(
    'is asked for by /secapi/pay/%s: without one the gateway answers, not WeChat Pay',
    async (name) => {
      const { status, type, text } = await send(`/secapi/pay/${name}`, {}, share);
      expect([status, type]).toEqual([400, 'text/html']);
      expect(text).toContain('No required SSL certificate was sent');
      expect(sandbox.state.bank.books().shares).toEqual([]);
    },
  );

  it('is not asked for elsewhere', async () => {
    const { mch_id, nonce_str } = forSub;
    const { text } = await send('/pay/profitsharingorderamountquery', {}, { mch_id, nonce_str, transaction_id: '42' });
    expect(Transformer.toObject(text)).toMatchObject({ error_code: 'RESOURCE_NOT_EXISTS' });
  });

  it('of a stranger with the same name is refused', async () => {
    const forged = await new CertificateAuthority().issue(provider.mchId, 'merchant');
    const { status, text } = await send(path, { cert: forged.certPem, key: forged.privateKeyPem }, share);
    expect(status).toBe(400);
    expect(text).toContain('The SSL certificate error');
  });

  it('of a server is refused, although the same authority signed it', async () => {
    const server = await sandbox.state.authority.issue(provider.mchId, 'server');
    const { status } = await send(path, { cert: server.certPem, key: server.privateKeyPem }, share);
    expect(status).toBe(400);
  });

  it('of another merchant is refused, although the signature is good', async () => {
    const other = await sandbox.credentials(direct.mchId);
    const tls = { cert: other.mchCertPem, key: other.mchPrivateKeyPem };
    const { text } = await send(path, tls, share);
    expect(Transformer.toObject(text)).toEqual({
      return_code: 'FAIL',
      return_msg: 'CA证书出错,请登录微信支付商户平台下载证书',
    });
  });

  it('cannot be shown on plain HTTP, so those paths are closed there', async () => {
    const answer = await fetch(`${sandbox.url}${path}`, { method: 'POST', body: Transformer.toXml(signed(share)) });
    expect(answer.status).toBe(400);
  });

  it('moves no money when it is missing', () => {
    const { state, transactionId } = openDesk();
    const fields = { ...forSub, ...ownFields(transactionId).profitSharing };
    expect(ask(state, 'profitSharing', fields, { certificate: null }).status).toBe(400);
    const stranger = { trusted: false, commonName: forSub.mch_id };
    expect(ask(state, 'profitSharing', fields, { certificate: stranger }).status).toBe(400);
    expect(state.bank.books().merchants.find(({ mchId }) => mchId === subMerchant.mchId)?.available).toBe(0);
    expect(state.bank.books().shares).toEqual([]);
  });

  it('of an unknown API: paths that do not exist answer 404', async () => {
    expect((await send('/secapi/pay/refund', own(), share)).status).toBe(404);
    expect((await send('/_sandbox/books', own(), share)).status).toBe(404);
  });
});
