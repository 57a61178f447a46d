import { generateKeyPairSync } from 'node:crypto';
import { readConfig } from '../../../shared/config';
import { readCredentials } from '../../../shared/wechatpay/credentials';
import { config } from '../links/v3/setting';
import { firstKey, merchantKey, merchantPem, merchantPublicKey } from './keys';

const publicPem = merchantPublicKey.export({ type: 'spki', format: 'pem' }).toString();
const rsaPem = merchantKey.export({ type: 'pkcs1', format: 'pem' }).toString();
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' });

describe('a PEM in the wrong variable is a problem of the configuration, found before anything is sent', () => {
  it.each([
    ['WECHATPAY_PUBLIC_KEY', 'a certificate', firstKey.certificate],
    ['WECHATPAY_PUBLIC_KEY', 'a private key', merchantPem],
    ['WECHATPAY_PUBLIC_KEY', 'a private key of the old form', rsaPem],
    ['WECHATPAY_MCH_PRIVATE_KEY', 'a public key', publicPem],
    ['WECHATPAY_MCH_PRIVATE_KEY', 'a certificate', firstKey.certificate],
    ['WECHATPAY_MCH_CERT', 'a private key', merchantPem],
  ])('%s that holds %s', (variable, _what, text) => {
    const link = variable === 'WECHATPAY_MCH_CERT' ? 'apiv2' : 'apiv3';
    const { problems, config } = readConfig({ PROFIT_SHARING_LINK: link, [variable]: text }, '/nowhere');
    const problem = problems.find((one) => one.variable === variable);
    expect(problem?.expected).toMatch(/^a PEM text of [A-Z |]+; it holds [A-Z ]+$/);
    expect(JSON.stringify(config)).not.toContain(text.split('\n')[1]);
  });

  it.each([merchantPem, rsaPem])('takes a private key of either form', (text) => {
    const { problems } = readConfig({ PROFIT_SHARING_LINK: 'apiv3', WECHATPAY_MCH_PRIVATE_KEY: text }, '/nowhere');
    expect(problems.map(({ variable }) => variable)).not.toContain('WECHATPAY_MCH_PRIVATE_KEY');
  });
});

it('the merchant’s own public key is not WeChat Pay’s', () => {
  expect(readCredentials(config({ publicKey: publicPem }))).toMatch(
    /^WECHATPAY_PUBLIC_KEY \(it is the merchant's own\)/,
  );
});

it('a key that is not RSA cannot be used', () => {
  const pem = elliptic.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  expect(readCredentials(config({ publicKey: pem }))).toBe('WECHATPAY_PUBLIC_KEY');
});
