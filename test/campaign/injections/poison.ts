import { randomUUID } from 'node:crypto';
import { toEjson } from '../../../sandbox/cloudbase/database/ejson';

/** What is wrong with a record. */
export const flaws = ['without attempts', 'attempts are text', 'result is an object', 'of 1 MB'] as const;

export type Flaw = (typeof flaws)[number];

/** Numbers that no caller uses. */
export const POISONED = 'POISON';

type Document = Readonly<Record<string, unknown>>;

/** A query answers 1 MB at most: this one alone still can be read, and no batch it is in. */
const LARGE_BYTES = 1_000_000;

/**
 * A record that is due now and stops a round that takes it for a sound one.
 * @param sound a record of the ledger as it is today
 * @param id what tells poisoned records apart
 */
export function poisoned(sound: Document, flaw: Flaw, id: number): Document {
  const number = `${POISONED}${id}`;
  const { lease: _lease, settlement: _settlement, announced: _announced, ...kept } = sound;
  const record = {
    ...kept,
    _id: `${sound.merchant}:${sound.family}:${number}`,
    number,
    state: 'unknown',
    dueAt: longAgo(sound.createdAt),
    ask: { ...(sound.ask as Document), [sound.family === 'share' ? 'out_order_no' : 'out_return_no']: number },
  };
  if (flaw === 'without attempts') {
    const { attempts: _attempts, ...rest } = record as Document;
    return rest;
  }
  if (flaw === 'attempts are text') return { ...record, attempts: 'none' };
  if (flaw === 'of 1 MB') return { ...record, attempts: grown(sound.attempts as readonly Document[]) };
  const line = { account: '19****10', amount: 1, result: { value: 'SUCCESS' } };
  return { ...record, state: 'processing', settlement: { state: 'processing', receivers: [line] } };
}

/** A moment that is due, kept as the ledger keeps moments: a number of ms, or a date. */
function longAgo(moment: unknown): unknown {
  const at = Number(moment) - 3_600_000;
  return moment instanceof Date ? new Date(at) : at;
}

function grown(attempts: readonly Document[]): Document[] {
  const looks = [...attempts];
  const one = { ...attempts[0], kind: 'query', caller: 'ledger' };
  const bytes = Buffer.byteLength(toEjson(one)) + 1;
  while (looks.length * bytes < LARGE_BYTES) looks.push({ ...one, by: randomUUID() });
  return looks;
}
