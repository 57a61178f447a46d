import type { RequestFields } from '../contract';
import { linesAmong } from '../lines';
import { masked, maskedName } from '../masked';
import type { Settlement } from '../settled';
import { text } from '../text';
import { type AccountKey, isMerchantNumber, type Spelling, spellingOf, writingWith } from './accountKeys';
import { hash } from './hash';
import type { LedgerRecord } from './record';

/** Fields whose values identify a person, wherever they stand. */
const PERSONAL = new Set(['account', 'name']);

/** Beside a hash, what a person may see of the value; never compared where the hash can be. */
const MASKS = new Set(['account_masked', 'name_masked']);

export function isPersonal(name: string): boolean {
  return PERSONAL.has(name);
}

/**
 * A settlement as a record keeps it. Where there is a key, the plain hash of a person's account is left out: the line's
 * `index` leads to the keyed one in the payload.
 */
export function withoutPlainHashes(
  settlement: Settlement | undefined,
  { family, payload }: Pick<LedgerRecord, 'family' | 'payload'>,
  keys: readonly AccountKey[],
): Settlement | undefined {
  if (!settlement || keys.length === 0 || family === 'return') return settlement;
  const lines = linesAmong(payload.receivers);
  const receivers = settlement.receivers.map((line) => {
    const { account_hash: _plain, ...kept } = line;
    return line.index !== undefined && isMerchant(lines[line.index] ?? {}) ? line : kept;
  });
  return { ...settlement, receivers };
}

/** How the personal values of one request are written. */
interface Protection {
  readonly merchant: Spelling;
  readonly person: Spelling;
  readonly hasMasks: boolean;
}

/**
 * The request as a new record keeps it: merchant numbers as they are, openids and names as keyed hashes with their masked
 * forms beside.
 */
export function withoutPersons(request: RequestFields, keys: readonly AccountKey[]): RequestFields {
  const person = writingWith(keys);
  return spelled(request, { person, merchant: merchantSpelling(person), hasMasks: true }) as RequestFields;
}

function merchantSpelling(otherwise: Spelling): Spelling {
  return (account) => (isMerchantNumber(account) ? account : otherwise(account));
}

/**
 * Two payloads in which equal values are written equally: a recorded one, and a request spelled as the record is. Where the
 * record's key is gone, the masked forms stand for the values; WeChat Pay itself still refuses other money under one number.
 */
export function comparable(
  recorded: RequestFields,
  request: RequestFields,
  keys: readonly AccountKey[],
): readonly [recorded: RequestFields, request: RequestFields] {
  const lines = linesAmong(recorded.receivers);
  const isHashed = (value: unknown) => text(value).startsWith('#');
  const merchants = lines.filter(isMerchant);
  // One writer spelled all of a record. Older ones hashed merchant numbers, too.
  const sample = lines.flatMap(({ name, account }) => [text(name), text(account)]).find(isHashed);
  const person = sample === undefined ? hash : spellingOf(sample, keys);
  const spell = person ?? hash;
  const areHashed = merchants.length > 0 && merchants.every(({ account }) => isHashed(account));
  const merchant = areHashed ? spell : merchantSpelling(spell);
  const now = spelled(request, { person: spell, merchant, hasMasks: person === undefined }) as RequestFields;
  return [withoutMasks(recorded, person === undefined), withoutMasks(now, person === undefined)] as const;
}

function isMerchant({ type }: { readonly type?: unknown }): boolean {
  return type === 'MERCHANT_ID';
}

function spelled(value: unknown, protection: Protection): unknown {
  if (Array.isArray(value)) return value.map((item) => spelled(item, protection));
  if (typeof value !== 'object' || value === null) return value;
  const { person, merchant, hasMasks } = protection;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]): [string, unknown][] => {
      if (!isPersonal(name)) return [[name, spelled(item, protection)]];
      const given = String(item);
      const kept = name === 'account' && isMerchant(value) ? merchant(given) : person(given);
      if (!hasMasks || kept === given) return [[name, kept]];
      return [
        [name, kept],
        [`${name}_masked`, name === 'account' ? masked(given) : maskedName(given)],
      ];
    }),
  );
}

/** @param instead whether the masked forms take the place of the hashes */
function withoutMasks(value: RequestFields, instead: boolean): RequestFields {
  return plain(value, instead) as RequestFields;
}

function plain(value: unknown, instead: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => plain(item, instead));
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => !MASKS.has(name))
      .map(([name, item]) => [name, (instead && fields[`${name}_masked`]) || plain(item, instead)]),
  );
}
