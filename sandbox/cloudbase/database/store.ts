import { Collection, Index, type IndexSpec, primary } from './collection';
import {
  collectionExists,
  collectionMissing,
  type DatabaseError,
  duplicateKey,
  transactionConflict,
  transactionMissing,
  type WriteKind,
  writeRefused,
} from './databaseError';
import { type Document, unstorableIn } from './document';
import { Transaction } from './transaction';

/** One document's change; absent `after` removes it. */
export interface Write {
  readonly key: string;
  readonly after?: Document;
}

/** A write outside of transactions has met a document that an open transaction has written. It has had no effect. */
export class Blocked extends Error {
  override readonly name = 'Blocked';
}

export interface StoreOptions {
  /** Epoch ms. */
  readonly now: () => number;
  /** How a duplicate key is reported, see {@link duplicateKey}. */
  readonly duplicates: 'measured' | 'documented';
}

/** What a write needs for itself: the places of the document, before and after, in all unique indexes. */
function lockNames(collection: Collection, before: Document | undefined, after: Document | undefined): Set<string> {
  const indexes = [primary, ...collection.indexes.filter(({ spec }) => spec.unique)];
  const touched = [before, after].filter((document) => document !== undefined);
  return new Set(
    touched.flatMap((document) =>
      indexes.map((index) => `${collection.name} ${index.spec.name} ${index.keyOf(document)}`),
    ),
  );
}

function isHeld(documents: Iterable<Document>, index: Index, place: string): boolean {
  for (const document of documents) if (index.keyOf(document) === place) return true;
  return false;
}

/** Collections, and the transactions that are open on them. Everything here happens at once, in one step. */
export class Store {
  readonly collections = new Map<string, Collection>();
  readonly #transactions = new Map<string, Transaction>();
  /** Documents and unique keys, by the open transaction that wrote them. */
  readonly #locks = new Map<string, Transaction>();

  constructor(private readonly options: StoreOptions) {}

  now(): number {
    return this.options.now();
  }

  /** @throws {DatabaseError} */
  collection(name: string): Collection {
    const collection = this.collections.get(name);
    if (!collection) throw collectionMissing(name);
    return collection;
  }

  /** @throws {DatabaseError} when it exists */
  createCollection(name: string): Collection {
    if (this.collections.has(name)) throw collectionExists();
    const collection = new Collection(name);
    this.collections.set(name, collection);
    return collection;
  }

  /** @throws {DatabaseError} when the collection is missing, or its documents break the index already */
  createIndex(name: string, spec: IndexSpec): void {
    const collection = this.collection(name);
    const index = new Index(spec);
    const seen = new Set<string>();
    for (const document of spec.unique ? collection.documents.values() : []) {
      if (seen.has(index.keyOf(document))) throw this.#duplicate(collection, index, document, 'update');
      seen.add(index.keyOf(document));
    }
    collection.indexes.push(index);
  }

  documents(name: string, transaction: Transaction | undefined): ReadonlyMap<string, Document> {
    const collection = this.collection(name);
    return transaction?.view(collection) ?? collection.documents;
  }

  /**
   * Writes in order, until one breaks a unique index: those before it stay, as with MongoDB's ordered writes.
   *
   * @throws {Blocked} before any effect, outside of transactions only
   * @throws {DatabaseError} a name that cannot be stored, or a conflict, before any effect; a duplicate key, after the
   * writes before it
   */
  write(name: string, writes: readonly Write[], kind: WriteKind, transaction?: Transaction): void {
    const collection = this.collection(name);
    this.#giveUpExpired();
    for (const { after } of writes) {
      const rule = unstorableIn(after);
      if (rule) throw writeRefused(rule);
    }
    for (const write of writes) this.#claim(collection, write, transaction);
    for (const { key, after } of writes) {
      if (after) this.#refuseDuplicate(collection, key, after, kind, transaction);
      if (transaction) {
        for (const lock of lockNames(collection, transaction.view(collection).get(key), after)) {
          this.#locks.set(lock, transaction);
        }
        transaction.put(collection, key, after);
      } else if (after) collection.documents.set(key, after);
      else collection.documents.delete(key);
    }
  }

  begin(): Transaction {
    const transaction = new Transaction(this.collections.values(), this.now());
    this.#transactions.set(transaction.id, transaction);
    return transaction;
  }

  /** @throws {DatabaseError} when it has ended, by whatever means */
  transaction(id: string): Transaction {
    this.#giveUpExpired();
    const transaction = this.#transactions.get(id);
    if (!transaction) throw transactionMissing();
    return transaction;
  }

  commit(transaction: Transaction): void {
    for (const collection of this.collections.values()) transaction.commitTo(collection);
    this.end(transaction);
  }

  /** Forgets the transaction and frees what it had locked. */
  end(transaction: Transaction): void {
    this.#transactions.delete(transaction.id);
    for (const [lock, holder] of this.#locks) {
      if (holder === transaction) this.#locks.delete(lock);
    }
  }

  reset(): void {
    this.collections.clear();
    this.#transactions.clear();
    this.#locks.clear();
  }

  #giveUpExpired(): void {
    for (const transaction of this.#transactions.values()) {
      if (transaction.expired(this.now())) this.end(transaction);
    }
  }

  #claim(collection: Collection, { key, after }: Write, transaction: Transaction | undefined): void {
    const before = this.documents(collection.name, transaction).get(key);
    for (const lock of lockNames(collection, before, after)) {
      const holder = this.#locks.get(lock);
      if (holder === undefined || holder === transaction) continue;
      throw transaction ? transactionConflict() : new Blocked();
    }
    if (transaction?.isStale(collection, key)) throw transactionConflict();
  }

  #refuseDuplicate(
    collection: Collection,
    key: string,
    after: Document,
    kind: WriteKind,
    transaction: Transaction | undefined,
  ): void {
    const seen = this.documents(collection.name, transaction);
    if (kind !== 'update' && seen.has(key)) throw this.#duplicate(collection, primary, after, kind);
    const before = seen.get(key);
    for (const index of collection.indexes) {
      const place = index.keyOf(after);
      if (!index.spec.unique || (before && index.keyOf(before) === place)) continue;
      const isTaken = (documents: ReadonlyMap<string, Document>) => isHeld(documents.values(), index, place);
      if (isTaken(seen)) throw this.#duplicate(collection, index, after, kind);
      // Taken by a commit that this transaction cannot see: MongoDB calls that a conflict, too.
      if (transaction && isTaken(collection.documents)) throw transactionConflict();
    }
  }

  #duplicate(collection: Collection, index: Index, document: Document, kind: WriteKind): DatabaseError {
    const key = `tnt-sandbox.${collection.name} index: ${index.spec.name} dup key: ${index.shown(document)}`;
    return duplicateKey(key, kind, this.options.duplicates);
  }
}
