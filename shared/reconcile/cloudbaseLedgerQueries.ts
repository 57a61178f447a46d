import type { Database } from '../cloudbase';
import { asUnavailable, COLLECTION, unwrap } from '../ledger/cloudbaseStore';
import { readRecord } from '../ledger/readRecord';
import type { LedgerQueries, RecordSummary } from './ledgerQueries';

const WITHOUT_PAYLOAD = { payload: false };

/** What is no record keeps its place in a page and counts as refused. */
function summaryOf(document: unknown): RecordSummary {
  const { payload: _none, ...summary } = readRecord({ ...(document as object), payload: {} }) ?? {
    ...(document as RecordSummary),
    ...{ payload: {}, operation: '', state: 'refused' as const, ask: {}, attempts: [] },
  };
  return summary;
}

/** Queries of the ledger's own collection. They need indexes on dueAt, createdAt, updatedAt and ask.transaction_id. */
export function cloudbaseLedgerQueries(database: Database): LedgerQueries {
  const { command } = database;
  const records = (condition: object) => database.collection(COLLECTION).where(condition);
  const read = async (query: ReturnType<typeof records>, limit: number) => {
    const { data } = await unwrap(query.field(WITHOUT_PAYLOAD).limit(limit).get()).catch(asUnavailable);
    return (data ?? []).map(summaryOf);
  };
  return {
    async countDue(now) {
      const { total } = await unwrap(records({ dueAt: command.lte(now) }).count()).catch(asUnavailable);
      return total ?? 0;
    },

    async beginning() {
      const [first] = await read(records({ createdAt: command.gte(0) }).orderBy('createdAt', 'asc'), 1);
      return first?.createdAt;
    },

    changed(since, madeBefore, limit, except) {
      const condition = { updatedAt: command.gte(since), createdAt: command.lt(madeBefore) };
      const seen = except.length > 0 && { _id: command.nin(except) };
      return read(records({ ...condition, ...seen }).orderBy('updatedAt', 'asc'), limit);
    },

    async states(ids) {
      const found = records({ _id: command.in(ids) }).field({ state: true });
      const { data } = await unwrap(found.limit(ids.length).get()).catch(asUnavailable);
      return new Map(((data ?? []) as RecordSummary[]).map(({ _id, state }) => [_id, state]));
    },

    made: (operation, from, to, limit) =>
      read(records({ operation, createdAt: command.gte(from).and(command.lt(to)) }).orderBy('createdAt', 'asc'), limit),

    sharesOf: (transactionIds, limit) =>
      read(records({ family: 'share', 'ask.transaction_id': command.in(transactionIds) }), limit),

    async shareNamed(orderId) {
      const [share] = await read(records({ family: 'share', 'ask.order_id': orderId }), 1);
      return share;
    },
  };
}
