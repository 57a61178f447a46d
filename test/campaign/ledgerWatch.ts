import { isOpen, type LedgerRecord } from '../../shared/ledger/record';
import { bankView, type Known } from './bankView';
import { Discrepancy, must } from './discrepancy';
import { numberIn, type Simulation } from './simulation';

/** Looks at the ledger after every step: whatever it is sure of must be so, and nothing it ever knew may be gone. */
export class LedgerWatch {
  #before = new Map<string, LedgerRecord>();
  /** How much news was heard so far. */
  #heard = 0;

  constructor(private readonly simulation: Simulation) {}

  /**
   * @param moving ids of numbers that were being sent since the last look: what was news meanwhile may be old by now
   * @throws {Discrepancy}
   */
  look(moving: ReadonlySet<string> = new Set()): void {
    const now = new Map(this.simulation.records().map((record) => [record._id, record]));
    for (const [id, before] of this.#before) losesNothing(before, now.get(id));
    const bank = bankView(this.simulation);
    for (const record of now.values()) {
      const known = bank.get(`${record.family}:${record.number}`);
      const evidence = [record, known];
      if (record.state === 'refused' && known)
        throw new Discrepancy('a number was freed that the bank has', ...evidence);
      const isSure = !isOpen(record.state) && record.state !== 'refused';
      if (isSure && known?.state !== record.state) throw new Discrepancy('the ledger is sure and wrong', ...evidence);
    }
    this.#before = now;
    this.#listen(bank, moving);
  }

  #listen(bank: ReadonlyMap<string, Known>, moving: ReadonlySet<string>): void {
    const news = this.simulation.news();
    for (const each of news.slice(this.#heard)) {
      const id = numberIn(each);
      const known = bank.get(id);
      if (each.settlement.state !== 'refused') {
        must(known?.state === each.settlement.state, 'announced what is not so', each, known);
      } else must(!known || moving.has(id), 'announced as refused, and the bank has it', each, known);
    }
    this.#heard = news.length;
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
  const wasFinal = !isOpen(before.state) && before.state !== 'refused';
  must(!wasFinal || after.state === before.state, 'what was final is not any more', ...evidence);
  const isSame = JSON.stringify(before.payload) === JSON.stringify(after.payload);
  if (!isSame && before.state !== 'refused') throw new Discrepancy('another request took the number over', ...evidence);
}
