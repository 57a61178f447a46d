import type { Database } from '../cloudbase';
import { Stamp } from './moment';
import { readRecord } from './readRecord';
import type { LedgerRecord } from './record';
import { type Due, LedgerUnavailableError, type Store } from './store';

/** The collection of the ledger; `npm run collections` creates it with its index. */
export const COLLECTION = 'profit_sharing_ledger';

export function cloudbaseStore(database: Database): Store {
  const { command } = database;
  const collection = database.collection(COLLECTION);
  const dueBy = (now: number, limit: number, except: readonly string[]) =>
    collection
      .where({ dueAt: command.lte(now), ...(except.length > 0 && { _id: command.nin(except) }) })
      .orderBy('dueAt', 'asc')
      .limit(limit);
  return {
    insert: (record) => insertNew(collection, asDocument(record, database)),

    async read(id) {
      const found = await readById<object>(collection, id);
      if (found === undefined) return undefined;
      const record = readRecord(found);
      if (!record) throw new LedgerUnavailableError(`${id} is no record of the ledger`);
      return record;
    },

    async replace(after, before) {
      // `where` and not `doc`: only a condition on the version makes this a compare-and-set.
      const { updated } = await unwrap(
        collection.where({ _id: before._id, version: before.version }).update(asUpdate(after, before, database)),
      ).catch(asUnavailable);
      return updated === 1;
    },

    async due(now, limit, except) {
      const { data } = await unwrap(dueBy(now, limit, except).get()).catch(asUnavailable);
      return ((data ?? []) as { _id: unknown }[]).map((found): Due => {
        const record = readRecord(found);
        return { id: String(found._id), ...(record && { record }) };
      });
    },

    async dueIds(now, limit, except) {
      const { data } = await unwrap(dueBy(now, limit, except).field({ _id: true }).get()).catch(asUnavailable);
      return ((data ?? []) as { _id: unknown }[]).map(({ _id }) => String(_id));
    },

    async postpone(_id, now, dueAt, troubles) {
      await unwrap(collection.where({ _id, dueAt: command.lte(now) }).update({ dueAt, troubles })).catch(asUnavailable);
    },

    async time(_id) {
      const { updated } = await unwrap(collection.where({ _id }).update({ clock: database.serverDate() })).catch(
        asUnavailable,
      );
      if (updated !== 1) return undefined;
      const { data } = await unwrap(collection.where({ _id }).field({ clock: true }).limit(1).get()).catch(
        asUnavailable,
      );
      const [found] = (data ?? []) as { clock?: unknown }[];
      return found?.clock instanceof Date ? found.clock.getTime() : undefined;
    },
  };
}

function asDocument(record: LedgerRecord, database: Database): object {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, Stamp.is(value) ? database.serverDate() : value]),
  );
}

function asUpdate(after: LedgerRecord, before: LedgerRecord, database: Database): object {
  const { command } = database;
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof LedgerRecord>;
  const changed = [...names].filter((name) => after[name] !== before[name]);
  return Object.fromEntries(
    changed.map((name) => {
      const value = after[name];
      if (value === undefined) return [name, command.remove()];
      if (Stamp.is(value)) return [name, database.serverDate()];
      // An object would be merged into the stored one, and an empty one would vanish: `set` replaces.
      return [name, typeof value === 'object' ? command.set(value) : value];
    }),
  );
}

type Collection = ReturnType<Database['collection']>;

/** Writes a document whose `_id` must be new. @returns false when it is not @throws {LedgerUnavailableError} */
export async function insertNew(collection: Collection, document: object): Promise<boolean> {
  try {
    await unwrap(collection.add(document));
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw asDown(error);
  }
}

/** The document with this `_id`. @throws {LedgerUnavailableError} */
export async function readById<Document>(collection: Collection, _id: string): Promise<Document | undefined> {
  const { data } = await unwrap(collection.where({ _id }).limit(1).get()).catch(asUnavailable);
  return data?.[0] as Document | undefined;
}

interface Told {
  readonly code?: string;
  readonly message?: string;
  readonly data?: unknown[];
  readonly updated?: number;
  readonly total?: number;
}

/** The SDK rejects some failures and resolves others to `{code, message}`: both end here as a rejection. */
export async function unwrap(answer: Promise<unknown>): Promise<Told> {
  const result = (await answer) as Told;
  if (result?.code) throw Object.assign(new Error(result.message), { code: result.code });
  return result ?? {};
}

function isDuplicate(error: unknown): boolean {
  const { code, message = '' } = error as { code?: string; message?: string };
  return code === 'DATABASE_DUPLICATE_WRITE' || /\bE11000 duplicate key error\b/.test(message);
}

function asDown(error: unknown): LedgerUnavailableError {
  const { code, name } = error as { code?: unknown; name?: string };
  return new LedgerUnavailableError(String(code ?? name ?? 'unknown'));
}

export function asUnavailable(error: unknown): never {
  throw asDown(error);
}
