import type { OperationName, RequestOf } from '../contract';
import type { SendResult } from '../links/link';
import { sendOnce } from '../links/sendOnce';
import { freshNonce } from '../nonce';
import type { Operation } from '../operation';
import { type Result, resultOf } from '../result';
import type { Channel } from './channels';
import type { RunContext } from './run';

export const WRITING_MS = 500;

/** So many unanswered queries in a row are an outage. */
const MOST_UNANSWERED = 3;

/** Sends one query, and blocks a channel over which no more can be answered. */
export async function sendQuery<Name extends OperationName>(
  run: RunContext,
  channel: Channel,
  operation: Operation<Name>,
  question: RequestOf<Name>,
): Promise<{ result: Result; requestId?: string | undefined }> {
  const { caller, deadline } = run;
  const { link, config } = channel;
  const request = { ...question, nonce_str: freshNonce() };
  const sending = { caller, timeoutMs: config.timeoutMs, deadline: deadline.earlier(WRITING_MS) };
  const sent = await sendOnce(link, operation, request, sending);
  const result = resultOf(operation, request, sent);
  note(run, channel, sent, result);
  return { result, requestId: sent.requestId };
}

function note(run: RunContext, channel: Channel, sent: SendResult, result: Result): void {
  if (sent.kind === 'answer') {
    run.result.answered = true;
    channel.unanswered = 0;
    return;
  }
  channel.unanswered += 1;
  // A timer has no call token, so the private link refuses it for every record.
  const refused = sent.code === 'PLATFORM_REFUSED' || sent.code === 'CONFIG_ERROR';
  if (refused || channel.unanswered >= MOST_UNANSWERED) channel.blocked ??= result;
}
