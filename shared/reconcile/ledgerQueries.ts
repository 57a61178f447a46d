import type { LedgerRecord, RecordState } from '../ledger/record';

export type RecordSummary = Omit<LedgerRecord, 'payload'>;

/** Every method may throw LedgerUnavailableError; nothing else. */
export interface LedgerQueries {
  countDue(now: number): Promise<number>;
  beginning(): Promise<number | undefined>;
  /** By their last change, at or after `since`, without those of `except`; made before `madeBefore`, at most `limit`. */
  changed(since: number, madeBefore: number, limit: number, except: readonly string[]): Promise<RecordSummary[]>;
  /** The states of the records that there are of these. */
  states(ids: readonly string[]): Promise<ReadonlyMap<string, RecordState>>;
  made(operation: string, from: number, to: number, limit: number): Promise<RecordSummary[]>;
  sharesOf(transactionIds: readonly string[], limit: number): Promise<RecordSummary[]>;
  /** The share with this order_id of WeChat Pay, once that is known. */
  shareNamed(orderId: string): Promise<RecordSummary | undefined>;
}
