import type { RequestFields } from '../contract';
import type { Settlement } from '../settlement';
import { FIRST_LOOK_MS, type Intent } from './intent';
import { sendsEndedAt } from './leaseEnd';
import { Stamp } from './moment';
import { type Attempt, eventIdOf, isAmbiguous, isOpen, type LedgerRecord, type RecordState } from './record';

// Every change of a record is a function from the record before to the record after. None reads a clock: `now` is the
// time of the instance, for schedules and display.

export interface Outcome {
  readonly state: RecordState;
  readonly settlement?: Settlement;
  readonly code?: string;
  readonly requestId?: string;
  /** True when it holds for every attempt that was there when the query was sent. */
  readonly conclusive?: boolean;
  /** When to query the record next, epoch ms, if it is still open; a minute from now when absent. */
  readonly dueAt?: number;
  readonly learned?: RequestFields;
}

/** A sender takes the number over: with the same request, or with another one after a refusal. */
export function begin(found: LedgerRecord, intent: Intent): LedgerRecord {
  const { settlement, ...kept } = found;
  const isFree = found.state === 'refused';
  return {
    ...kept,
    ...(isFree
      ? { operation: intent.operation, payload: intent.payload, ask: intent.ask, state: 'intended' as const }
      : settlement && { settlement }),
    link: intent.link,
    lease: intent.lease,
    leasedAt: new Stamp(),
    sendsEndedAt: sendsEndedAt(found),
    attempts: [...found.attempts, ...intent.attempts],
    updatedAt: intent.updatedAt,
    ...(intent.dueAt !== undefined && { dueAt: intent.dueAt }),
  };
}

/** What a lease is for that is not a sender's. */
export type Purpose = 'query' | 'notice' | 'notify';

/** Leases a record for `ms`. Queries and notifications are kept as attempts. */
export function acquire(found: LedgerRecord, by: string, purpose: Purpose, ms: number, now: number): LedgerRecord {
  return {
    ...found,
    lease: { by, ms },
    leasedAt: new Stamp(),
    sendsEndedAt: sendsEndedAt(found),
    ...(purpose !== 'notify' && {
      attempts: withLook(found.attempts, { kind: purpose, at: now, by, caller: 'ledger' }),
    }),
    updatedAt: now,
  };
}

/** Counts the queries just before this one that found no end in it: a record must not grow with every run. */
function withLook(attempts: readonly Attempt[], look: Attempt): Attempt[] {
  const last = attempts.at(-1);
  if (look.kind !== 'query' || last?.kind !== 'query' || (last.outcome && !isOpen(last.outcome.state))) {
    return [...attempts, look];
  }
  return [...attempts.slice(0, -1), { ...look, times: (last.times ?? 1) + 1 }];
}

/** The attempts that the answer to a query covers: those in doubt when it was sent, by `by`. */
export function coveredBy({ attempts }: Pick<LedgerRecord, 'attempts'>): ReadonlyMap<string, Attempt['outcome']> {
  return new Map(attempts.filter(isAmbiguous).map(({ by, outcome }) => [by, outcome]));
}

/**
 * An attempt is over. Its own outcome stands whatever was concluded of it before; a conclusive one also ends the doubt
 * about the attempts it covers.
 * @param covered see {@link coveredBy}, before the query was sent
 * @returns the same record when this outcome is in it already
 */
export function complete(
  found: LedgerRecord,
  by: string,
  outcome: Outcome,
  covered: ReadonlyMap<string, Attempt['outcome']>,
  now: number,
  notifies: boolean,
): LedgerRecord {
  const own = found.attempts.find((attempt) => attempt.by === by);
  if (own?.outcome && !own.outcome.concluded) return found;
  const { code, requestId } = outcome;
  const said = { at: now, state: outcome.state, ...(code && { code }), ...(requestId && { requestId }) };
  const attempts = found.attempts.map((attempt): Attempt => {
    if (attempt.by === by) return { ...attempt, outcome: said };
    const isCovered = covered.has(attempt.by) && covered.get(attempt.by)?.at === attempt.outcome?.at;
    if (!outcome.conclusive || !isCovered || !isAmbiguous(attempt)) return attempt;
    return { ...attempt, outcome: { ...said, concluded: true } };
  });
  const state = stateAfter(found.state, outcome.state, attempts);
  const { lease, dueAt: _due, settlement: before, troubles: _troubles, ...kept } = found;
  const settlement = state === outcome.state ? (outcome.settlement ?? before) : before;
  const eventId = notifies ? eventIdOf({ ...found, state, attempts }) : undefined;
  const isUntold = eventId !== undefined && eventId !== found.announced;
  const dueAt = isOpen(state) ? (outcome.dueAt ?? now + FIRST_LOOK_MS) : isUntold ? now : undefined;
  return {
    ...kept,
    state,
    ask: { ...found.ask, ...outcome.learned },
    attempts,
    updatedAt: now,
    ...(own?.kind === 'send' && { sendsEndedAt: new Stamp() }),
    ...(settlement && { settlement }),
    ...(lease && lease.by !== by && { lease }),
    ...(dueAt !== undefined && { dueAt }),
  };
}

/**
 * A refusal says only that *this* attempt moved nothing: while another one may have, the doubt stays. What was accepted
 * or final stays so.
 */
function stateAfter(before: RecordState, found: RecordState, attempts: readonly Attempt[]): RecordState {
  const isKnown = before !== 'intended' && before !== 'unknown' && before !== 'refused';
  if (found === 'refused' || found === 'unknown') {
    if (isKnown) return before;
    return attempts.some(isAmbiguous) ? 'unknown' : 'refused';
  }
  return isKnown && !isOpen(before) && isOpen(found) ? before : found;
}

export function reschedule(found: LedgerRecord, dueAt: number | undefined): LedgerRecord {
  const { dueAt: _due, ...kept } = found;
  return { ...kept, ...(dueAt !== undefined && { dueAt }) };
}

export function release(found: LedgerRecord, by: string, dueAt: number | undefined): LedgerRecord {
  if (found.lease?.by !== by) return found;
  const { lease: _lease, ...kept } = reschedule(found, dueAt);
  return kept;
}

/**
 * Notes the event PROFIT_SHARING_ON_SETTLED was called with. What changed meanwhile stays due: it may be another event.
 */
export function markNotified(found: LedgerRecord, by: string, eventId: string): LedgerRecord {
  if (found.announced === eventId && found.lease?.by !== by) return found;
  const { lease, dueAt, ...kept } = found;
  return {
    ...kept,
    announced: eventId,
    ...(lease && lease.by !== by && { lease }),
    ...(dueAt !== undefined && eventIdOf(found) !== eventId && { dueAt }),
  };
}
