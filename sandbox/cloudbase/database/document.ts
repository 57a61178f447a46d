import { isPlainRecord } from '../../isRecord';

/** A stored document. Never changed in place: its identity is its version. */
export type Document = Readonly<Record<string, unknown>>;

function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  return isPlainRecord(value) ? copyOf(value) : value;
}

/** A copy that may be changed; dates and ids, which never change, are shared. */
export function copyOf(document: Document): Record<string, unknown> {
  return Object.fromEntries(Object.entries(document).map(([key, value]) => [key, copied(value)]));
}

/**
 * The first name inside a value that could be read as a path or an operator. MongoDB refused such names for most of its
 * life, and CloudBase's import reads them as paths: what is stored under one does not survive an export.
 */
export function unstorableIn(value: unknown, path = ''): string | undefined {
  if (!Array.isArray(value) && !isPlainRecord(value)) return undefined;
  for (const [name, item] of Object.entries(value)) {
    const at = path ? `${path}.${name}` : name;
    if (name.includes('.') || name.startsWith('$')) {
      return `The dotted or dollar ($) prefixed field '${name}' in '${at}' is not valid for storage.`;
    }
    const deeper = unstorableIn(item, at);
    if (deeper) return deeper;
  }
  return undefined;
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
