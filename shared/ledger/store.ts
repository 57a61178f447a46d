import type { LedgerRecord } from './record';

/** The database cannot be reached, or did not answer: a write may have happened all the same. */
export class LedgerUnavailableError extends Error {
  constructor(readonly reason: string) {
    super(`ledger: ${reason}`);
    this.name = 'LedgerUnavailableError';
  }
}

export interface Due {
  readonly id: string;
  /** Absent when what is stored under the id is no record. */
  readonly record?: LedgerRecord;
}

/**
 * Every method may throw {@link LedgerUnavailableError}; nothing else. Stamps are written as the database's time and
 * read back as numbers.
 */
export interface Store {
  /** @returns false when the `_id` is taken */
  insert(record: LedgerRecord): Promise<boolean>;
  read(id: string): Promise<LedgerRecord | undefined>;
  /** Writes what differs over exactly the version of `before`. @returns false when that is no longer the last */
  replace(after: LedgerRecord, before: LedgerRecord): Promise<boolean>;
  /** Records due at or before `now` without those of `except`, the longest due first, at most `limit`. */
  due(now: number, limit: number, except: readonly string[]): Promise<Due[]>;
  dueIds(now: number, limit: number, except: readonly string[]): Promise<string[]>;
  /** Makes what is due at `now` under this id due later, whatever it is, and stores its count of failures. */
  postpone(id: string, now: number, dueAt: number, troubles: number): Promise<void>;
  /** The database's time, epoch ms, by a mark on this record; nothing when there is none. */
  time(id: string): Promise<number | undefined>;
}
