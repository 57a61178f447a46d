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
  | { readonly kind: 'slow'; readonly delayMs: number };

export type DatabaseFault = DatabaseFaultKind & {
  /** Every action when absent. */
  readonly action?: DatabaseAction;
  /** How many calls it hits, default 1. */
  readonly times?: number;
};

/** Faults that wait for calls of the database. */
export type DatabaseFaults = FaultQueue<DatabaseFault, DatabaseAction>;

export function noDatabaseFaults(): DatabaseFaults {
  return new FaultQueue(({ action: aim }, action) => aim === undefined || aim === action);
}
