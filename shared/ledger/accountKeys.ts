import { createHmac } from 'node:crypto';
import { hash } from './hash';

/** A secret of PROFIT_SHARING_LEDGER_KEY: without it, a list of openids cannot be tried against the ledger. */
export interface AccountKey {
  /** Says which secret made a hash, and nothing about the secret. */
  readonly id: string;
  /** `#`, the id, `:` and 32 hexadecimal digits. */
  readonly spell: Spelling;
}

/** Writes a personal value as the ledger keeps it. */
export type Spelling = (value: string) => string;

/** @param secrets the one that new records are written with first; the others still recognise older records */
export function accountKeysOf(secrets: readonly string[]): AccountKey[] {
  return secrets.map((secret) => {
    const id = hmac(secret, 'id').slice(0, 8);
    return { id, spell: (value) => `#${id}:${hmac(secret, `value ${value}`).slice(0, 32)}` };
  });
}

/** With the first key; without one the plain hash, as in older records. */
export function writingWith([key]: readonly AccountKey[]): Spelling {
  return key?.spell ?? hash;
}

const KEYED = /^#([0-9a-f]{8}):[0-9a-f]{32}$/;

/** How a stored value was written, which it says itself; nothing when its key is not here any more. */
export function spellingOf(stored: string, keys: readonly AccountKey[]): Spelling | undefined {
  if (!stored.startsWith('#')) return inClear;
  const [, id] = KEYED.exec(stored) ?? [];
  if (id === undefined) return hash;
  return keys.find((key) => key.id === id)?.spell;
}

/** Only a number stays as it is: nothing that looks like one of our hashes can be taken for it. */
export function isMerchantNumber(account: string): boolean {
  return /^\d{1,32}$/.test(account);
}

function inClear(value: string): string {
  return isMerchantNumber(value) ? value : '';
}

function hmac(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}
