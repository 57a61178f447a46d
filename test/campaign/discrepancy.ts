/** Bank, ledger and replies do not tell the same story. */
export class Discrepancy extends Error {
  override readonly name = 'Discrepancy';

  constructor(what: string, ...evidence: readonly unknown[]) {
    super([what, ...evidence.map((each) => JSON.stringify(each))].join('\n  '));
  }
}
