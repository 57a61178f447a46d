import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConfigSchema, VariableSchema } from './configFile';
import type { ErrorsSchema } from './errorsFile';
import type { LinkSchema } from './linksFile';
import { withNamedLinks } from './namedLinks';
import { resolve } from './resolve';
import type { OperationSchema, Schema } from './schema';

/** Everything `schemas/` says, with every `$ref` of the operations resolved and every link named. */
export interface Schemas {
  readonly operations: readonly OperationSchema[];
  readonly errors: ErrorsSchema;
  readonly config: ConfigSchema;
  readonly links: readonly LinkSchema[];
}

const sharedFiles = ['field.json', 'receiver.json', 'reply.json', 'return.json'];

/** Reads the folder `schemas` under `root`. */
export function readSchemas(root: string): Schemas {
  const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(root, 'schemas', ...path), 'utf8'));
  const { links } = read('links.json') as { links: LinkSchema[] };
  const readNamed = (...path: string[]): unknown => withNamedLinks(read(...path), links);
  const shared = new Map(sharedFiles.map((file) => [file, readNamed(file) as Schema]));
  const operations = readdirSync(join(root, 'schemas', 'operations'))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => readNamed('operations', file) as OperationSchema)
    .sort((a, b) => a.order - b.order)
    .map((operation) => ({
      ...operation,
      request: resolve(operation.request, shared),
      reply: resolve(operation.reply, shared),
    }));
  return {
    operations,
    errors: read('errors.json') as ErrorsSchema,
    config: configOf(readNamed('config.json') as ConfigSource, links),
    links,
  };
}

/** The configuration as it is written: a variable without `links` is read on all of them, and one may list their names. */
interface ConfigSource {
  readonly variables: readonly (Omit<VariableSchema, 'links' | 'enum'> & {
    readonly links?: readonly string[];
    readonly enum?: readonly string[] | 'links';
  })[];
}

function configOf({ variables }: ConfigSource, links: readonly LinkSchema[]): ConfigSchema {
  const names = links.map(({ name }) => name);
  return {
    variables: variables.map((variable) => ({
      ...variable,
      links: variable.links ?? names,
      ...(variable.enum && { enum: variable.enum === 'links' ? names : variable.enum }),
    })) as readonly VariableSchema[],
  };
}
