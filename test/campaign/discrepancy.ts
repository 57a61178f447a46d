/** Bank, ledger and replies do not agree. */
export class Discrepancy extends Error {
  override readonly name: string = 'Discrepancy';

  constructor(what: string, ...evidence: readonly unknown[]) {
    super([what, ...evidence.map((each) => shortened(JSON.stringify(each)))].join('\n  '));
  }
}

/** A function was still running at its time limit. On a machine that is busy otherwise this proves nothing. */
export class Late extends Discrepancy {
  override readonly name = 'Late';
}

/** Evidence may hold a record of 1 MB. */
const MOST_SHOWN = 4000;

const shortened = (text: string | undefined) =>
  text && text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)} … ${text.length} characters` : text;

/** @throws {Discrepancy} unless it holds */
export function must(holds: boolean, what: string, ...evidence: readonly unknown[]): void {
  if (!holds) throw new Discrepancy(what, ...evidence);
}
