import type { HttpResponse } from '../../http/httpResponse';
import type { AdminAction, AdminActions, AdminCall } from '../admin';
import { adminError, adminReply } from '../adminReply';
import type { Params } from '../tc3';
import { damaged } from './damaged';
import type { Database } from './database';
import { DatabaseError, invalidParam, requestFailed } from './databaseError';
import type { Document } from './document';
import { toEjson } from './ejson';
import type { DatabaseAction, DatabaseFault } from './faults';
import { count, get, insert, modify, modifyAndReturn, pipeline, remove, type Scope } from './operations';
import { countIn, documentsIn, filterIn, nameIn, objectIn, orderIn, stagesIn, transactionIn } from './params';

type Reply = Readonly<Record<string, unknown>>;
type Handler = (database: Database, params: Params, fault: DatabaseFault | undefined) => Promise<Reply>;

/** A result larger than this is refused, in bytes (error -602001 of the WeChat error table). */
const maxResultBytes = 1024 * 1024;

/** Documents as they travel. The limit, here of their text, is the table's; which code a function sees is inferred. */
function listed(documents: readonly Document[]): string[] {
  const list = documents.map(toEjson);
  const bytes = list.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes > maxResultBytes) throw requestFailed('database query result size exceed limit (1MB)');
  return list;
}

/** An action on the documents of one collection; its reply is in `data`. */
function inCollection(run: (scope: Scope, params: Params, now: number) => Reply): Handler {
  return async (database, params, fault) => {
    const name = nameIn(params);
    return database.perform(
      transactionIn(params),
      (store, transaction) => ({ data: run({ store, name, transaction }, params, store.now()) }),
      fault,
    );
  };
}

function openTransaction(params: Params): string {
  const id = transactionIn(params);
  if (id === undefined) throw invalidParam('transactionId is missing');
  return id;
}

const handlers: Readonly<Record<DatabaseAction, Handler>> = {
  'database.addCollection': async (database, params, fault) => {
    const name = nameIn(params);
    await database.perform(undefined, (store) => store.createCollection(name), fault);
    return {};
  },
  'database.insertDocument': inCollection((scope, params, now) => ({
    insertedIds: insert(scope, documentsIn(params, now)),
  })),
  'database.getDocument': inCollection((scope, params, now) => {
    const shape = {
      order: orderIn(params, now),
      offset: countIn(params, 'offset'),
      limit: countIn(params, 'limit'),
      projection: objectIn(params, 'projection', now),
    };
    return { list: listed(get(scope, filterIn(params, now), shape)) };
  }),
  'database.calculateDocument': inCollection((scope, params, now) => ({ total: count(scope, filterIn(params, now)) })),
  'database.aggregateDocuments': inCollection((scope, params, now) => ({
    list: listed(pipeline(scope, stagesIn(params, now))),
  })),
  'database.modifyDocument': inCollection((scope, params, now) => {
    const { updated, upsertId } = modify(scope, {
      filter: filterIn(params, now),
      data: objectIn(params, 'data', now),
      multi: params.multi === true,
      merge: params.merge === true,
      upsert: params.upsert === true,
    });
    return { updated, upsert_id: upsertId };
  }),
  'database.modifyAndReturnDoc': inCollection((scope, params, now) => {
    const { updated, doc } = modifyAndReturn(scope, filterIn(params, now), objectIn(params, 'data', now));
    return { updated, doc: doc ? toEjson(doc) : null };
  }),
  'database.removeDocument': inCollection((scope, params, now) => ({
    deleted: remove(scope, filterIn(params, now), params.multi === true),
  })),
  'database.startTransaction': (database, _, fault) =>
    database.perform(undefined, (store) => ({ transactionId: store.begin().id }), fault),
  'database.commitTransaction': async (database, params, fault) => {
    await database.commit(openTransaction(params), fault);
    return {};
  },
  'database.abortTransaction': async (database, params, fault) => {
    await database.abort(openTransaction(params), fault);
    return {};
  },
};

/** What a faulty database answers without doing any work; undefined where it does its work first. */
function instead(fault: DatabaseFault | undefined, requestId: string): HttpResponse | undefined {
  if (fault?.kind === 'unmatched') return adminReply({ data: { updated: 0, upsert_id: null } }, requestId);
  if (fault?.kind === 'unseen') return adminReply({ data: { list: [] } }, requestId);
  return fault && 'effect' in fault && fault.effect === 'before' ? adminReply({}, requestId) : undefined;
}

async function honest(database: Database, action: DatabaseAction, call: AdminCall, fault: DatabaseFault | undefined) {
  try {
    return adminReply(await handlers[action](database, call.params, fault), call.requestId);
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return adminError(error.code, error.message, call.requestId);
  }
}

async function answer(database: Database, action: DatabaseAction, call: AdminCall): Promise<HttpResponse> {
  const fault = database.faults.next(action);
  const reply = instead(fault, call.requestId) ?? (await honest(database, action, call, fault));
  return fault ? damaged(reply, fault, call.requestId) : reply;
}

/** The actions `database.*` of the admin API. */
export function databaseActions(database: Database): AdminActions {
  const names = Object.keys(handlers) as DatabaseAction[];
  return Object.fromEntries(names.map((name): [string, AdminAction] => [name, (call) => answer(database, name, call)]));
}
