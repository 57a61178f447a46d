import { type Document, valueAt } from './document';
import { toEjson } from './ejson';

export interface IndexSpec {
  readonly name: string;
  /** Fields, dotted when nested, in the order of the index. */
  readonly keys: Readonly<Record<string, 1 | -1>>;
  /** Only unique indexes have an effect here. */
  readonly unique: boolean;
}

/** One index: what two documents must not share when it is unique. A list counts as one value. */
export class Index {
  readonly #keys = new WeakMap<Document, string>();
  constructor(readonly spec: IndexSpec) {}

  /** The document's place in the index. A missing field counts as null, so two documents without it collide. */
  keyOf(document: Document): string {
    const known = this.#keys.get(document);
    if (known !== undefined) return known;
    const key = toEjson(this.#values(document));
    this.#keys.set(document, key);
    return key;
  }

  /** The key as MongoDB prints it in E11000: `{ : "k1" }`. */
  shown(document: Document): string {
    const values = this.#values(document).map((value) => `: ${JSON.stringify(value)}`);
    return `{ ${values.join(', ')} }`;
  }

  #values(document: Document): unknown[] {
    return Object.keys(this.spec.keys).map((path) => valueAt(document, path) ?? null);
  }
}

/** The index every collection has. */
export const primary = new Index({ name: '_id_', keys: { _id: 1 }, unique: true });

/** The key under which a document with this `_id` is kept. */
export function idKey(id: unknown): string {
  return primary.keyOf({ _id: id });
}

/** A collection as it was last committed. */
export class Collection {
  /** By {@link idKey}, in the order of insertion. */
  readonly documents = new Map<string, Document>();
  readonly indexes: Index[] = [];
  constructor(readonly name: string) {}
}
