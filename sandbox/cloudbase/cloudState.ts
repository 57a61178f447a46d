import { Crashes } from './crashes';
import type { IndexSpec } from './database/collection';
import { Database } from './database/database';
import { type HttpSwitches, httpDefaults } from './httpAccess';
import { Transit } from './transit';

/** Collections by their names, each with its indexes. */
export type Collections = Readonly<Record<string, readonly IndexSpec[]>>;

/** What a CloudBase environment remembers beside its functions, and what waits to go wrong there. */
export interface CloudState {
  readonly database: Database;
  readonly crashes: Crashes;
  /** The way of requests to WeChat Pay. */
  readonly transit: Transit;
  /** How requests of the HTTP access service reach a function. */
  readonly http: HttpSwitches;
  /** Back to the first moment: the collections, empty, no faults, no crashes, no delays. */
  reset(): void;
}

function createCollections(database: Database, collections: Collections): void {
  for (const [name, indexes] of Object.entries(collections)) {
    database.createCollection(name);
    for (const index of indexes) database.createIndex(name, index);
  }
}

export function openCloudState(collections: Collections = {}): CloudState {
  const database = new Database();
  const crashes = new Crashes();
  const transit = new Transit();
  const http = { ...httpDefaults };
  createCollections(database, collections);
  return {
    database,
    crashes,
    transit,
    http,
    reset: () => {
      database.reset();
      crashes.clear();
      transit.clear();
      Object.assign(http, httpDefaults);
      createCollections(database, collections);
    },
  };
}
