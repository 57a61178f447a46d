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
    async replace(after, before) {
      if (records.get(after._id)?.version !== before.version) return false;
      records.set(after._id, after);
      return true;
    },
    async due(now, limit, except) {
      const due = [...records.values()].filter(
        ({ _id, dueAt = Number.POSITIVE_INFINITY }) => dueAt <= now && !except.includes(_id),
      );
      return due.slice(0, limit).map((record) => ({ id: record._id, record }));
    },
    dueIds: async () => [],
    postpone: async () => {},
    time: async () => Date.now(),
  };
}
