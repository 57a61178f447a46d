import type { LedgerRecord } from '../../shared/ledger/record';
import type { Store } from '../../shared/ledger/store';

/** A ledger store without a wire: what remains is the bookkeeping. */
export function memory(): Store & { clear(): void } {
  const records = new Map<string, LedgerRecord>();
  return {
    clear: () => records.clear(),
    async insert(record) {
      if (records.has(record._id)) return false;
      records.set(record._id, record);
      return true;
    },
    async read(id) {
      return records.get(id);
    },
    async replace(record, over) {
      if (records.get(record._id)?.version !== over) return false;
      records.set(record._id, record);
      return true;
    },
    async due(now, limit) {
      return [...records.values()].filter(({ dueAt = Number.POSITIVE_INFINITY }) => dueAt <= now).slice(0, limit);
    },
  };
}
