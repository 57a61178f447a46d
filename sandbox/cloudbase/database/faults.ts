import { FaultQueue } from '../../control/faultQueue';

/** The actions of the database, as the SDKs name them. */
export const databaseActionNames = [
  'database.addCollection',
  'database.insertDocument',
  'database.getDocument',
  'database.calculateDocument',
  'database.aggregateDocuments',
  'database.modifyDocument',
  'database.modifyAndReturnDoc',
  'database.removeDocument',
  'database.startTransaction',
  'database.commitTransaction',
  'database.abortTransaction',
] as const;

export type DatabaseAction = (typeof databaseActionNames)[number];

export type DatabaseFaultKind =
  /** Another writer was first: nothing happens, and the transaction, if any, is given up by the server. */
  | { readonly kind: 'conflict' }
  /** Another operation of the transaction is under way: nothing happens. */
  | { readonly kind: 'busy' }
  /** The connection closes with no answer, before or after the database has done its work. */
  | { readonly kind: 'outage'; readonly effect: 'before' | 'after' }
  /** The work is done at once, the answer comes late, in ms. */
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** The connection stays open and no answer comes, before or after the database has done its work. */
  | { readonly kind: 'hang'; readonly effect: 'before' | 'after' }
  /** The work is done at once, the answer comes byte by byte, with so many ms after each. */
  | { readonly kind: 'drip'; readonly delayMs: number }
  /** An error that does not say whether the database has done its work. */
  | { readonly kind: 'error'; readonly effect: 'before' | 'after' }
  /** An update finds no document: it answers `updated: 0` and changes nothing. Hits `database.modifyDocument` only. */
  | { readonly kind: 'unmatched' }
  /** A query finds no document, whatever is there. Hits `database.getDocument` only. */
  | { readonly kind: 'unseen' };

/** Actions that a kind of fault can hit; all others can hit any. */
const onlyOn: Partial<Record<DatabaseFault['kind'], DatabaseAction>> = {
  unmatched: 'database.modifyDocument',
  unseen: 'database.getDocument',
};

export type DatabaseFault = DatabaseFaultKind & {
  /** Every action when absent. */
  readonly action?: DatabaseAction;
  /** How many calls it hits, default 1. */
  readonly times?: number;
};

/** Faults that wait for calls of the database. */
export type DatabaseFaults = FaultQueue<DatabaseFault, DatabaseAction>;

export function noDatabaseFaults(): DatabaseFaults {
  return new FaultQueue(({ kind, action: aim }, action) => (onlyOn[kind] ?? aim ?? action) === action);
}
