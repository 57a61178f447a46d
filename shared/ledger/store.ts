import type { LedgerRecord } from './record';

/** The ledger cannot be reached, or did not say what it did. */
export class LedgerDown extends Error {
  constructor(readonly reason: string) {
    super(`ledger: ${reason}`);
    this.name = 'LedgerDown';
  }
}

/** Where records live. Every method may throw {@link LedgerDown}; nothing else. */
export interface Store {
  /** Writes a record whose `_id` must be new; answers false when it is not. */
  insert(record: LedgerRecord): Promise<boolean>;
  read(id: string): Promise<LedgerRecord | undefined>;
  /** Writes `record` over the given version of itself; answers false when that version is no longer the last. */
  replace(record: LedgerRecord, over: number): Promise<boolean>;
  /** Records due at or before `now`, the longest due first, at most `limit`. */
  due(now: number, limit: number): Promise<LedgerRecord[]>;
}
