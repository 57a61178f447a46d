import type { LedgerRecord, RecordState } from '../../../shared/ledger/record';
import type { Break, Breaks } from '../../../shared/reconcile/breaks';
import type { LedgerQueries } from '../../../shared/reconcile/ledgerQueries';
import type { ComparisonPlace } from '../../../shared/reconcile/place';
import type { MemoryStore } from '../ledger/memoryStore';

/** Queries of a store in memory. */
export function memoryLedgerQueries(store: MemoryStore): LedgerQueries {
  const select = (fits: (record: LedgerRecord) => boolean, by: 'createdAt' | 'updatedAt' = 'createdAt') =>
    [...store.records.values()]
      .filter(fits)
      .sort((a, b) => a[by] - b[by])
      .map((record) => structuredClone(record));
  return {
    countDue: async (now) => select(({ dueAt }) => dueAt !== undefined && dueAt <= now).length,
    beginning: async () => select(() => true)[0]?.createdAt,
    changed: async (since, madeBefore, limit, except) =>
      select(
        ({ _id, updatedAt, createdAt }) => updatedAt >= since && createdAt < madeBefore && !except.includes(_id),
        'updatedAt',
      ).slice(0, limit),
    states: async (ids) =>
      new Map(select(({ _id }) => ids.includes(_id)).map(({ _id, state }): [string, RecordState] => [_id, state])),
    made: async (operation, from, to, limit) =>
      select((record) => record.operation === operation && record.createdAt >= from && record.createdAt < to).slice(
        0,
        limit,
      ),
    sharesOf: async (transactionIds, limit) =>
      select(({ family, ask }) => family === 'share' && transactionIds.includes(String(ask.transaction_id))).slice(
        0,
        limit,
      ),
    shareNamed: async (orderId) => select(({ family, ask }) => family === 'share' && ask.order_id === orderId)[0],
  };
}

/** Breaks and the days' tasks in memory. */
export class MemoryBreaks implements Breaks {
  readonly kept = new Map<string, Break>();
  readonly places = new Map<string, ComparisonPlace>();
  private readonly until = new Map<string, number>();

  async open(tasks: readonly string[], now: number): Promise<string[]> {
    return tasks.filter((task) => (this.until.get(task) ?? 0) <= now);
  }

  async begin(task: string, now: number, until: number): Promise<boolean> {
    if ((this.until.get(task) ?? 0) > now) return false;
    this.until.set(task, until);
    return true;
  }

  async finish(task: string): Promise<void> {
    this.until.set(task, Number.POSITIVE_INFINITY);
    this.places.delete(task);
  }

  async place(task: string): Promise<ComparisonPlace | undefined> {
    return this.places.get(task);
  }

  async save(task: string, place: ComparisonPlace | undefined): Promise<void> {
    if (place) this.places.set(task, structuredClone(place));
    else this.places.delete(task);
  }

  async release(task: string): Promise<void> {
    this.until.delete(task);
  }

  async keep(found: Break): Promise<boolean> {
    if (this.kept.has(found._id)) return false;
    this.kept.set(found._id, found);
    return true;
  }
}
