import type { OperationName, RequestOf } from '../contract';
import type { RowSink, SendResult } from '../links/link';
import { sendOnce } from '../links/sendOnce';
import { freshNonce } from '../nonce';
import type { Operation } from '../operation';
import { type Result, resultOf } from '../result';
import type { RunContext } from './run';
import type { RunLink } from './runLinks';

export const WRITING_MS = 500;

/** So many unanswered queries in a row are an outage. */
const MOST_UNANSWERED = 3;

/** Sends one query, and blocks a link over which no more can be answered. */
export async function sendQuery<Name extends OperationName>(
  run: RunContext,
  runLink: RunLink,
  operation: Operation<Name>,
  query: RequestOf<Name>,
  rows?: RowSink,
): Promise<{ result: Result; requestId?: string | undefined }> {
  const { caller, deadline } = run;
  const { link, config } = runLink;
  await runLink.pace.take();
  const request = { ...query, nonce_str: freshNonce() };
  const window = deadline.earlier(WRITING_MS);
  const sending = { caller, timeoutMs: config.timeoutMs, deadline: window, ...(rows && { rows }) };
  const sent = await sendOnce(link, operation, request, sending);
  const result = resultOf(operation, request, sent);
  note(run, runLink, sent, result);
  return { result, requestId: sent.requestId };
}

function note(run: RunContext, runLink: RunLink, sent: SendResult, result: Result): void {
  if (sent.kind === 'answer') {
    run.result.answered = true;
    runLink.unanswered = 0;
    return;
  }
  runLink.unanswered += 1;
  // A timer has no call token, so the private link refuses it for every record.
  const refused = sent.code === 'PLATFORM_REFUSED' || sent.code === 'CONFIG_ERROR';
  if (refused || runLink.unanswered >= MOST_UNANSWERED) runLink.blocked ??= result;
}
