import { properties } from '../resolve';
import type { OperationSchema, Schema } from '../schema';
import { conditions } from './conditions';
import { code, lead, table } from './markdown';
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
    field.maxLength === undefined || field.enum ? '' : `${range(field.minLength, field.maxLength)} ${words.characters}`,
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

function fieldTable(schema: Schema, side: Side, language: Language): string {
  const words = wordsIn(language);
  const needed = side === 'request' ? words.required : words.present;
  const head = [words.field, words.type, needed, words.limits, words.description, words.example, words.source];
  const rows = Object.entries(properties(schema)).map(([name, field]) => [
    code(name),
    typeOf(field, side, words),
    neededOf(name, field, schema, side, words),
    limitsOf(field, side, language),
    field[language] ?? '',
    code(field.example),
    field.source ?? '',
  ]);
  return table(head, rows);
}

function inner(schema: Schema, side: Side, language: Language): string[] {
  return Object.entries(properties(schema)).flatMap(([name, field]) => {
    const shape = field.items ?? field;
    if (Object.keys(properties(shape)).length === 0) return [];
    const title = field.items ? `${name}[]` : name;
    return [`${wordsIn(language).inside} ${code(title)}`, fieldTable(shape, side, language)];
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

function section(operation: OperationSchema, language: Language): string[] {
  const words = wordsIn(language);
  const number = operation.number ? code(operation.number.field) : words.none;
  const facts = [
    [words.effect, words[operation.effect]],
    [words.number, number],
    [words.repetition, operation.idempotency[language]],
    [words.rate, operation.rateLimit[language]],
    [words.links, operation.links.map(code).join(', ')],
    [words.page, operation.doc.title],
  ];
  return [
    `## ${operation.name}`,
    lead(operation.title[language], operation.summary[language], language),
    facts.map(([name, value]) => `- ${name}: ${value}`).join('\n'),
    `### ${operation.name}: ${words.request}`,
    fieldTable(operation.request, 'request', language),
    ...inner(operation.request, 'request', language),
    `### ${operation.name}: ${words.reply}`,
    fieldTable(operation.reply, 'reply', language),
    ...inner(operation.reply, 'reply', language),
    ...operation.examples.flatMap((example) => [
      `### ${operation.name}: ${words.example}, ${example.title[language]}`,
      asSent(example.request, operation.request, 'request'),
      asSent(example.reply, operation.reply, 'reply'),
    ]),
  ];
}

/** The reference of every operation: what it is for, its fields both ways, and worked calls. */
export function operationsDoc(operations: readonly OperationSchema[], language: Language): string {
  const words = wordsIn(language);
  const rows = operations.map(({ name, title, effect, number }) => [
    `[${name}](#${name.toLowerCase()})`,
    title[language],
    words[effect],
    number ? code(number.field) : '',
  ]);
  return [
    `# ${words.operations}`,
    words.operationsIntro,
    words.addedByUs,
    table([words.operation, words.purpose, words.effect, words.numberShort], rows),
    ...operations.flatMap((operation) => section(operation, language)),
  ].join('\n\n');
}
