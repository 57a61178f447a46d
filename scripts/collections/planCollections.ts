import type { DatabasePort, FoundIndex } from './databasePort';
import type { Collections, IndexSpec } from './ledgerCollections';

/** One collection as it is, and what it takes to make it as it should be. */
export interface CollectionPlan {
  readonly name: string;
  readonly exists: boolean;
  /** `closed`: to clients, already. `close`: that is to be done. `unclear`: a person has to look at it. */
  readonly access: 'closed' | 'close' | 'unclear';
  /** Who may use it now, when that is known. */
  readonly accessNow: string | undefined;
  readonly present: readonly IndexSpec[];
  readonly missing: readonly IndexSpec[];
  /** Indexes of others that are in the way of ours, in words. */
  readonly conflicts: readonly string[];
}

/** Compares what is there with what should be, and changes nothing. @throws {CloudFailure} */
export async function planCollections(database: DatabasePort, wanted: Collections): Promise<CollectionPlan[]> {
  const names = new Set(await database.collections());
  const plans: CollectionPlan[] = [];
  for (const [name, indexes] of Object.entries(wanted)) {
    const exists = names.has(name);
    const accessNow = exists ? await database.access(name) : undefined;
    const found = exists ? await database.indexes(name) : [];
    const present = indexes.filter((index) => found.some((other) => serves(other, index)));
    const absent = indexes.filter((index) => !present.includes(index));
    const conflicts = absent.flatMap((index) => found.filter((other) => isInTheWay(other, index)).map(inWords));
    const access = exists ? accessOf(accessNow) : 'close';
    plans.push({ name, exists, access, accessNow, present, missing: absent, conflicts });
  }
  return plans;
}

/** Whether this plan changes anything. */
export function hasWork({ exists, access, missing }: CollectionPlan): boolean {
  return !exists || access === 'close' || missing.length > 0;
}

/** The tags that let clients in (docs.cloudbase.net/database/data-permission); no tag promises nothing. */
const OPEN = new Set(['', 'READONLY', 'PRIVATE', 'ADMINWRITE']);

/** A rule of the owner (CUSTOM) is not replaced: it would be lost, and it may be as strict. */
function accessOf(tag: string | undefined): CollectionPlan['access'] {
  if (tag === 'ADMINONLY') return 'closed';
  return tag !== undefined && OPEN.has(tag) ? 'close' : 'unclear';
}

/** Under whatever name: MongoDB refuses a second index on the same keys. */
function serves(found: FoundIndex, wanted: IndexSpec): boolean {
  return sameKeys(found, wanted) && found.unique === wanted.unique;
}

function isInTheWay(found: FoundIndex, wanted: IndexSpec): boolean {
  return found.name === wanted.name || sameKeys(found, wanted);
}

function sameKeys({ keys }: FoundIndex, wanted: IndexSpec): boolean {
  const own = Object.entries(wanted.keys).map(([field, direction]) => `${field} ${direction}`);
  return own.join() === keys.map(([field, direction]) => `${field} ${direction}`).join();
}

function inWords({ name, keys, unique }: FoundIndex): string {
  const fields = keys.map(([field, direction]) => (direction === '1' ? field : `${field} ${direction}`));
  return `${name} (${fields.join(', ')}${unique ? '; unique' : ''})`;
}
