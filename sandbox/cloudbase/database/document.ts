import { isBag } from '../../isBag';

/** A stored document. Never changed in place: its identity is its version. */
export type Document = Readonly<Record<string, unknown>>;

function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  return isBag(value) && Object.getPrototypeOf(value) === Object.prototype ? copyOf(value) : value;
}

/** A copy that may be changed; dates and ids, which nobody changes, are shared. */
export function copyOf(document: Document): Record<string, unknown> {
  return Object.fromEntries(Object.entries(document).map(([key, value]) => [key, copied(value)]));
}

/** The value at a dotted path, undefined where there is none. */
export function valueAt(document: Document, path: string): unknown {
  let value: unknown = document;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
