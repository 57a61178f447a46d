import type { LedgerRecord } from '../ledger/record';
import type { ReceiverEntry } from '../receivers/receiverEntry';
import type { Break } from '../reconcile/breaks';

/** Records that are read in the order they were made. */
export interface Selection {
  readonly state?: string;
  readonly operation?: string;
  /** Epoch ms, the first included and the last not. */
  readonly from: number;
  readonly before: number;
}

/** Every method may throw LedgerUnavailableError; nothing else. */
export interface ReportQueries {
  /** Records made after `at`, in the order they were made, at most `limit`. */
  after(selection: Selection, at: number, limit: number): Promise<LedgerRecord[]>;
  /** Records made at this very ms, by their id after `id`. */
  within(selection: Selection, at: number, id: string, limit: number): Promise<LedgerRecord[]>;
  byIds(ids: readonly string[]): Promise<LedgerRecord[]>;
  ofPayments(transactionIds: readonly string[], limit: number): Promise<LedgerRecord[]>;
  /** Shares with one of these numbers, and returns of them. */
  ofShares(outOrderNos: readonly string[], limit: number): Promise<LedgerRecord[]>;
  /** The same by WeChat Pay's number of the share. */
  ofOrderIds(orderIds: readonly string[], limit: number): Promise<LedgerRecord[]>;
  /** Breaks whose `_id`, which begins with their day, is over `after` and under `before`, in that order. */
  breaks(after: string, before: string, limit: number): Promise<Break[]>;
  /** Entries of the register, by their `_id` after this one. */
  receivers(after: string, limit: number): Promise<ReceiverEntry[]>;
}
