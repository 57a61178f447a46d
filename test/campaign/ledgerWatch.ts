import { isOpen, type LedgerRecord } from '../../shared/ledger/record';
import { bankView } from './bankView';
import { Discrepancy } from './discrepancy';
import type { Market } from './market';

/** Looks at the ledger after every step: whatever it is sure of must be so, and nothing it ever knew may be gone. */
export class LedgerWatch {
  #before = new Map<string, LedgerRecord>();

  constructor(private readonly market: Market) {}

  /** @throws {Discrepancy} */
  look(): void {
    const now = new Map(this.market.records().map((record) => [record._id, record]));
    for (const [id, before] of this.#before) losesNothing(before, now.get(id));
    const bank = bankView(this.market);
    for (const record of now.values()) {
      const known = bank.get(`${record.family}:${record.number}`);
      const evidence = [record, known];
      if (record.state === 'refused' && known)
        throw new Discrepancy('a number was freed that the bank has', ...evidence);
      const isSure = !isOpen(record.state) && record.state !== 'refused';
      if (isSure && known?.state !== record.state) throw new Discrepancy('the ledger is sure and wrong', ...evidence);
    }
    this.#before = now;
  }
}

function losesNothing(before: LedgerRecord, after: LedgerRecord | undefined): void {
  const evidence = [before, after];
  if (!after) throw new Discrepancy('a record is gone', ...evidence);
  if (after.version < before.version) throw new Discrepancy('a record went back in time', ...evidence);
  // Queries in a row are counted in one; what was sent and what WeChat Pay notified stays.
  const kept = before.attempts.every(
    ({ by, kind, outcome }) =>
      kind === 'query' || (kind === 'notice' && !outcome) || after.attempts.some((attempt) => attempt.by === by),
  );
  if (!kept) throw new Discrepancy('an attempt is gone', ...evidence);
  const isSame = JSON.stringify(before.payload) === JSON.stringify(after.payload);
  if (!isSame && before.state !== 'refused') throw new Discrepancy('another request took the number over', ...evidence);
}
