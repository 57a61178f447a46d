import type { IndexSpec } from './collection';
import { DatabaseError, transactionBusy, transactionConflict } from './databaseError';
import { copyOf, type Document } from './document';
import { type DatabaseFault, noDatabaseFaults } from './faults';
import { exportCollections, importCollections } from './snapshot';
import { Blocked, Store } from './store';
import type { Transaction } from './transaction';

export interface DatabaseOptions {
  /** Epoch ms, for `db.serverDate()` and the 30 s of a transaction; the machine's clock by default. */
  readonly now?: () => number;
  /** How long an operation keeps its transaction busy, in ms; 5 by default. */
  readonly operationMs?: number;
  /** What a duplicate key is answered with: E11000 as measured, the default, or the code of the docs. */
  readonly duplicates?: 'measured' | 'documented';
}

/** One piece of work: what it does in the store, in the transaction that it names. */
export type Work<T> = (store: Store, transaction: Transaction | undefined) => T;

/** How often a write that waits for a transaction looks again, in ms. */
const lookAgainMs = 5;

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));

/** Does not keep a stopped sandbox alive: a transaction that is never ended may take 30 s. */
const lookAgain = (): Promise<void> => new Promise((wake) => setTimeout(wake, lookAgainMs).unref());

function refuse(fault: DatabaseFault | undefined): void {
  if (fault?.kind === 'conflict') throw transactionConflict();
  if (fault?.kind === 'busy') throw transactionBusy();
}

/** The document database of one CloudBase environment. */
export class Database {
  readonly faults = noDatabaseFaults();
  readonly #store: Store;
  readonly #operationMs: number;

  constructor({ now = Date.now, operationMs = 5, duplicates = 'measured' }: DatabaseOptions = {}) {
    this.#store = new Store({ now, duplicates });
    this.#operationMs = operationMs;
  }

  /** @throws {DatabaseError} when it exists */
  createCollection(name: string): void {
    this.#store.createCollection(name);
  }

  /**
   * Indexes are created in the console or by its management API, never through the SDKs.
   * @throws {DatabaseError} when the collection is missing, or its documents break a unique index already
   */
  createIndex(collection: string, spec: IndexSpec): void {
    this.#store.createIndex(collection, spec);
  }

  /**
   * Copies of all committed documents, in the order of insertion.
   * @throws {DatabaseError} when the collection is missing
   */
  read(collection: string): Document[] {
    return [...this.#store.collection(collection).documents.values()].map(copyOf);
  }

  /** What is committed, as JSON text. */
  export(): string {
    return exportCollections(this.#store.collections.values());
  }

  /**
   * Continues from an exported state; open transactions are gone.
   * @throws when the text is none, and leaves everything as it was
   */
  import(text: string): void {
    importCollections(new Store({ now: Date.now, duplicates: 'measured' }), text);
    this.#store.reset();
    importCollections(this.#store, text);
  }

  /** No collections, no transactions, no faults. */
  reset(): void {
    this.#store.reset();
    this.faults.clear();
  }

  /**
   * Does one piece of work at once, or, outside of transactions, as soon as the open transaction that has written to the
   * same documents has ended: so does MongoDB.
   *
   * @param id of the transaction
   * @throws {DatabaseError}
   */
  async perform<T>(id: string | undefined, work: Work<T>, fault?: DatabaseFault): Promise<T> {
    if (id !== undefined) return this.#inTransaction(this.#store.transaction(id), work, fault);
    refuse(fault);
    const done = await this.#unblocked(work);
    if (fault?.kind === 'slow') await pause(fault.delayMs);
    return done;
  }

  /** @throws {DatabaseError} when the transaction has ended, or is busy */
  commit(id: string, fault?: DatabaseFault): Promise<void> {
    const transaction = this.#store.transaction(id);
    return this.#inTransaction(transaction, (store) => store.commit(transaction), fault);
  }

  /**
   * Drops what the transaction wrote, also while it is busy.
   * @throws {DatabaseError} when the transaction has ended
   */
  async abort(id: string, fault?: DatabaseFault): Promise<void> {
    const transaction = this.#store.transaction(id);
    if (fault?.kind !== 'busy') this.#store.end(transaction);
    refuse(fault);
    if (fault?.kind === 'slow') await pause(fault.delayMs);
  }

  async #inTransaction<T>(transaction: Transaction, work: Work<T>, fault: DatabaseFault | undefined): Promise<T> {
    if (transaction.busy) throw transactionBusy();
    transaction.busy = true;
    try {
      refuse(fault);
      const done = work(this.#store, transaction);
      await pause(fault?.kind === 'slow' ? fault.delayMs : this.#operationMs);
      return done;
    } catch (error) {
      if (error instanceof DatabaseError && error.endsTransaction) this.#store.end(transaction);
      throw error;
    } finally {
      transaction.busy = false;
    }
  }

  async #unblocked<T>(work: Work<T>): Promise<T> {
    for (;;) {
      try {
        return work(this.#store, undefined);
      } catch (error) {
        if (!(error instanceof Blocked)) throw error;
      }
      await lookAgain();
    }
  }
}
