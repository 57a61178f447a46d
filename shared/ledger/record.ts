import type { RequestFields } from '../contract';
import type { LinkName } from '../operation';
import type { Settlement } from '../settled';
import type { Moment } from './moment';

/**
 * `intended`: no outcome yet, the request may or may not have been sent. `unknown`: it was sent, its outcome is
 * unknown. `refused`: WeChat Pay certainly did not accept it, the number is free. The rest as in {@link Settlement}.
 */
export type RecordState = 'intended' | 'refused' | Settlement['state'];

/** One thing that was tried or learned. A sending is never removed, nor changed once it has an outcome of its own. */
export interface Attempt {
  /** `notice`: WeChat Pay sent a notification. */
  readonly kind: 'send' | 'query' | 'notice';
  /** Epoch ms by the clock of the instance: for display, not to compare. */
  readonly at: number;
  readonly by: string;
  /** How many queries in a row this entry counts; 1 when absent. */
  readonly times?: number;
  readonly caller: string;
  readonly openid?: string;
  readonly outcome?: {
    readonly at: number;
    readonly state: RecordState;
    readonly code?: string;
    readonly requestId?: string;
    /** True when a query found it; the attempt's own outcome replaces it, whenever that comes. */
    readonly concluded?: true;
  };
}

/** The process that may change a record now. */
export interface Lease {
  readonly by: string;
  /** In ms after `leasedAt`; absent on older records, which have `until`. */
  readonly ms?: number;
  /** Epoch ms by the clock of the instance. */
  readonly until?: number;
}

/**
 * What the ledger keeps of one number, without a name or an openid in clear text. `_id`:
 * `<merchant>:<family>:<number>`.
 */
export interface LedgerRecord {
  readonly _id: string;
  /** Rises by one with every change, which is written only over the version it was made from. */
  readonly version: number;
  readonly operation: string;
  readonly link: LinkName;
  readonly merchant: string;
  readonly family: 'share' | 'return';
  readonly number: string;
  /** The request with personal values hashed; a repetition is compared with it. */
  readonly payload: RequestFields & { readonly PROFIT_SHARING_LINK?: string };
  /** What a query has to name. */
  readonly ask: RequestFields;
  readonly state: RecordState;
  readonly settlement?: Settlement;
  readonly lease?: Lease;
  /** When the last lease began, by the database. */
  readonly leasedAt?: Moment;
  /** When the last sending ended, by the database; a sender that crashed ended with its lease. */
  readonly sendsEndedAt?: Moment;
  readonly attempts: readonly Attempt[];
  /** How often in a row processing it failed. */
  readonly troubles?: number;
  /** When reconciliation queries it next, epoch ms by the clock of an instance: a schedule only. */
  readonly dueAt?: number;
  /** Id of the event that PROFIT_SHARING_ON_SETTLED was last called with. */
  readonly announced?: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/**
 * The id of the event that notifies how a record ended, the same however often it is sent; nothing while it is open. A
 * refusal is notified only where it ended a doubt: every other one was the caller's own reply.
 */
export function eventIdOf({
  _id,
  state,
  attempts,
}: Pick<LedgerRecord, '_id' | 'state' | 'attempts'>): string | undefined {
  if (isOpen(state)) return undefined;
  if (state !== 'refused') return `${_id}#${state}`;
  // A refused number may be used again and refused again: that is another event.
  const sends = attempts.filter(({ kind }) => kind === 'send').length;
  return attempts.at(-1)?.kind === 'query' ? `${_id}#refused.${sends}` : undefined;
}

/** Whether an attempt may have moved money and its outcome is unknown. */
export function isAmbiguous({ kind, outcome }: Attempt): boolean {
  return kind === 'send' && (outcome === undefined || outcome.state === 'unknown');
}

/** Whether money moved under this number, or may have, by any attempt but `by`, which left the funds alone. */
export function isInUse({ state, attempts }: LedgerRecord, by: string): boolean {
  if (state === 'refused') return false;
  return state !== 'intended' || attempts.some((attempt) => attempt.by !== by && isAmbiguous(attempt));
}

const FINAL = new Set<RecordState>(['settled', 'partly_failed', 'closed', 'refused']);

export function isOpen(state: RecordState): boolean {
  return !FINAL.has(state);
}
