import type { Caller } from './caller';
import { claimOf } from './claim';
import type { OperationName, RequestFields, RequestOf } from './contract';
import type { Deadline } from './deadline';
import { failed } from './failure';
import type { Link } from './links/link';
import { sendOnce } from './links/sendOnce';
import type { Operation } from './operation';
import { type Result, resultOf } from './result';
import { settlementFor } from './settlement';

export interface RetryOptions {
  readonly caller: Caller;
  readonly timeoutMs: number;
  readonly deadline: Deadline;
  readonly pause: (ms: number) => Promise<unknown>;
}

export interface DeliveryResult {
  readonly result: Result;
  readonly requestId?: string;
  readonly sends: number;
  /** True when the result is the answer to a query of the number, and so settles every earlier attempt. */
  readonly found: boolean;
}

const MOST_SENDS = 3;
const FIRST_PAUSE_MS = 200;

/**
 * Sends a request and, where the error table allows it, sends it again: the same bytes, never before a query of the
 * number, and never past the deadline.
 */
export async function sendWithRetry<Name extends OperationName>(
  link: Link,
  operation: Operation<Name>,
  request: RequestOf<Name>,
  delivery: RetryOptions,
): Promise<DeliveryResult> {
  if (delivery.deadline.leftMs <= 0) {
    return { result: { failure: failed('NOT_SENT', operation, { detail: 'TIMEOUT' }) }, sends: 0, found: false };
  }
  let doubt: Result | undefined;
  for (let sends = 1; ; sends += 1) {
    const { result, requestId, isLasting } = await send(link, operation, request, delivery);
    const done = { sends, found: false, ...(requestId && { requestId }) };
    if (operation.effect !== 'money' || !operation.idempotencyKey || !isInDoubt(result)) {
      // A refusal, or a request that never left, says nothing about the one sent before it.
      return { ...done, result: doubt && result.failure ? exhausted(doubt) : result };
    }
    // Neither the next answer nor that of a query could be verified.
    if (isLasting) return { ...done, result };
    doubt = result;
    // Exponential, with jitter, so that instances do not retry at the same moment.
    const waitMs = FIRST_PAUSE_MS * 2 ** (sends - 1) * (0.5 + Math.random());
    if (waitMs + FIRST_PAUSE_MS >= delivery.deadline.leftMs) return { ...done, result };
    await delivery.pause(waitMs);
    const known = await queryOutcome(link, operation, request, delivery);
    if (typeof known === 'object') return { result: known, sends, found: true };
    const isOver = sends >= MOST_SENDS || FIRST_PAUSE_MS >= delivery.deadline.leftMs;
    if (known === 'another request' || isOver) return { ...done, result: exhausted(result) };
    // Not found, or nothing learned: the same number again is safe.
  }
}

async function send<Name extends OperationName>(
  link: Link,
  operation: Operation<Name>,
  request: RequestOf<Name>,
  { caller, timeoutMs, deadline }: RetryOptions,
) {
  const sent = await sendOnce(link, operation, request, { caller, timeoutMs, deadline });
  const isLasting = sent.kind === 'fault' && sent.isLasting === true;
  return { result: resultOf(operation, request, sent), requestId: sent.requestId, isLasting };
}

function isInDoubt({ failure }: Result): boolean {
  const { funds, number, retry } = failure?.advice ?? {};
  return funds === 'unknown' && number === 'reuse' && retry !== 'later';
}

/** After the last attempt only a query or an operator can help. */
function exhausted(result: Result): Result {
  const { failure } = result;
  if (failure?.advice.retry !== 'now') return result;
  return { ...result, failure: { ...failure, advice: { ...failure.advice, retry: 'query_first' } } };
}

/** Queries the number of a request; nothing where the answer leaves the outcome open. */
async function queryOutcome(
  link: Link,
  operation: Operation,
  request: RequestFields,
  delivery: RetryOptions,
): Promise<Result | 'another request' | undefined> {
  if (delivery.deadline.leftMs <= 0) return undefined;
  const query = await queryFor(operation);
  const ask = askFor(query, request);
  if ((link.check?.(query, ask) ?? []).length > 0) return undefined;
  const { result } = await send(link, query, ask, delivery);
  const claim = claimOf(operation, request);
  if (result.failure || !result.answer || !claim) return undefined;
  const { verdict, settlement } = settlementFor(claim, result.answer);
  if (settlement) return { ...result, settlement };
  return verdict.kind === 'differs' ? 'another request' : undefined;
}

function askFor<Name extends OperationName>({ fields }: Operation<Name>, request: RequestFields): RequestOf<Name> {
  const names = fields.filter((name) => name !== 'sub_appid' && request[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, request[name]])) as RequestOf<Name>;
}

/** Loaded when needed: most requests never are in doubt. */
async function queryFor(operation: Operation): Promise<Operation<'profitSharingQuery' | 'profitSharingReturnQuery'>> {
  return operation.idempotencyKey?.family === 'return'
    ? (await import('./generated/operations/profitSharingReturnQuery')).profitSharingReturnQuery
    : (await import('./generated/operations/profitSharingQuery')).profitSharingQuery;
}
