/**
 * Where the comparison of a bill stands, stored with its task. It holds for these bytes of the bill only: a bill that
 * changed is compared from its beginning.
 */
export interface ComparisonPlace {
  readonly sha1: string;
  /** Part of the bill's numbers, of `parts`, counted from 0. */
  readonly part: number;
  readonly parts: number;
  /** The last change of the records that were compared, and which of them had that very time. */
  readonly since?: { readonly at: number; readonly ids: readonly string[] };
  /** Set once all records were compared: the number of the bill that is next. */
  readonly line?: number;
  /** A bit for each number of the bill in its order, base64: which records were compared. */
  readonly matched?: string;
  /** `_id`, fen and first day of records that wait for earlier bills. */
  readonly carried?: readonly (readonly [string, number, string])[];
}
