import { literal, notice } from './literal';
import { pascal, union } from './names';
import { properties } from './resolve';
import type { GeneratedFile, OperationSchema } from './schema';

/** The typed client's table of operations and its interface. */
export function clientFiles(operations: readonly OperationSchema[]): GeneratedFile[] {
  return [
    { path: 'client/generated/operations.ts', text: traitsText(operations) },
    { path: 'client/generated/ProfitSharingClient.ts', text: interfaceText(operations) },
  ];
}

function traitsText(operations: readonly OperationSchema[]): string {
  const rows = Object.fromEntries(operations.map((operation) => [operation.name, traitsOf(operation)]));
  return `${notice('schemas/operations/')}
import type { OperationName } from './ProfitSharingClient';

/** What the client must know of an operation to read its replies. */
export interface Traits {
  /** What a call does: moves money, changes the list of receivers, or only reads. */
  readonly effect: 'money' | 'register' | 'read';
  /** Whether its replies say what became of the money. */
  readonly settles?: true;
  /** A reply field that holds JSON. */
  readonly json?: 'receiver' | 'receivers';
  /** WeChat's page lists no result_code: return_code alone reports success. */
  readonly unmarked?: true;
}

/** Every operation, in the order of the documents. */
export const operations: Readonly<Record<OperationName, Traits>> = ${literal(rows)};
`;
}

function traitsOf(operation: OperationSchema) {
  const json = Object.entries(properties(operation.reply)).find(
    ([, { wire, neverSent }]) => wire === 'json-string' && !neverSent,
  );
  return {
    effect: operation.effect,
    ...(operation.settles && { settles: true }),
    ...(json && { json: json[0] }),
    ...(operation.resultCode === false && { unmarked: true }),
  };
}

/** One method per operation, with its request, what a success promises, and the words of its schema. */
function interfaceText(operations: readonly OperationSchema[]): string {
  const types = operations.flatMap(({ name }) => [`${pascal(name)}Reply`, `${pascal(name)}Request`]).sort();
  return `${notice('schemas/operations/')}
import type {
${types.map((name) => `  ${name},\n`).join('')}} from '../../shared/generated/types';
import type { Settled, Success } from '../Success';

/** A share is named by one of its two numbers, never by both. */
type NamesOneShare<Request> = Omit<Request, 'order_id' | 'out_order_no'> &
  ({ order_id: string; out_order_no?: never } | { out_order_no: string; order_id?: never });

/**
 * One method per operation. Each resolves to a success and throws a {@link ProfitSharingError} for everything else; a
 * success of an operation that moves money means that WeChat Pay accepted it, not that any receiver was paid.
 */
export interface ProfitSharingClient {
${operations.map(methodText).join('\n')}}

/** The name of an operation, which is the name of its cloud function. */
export type OperationName = keyof ProfitSharingClient;

/** The request of an operation, by name. */
export type RequestOf<Name extends OperationName> = Parameters<ProfitSharingClient[Name]>[0];

/** The success of an operation, by name. */
export type ReplyOf<Name extends OperationName> = Awaited<ReturnType<ProfitSharingClient[Name]>>;
`;
}

function methodText(operation: OperationSchema): string {
  const { name, title, summary, promised, settles } = operation;
  const request = `${pascal(name)}Request`;
  const success = `Success<${pascal(name)}Reply, ${union(promised)}>`;
  const neverSent = Object.entries(properties(operation.reply)).flatMap(([field, schema]) =>
    schema.neverSent ? [field] : [],
  );
  const reply = neverSent.length > 0 ? `Omit<${success}, ${union(neverSent)}>` : success;
  return `  /**
   * ${title.zh}. ${title.en}.
   *
   * ${summary.en}
   */
  ${name}(
    request: ${operation.request.oneOf ? `NamesOneShare<${request}>` : request},
  ): Promise<${reply}${settles ? ' & Settled' : ''}>;
`;
}
