import type { LedgerRecord } from '../../../shared/ledger/record';
import { LedgerDown, type Store } from '../../../shared/ledger/store';

/** A store in memory, with a switch for its outage. */
export class MemoryStore implements Store {
  readonly records = new Map<string, LedgerRecord>();
  down = false;

  private check(): void {
    if (this.down) throw new LedgerDown('outage');
  }

  async insert(record: LedgerRecord): Promise<boolean> {
    this.check();
    if (this.records.has(record._id)) return false;
    this.records.set(record._id, structuredClone(record));
    return true;
  }

  async read(id: string): Promise<LedgerRecord | undefined> {
    this.check();
    return structuredClone(this.records.get(id));
  }

  async replace(record: LedgerRecord, over: number): Promise<boolean> {
    this.check();
    if (this.records.get(record._id)?.version !== over) return false;
    this.records.set(record._id, structuredClone(record));
    return true;
  }

  async due(now: number, limit: number): Promise<LedgerRecord[]> {
    this.check();
    return [...this.records.values()]
      .filter(({ dueAt }) => dueAt !== undefined && dueAt <= now)
      .sort((a, b) => Number(a.dueAt) - Number(b.dueAt))
      .slice(0, limit)
      .map((record) => structuredClone(record));
  }
}
