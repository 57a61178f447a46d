import type { Json } from './v3Answer';

/** A string field that the checks have seen, '' where it was not given. */
export function text(fields: Json, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

/** The field under another name, or nothing at all where it was not given. */
export function optional<K extends string>(key: K, fields: Json, name: string): { readonly [P in K]?: string } {
  const value = text(fields, name);
  return value === '' ? {} : ({ [key]: value } as { readonly [P in K]?: string });
}
