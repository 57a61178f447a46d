import { constants, createPrivateKey, privateDecrypt, X509Certificate } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { openAesGcm } from '../../../shared/wechatpay/aesGcm';
import { openCertificates } from '../../../shared/wechatpay/certificates';
import { encryptField } from '../../../shared/wechatpay/encryptField';
import { signer } from '../../../shared/wechatpay/signer';
import { parseSignatureHeaders, verifySignature } from '../../../shared/wechatpay/verifier';
import { merchantKey } from './keys';
import vectors from './vectors.json';

const { keys } = vectors;
const platformKey = createPrivateKey({ key: keys.platform_private_jwk, format: 'jwk' });
const platformPublicKey = new X509Certificate(vectors.certificates.pem).publicKey;
const apiV3Key = Buffer.from(keys.apiv3_key);
const at = (headers: Record<string, string>) => Number(headers['Wechatpay-Timestamp']) * 1000;

test.each(vectors.v3_requests)(
  'signs byte for byte: $name',
  ({ method, uri, body, timestamp, nonce_str, authorization }) => {
    const sign = signer({ mchId: '1900000100', serial: keys.merchant_serial, privateKey: merchantKey }, () => ({
      timestamp: Number(timestamp),
      nonce: nonce_str,
    }));
    expect(sign(method, uri, body)).toBe(authorization);
  },
);

const signed: { name: string; headers: Record<string, string>; body: string }[] = [
  ...vectors.v3_responses,
  ...vectors.callbacks,
  { name: 'certificates', ...vectors.certificates },
];

test.each(signed)('believes what WeChat Pay signed: $name', ({ headers, body }) => {
  const read = parseSignatureHeaders(lowerCase(headers), at(headers));
  expect(verifySignature(read, Buffer.from(body), platformPublicKey)).toBe(true);
  expect(verifySignature(read, Buffer.from(`${body} `), platformPublicKey)).toBe(false);
});

test('believes a clock 300 seconds apart, in either direction, and not one more', () => {
  const { headers } = vectors.v3_responses[0] ?? { headers: {} };
  const apart = (seconds: number) => () => parseSignatureHeaders(lowerCase(headers), at(headers) + seconds * 1000);
  for (const seconds of [0, 299, 300, -300]) expect(apart(seconds)).not.toThrow();
  for (const seconds of [301, -301, 86_400]) expect(apart(seconds)).toThrow();
  for (const { now, accept } of vectors.callbacks[0]?.tolerance_checks ?? []) {
    const check = () => parseSignatureHeaders(lowerCase(headers), now * 1000);
    if (accept) expect(check).not.toThrow();
    else expect(check).toThrow();
  }
});

test('opens what the APIv3 key encrypted, and nothing that was touched', () => {
  for (const { nonce, associated_data, ciphertext, plaintext } of vectors.aes_gcm) {
    expect(openAesGcm({ nonce, associated_data, ciphertext }, apiV3Key).toString()).toBe(plaintext);
  }
  for (const { body, plaintext } of vectors.callbacks) {
    const { resource } = JSON.parse(body);
    expect(openAesGcm(resource, apiV3Key).toString()).toBe(plaintext);
    const bytes = Buffer.from(resource.ciphertext, 'base64');
    for (const at of [0, bytes.length - 1]) {
      const touched = Buffer.from(bytes);
      touched[at] = (touched[at] ?? 0) ^ 1;
      expect(() => openAesGcm({ ...resource, ciphertext: touched.toString('base64') }, apiV3Key)).toThrow();
    }
    expect(() => openAesGcm({ ...resource, associated_data: 'other' }, apiV3Key)).toThrow();
  }
});

test('encrypts names so that WeChat Pay can decrypt them, and uses the padding of the vectors', () => {
  const open = (ciphertext: string) =>
    privateDecrypt(
      { key: platformKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' },
      Buffer.from(ciphertext, 'base64'),
    ).toString();
  const [uplink] = vectors.oaep;
  expect(open(uplink?.ciphertext ?? '')).toBe('示例商户全称');
  expect(open(encryptField('示例商户全称', platformPublicKey))).toBe('示例商户全称');
  expect(open(encryptField('名'.repeat(71), platformPublicKey))).toBe('名'.repeat(71));
  expect(() => encryptField('n'.repeat(215), platformPublicKey)).toThrow();
});

test('finds in the answer of /v3/certificates the very certificate it is signed with', () => {
  const { headers, body, pem } = vectors.certificates;
  const answer = { headers: lowerCase(headers), body: Buffer.from(body) };
  const [opened, ...others] = openCertificates(answer, apiV3Key, at(headers));
  expect(others).toEqual([]);
  expect(opened?.serial).toBe(keys.platform_serial);
  expect(opened?.key.equals(new X509Certificate(pem).publicKey)).toBe(true);
  expect(new Date(opened?.expiresAt ?? 0).toISOString()).toBe('2018-12-08T02:34:56.000Z');
});

test('names the APIv3 key when certificates do not open with it', () => {
  const { headers, body } = vectors.certificates;
  const answer = { headers: lowerCase(headers), body: Buffer.from(body) };
  const open = () => openCertificates(answer, Buffer.alloc(32, 'x'), at(headers));
  expect(open).toThrow(expect.objectContaining({ code: 'CONFIG_ERROR', detail: 'WECHATPAY_API_V3_KEY' }));
});

function lowerCase(headers: Record<string, string>): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
