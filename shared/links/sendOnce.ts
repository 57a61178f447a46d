import type { Caller } from '../caller';
import type { OperationName, RequestOf } from '../contract';
import type { Deadline } from '../deadline';
import type { Operation } from '../operation';
import { received } from '../received';
import { fault, type Link, type RowSink, type SendResult } from './link';

export interface SendOptions {
  readonly caller: Caller;
  readonly timeoutMs: number;
  /** When the wait ends in any case, even if a link exceeds its own limit. */
  readonly deadline: Deadline;
  readonly rows?: RowSink;
}

/** Sends one request over a link. The result is safe to read; no answer in time is NO_ANSWER. */
export async function sendOnce<Name extends OperationName>(
  link: Link,
  operation: Operation<Name>,
  request: RequestOf<Name>,
  { caller, timeoutMs, deadline, rows }: SendOptions,
): Promise<SendResult> {
  const call = { caller, timeoutMs: Math.min(timeoutMs, deadline.leftMs), ...(rows && { rows }) };
  const late = new Error('TIMEOUT');
  const sent = await deadline
    .race(
      () => link.send(operation, request, call),
      () => late,
    )
    .catch((error: unknown): SendResult => {
      if (error !== late) throw error;
      return fault('NO_ANSWER', 'TIMEOUT');
    });
  return received(sent);
}
