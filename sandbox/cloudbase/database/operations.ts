import { randomBytes } from 'node:crypto';
import { idKey } from './collection';
import { requestFailed, writeRefused } from './databaseError';
import type { Document } from './document';
import { toEjson } from './ejson';
import { aggregate, type Filter, find, matching, type Shape } from './query';
import type { Store, Write } from './store';
import type { Transaction } from './transaction';
import { updated } from './update';

/** Where an operation happens: a collection, inside of a transaction or not. */
export interface Scope {
  readonly store: Store;
  readonly name: string;
  readonly transaction: Transaction | undefined;
}

/** An update of some documents (`merge`), or a new content for one. */
export interface Modification {
  readonly filter: Filter;
  readonly data: Readonly<Record<string, unknown>>;
  /** All that match, or the first. */
  readonly multi: boolean;
  /** `data` has operators; otherwise it is the whole new document. */
  readonly merge: boolean;
  /** Creates the document when none matches. */
  readonly upsert: boolean;
}

/** A query gives 100 documents unless the query says otherwise, and 1000 at most. */
const defaultLimit = 100;
const maxLimit = 1000;

const documentsOf = ({ store, name, transaction }: Scope) => store.documents(name, transaction);

/** Adds documents and gives their ids, made here (32 hex digits) where they have none. */
export function insert({ store, name, transaction }: Scope, documents: readonly Document[]): unknown[] {
  const withIds = documents.map((document) => ({ _id: randomBytes(16).toString('hex'), ...document }));
  const writes = withIds.map((after) => ({ key: idKey(after._id), after }));
  store.write(name, writes, documents.length > 1 ? 'insertMany' : 'insertOne', transaction);
  return withIds.map(({ _id }) => _id);
}

export function get(scope: Scope, filter: Filter, { limit, ...shape }: Partial<Shape>): Document[] {
  return find(documentsOf(scope), filter, {
    order: {},
    offset: 0,
    projection: {},
    ...shape,
    limit: Math.min(limit && limit > 0 ? limit : defaultLimit, maxLimit),
  });
}

export function count(scope: Scope, filter: Filter): number {
  return matching(documentsOf(scope), filter).length;
}

function found(scope: Scope, filter: Filter, multi: boolean): [string, Document][] {
  const all = matching(documentsOf(scope), filter);
  return multi ? all : all.slice(0, 1);
}

function replaced(document: Document, { _id: given, ...data }: Document): Document | undefined {
  const { _id, ...before } = document;
  if (given !== undefined && idKey(given) !== idKey(_id)) {
    throw writeRefused(`The _id field cannot be changed from {_id: ${JSON.stringify(_id)}}`);
  }
  return toEjson(before) === toEjson(data) ? undefined : { _id, ...data };
}

/** Changes documents and counts those that came out different. */
export function modify(scope: Scope, change: Modification): { updated: number; upsertId: unknown } {
  const { filter, data, merge } = change;
  if (!merge && Object.keys(data).some((field) => field.startsWith('$'))) {
    throw requestFailed('replacement document cannot contain keys beginning with $');
  }
  const matches = found(scope, filter, change.multi);
  if (matches.length === 0 && change.upsert) {
    // Only a document by its _id is ever set, so its _id is all that the filter says about it.
    const [id] = insert(scope, [{ ...(filter._id !== undefined && { _id: filter._id }), ...data }]);
    return { updated: 0, upsertId: id };
  }
  const writes: Write[] = [];
  for (const [key, document] of matches) {
    const after = merge ? updated(document, data, filter) : replaced(document, data);
    if (after) writes.push({ key, after });
  }
  scope.store.write(scope.name, writes, 'update', scope.transaction);
  return { updated: writes.length, upsertId: null };
}

/** Changes the first document that matches and gives it as it is then. */
export function modifyAndReturn(scope: Scope, filter: Filter, data: Filter): { updated: number; doc?: Document } {
  const [match] = found(scope, filter, false);
  if (!match) return { updated: 0 };
  const [key, document] = match;
  const after = updated(document, data, filter);
  if (!after) return { updated: 0, doc: document };
  scope.store.write(scope.name, [{ key, after }], 'update', scope.transaction);
  return { updated: 1, doc: after };
}

export function remove(scope: Scope, filter: Filter, multi: boolean): number {
  const writes = found(scope, filter, multi).map(([key]) => ({ key }));
  scope.store.write(scope.name, writes, 'update', scope.transaction);
  return writes.length;
}

export function pipeline(scope: Scope, stages: readonly Readonly<Record<string, unknown>>[]): Document[] {
  const lookup = (name: string) => [...scope.store.documents(name, scope.transaction).values()];
  return aggregate(documentsOf(scope).values(), stages, lookup);
}
