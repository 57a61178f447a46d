import { constants, type KeyObject, publicEncrypt } from 'node:crypto';

/** Most bytes of UTF-8 a name may have: what OAEP leaves of the 2048-bit keys WeChat Pay uses (256 − 2 × 20 − 2). */
export const MOST_ENCRYPTED_BYTES = 214;

/** Encrypts a sensitive field for WeChat Pay: RSA-OAEP with SHA-1 and MGF1-SHA-1, base64. */
export function encryptField(text: string, key: KeyObject): string {
  return publicEncrypt(
    { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' },
    Buffer.from(text),
  ).toString('base64');
}
