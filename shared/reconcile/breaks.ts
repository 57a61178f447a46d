/** Where a day's bill and the ledger disagree about one number. */
export interface Break {
  /** `<day>:<kind>:<_id of the record>`: found again, it is the same break. */
  readonly _id: string;
  /** `missing_here`: on the bill, not in the ledger. `missing_there`: in the ledger, not on the bill. */
  readonly kind: 'missing_here' | 'missing_there' | 'amount_differs';
  /** The Beijing day of the bill, yyyy-MM-dd. */
  readonly day: string;
  readonly merchant: string;
  readonly family: 'share' | 'return';
  readonly number: string;
  /** What the ledger says was paid, in fen. */
  readonly here: number;
  /** What the bill says was paid, in fen. */
  readonly there: number;
  /** Epoch ms. */
  readonly foundAt: number;
}

/** Where breaks live, and which of a day's tasks are done. Every method may throw LedgerDown; nothing else. */
export interface Breaks {
  /** Those of these tasks that are neither done nor in somebody's hands. */
  open(tasks: readonly string[], now: number): Promise<string[]>;
  /** Takes a task in hand; answers false when somebody else was faster. */
  begin(task: string, now: number, until: number): Promise<boolean>;
  /** Nobody takes up the task again. */
  finish(task: string): Promise<void>;
  /** Keeps a break; one that is kept already stays as it is. */
  keep(found: Break): Promise<void>;
}
