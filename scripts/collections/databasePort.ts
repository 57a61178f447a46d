import type { IndexSpec } from './ledgerCollections';

/** An index as the cloud shows it; its directions may be kinds no index of ours has, like `2dsphere`. */
export interface FoundIndex {
  readonly name: string;
  readonly keys: readonly (readonly [field: string, direction: string])[];
  readonly unique: boolean;
}

/** A document database from its administrator's side. Every method may throw CloudFailure; nothing else. */
export interface DatabasePort {
  /** The names of all collections. */
  collections(): Promise<string[]>;
  indexes(collection: string): Promise<FoundIndex[]>;
  /** The tag of who may use a collection, empty where it has none yet; nothing at all where the API cannot tell. */
  access(collection: string): Promise<string | undefined>;
  create(collection: string): Promise<void>;
  /** Leaves a collection to the backend alone; returns false where the API cannot. */
  close(collection: string): Promise<boolean>;
  addIndexes(collection: string, indexes: readonly IndexSpec[]): Promise<void>;
}
