import { literal, notice } from './literal';
import { properties } from './resolve';
import type { GeneratedFile, OperationSchema, Schema } from './schema';

type Fields = readonly (readonly [string, Schema])[];

function collect<T>(fields: Fields, pick: (field: Schema) => T | undefined): Record<string, T> {
  const found: Record<string, T> = {};
  for (const [name, field] of fields) {
    const value = pick(field);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

/** The fields of a schema and of everything below it, so that values withdrawn inside a receiver are found too. */
function everyField(schema: Schema): Fields {
  return Object.entries(properties(schema)).flatMap(([name, field]) => [
    [name, field] as const,
    ...everyField(field),
    ...(field.items ? everyField(field.items) : []),
  ]);
}

function jsonField(field: Schema) {
  if (field.wire !== 'json-string') return undefined;
  return {
    ...(field.maxWireLength === undefined ? {} : { maxLength: field.maxWireLength }),
    ...(field.uniqueBy === undefined ? {} : { uniqueBy: field.uniqueBy }),
    ...(field.notTo === undefined ? {} : { notTo: field.notTo }),
    ...(field.ignores === undefined ? {} : { ignores: field.ignores }),
    keys: Object.keys(properties(field.items ?? field)),
  };
}

/** A shared field may be required on links that do not carry this operation. */
function carriedOf({ links }: OperationSchema, requiredOn: readonly string[] | undefined) {
  const carried = requiredOn?.filter((link) => links.includes(link));
  return carried && carried.length > 0 ? carried : undefined;
}

function operationFile(operation: OperationSchema): GeneratedFile {
  const request = Object.entries(properties(operation.request));
  const reply = Object.entries(properties(operation.reply));
  const value = {
    name: operation.name,
    effect: operation.effect,
    ...(operation.number ? { idempotencyKey: operation.number } : {}),
    ...(operation.settles ? { settles: operation.settles } : {}),
    ...(operation.queriedBy ? { queriedBy: operation.queriedBy } : {}),
    links: operation.links,
    fields: request.map(([name]) => name),
    constants: collect(request, (field) => (typeof field.const === 'string' ? field.const : undefined)),
    requiredOn: collect(request, (field) => carriedOf(operation, field.requiredOn)),
    fieldsOnlyOn: collect(request, (field) => field.onlyOnLinks),
    ...(operation.request.oneOf
      ? { exactlyOneOf: operation.request.oneOf.flatMap(({ required }) => required ?? []) }
      : {}),
    retired: collect(everyField(operation.request), (field) => field.retired),
    onlyOn: collect(everyField(operation.request), (field) => field.onlyOn),
    requestJson: collect(request, jsonField),
    replyJson: reply.filter(([, field]) => field.wire === 'json-string').map(([name]) => name),
  };
  const members = Object.entries(value).map(([key, member]) => `  ${key}: ${literal(member, 1)},\n`);
  const text = `${notice(`schemas/operations/${operation.name}.json`)}
import type { Operation } from '../../operation';
import { accepts } from '../validators/${operation.name}.accepts';
import { reply } from '../validators/${operation.name}.reply';
import { request } from '../validators/${operation.name}.request';

/** ${operation.title.zh}. ${operation.title.en}. */
export const ${operation.name}: Operation<'${operation.name}'> = {
${members.join('')}  accepts,
  get checkRequest() {
    return request;
  },
  get checkReply() {
    return reply;
  },
};
`;
  return { path: `shared/generated/operations/${operation.name}.ts`, text };
}

/** One module per operation, so that the bundle of one function carries no other, and a list of all of them. */
export function operationFiles(operations: readonly OperationSchema[]): GeneratedFile[] {
  const names = operations.map(({ name }) => name);
  const imports = [...names].sort().map((name) => `import { ${name} } from './${name}';`);
  const index = `${notice('schemas/operations/')}
import type { Operation } from '../../operation';
${imports.join('\n')}

/** Every operation of this build, in the order of the documents. For tools and tests: a handler imports its own only. */
export const operations: readonly Operation[] = [
${names.map((name) => `  ${name},`).join('\n')}
];
`;
  return [...operations.map(operationFile), { path: 'shared/generated/operations/index.ts', text: index }];
}
