import { randomUUID } from 'node:crypto';

/** 32 hexadecimal characters, 122 bits of them random: what `nonce_str` holds. */
export function freshNonce(): string {
  return randomUUID().replaceAll('-', '');
}
