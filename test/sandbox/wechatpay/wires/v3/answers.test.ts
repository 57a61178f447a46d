import { X509Certificate } from 'node:crypto';
import { Aes } from 'wechatpay-axios-plugin';
import { type Asked, type Json, type Merchant, merchant, parties, type Sandbox, startSandbox } from './v3Merchants';

let sandbox: Sandbox;
let provider: Merchant;

beforeAll(async () => {
  sandbox = await startSandbox();
  provider = await merchant(sandbox);
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.state.reset());

async function control(method: string, path: string, body?: Json): Promise<Json> {
  const address = `${sandbox.url}/_sandbox/v3${path}`;
  const answer = await fetch(address, { method, ...(body && { body: JSON.stringify(body) }) });
  return (await answer.json()) as Json;
}

/** The certificates of an answer, opened with the APIv3 key: serial → PEM. */
function opened({ json }: Asked): Record<string, string> {
  const list = json.data as { serial_no: string; encrypt_certificate: Record<string, string> }[];
  const { apiV3Key } = provider.credentials;
  return Object.fromEntries(
    list.map(({ serial_no, encrypt_certificate: { ciphertext = '', nonce = '', associated_data = '' } }) => [
      serial_no,
      Aes.AesGcm.decrypt(ciphertext, apiV3Key, nonce, associated_data),
    ]),
  );
}

const ratio = (names?: string) =>
  provider.ask('GET', '/v3/profitsharing/merchant-configs/1900000109', '', names === undefined ? {} : { names });

describe('every answer is signed by WeChat Pay', () => {
  it('with the certificate that /v3/certificates hands out', async () => {
    const answer = await provider.ask('GET', '/v3/certificates');
    const [[serial, pem] = ['', '']] = Object.entries(opened(answer));
    expect(new X509Certificate(pem).serialNumber).toBe(serial);
    expect(answer.headers.get('wechatpay-serial')).toBe(serial);
    expect(answer.signedBy(pem)).toBe(true);
    expect((await ratio()).signedBy(pem)).toBe(true);
  });

  it('with the public key for those who name it', async () => {
    const { publicKeyId, publicKeyPem } = provider.credentials;
    const answer = await ratio(publicKeyId);
    expect(answer.headers.get('wechatpay-serial')).toBe(publicKeyId);
    expect(answer.signedBy(publicKeyPem)).toBe(true);
  });

  it('with its own choice for those who name a key it does not have', async () => {
    const answer = await ratio(provider.credentials.mchSerial);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('wechatpay-serial')).not.toBe(provider.credentials.mchSerial);
    expect(answer.headers.get('wechatpay-signature')).toMatch(/./);
  });

  it('with the public key for those who name no key and never asked for certificates: new merchants have no other', async () => {
    const other = await merchant(sandbox, parties.platform.mchId);
    const answer = () => other.ask('GET', '/v3/profitsharing/nothing');
    expect((await answer()).signedBy(provider.credentials.publicKeyPem)).toBe(true);
    await other.ask('GET', '/v3/certificates');
    expect((await answer()).headers.get('wechatpay-serial')).toMatch(/^[0-9A-F]{40}$/);
    const merchants = `/merchants/${parties.platform.mchId}`;
    expect(await control('PATCH', merchants, { holds: 'publicKey' })).toMatchObject({ holds: 'publicKey' });
    expect((await answer()).signedBy(provider.credentials.publicKeyPem)).toBe(true);
  });

  it('now, once, and with a number to ask for', async () => {
    const [first, second] = [await ratio(), await ratio()];
    expect(Math.abs(Number(first.headers.get('wechatpay-timestamp')) - Date.now() / 1000)).toBeLessThan(300);
    expect(first.headers.get('wechatpay-nonce')).not.toBe(second.headers.get('wechatpay-nonce'));
    expect(first.headers.get('request-id')).not.toBe(second.headers.get('request-id'));
    expect(first.headers.get('wechatpay-signature-type')).toBe('WECHATPAY2-SHA256-RSA2048');
  });

  it('errors as well, unless told otherwise: no source says which', async () => {
    const { publicKeyId, publicKeyPem } = provider.credentials;
    const refused = () => provider.ask('GET', '/v3/profitsharing/nothing', '', { names: publicKeyId });
    expect((await refused()).status).toBe(404);
    expect((await refused()).signedBy(publicKeyPem)).toBe(true);
    await control('PATCH', '', { signErrors: false });
    expect((await refused()).headers.has('wechatpay-signature')).toBe(false);
    expect((await refused()).headers.has('request-id')).toBe(true);
  });
});

describe('a merchant that has only the public key', () => {
  beforeEach(() => control('PATCH', '', { keys: 'publicKey' }));

  it('gets no certificates', async () => {
    const { status, json } = await provider.ask('GET', '/v3/certificates');
    expect({ status, code: json.code }).toEqual({ status: 404, code: 'RESOURCE_NOT_EXISTS' });
  });

  it('gets every answer signed with that key, asked for or not', async () => {
    expect((await ratio()).signedBy(provider.credentials.publicKeyPem)).toBe(true);
  });
});

describe('a merchant that still lives on certificates', () => {
  it('is never answered with the public key', async () => {
    await control('PATCH', '', { keys: 'certificates' });
    const { headers } = await ratio(provider.credentials.publicKeyId);
    expect(headers.get('wechatpay-serial')).not.toBe(provider.credentials.publicKeyId);
  });
});

describe('certificates rotate', () => {
  it('the new one signs, the old one still signs for those who name it, a third pushes it out', async () => {
    const [[old = '', oldPem = ''] = []] = Object.entries(opened(await provider.ask('GET', '/v3/certificates')));
    await control('POST', '/rotate');
    const both = opened(await provider.ask('GET', '/v3/certificates'));
    expect(Object.keys(both)).toHaveLength(2);
    const signer = (await ratio()).headers.get('wechatpay-serial') ?? '';
    expect(signer).not.toBe(old);
    expect((await ratio()).signedBy(both[signer] ?? '')).toBe(true);
    expect((await ratio(old)).signedBy(oldPem)).toBe(true);

    await control('POST', '/rotate');
    expect(Object.keys(opened(await provider.ask('GET', '/v3/certificates')))).not.toContain(old);
    expect((await ratio(old)).signedBy(oldPem)).toBe(false);
  });

  it('of the algorithm that wechatpay-java names, and of no other', async () => {
    expect(Object.keys(opened(await provider.ask('GET', '/v3/certificates?algorithm_type=RSA')))).toHaveLength(1);
    const { status, json } = await provider.ask('GET', '/v3/certificates?algorithm_type=SM2');
    expect({ status, code: json.code }).toEqual({ status: 400, code: 'PARAM_ERROR' });
  });

  it('says until when each is good', async () => {
    const { json } = await provider.ask('GET', '/v3/certificates');
    const [{ effective_time = '', expire_time = '' } = {}] = json.data as Record<string, string>[];
    expect(effective_time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/);
    expect(Date.parse(effective_time)).toBeLessThan(Date.now());
    expect(Date.parse(expire_time)).toBeGreaterThan(Date.now());
  });
});

it('the control API shows the keys and refuses what it does not know', async () => {
  expect(await control('GET', '')).toMatchObject({ keys: 'both', publicKey: { id: provider.credentials.publicKeyId } });
  expect(await control('PATCH', '', { keys: 'none' })).toMatchObject({ field: 'keys' });
});
