import type { Field } from '../../../sandbox/wechatpay/wires/v3/fields';

/**
 * A value as the transcription has it: `string`, `integer` or `boolean`, after which its values (`A|B`) or `time`
 * (RFC 3339) may stand; an object by its fields, whose names end in `?` where they may be absent; a list by its item.
 */
export type Shape = string | readonly [Shape] | { readonly [name: string]: Shape };
export type ObjectShape = { readonly [name: string]: Shape };

/** How a value or a request differs from the transcription, e.g. `receivers[].amount: missing`. */
export type Difference = string;

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const below = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

function namesOf(shape: ObjectShape): Map<string, { readonly required: boolean; readonly shape: Shape }> {
  return new Map(
    Object.entries(shape).map(([name, inner]) => [
      name.replace(/\?$/, ''),
      { required: !name.endsWith('?'), shape: inner },
    ]),
  );
}

function ofText(text: string, value: unknown, path: string): Difference[] {
  const [type, detail] = text.split(' ');
  const given = Number.isInteger(value) ? 'integer' : typeof value;
  if (given !== type) return [`${path}: ${given} for ${type}`];
  if (detail === undefined) return [];
  if (detail === 'time') return RFC3339.test(String(value)) ? [] : [`${path}: no RFC 3339`];
  return detail.split('|').includes(String(value)) ? [] : [`${path}: ${value} is no listed value`];
}

/** What an answer has that the transcription has not, and the other way round. */
export function answerDifferences(shape: Shape, value: unknown, path = ''): Difference[] {
  if (typeof shape === 'string') return ofText(shape, value, path);
  if (Array.isArray(shape)) {
    const [item] = shape as readonly [Shape];
    return Array.isArray(value)
      ? value.flatMap((one) => answerDifferences(item, one, `${path}[]`))
      : [`${path}: no list`];
  }
  if (!isObject(value)) return [`${path}: no object`];
  const listed = namesOf(shape as ObjectShape);
  const unlisted = Object.keys(value).filter((name) => !listed.has(name));
  return [
    ...unlisted.map((name) => `${below(path, name)}: not listed`),
    ...[...listed].flatMap(([name, { required, shape: inner }]) => {
      if (value[name] !== undefined) return answerDifferences(inner, value[name], below(path, name));
      return required ? [`${below(path, name)}: missing`] : [];
    }),
  ];
}

function valuesDiffer(shape: Shape, { values = [] }: Field): boolean {
  const listed = typeof shape === 'string' ? (shape.split(' ')[1]?.split('|') ?? []) : [];
  return [...listed].sort().join() !== [...values].sort().join();
}

function typeOf(shape: Shape): string {
  return typeof shape === 'string' ? (shape.split(' ')[0] ?? '') : 'list';
}

/** What the form of a request asks that the transcription does not, and the other way round. */
export function requestDifferences(shape: ObjectShape, fields: readonly Field[], path = ''): Difference[] {
  const listed = namesOf(shape);
  const known = new Set(fields.map(({ name }) => name));
  const untaken = [...listed.keys()].filter((name) => !known.has(name));
  return [
    ...untaken.map((name) => `${below(path, name)}: not taken`),
    ...fields.flatMap((field): Difference[] => {
      const at = below(path, field.name);
      const found = listed.get(field.name);
      if (!found) return [`${at}: not listed`];
      const items = Array.isArray(found.shape) ? (found.shape[0] as ObjectShape) : undefined;
      return [
        ...((field.required ?? false) === found.required
          ? []
          : [`${at}: ${found.required ? 'required there' : 'optional there'}`]),
        ...(field.type === typeOf(found.shape) ? [] : [`${at}: ${field.type} for ${typeOf(found.shape)}`]),
        ...(valuesDiffer(found.shape, field) ? [`${at}: other values`] : []),
        ...(items ? requestDifferences(items, field.items ?? [], `${at}[]`) : []),
      ];
    }),
  ];
}
