import { type Moment, Stamp } from '../../../shared/ledger/moment';
import type { LedgerRecord } from '../../../shared/ledger/record';
import { type Due, LedgerUnavailableError, type Store } from '../../../shared/ledger/store';

/** A store in memory with a clock of its own, and with a switch for its outage. */
export class MemoryStore implements Store {
  readonly records = new Map<string, LedgerRecord>();
  down = false;

  /** @param now the database's clock, epoch ms */
  constructor(readonly now: () => number = Date.now) {}

  private check(): void {
    if (this.down) throw new LedgerUnavailableError('outage');
  }

  async insert(record: LedgerRecord): Promise<boolean> {
    this.check();
    if (this.records.has(record._id)) return false;
    this.records.set(record._id, this.#written(record));
    return true;
  }

  async read(id: string): Promise<LedgerRecord | undefined> {
    this.check();
    return structuredClone(this.records.get(id));
  }

  async replace(after: LedgerRecord, before: LedgerRecord): Promise<boolean> {
    this.check();
    const stored = this.records.get(after._id);
    if (stored?.version !== before.version) return false;
    this.records.set(after._id, this.#written(after, before, stored));
    return true;
  }

  async due(now: number, limit: number, except: readonly string[]): Promise<Due[]> {
    this.check();
    return [...this.records.values()]
      .filter(({ _id, dueAt }) => dueAt !== undefined && dueAt <= now && !except.includes(_id))
      .sort((a, b) => Number(a.dueAt) - Number(b.dueAt))
      .slice(0, limit)
      .map((record) => ({ id: record._id, record: structuredClone(record) }));
  }

  async dueIds(now: number, limit: number, except: readonly string[]): Promise<string[]> {
    return (await this.due(now, limit, except)).map(({ id }) => id);
  }

  async postpone(id: string, now: number, dueAt: number, troubles: number): Promise<void> {
    this.check();
    const record = this.records.get(id);
    if (record?.dueAt !== undefined && record.dueAt <= now) this.records.set(id, { ...record, dueAt, troubles });
  }

  async time(id: string): Promise<number | undefined> {
    this.check();
    return this.records.has(id) ? this.now() : undefined;
  }

  /** A new stamp becomes the time; one that was there before is what it became then. */
  #written(record: LedgerRecord, before?: LedgerRecord, stored?: LedgerRecord): LedgerRecord {
    const stampOf = (name: 'leasedAt' | 'sendsEndedAt'): { [field in typeof name]?: Moment } => {
      const moment = record[name];
      if (!Stamp.is(moment)) return {};
      const kept = before?.[name] === moment ? stored?.[name] : undefined;
      return { [name]: kept ?? this.now() };
    };
    return structuredClone({ ...record, ...stampOf('leasedAt'), ...stampOf('sendsEndedAt') });
  }
}
