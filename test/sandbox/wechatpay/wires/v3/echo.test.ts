import { Rsa } from 'wechatpay-axios-plugin';
import { parties, type Sandbox, startSandbox } from '../../../../../sandbox';
import { type Merchant, merchant } from './v3Merchants';

let sandbox: Sandbox;
let provider: Merchant;
beforeAll(async () => {
  sandbox = await startSandbox();
  provider = await merchant(sandbox, parties.provider.mchId);
});
afterAll(() => sandbox.stop());

const ECHO = '/v3/security/echo';

it('reads what is signed and encrypted for WeChat Pay, and encrypts its answer for the merchant', async () => {
  const { publicKeyId, mchPrivateKeyPem } = await sandbox.credentials();
  const body = { echo_message: 'plain', encrypted_echo_message: provider.encrypt('secret') };
  const { status, json } = await provider.ask('POST', ECHO, body, { names: publicKeyId });
  expect({ status, echo: json.echo_message }).toEqual({ status: 200, echo: 'plain' });
  expect(Rsa.decrypt(String(json.encrypted_echo_message), mchPrivateKeyPem)).toBe('secret');
});

it('wants the key named, and text that this key encrypted', async () => {
  const { publicKeyId } = await sandbox.credentials();
  expect((await provider.ask('POST', ECHO, { echo_message: 'plain' })).json.message).toContain('Wechatpay-Serial');
  const wrong = { echo_message: 'plain', encrypted_echo_message: Buffer.from('no ciphertext').toString('base64') };
  expect((await provider.ask('POST', ECHO, wrong, { names: publicKeyId })).json.code).toBe('PARAM_ERROR');
});

it('moves no money and leaves no notification without an address', () => {
  expect(sandbox.state.notices.list()).toEqual([]);
  expect(sandbox.state.bank.books().shares).toEqual([]);
});
