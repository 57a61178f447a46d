import { ProcessingMode, Query, aggregate as runPipeline } from 'mingo';
import { idKey } from './collection';
import { requestFailed } from './databaseError';
import type { Document } from './document';

export type Filter = Readonly<Record<string, unknown>>;

/** How a result is ordered, cut and shown. */
export interface Shape {
  readonly order: Readonly<Record<string, 1 | -1>>;
  readonly offset: number;
  readonly limit: number;
  readonly projection: Readonly<Record<string, unknown>>;
}

// A projection that drops a nested field would otherwise drop it from the stored document.
const options = { scriptEnabled: false, processingMode: ProcessingMode.CLONE_INPUT };

function asked<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw requestFailed(error instanceof Error ? error.message : String(error));
  }
}

/** The documents that an `_id` in the filter leaves to look at: that one, or all. */
function candidates(documents: ReadonlyMap<string, Document>, { _id: id }: Filter): Iterable<[string, Document]> {
  if (typeof id !== 'string' && typeof id !== 'number') return documents;
  const key = idKey(id);
  const document = documents.get(key);
  return document ? [[key, document]] : [];
}

/**
 * The documents that match, in the order of insertion.
 * @throws {DatabaseError} for an operator that is not known here, geography among them
 */
export function matching(documents: ReadonlyMap<string, Document>, filter: Filter): [string, Document][] {
  return asked(() => {
    const query = new Query({ ...filter }, options);
    return [...candidates(documents, filter)].filter(([, document]) => query.test(document));
  });
}

/** @throws {DatabaseError} as {@link matching} */
export function find(documents: ReadonlyMap<string, Document>, filter: Filter, shape: Shape): Document[] {
  return asked(() => {
    const found = [...candidates(documents, filter)].map(([, document]) => document);
    const cursor = new Query({ ...filter }, options).find<Record<string, unknown>>(found, { ...shape.projection });
    if (Object.keys(shape.order).length > 0) cursor.sort({ ...shape.order });
    return cursor.skip(shape.offset).limit(shape.limit).all();
  });
}

/**
 * Runs a pipeline. `$out` and `$merge` are refused: a server function of CloudBase cannot write through a pipeline here.
 * @param lookup the documents of another collection, by its name
 */
export function aggregate(
  documents: Iterable<Document>,
  stages: readonly Readonly<Record<string, unknown>>[],
  lookup: (name: string) => Document[],
): Document[] {
  const writing = stages.find((stage) => '$out' in stage || '$merge' in stage);
  if (writing) throw requestFailed(`Unrecognized pipeline stage name: '${Object.keys(writing).join()}'`);
  const pipeline = stages.map((stage) => ({ ...stage }));
  return asked(() => runPipeline([...documents], pipeline, { ...options, collectionResolver: lookup }));
}
