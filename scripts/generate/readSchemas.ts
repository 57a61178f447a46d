import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConfigSchema } from './configFile';
import type { ErrorsSchema } from './errorsFile';
import { resolve } from './resolve';
import type { OperationSchema, Schema } from './schema';

/** Everything `schemas/` says, with every `$ref` of the operations resolved. */
export interface Schemas {
  readonly operations: readonly OperationSchema[];
  readonly errors: ErrorsSchema;
  readonly config: ConfigSchema;
}

const sharedFiles = ['field.json', 'receiver.json', 'reply.json', 'return.json'];

/** The order people meet the operations in: register, share, ask, finish, return, account. */
const order = [
  'profitSharingAddReceiver',
  'profitSharingRemoveReceiver',
  'profitSharing',
  'multiProfitSharing',
  'profitSharingQuery',
  'profitSharingFinish',
  'profitSharingReturn',
  'profitSharingReturnQuery',
  'profitSharingOrderAmountQuery',
  'profitSharingMerchantRatioQuery',
  'profitSharingBill',
  'profitSharingAfterSales',
  'profitSharingAfterSalesQuery',
];

/** Reads the folder `schemas` under `root`. */
export function readSchemas(root: string): Schemas {
  const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(root, 'schemas', ...path), 'utf8'));
  const shared = new Map(sharedFiles.map((file) => [file, read(file) as Schema]));
  const position = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const operations = readdirSync(join(root, 'schemas', 'operations'))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => read('operations', file) as OperationSchema)
    .sort((a, b) => position(a.name) - position(b.name))
    .map((operation) => ({
      ...operation,
      request: resolve(operation.request, shared),
      reply: resolve(operation.reply, shared),
    }));
  return { operations, errors: read('errors.json') as ErrorsSchema, config: read('config.json') as ConfigSchema };
}
