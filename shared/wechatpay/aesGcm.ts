import { createDecipheriv } from 'node:crypto';

/** What WeChat Pay encrypted with the APIv3 key: certificates and notifications. */
export interface Encrypted {
  /** base64 of the encrypted bytes followed by the 16-byte tag. */
  readonly ciphertext: string;
  readonly nonce: string;
  readonly associated_data?: string;
}

const TAG_BYTES = 16;

/**
 * Decrypts AEAD_AES_256_GCM.
 * @param key the APIv3 key, 32 bytes
 * @throws when the tag does not fit: another key, or changed bytes
 */
export function openAesGcm({ ciphertext, nonce, associated_data = '' }: Encrypted, key: Buffer): Buffer {
  const bytes = Buffer.from(ciphertext, 'base64');
  const tagAt = Math.max(0, bytes.length - TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(tagAt));
  decipher.setAAD(Buffer.from(associated_data));
  return Buffer.concat([decipher.update(bytes.subarray(0, tagAt)), decipher.final()]);
}
