import { Rsa } from 'wechatpay-axios-plugin';
import {
  type Asked,
  balanceOf,
  type Json,
  type Merchant,
  merchant,
  paidOrder,
  parties,
  type Sandbox,
  settle,
  startSandbox,
  supplier,
} from './v3Merchants';

const sub_mchid = parties.subMerchant.mchId;
const { appid } = parties.provider;
const person = parties.people[0];

let sandbox: Sandbox;
let provider: Merchant;
let names: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  provider = await merchant(sandbox);
  names = provider.credentials.publicKeyId;
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.state.reset());

function add(name: string, serial: string | undefined = names, over: Json = {}): Promise<Asked> {
  const receiver = { type: 'MERCHANT_ID', account: supplier.mchId, relation_type: 'SUPPLIER', ...over };
  const body = { sub_mchid, appid, ...receiver, name };
  return provider.ask('POST', '/v3/profitsharing/receivers/add', body, serial === undefined ? {} : { names: serial });
}

const isPerson = { type: 'PERSONAL_OPENID', account: person.openid };

describe('names travel encrypted', () => {
  it('opens a name with the key Wechatpay-Serial names, and gives it back for the merchant’s eyes only', async () => {
    const { status, json } = await add(provider.encrypt(supplier.name));
    expect(status).toBe(200);
    const { name, ...rest } = json;
    expect(Rsa.decrypt(String(name), Rsa.from(provider.credentials.mchPrivateKeyPem, 'private'))).toBe(supplier.name);
    expect(rest).toEqual({ sub_mchid, type: 'MERCHANT_ID', account: supplier.mchId, relation_type: 'SUPPLIER' });
  });

  it('opens it with a platform certificate, the old one too after a rotation', async () => {
    const [before] = await sandbox.state.v3.platform.certificates();
    sandbox.state.v3.platform.rotate();
    const [, after] = await sandbox.state.v3.platform.certificates();
    for (const key of [before, after]) {
      const { status } = await add(Rsa.encrypt(supplier.name, key?.pem ?? ''), key?.serial);
      expect(status).toBe(200);
    }
  });

  it('refuses a clear name: it would have been on the wire for all to read', async () => {
    const { status, json } = await add(supplier.name);
    const message = '请确认待处理的消息是否为加密后的密文';
    expect({ status, ...json }).toEqual({ status: 400, code: 'PARAM_ERROR', message });
  });

  it('refuses a name encrypted with another key than the one it names', async () => {
    const [certificate] = await sandbox.state.v3.platform.certificates();
    const { json } = await add(Rsa.encrypt(supplier.name, certificate?.pem ?? ''));
    expect(json.code).toBe('PARAM_ERROR');
  });

  it.each([
    ['no key', undefined],
    ['an unknown key', 'ABCDEF'],
    ['its own serial number', 'own'],
  ])('refuses a encrypted name with %s named', async (_, serial) => {
    const named = serial === 'own' ? provider.credentials.mchSerial : serial;
    const body = { sub_mchid, appid, ...isPerson, relation_type: 'USER', name: provider.encrypt(person.name) };
    const manner = named === undefined ? {} : { names: named };
    const { status, json } = await provider.ask('POST', '/v3/profitsharing/receivers/add', body, manner);
    expect({ status, ...json }).toMatchObject({
      status: 400,
      code: 'PARAM_ERROR',
      message: '平台证书序列号Wechatpay-Serial错误',
    });
  });

  it('does not take the public key from a merchant that lives on certificates', async () => {
    sandbox.state.v3.platform.mode = 'certificates';
    expect((await add(provider.encrypt(supplier.name))).json.code).toBe('PARAM_ERROR');
  });

  it('compares the name with the registered one', async () => {
    expect((await add(provider.encrypt('别的名字'))).json.message).toBe('分账接收商户全称不匹配');
    expect((await add(provider.encrypt('别的名字'), names, isPerson)).json.message).toBe('微信用户姓名与实名不一致');
    expect((await add(provider.encrypt(person.name), names, isPerson)).status).toBe(200);
  });
});

describe('names in a share', () => {
  const line = { type: 'MERCHANT_ID', account: supplier.mchId, amount: 100, description: '分给商户' };
  const lineToPerson = { ...isPerson, amount: 50, description: '分到个人' };

  async function share(receivers: Json[]): Promise<Asked> {
    const body = { sub_mchid, appid, transaction_id: paidOrder(sandbox), out_order_no: 'P1', receivers };
    return provider.ask('POST', '/v3/profitsharing/orders', { ...body, unfreeze_unsplit: false }, { names });
  }

  beforeEach(async () => {
    await add(provider.encrypt(supplier.name));
    await add(provider.encrypt(person.name), names, isPerson);
  });

  it('may stand beside receivers without one', async () => {
    const { status } = await share([line, { ...lineToPerson, name: provider.encrypt(person.name) }]);
    expect(status).toBe(200);
    settle(sandbox);
    expect(balanceOf(sandbox, supplier.mchId)).toBe(100);
  });

  it('stop the whole share when one is wrong', async () => {
    const { json } = await share([line, { ...lineToPerson, name: provider.encrypt('别人') }]);
    expect(json.message).toBe('微信用户姓名与实名不一致');
    settle(sandbox);
    expect(balanceOf(sandbox, supplier.mchId)).toBe(0);
  });

  it('encrypted anew are the same request: encryption is random, the name is not', async () => {
    const transaction_id = paidOrder(sandbox);
    const ask = () => {
      const receivers = [{ ...lineToPerson, name: provider.encrypt(person.name) }];
      const body = { sub_mchid, appid, transaction_id, out_order_no: 'P2', receivers, unfreeze_unsplit: false };
      return provider.ask('POST', '/v3/profitsharing/orders', body, { names });
    };
    const [first, again] = [await ask(), await ask()];
    expect(again.json).toEqual(first.json);
    settle(sandbox);
    expect(sandbox.state.bank.books().people.find(({ openid }) => openid === person.openid)?.received).toBe(50);
  });
});
