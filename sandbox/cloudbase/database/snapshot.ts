import { isRecord } from '../../isRecord';
import { type Collection, type IndexSpec, idKey } from './collection';
import { fromEjson, toEjson } from './ejson';
import type { Store } from './store';

/** What is committed, as JSON text; documents in canonical EJSON, so that dates stay dates. */
export function exportCollections(collections: Iterable<Collection>): string {
  const pages = [...collections].map(({ name, indexes, documents }) => ({
    name,
    indexes: indexes.map(({ spec }) => spec),
    documents: [...documents.values()].map((document): unknown => JSON.parse(toEjson(document))),
  }));
  return JSON.stringify({ collections: pages });
}

function isIndexSpec(value: unknown): value is IndexSpec {
  if (!isRecord(value) || !isRecord(value.keys)) return false;
  const directions = Object.values(value.keys);
  return (
    typeof value.name === 'string' &&
    typeof value.unique === 'boolean' &&
    directions.every((direction) => direction === 1 || direction === -1)
  );
}

/**
 * The way back, into an empty store.
 * @throws when the text is not an exported database
 */
export function importCollections(store: Store, text: string): void {
  const raw: unknown = JSON.parse(text);
  if (!isRecord(raw) || !Array.isArray(raw.collections)) throw new TypeError('not an exported database');
  for (const page of raw.collections) {
    if (
      !isRecord(page) ||
      typeof page.name !== 'string' ||
      !Array.isArray(page.documents) ||
      !Array.isArray(page.indexes)
    ) {
      throw new TypeError('a collection needs a name, documents and indexes');
    }
    const collection = store.createCollection(page.name);
    for (const json of page.documents) {
      const document = fromEjson(JSON.stringify(json), store.now());
      if (!isRecord(document)) throw new TypeError(`${page.name} has a document that is not an object`);
      collection.documents.set(idKey(document._id), document);
    }
    for (const spec of page.indexes) {
      if (!isIndexSpec(spec)) throw new TypeError(`${page.name} has an index that is none`);
      store.createIndex(page.name, spec);
    }
  }
}
