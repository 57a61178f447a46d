import type { LedgerRecord } from './record';

/** The ledger cannot be reached, or did not say what it did: a write may have happened all the same. */
export class LedgerUnavailableError extends Error {
  constructor(readonly reason: string) {
    super(`ledger: ${reason}`);
    this.name = 'LedgerDown';
  }
}

/** One record of those that are due. */
export interface Due {
  readonly id: string;
  /** Absent when what is stored under the id is no record. */
  readonly record?: LedgerRecord;
}

/**
 * Where records live. Every method may throw {@link LedgerUnavailableError}; nothing else. Stamps become the database's time when they
 * are written and are read back as numbers.
 */
export interface Store {
  /** Writes a record whose `_id` must be new; returns false when it is not. */
  insert(record: LedgerRecord): Promise<boolean>;
  read(id: string): Promise<LedgerRecord | undefined>;
  /**
   * Writes the fields in which `after` differs, over exactly the version of `before`; returns false when that is no longer
   * the last. A stamp that both have is written already.
   */
  replace(after: LedgerRecord, before: LedgerRecord): Promise<boolean>;
  /** Records due at or before `now`, the longest due first, at most `limit`, without those of these ids. */
  due(now: number, limit: number, except: readonly string[]): Promise<Due[]>;
  /** The same, ids alone. */
  dueIds(now: number, limit: number, except: readonly string[]): Promise<string[]>;
  /** Makes what is stored under an id due later, whatever it is, if it is due at `now`, and notes its troubles so far. */
  postpone(id: string, now: number, dueAt: number, troubles: number): Promise<void>;
  /** The database's time, epoch ms, by a mark on an existing record; nothing when there is none of this id. */
  time(id: string): Promise<number | undefined>;
}
