import { EJSON } from 'bson';
import { Database, type DatabaseOptions } from '../../../../sandbox/cloudbase/database/database';
import { databaseActions } from '../../../../sandbox/cloudbase/database/databaseActions';
import type { DatabaseAction } from '../../../../sandbox/cloudbase/database/faults';

/** A reply of the admin API; an error has a `code`. */
export interface Reply {
  readonly code?: string;
  readonly message?: string;
  readonly transactionId?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

const ejson = (value: unknown): string => EJSON.stringify(value, { relaxed: false });

/** The database with its wire, without SDKs: `orders` exists, a clock of ours, transactions never busy for long. */
export function openDatabase(options: DatabaseOptions = {}) {
  const clock = { now: 1_700_000_000_000 };
  const database = new Database({ now: () => clock.now, operationMs: 0, ...options });
  const actions = databaseActions(database);
  database.createCollection('orders');

  const raw = (action: DatabaseAction, params: object) => {
    const run = actions[action];
    if (!run) throw new Error(`no ${action}`);
    return Promise.resolve(run({ params: { ...params }, headers: {}, requestId: 'r', invocation: undefined }));
  };
  const send = async (action: DatabaseAction, params: object = {}): Promise<Reply> =>
    JSON.parse((await raw(action, { collectionName: 'orders', ...params })).body.toString());
  const inside = (transactionId?: string) => (transactionId === undefined ? {} : { transactionId });

  return {
    clock,
    database,
    raw,
    send,
    insert: (documents: object[], id?: string) =>
      send('database.insertDocument', { data: documents.map(ejson), ...inside(id) }),
    get: async (query: object, id?: string, more: object = {}): Promise<Record<string, unknown>[]> => {
      const params = { query: ejson(query), queryType: 'WHERE', ...inside(id), ...more };
      const { data = {} } = await send('database.getDocument', params);
      return (data.list as string[]).map((text) => EJSON.parse(text));
    },
    update: (query: object, data: object, id?: string) => {
      const params = { query: ejson(query), data: ejson(data), merge: true, upsert: false, multi: id === undefined };
      return send('database.modifyDocument', { ...params, ...inside(id) });
    },
    set: (_id: string, data: object, id?: string) => {
      const params = { query: ejson({ _id }), data: ejson(data), merge: false, upsert: true, multi: false };
      return send('database.modifyDocument', { ...params, ...inside(id) });
    },
    remove: (query: object, multi: boolean, id?: string) =>
      send('database.removeDocument', { query: ejson(query), multi, ...inside(id) }),
    begin: async (): Promise<string> => (await send('database.startTransaction')).transactionId ?? '',
    commit: (transactionId: string) => send('database.commitTransaction', { transactionId }),
    abort: (transactionId: string) => send('database.abortTransaction', { transactionId }),
  };
}
