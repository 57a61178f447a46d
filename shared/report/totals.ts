import type { LedgerRecord } from '../ledger/record';
import { beijingDay } from '../reconcile/beijingDay';
import { type Fate, moneyOf } from './moneyOf';

export const GROUPINGS = ['receiver', 'merchant', 'operation', 'day'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Amounts in fen: `asked` is the sum of the others. */
export interface Sums extends Readonly<Record<Fate, number>> {
  readonly records: number;
  readonly asked: number;
}

/** The sums of one receiver, merchant, operation or day: of what was shared, or of what was returned. */
export interface TotalRow extends Sums {
  readonly family: 'share' | 'return';
  /** What the row is about: for a person the hash of the account. */
  readonly key: string;
  /** The same for people: for a person the masked account. */
  readonly shown: string;
}

const NOTHING: Sums = { records: 0, asked: 0, paid: 0, pending: 0, failed: 0, unknown: 0, refused: 0 };

type Counted = { -readonly [Name in keyof TotalRow]: TotalRow[Name] };

/** Adds records up. */
export class Totals {
  readonly #rows = new Map<string, Counted>();
  readonly #all = { share: { ...NOTHING }, return: { ...NOTHING } };

  constructor(private readonly by: Grouping) {}

  get size(): number {
    return this.#rows.size;
  }

  add(record: LedgerRecord): void {
    const { family } = record;
    const touched = new Set<Counted>();
    const lines = moneyOf(record);
    for (const { account, shown, amount, fate } of lines) {
      const row = this.#row(family, this.by === 'receiver' ? [account, shown] : this.#keyOf(record));
      touched.add(row);
      for (const sums of [row, this.#all[family] as Counted]) {
        sums.asked += amount;
        sums[fate] += amount;
      }
    }
    if (lines.length === 0 && this.by !== 'receiver') touched.add(this.#row(family, this.#keyOf(record)));
    for (const row of touched) row.records += 1;
    (this.#all[family] as Counted).records += 1;
  }

  #keyOf({ merchant, operation, createdAt }: LedgerRecord): readonly [key: string, shown: string] {
    const key = this.by === 'merchant' ? merchant : this.by === 'operation' ? operation : beijingDay(createdAt);
    return [key, key];
  }

  #row(family: TotalRow['family'], [key, shown]: readonly [key: string, shown: string]): Counted {
    const id = `${family === 'share' ? 1 : 2} ${key}`;
    const row = this.#rows.get(id) ?? { family, key, shown, ...NOTHING };
    this.#rows.set(id, row);
    return row;
  }

  /** The rows, and the sums of all records whatever they are grouped by. */
  get result(): { readonly rows: TotalRow[]; readonly all: { readonly share: Sums; readonly return: Sums } } {
    const rows = [...this.#rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
    return { rows, all: this.#all };
  }
}
