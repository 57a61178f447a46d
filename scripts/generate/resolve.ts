import type { Schema } from './schema';

/** Finds the schema a `$ref` names, inside `file` unless the reference names another file. */
function lookUp(ref: string, file: string, shared: ReadonlyMap<string, Schema>): { schema: Schema; file: string } {
  const [named = '', pointer = ''] = ref.split('#');
  const home = named || file;
  const key = pointer.replace(/^\/definitions\//, '');
  const schema = shared.get(home)?.definitions?.[key];
  if (!schema) throw new Error(`${file}: no schema at ${ref}`);
  return { schema, file: home };
}

/**
 * Replaces every `$ref` by what it names; keywords beside a `$ref` win, as Ajv reads them too.
 * The result stands alone, so a validator carries only what its own operation uses.
 */
export function resolve(schema: Schema, shared: ReadonlyMap<string, Schema>, file = ''): Schema {
  if (schema.$ref !== undefined) {
    const { $ref, ...beside } = schema;
    const found = lookUp($ref, file, shared);
    return { ...resolve(found.schema, shared, found.file), ...resolve(beside, shared, file) };
  }
  // `false` is a schema too: nothing fits it.
  const inside = (part: Schema) => (typeof part === 'boolean' ? part : resolve(part, shared, file));
  const out: Record<string, unknown> = { ...schema };
  for (const key of ['items', 'contains', 'if', 'then', 'else'] as const) {
    const part = schema[key];
    if (part) out[key] = inside(part);
  }
  for (const key of ['allOf', 'anyOf', 'oneOf'] as const) {
    const parts = schema[key];
    if (parts) out[key] = parts.map(inside);
  }
  if (schema.properties) {
    out.properties = Object.fromEntries(Object.entries(schema.properties).map(([name, part]) => [name, inside(part)]));
  }
  return out as Schema;
}

/** Every property of an object schema, those that come in through `allOf` first. */
export function properties(schema: Schema): Readonly<Record<string, Schema>> {
  const inherited = (schema.allOf ?? []).map(properties);
  return Object.assign({}, ...inherited, schema.properties);
}

/** The same schema without the named keywords, at every depth. Names of properties are never touched. */
export function without(schema: Schema, keywords: readonly string[]): Schema {
  const strip = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(strip);
    return typeof part === 'object' && part !== null ? without(part as Schema, keywords) : part;
  };
  const kept = Object.entries(schema).filter(([key]) => !keywords.includes(key));
  return Object.fromEntries(
    kept.map(([key, value]) => {
      if (key !== 'properties') return [key, strip(value)];
      return [key, Object.fromEntries(Object.entries(value).map(([name, part]) => [name, strip(part)]))];
    }),
  ) as Schema;
}
