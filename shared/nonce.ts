import { randomUUID } from 'node:crypto';

/** A text nobody can guess: 32 hexadecimal characters, exactly what `nonce_str` holds, 122 bits of them random. */
export function freshNonce(): string {
  return randomUUID().replaceAll('-', '');
}
