import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { notice } from './literal';
import { pascal } from './names';
import { properties } from './resolve';
import type { GeneratedFile, OperationSchema, Schema } from './schema';

type Definitions = Record<string, JSONSchema>;

function limits(field: Schema): string | undefined {
  if (field.pattern !== undefined && field.unit === undefined) return `Pattern: ${field.pattern}`;
  if (field.maxLength !== undefined) return `Length: ${field.minLength ?? 0} to ${field.maxLength} characters`;
  if (field.maxItems !== undefined) return `Items: ${field.minItems ?? 0} to ${field.maxItems}`;
  if (field.minimum === undefined) return undefined;
  return field.maximum === undefined ? `At least ${field.minimum}` : `From ${field.minimum} to ${field.maximum}`;
}

/** The TSDoc of one field: both languages, then unit, range, example and source page. */
function describe(field: Schema): string {
  const facts = [
    field.unit ? `Unit: ${field.unit}` : undefined,
    limits(field),
    field.example === undefined ? undefined : `Example: ${JSON.stringify(field.example)}`,
    field.source ? `Source: ${field.source}` : undefined,
  ].filter((fact) => fact !== undefined);
  return [`${field.zh}。`, `${field.en}.`, ...facts.map((fact) => `${fact}.`)].join('\n').replaceAll('*/', '*\\/');
}

function shape(field: Schema, definitions: Definitions): JSONSchema {
  const description = field.zh ? { description: describe(field) } : {};
  const values = {
    ...(field.type === undefined ? {} : { type: field.type as JSONSchema['type'] }),
    ...(field.enum ? { enum: [...field.enum] } : {}),
    ...(field.const === undefined ? {} : { enum: [field.const] }),
  } as JSONSchema;
  if (field.items) return { ...values, ...description, items: shape(field.items, definitions) };
  if (field.type === 'object') return { ...named(field, definitions), ...description };
  return { ...values, ...description };
}

/** A schema with a title becomes a type of that name; every other object is written where it stands. */
function named(schema: Schema & { title?: string }, definitions: Definitions): JSONSchema {
  if (!schema.title) return object(schema, definitions);
  definitions[schema.title] ??= { ...object(schema, definitions), title: schema.title };
  return { $ref: `#/definitions/${schema.title}` };
}

function object(schema: Schema, definitions: Definitions): JSONSchema {
  const fields = Object.entries(properties(schema));
  return {
    type: 'object',
    ...(schema.zh ? { description: describe(schema) } : {}),
    additionalProperties: schema.additionalProperties ?? true,
    required: (schema.required ?? []).filter((name) => properties(schema)[name]?.filledFrom === undefined),
    properties: Object.fromEntries(fields.map(([name, field]) => [name, shape(field, definitions)])),
  };
}

/** A request accepts parsed values and the documented JSON string; a reply keeps the string WeChat sent. */
function onTheWire(schema: JSONSchema, source: Schema, side: 'request' | 'reply'): JSONSchema {
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]): [string, JSONSchema] => {
    if (properties(source)[name]?.wire !== 'json-string') return [name, field];
    const { description, ...parsed } = field;
    const text = { type: 'string' as const };
    const words = description === undefined ? {} : { description };
    return [name, side === 'reply' ? { ...text, ...words } : { anyOf: [parsed, text], ...words }];
  });
  return { ...schema, properties: Object.fromEntries(fields) };
}

/** TypeScript types of every request and reply, through one umbrella schema so that shared shapes appear once. */
export async function typesFile(operations: readonly OperationSchema[]): Promise<GeneratedFile> {
  const definitions: Definitions = {};
  for (const operation of operations) {
    for (const side of ['request', 'reply'] as const) {
      const name = `${pascal(operation.name)}${pascal(side)}`;
      const schema = onTheWire(object(operation[side], definitions), operation[side], side);
      const required = side === 'reply' ? ['return_code'] : schema.required;
      const description = `${operation.title.zh}. ${operation.title.en}: ${side}. Page: ${operation.doc.title}.`;
      definitions[name] = { ...schema, ...(required ? { required } : {}), title: name, description };
    }
  }
  const text = await compile({ title: 'Contract', type: 'object', definitions }, 'Contract', {
    bannerComment: notice('schemas/'),
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: true,
    additionalProperties: true,
    style: { printWidth: 120, singleQuote: true, semi: true, trailingComma: 'all' },
  });
  return { path: 'shared/generated/types.ts', text: tidy(text) };
}

/** Drops what the compiler adds of its own: the umbrella, and a remark on each definition. */
function tidy(text: string): string {
  const start = text.indexOf('export interface Contract');
  const end = text.indexOf('\n}\n', start) + 3;
  return `${text.slice(0, start)}${text.slice(end)}`.replace(
    / \*\n \* This interface was referenced by[\s\S]*?(?= \*\/)/g,
    '',
  );
}
