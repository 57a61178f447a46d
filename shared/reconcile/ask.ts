import type { Sent } from '../links/index';
import { freshNonce } from '../nonce';
import type { Contract, Operation } from '../operation';
import { received } from '../received';
import { type Reply, replyTo } from '../reply';
import { type Round, timeLeft } from './round';

/** Time kept back to write down what an answer says, in ms. */
export const WRITING_MS = 500;

/** So many questions in a row without an answer are an outage, and the rest of the round would only wait for it. */
const MOST_UNANSWERED = 3;

/** Asks WeChat Pay something, once, and notes in the round when it is no use to ask on. */
export async function ask(
  round: Round,
  operation: Operation,
  question: Contract,
): Promise<{ reply: Reply; requestId?: string | undefined }> {
  const { link, caller, config } = round;
  const request = { ...question, nonce_str: freshNonce() };
  const timeoutMs = Math.min(config.timeoutMs, timeLeft(round) - WRITING_MS);
  const sent = received(await link.send(operation, request, { timeoutMs, caller }));
  const reply = replyTo(operation, request, sent, config.locale);
  note(round, sent, reply);
  return { reply, requestId: sent.requestId };
}

function note(round: Round, sent: Sent, reply: Reply): void {
  if (sent.kind === 'answer') {
    round.answered = true;
    round.unanswered = 0;
    return;
  }
  round.unanswered += 1;
  // A timer has no call token, which the private link wants: it is refused once and would be refused for every record.
  const refused = sent.code === 'PLATFORM_REFUSED' || sent.code === 'CONFIG_ERROR';
  if (refused || round.unanswered >= MOST_UNANSWERED) round.blocked ??= reply;
}
