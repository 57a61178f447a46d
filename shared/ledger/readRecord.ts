import type { UnknownFields } from '../contract';
import { isLinkName } from '../generated/links';
import { type Moment, Stamp } from './moment';
import type { Attempt, LedgerRecord, RecordState } from './record';

const STATES: ReadonlySet<unknown> = new Set<RecordState>([
  ...(['intended', 'unknown', 'refused', 'accepted', 'processing', 'settled', 'partly_failed', 'closed'] as const),
]);

const KINDS: ReadonlySet<unknown> = new Set<Attempt['kind']>(['send', 'query', 'notice']);

/** Reads a stored document; nothing when it is not what the ledger writes. */
export function readRecord(document: unknown): LedgerRecord | undefined {
  if (!isFields(document)) return undefined;
  const { _id, version, state, payload, ask, attempts, lease, settlement } = document;
  const texts = [_id, document.operation, document.merchant, document.number];
  const isWhole =
    texts.every((text) => typeof text === 'string') &&
    isLinkName(String(document.link)) &&
    (document.family === 'share' || document.family === 'return') &&
    typeof version === 'number' &&
    STATES.has(state) &&
    isFields(payload) &&
    isFields(ask) &&
    Array.isArray(attempts) &&
    attempts.every(isAttempt) &&
    (lease === undefined || (isFields(lease) && typeof lease.by === 'string')) &&
    (settlement === undefined || isSettlement(settlement));
  if (!isWhole) return undefined;
  const { clock: _clock, leasedAt, sendsEndedAt, ...fields } = document;
  return {
    ...fields,
    ...(leasedAt !== undefined && { leasedAt: momentOf(leasedAt) }),
    ...(sendsEndedAt !== undefined && { sendsEndedAt: momentOf(sendsEndedAt) }),
  } as unknown as LedgerRecord;
}

/** A time that cannot be read counts as the latest it can be. */
function momentOf(value: unknown): Moment {
  if (value instanceof Date) return value.getTime();
  return typeof value === 'number' ? value : new Stamp();
}

function isAttempt(value: unknown): boolean {
  if (!isFields(value)) return false;
  const { kind, at, by, outcome } = value;
  const isSaid =
    outcome === undefined || (isFields(outcome) && typeof outcome.at === 'number' && STATES.has(outcome.state));
  return KINDS.has(kind) && typeof at === 'number' && typeof by === 'string' && isSaid;
}

function isSettlement(value: unknown): boolean {
  return (
    isFields(value) && STATES.has(value.state) && Array.isArray(value.receivers) && value.receivers.every(isFields)
  );
}

function isFields(value: unknown): value is UnknownFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
