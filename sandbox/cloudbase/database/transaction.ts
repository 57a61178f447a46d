import { randomBytes } from 'node:crypto';
import type { Collection } from './collection';
import type { Document } from './document';

/** A transaction must end within 30 s, in ms (docs.cloudbase.net/en/error-code/DATABASE_TRANSACTION_FAIL). */
const lifetimeMs = 30_000;

/** A view of the database as it was when the transaction began, plus what the transaction wrote. */
export class Transaction {
  readonly id = randomBytes(16).toString('hex');
  /** An operation is under way. */
  busy = false;
  readonly #views = new Map<string, Map<string, Document>>();
  readonly #written = new Map<string, Set<string>>();

  constructor(
    collections: Iterable<Collection>,
    readonly startedAt: number,
  ) {
    for (const collection of collections) this.view(collection);
  }

  expired(now: number): boolean {
    return now - this.startedAt > lifetimeMs;
  }

  /** What the transaction sees. A collection younger than the transaction is seen as it is at the first look. */
  view(collection: Collection): Map<string, Document> {
    const known = this.#views.get(collection.name);
    if (known) return known;
    const fresh = new Map(collection.documents);
    this.#views.set(collection.name, fresh);
    return fresh;
  }

  /** Whether another writer has committed a change to a document since the transaction began. */
  isStale(collection: Collection, key: string): boolean {
    if (this.#written.get(collection.name)?.has(key)) return false;
    return this.view(collection).get(key) !== collection.documents.get(key);
  }

  put(collection: Collection, key: string, document: Document | undefined): void {
    const view = this.view(collection);
    if (document) view.set(key, document);
    else view.delete(key);
    const written = this.#written.get(collection.name) ?? new Set();
    this.#written.set(collection.name, written.add(key));
  }

  /** Brings what was written into the collection; the locks keep other writers out. */
  commitTo(collection: Collection): void {
    for (const key of this.#written.get(collection.name) ?? []) {
      const document = this.view(collection).get(key);
      if (document) collection.documents.set(key, document);
      else collection.documents.delete(key);
    }
  }
}
