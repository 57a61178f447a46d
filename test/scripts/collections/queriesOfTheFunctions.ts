import type { Database } from '../../../shared/cloudbase';
import { cloudbaseStore } from '../../../shared/ledger/cloudbaseStore';
import { cloudbaseNotices } from '../../../shared/notify/cloudbaseNotices';
import { cloudbaseReceivers } from '../../../shared/receivers/cloudbaseReceivers';
import { cloudbaseBreaks } from '../../../shared/reconcile/cloudbaseBreaks';
import { cloudbaseLedgerQueries } from '../../../shared/reconcile/cloudbaseLedgerQueries';
import { cloudbaseReport } from '../../../shared/report/cloudbaseReport';

/** One query: the fields it asks to be equal or in a list, those it asks to be in a range, and the one it sorts by. */
export interface AskedQuery {
  readonly collection: string;
  readonly equal: readonly string[];
  readonly range: readonly string[];
  order?: string;
}

const RANGE = Symbol('range');

/** Every query the functions put to their database, by calling every method of every store once. */
export async function queriesOfTheFunctions(): Promise<AskedQuery[]> {
  const asked: AskedQuery[] = [];
  const database = recording(asked);
  for (const store of [
    cloudbaseStore,
    cloudbaseLedgerQueries,
    cloudbaseBreaks,
    cloudbaseNotices,
    cloudbaseReceivers,
    cloudbaseReport,
  ]) {
    for (const method of Object.values(store(database)) as ((...given: unknown[]) => Promise<unknown>)[]) {
      // Whatever a method is given, it asks for the same fields: lists where it wants lists, records where records.
      await method(GIVEN, 1, 2, 3);
    }
  }
  return asked;
}

/** Passes for an id, a number, a list and a record alike. */
const GIVEN = Object.assign(['x'], { _id: 'x', version: 1 });

function recording(asked: AskedQuery[]): Database {
  const within = { [RANGE]: true, and: () => within };
  const command = {
    set: ignored,
    remove: ignored,
    in: ignored,
    nin: ignored,
    lte: () => within,
    lt: () => within,
    gt: () => within,
    gte: () => within,
  };
  return {
    command,
    serverDate: ignored,
    collection: (collection) => ({
      add: async () => ({}),
      where(condition) {
        const isRange = ([, value]: [string, unknown]) => typeof value === 'object' && value !== null && RANGE in value;
        const fields = Object.entries(condition);
        const query: AskedQuery = {
          collection,
          equal: fields.filter((field) => !isRange(field)).map(([name]) => name),
          range: fields.filter(isRange).map(([name]) => name),
        };
        asked.push(query);
        const cursor = {
          orderBy(field: string) {
            query.order ??= field;
            return cursor;
          },
          limit: () => cursor,
          field: () => cursor,
          count: async () => ({ total: 0 }),
          get: async () => ({ data: [] }),
          update: async () => ({ updated: 1 }),
        };
        return cursor;
      },
    }),
  };
}

function ignored(): undefined {
  return undefined;
}
