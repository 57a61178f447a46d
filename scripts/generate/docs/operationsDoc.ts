import type { ErrorsSchema } from '../errorsFile';
import { properties } from '../resolve';
import type { OperationSchema, Schema } from '../schema';
import { conditions } from './conditions';
import { code, lead, table } from './markdown';
import { sourceIn } from './sources';
import { type Language, type Words, wordsIn } from './words';

type Side = 'request' | 'reply';

function typeOf(field: Schema, side: Side, words: Words): string {
  if (field.wire === 'json-string') {
    if (side === 'reply') return words.jsonString;
    return field.type === 'array' ? words.arrayOf : words.objectOf;
  }
  if (field.items && field.items.type !== 'object') return `${typeOf(field.items, side, words)}[]`;
  const type = [field.type].flat().join(' | ');
  return field.unit ? `${type} (${field.unit})` : type;
}

function limitsOf(field: Schema, side: Side, language: Language): string {
  const words = wordsIn(language);
  const range = (from: number | undefined, to: number) => (from === undefined ? `≤ ${to}` : `${from}–${to}`);
  const retired = Object.entries(side === 'request' ? (field.retired ?? {}) : {});
  const limits = [
    ...(field.enum ?? []).map((value) => {
      const links = field.onlyOn?.[value];
      return links ? `${code(value)} (${words.onlyOn} ${links.map(code).join(', ')})` : code(value);
    }),
    ...retired.map(([value, text]) => `${code(value)} (${words.retired}: ${text[language]})`),
    field.const === undefined ? '' : code(field.const),
    field.pattern ? code(field.pattern) : '',
    field.maxLength === undefined ? '' : `${range(field.minLength, field.maxLength)} ${words.characters}`,
    field.maximum === undefined ? '' : range(field.minimum, field.maximum),
    field.minimum === undefined || field.maximum !== undefined ? '' : `≥ ${field.minimum}`,
    field.maxItems === undefined ? '' : `${range(field.minItems, field.maxItems)} ${words.items}`,
    field.notTo === undefined ? '' : `${words.notTo} ${code(field.notTo)}`,
    field.maxWireLength === undefined ? '' : `${words.jsonText} ${field.maxWireLength} ${words.characters}`,
  ];
  return limits.filter((limit) => limit !== '').join(', ');
}

function neededOf(name: string, field: Schema, schema: Schema, side: Side, words: Words): string {
  if (field.filledFrom === 'configuration' && !field.requiredOn) {
    const condition = conditions(schema).get(name);
    return condition ? `${words.when} ${code(condition)}` : words.no;
  }
  if (field.requiredOn) return `${words.filled}; ${words.requiredOn} ${field.requiredOn.map(code).join(', ')}`;
  if (side === 'request' && field.filledFrom) return words.filled;
  if (schema.required?.includes(name) || schema.allOf?.some((part) => part.required?.includes(name))) return words.yes;
  const choice = schema.oneOf?.flatMap(({ required }) => required ?? []);
  if (choice?.includes(name)) return `${words.oneOf} ${choice.map(code).join(' / ')}`;
  const condition = conditions(schema).get(name);
  if (condition) return `${words.when} ${code(condition)}`;
  return side === 'request' ? words.no : words.optional;
}

/** A table of fields by name, one row each. */
type Rows = ReadonlyMap<string, readonly string[]>;

function rowsOf(schema: Schema, side: Side, language: Language): Rows {
  const words = wordsIn(language);
  return new Map(
    Object.entries(properties(schema)).map(([name, field]) => [
      name,
      [
        code(name),
        typeOf(field, side, words),
        neededOf(name, field, schema, side, words),
        limitsOf(field, side, language),
        field[language] ?? '',
        code(field.example),
        sourceIn(language, field.source ?? ''),
      ],
    ]),
  );
}

function fieldTable(rows: Rows, side: Side, language: Language): string {
  const words = wordsIn(language);
  const needed = side === 'request' ? words.required : words.present;
  const head = [words.field, words.type, needed, words.limits, words.description, words.example, words.source];
  return table(head, [...rows.values()]);
}

/** The rows of fields that most replies have, as most of them have them: these stand once, before all operations. */
export function commonRows(operations: readonly OperationSchema[], language: Language): Rows {
  const all = operations.map(({ reply }) => rowsOf(reply, 'reply', language));
  const names = [...new Set(all.flatMap((rows) => [...rows.keys()]))];
  return new Map(
    names.flatMap((name) => {
      const given = all.flatMap((rows) => [rows.get(name) ?? []]).filter((row) => row.length > 0);
      const times = (row: readonly string[]) => given.filter((other) => isSame(other, row)).length;
      const row = given.reduce((best, other) => (times(other) > times(best) ? other : best));
      return times(row) > operations.length / 2 ? [[name, row] as const] : [];
    }),
  );
}

function isSame(one: readonly string[] | undefined, other: readonly string[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function inner(schema: Schema, side: Side, language: Language): string[] {
  return Object.entries(properties(schema)).flatMap(([name, field]) => {
    const shape = field.items ?? field;
    if (Object.keys(properties(shape)).length === 0) return [];
    const title = field.items ? `${name}[]` : name;
    return [`${wordsIn(language).inside} ${code(title)}`, fieldTable(rowsOf(shape, side, language), side, language)];
  });
}

/** The example as it travels: a reply's JSON strings are strings. */
function asSent(value: Readonly<Record<string, unknown>>, schema: Schema, side: Side): string {
  const fields = properties(schema);
  const sent = Object.entries(value).map(([name, item]) =>
    side === 'reply' && fields[name]?.wire ? [name, JSON.stringify(item)] : [name, item],
  );
  return `\`\`\`json\n${JSON.stringify(Object.fromEntries(sent), null, 2)}\n\`\`\``;
}

/** Where the errors stand, seen from the page of an operation. */
const inErrors = (name: string) => `[${name}](../errors.md#${name.toLowerCase()})`;

/** Each code of an operation with its cause and, apart from it, its solution: of WeChat Pay's page where it prints them. */
function codesOf(codes: readonly string[], errors: ErrorsSchema, language: Language): string[] {
  const words = wordsIn(language);
  const rows = codes.map((name) => {
    const { documented, title, advice } = errors.codes[name] ?? {};
    return [
      inErrors(name),
      (documented?.cause ?? title)?.[language] ?? '',
      (documented?.solution ?? advice)?.[language] ?? '',
    ];
  });
  return [`## ${words.codes}`, table([words.code, words.cause, words.solution], rows)];
}

/** The page of one operation: what it is for, its fields both ways, its codes, and worked calls. */
export function operationDoc(
  operation: OperationSchema,
  common: Rows,
  errors: ErrorsSchema,
  language: Language,
): string {
  const words = wordsIn(language);
  const { number, codes, doc, links } = operation;
  const all = rowsOf(operation.reply, 'reply', language);
  const own = new Map([...all].filter(([name, row]) => !isSame(common.get(name), row)));
  const absent = [...common.keys()].filter((name) => !all.has(name));
  const facts = [
    [words.effect, words[operation.effect]],
    [words.number, number ? code(number.field) : words.none],
    [words.repetition, operation.idempotency[language]],
    [words.rate, operation.rateLimit[language]],
    [words.links, links.map(code).join(', ')],
    [words.page, doc.title],
    ...(codes ? [] : [[words.codes, words.notListed]]),
  ];
  return [
    `# ${operation.name}`,
    lead(operation.title[language], operation.summary[language], language),
    facts.map(([name, value]) => `- ${name}: ${value}`).join('\n'),
    `## ${words.request}`,
    fieldTable(rowsOf(operation.request, 'request', language), 'request', language),
    ...inner(operation.request, 'request', language),
    `## ${words.reply}`,
    commonToo(absent, language),
    ...(own.size > 0 ? [fieldTable(own, 'reply', language)] : []),
    ...inner(operation.reply, 'reply', language),
    ...(codes ? codesOf(codes, errors, language) : []),
    ...operation.examples.flatMap((example) => [
      `## ${words.example}: ${example.title[language]}`,
      asSent(example.request, operation.request, 'request'),
      asSent(example.reply, operation.reply, 'reply'),
    ]),
  ].join('\n\n');
}

function commonToo(absent: readonly string[], language: Language): string {
  const words = wordsIn(language);
  const apart = absent.length > 0 ? `${words.apartFrom}${absent.map(code).join(', ')}` : '';
  return `${words.commonToo}[${words.common}](../operations.md#${words.commonAnchor})${apart}${words.fullStop}`;
}

/** The list of operations, and the fields that all of their replies have. */
export function operationsDoc(operations: readonly OperationSchema[], common: Rows, language: Language): string {
  const words = wordsIn(language);
  const rows = operations.map(({ name, title, effect, number }) => [
    `[${name}](operations/${name}.md)`,
    title[language],
    words[effect],
    number ? code(number.field) : '',
  ]);
  return [
    `# ${words.operations}`,
    words.operationsIntro,
    table([words.operation, words.purpose, words.effect, words.numberShort], rows),
    `## ${words.commonTitle}`,
    words.addedByUs,
    fieldTable(common, 'reply', language),
  ].join('\n\n');
}
