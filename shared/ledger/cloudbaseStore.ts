import type { Database } from '../cloudbase';
import type { LedgerRecord } from './record';
import { LedgerDown, type Store } from './store';

/** The collection of the ledger; `npm run collections` creates it with its index. */
export const COLLECTION = 'profit_sharing_ledger';

/** The ledger in the CloudBase database of the function's own environment. */
export function cloudbaseStore(database: Database): Store {
  const collection = database.collection(COLLECTION);
  return {
    insert: (record) => insertNew(collection, record),

    read: (id) => readById<LedgerRecord>(collection, id),

    async replace(record, over) {
      // `where` and not `doc`: only a condition on the version makes this a compare-and-set.
      const { updated } = await told(
        collection.where({ _id: record._id, version: over }).update(asUpdate(record, database)),
      ).catch(rethrow);
      return updated === 1;
    },

    async due(now, limit) {
      const { data } = await told(
        collection
          .where({ dueAt: database.command.lte(now) })
          .orderBy('dueAt', 'asc')
          .limit(limit)
          .get(),
      ).catch(rethrow);
      return (data ?? []) as LedgerRecord[];
    },
  };
}

/** Fields a record may lose. */
const OPTIONAL = ['lease', 'settlement', 'dueAt'] as const;

function asUpdate(record: LedgerRecord, { command }: Database): Record<string, unknown> {
  const { _id, ...fields } = record;
  // An object would be merged into the stored one, and an empty one would vanish: `set` replaces.
  const changed = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'object' ? command.set(value) : value,
  ]);
  const gone = OPTIONAL.filter((name) => record[name] === undefined).map((name) => [name, command.remove()]);
  return Object.fromEntries([...changed, ...gone]);
}

type Collection = ReturnType<Database['collection']>;

/** Writes a document whose `_id` must be new; answers false when it is not. @throws {LedgerDown} */
export async function insertNew(collection: Collection, document: object): Promise<boolean> {
  try {
    await told(collection.add(document));
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw asDown(error);
  }
}

/** The document with this `_id`. @throws {LedgerDown} */
export async function readById<Document>(collection: Collection, _id: string): Promise<Document | undefined> {
  const { data } = await told(collection.where({ _id }).limit(1).get()).catch(rethrow);
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
export async function told(answer: Promise<unknown>): Promise<Told> {
  const result = (await answer) as Told;
  if (result?.code) throw Object.assign(new Error(result.message), { code: result.code });
  return result ?? {};
}

function isDuplicate(error: unknown): boolean {
  const { code, message = '' } = error as { code?: string; message?: string };
  return code === 'DATABASE_DUPLICATE_WRITE' || /\bE11000 duplicate key error\b/.test(message);
}

function asDown(error: unknown): LedgerDown {
  const { code, name } = error as { code?: unknown; name?: string };
  return new LedgerDown(String(code ?? name ?? 'unknown'));
}

export function rethrow(error: unknown): never {
  throw asDown(error);
}
