import type { ComparisonPlace } from './place';

/** A number about which a day's bill and the ledger disagree; amounts in fen, `foundAt` in epoch ms. */
export interface Break {
  /** `<day>:<kind>:<_id of the record>` */
  readonly _id: string;
  /** `missing_here`: on the bill, not in the ledger. `missing_there`: in the ledger, not on the bill. */
  readonly kind: 'missing_here' | 'missing_there' | 'amount_differs';
  readonly day: string;
  readonly merchant: string;
  readonly family: 'share' | 'return';
  readonly number: string;
  readonly here: number;
  readonly there: number;
  readonly foundAt: number;
}

/** Breaks, and which tasks of a day are done. Every method may throw LedgerUnavailableError; nothing else. */
export interface Breaks {
  /** Those of these tasks that are neither done nor taken. */
  open(tasks: readonly string[], now: number): Promise<string[]>;
  /** Takes a task. @returns false when another process was faster */
  begin(task: string, now: number, until: number): Promise<boolean>;
  /** Marks a task as done. */
  finish(task: string): Promise<void>;
  /** Where a task stands that an earlier run did not end. */
  place(task: string): Promise<ComparisonPlace | undefined>;
  /** Stores where a task stands; nothing begins it anew. */
  save(task: string, place: ComparisonPlace | undefined): Promise<void>;
  /** Frees a task, so that the next run continues it. */
  release(task: string): Promise<void>;
  /** Stores a break. @returns false when it is stored already */
  keep(found: Break): Promise<boolean>;
}
