import { type KeyObject, X509Certificate } from 'node:crypto';
import type { HttpAnswer } from '../http';
import { type Encrypted, openAesGcm } from './aesGcm';
import { parseSignatureHeaders, verifySignature } from './verifier';
import { WechatPayError } from './WechatPayError';

/** A key of WeChat Pay and the name it goes by in `Wechatpay-Serial`. */
export interface NamedKey {
  readonly serial: string;
  readonly key: KeyObject;
}

/** A platform certificate; times in ms since 1970. */
export interface PlatformCertificate extends NamedKey {
  readonly effectiveAt: number;
  readonly expiresAt: number;
}

interface Row {
  readonly serial_no: string;
  readonly effective_time: string;
  readonly expire_time: string;
  readonly encrypt_certificate: Encrypted & { readonly algorithm: string };
}

/**
 * Decrypts the answer of `GET /v3/certificates`, and only then checks its signature: the certificate it is signed with
 * is usually one of those inside.
 * @param known a trusted key that may have signed it instead
 */
export function openCertificates(
  answer: Pick<HttpAnswer, 'headers' | 'body'>,
  apiV3Key: Buffer,
  now: number,
  known?: NamedKey,
): PlatformCertificate[] {
  const signed = parseSignatureHeaders(answer.headers, now);
  const certificates = rowsOf(answer.body)
    .filter(({ encrypt_certificate: { algorithm } }) => algorithm === 'AEAD_AES_256_GCM')
    .map((row) => open(row, apiV3Key));
  const signedWith = [...certificates, ...(known ? [known] : [])].find(({ serial }) => serial === signed.serial);
  if (!signedWith || !verifySignature(signed, answer.body, signedWith.key))
    throw new WechatPayError('BAD_ANSWER', 'wechatpay-signature');
  return certificates;
}

function rowsOf(body: Buffer): Row[] {
  try {
    const { data } = JSON.parse(body.toString()) as { data: Row[] };
    return data.filter(({ serial_no, encrypt_certificate: { ciphertext, nonce } }) =>
      [serial_no, ciphertext, nonce].every((text) => typeof text === 'string'),
    );
  } catch {
    throw new WechatPayError('BAD_ANSWER', 'JSON');
  }
}

function open(row: Row, apiV3Key: Buffer): PlatformCertificate {
  let pem: Buffer;
  try {
    pem = openAesGcm(row.encrypt_certificate, apiV3Key);
  } catch {
    throw new WechatPayError('CONFIG_ERROR', 'WECHATPAY_API_V3_KEY');
  }
  try {
    return {
      serial: row.serial_no,
      key: new X509Certificate(pem).publicKey,
      effectiveAt: Date.parse(row.effective_time),
      expiresAt: Date.parse(row.expire_time),
    };
  } catch {
    throw new WechatPayError('BAD_ANSWER', 'certificate');
  }
}
