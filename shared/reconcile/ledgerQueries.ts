import type { LedgerRecord } from '../ledger/record';

/** A record without the request itself, which is its largest part. */
export type RecordSummary = Omit<LedgerRecord, 'payload'>;

/** The ledger read in other ways than by number. Every method may throw LedgerDown; nothing else. */
export interface LedgerQueries {
  /** How many records are due at or before `now`. */
  countDue(now: number): Promise<number>;
  /** When the first record was written, epoch ms; nothing while there is none. */
  beginning(): Promise<number | undefined>;
  /** Records last changed at or after `since` and made before `madeBefore`, by their last change, at most `limit`. */
  changed(since: number, madeBefore: number, limit: number): Promise<RecordSummary[]>;
  /** Records of one operation made in `[from, to)`, the oldest first, at most `limit`. */
  made(operation: string, from: number, to: number, limit: number): Promise<RecordSummary[]>;
  /** Every share and finish of these payments, at most `limit`. */
  sharesOf(transactionIds: readonly string[], limit: number): Promise<RecordSummary[]>;
  /** The share WeChat Pay calls by this order_id, once that was learned. */
  shareNamed(orderId: string): Promise<RecordSummary | undefined>;
}
