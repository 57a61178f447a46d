import { Readable } from 'node:stream';
import type { HttpResponse } from '../../http/httpResponse';
import { adminError } from '../adminReply';
import { answerLost } from './databaseError';
import type { DatabaseFault } from './faults';

/** How an answer of the database travels while this fault is on. */
export function damaged(reply: HttpResponse, fault: DatabaseFault, requestId: string): HttpResponse {
  if (fault.kind === 'outage') return { ...reply, cut: 'before-answer' };
  if (fault.kind === 'hang') return { ...reply, cut: 'never' };
  if (fault.kind === 'drip') return { ...reply, stream: Readable.from(byByte(reply.body, fault.delayMs)) };
  if (fault.kind !== 'error') return reply;
  const { code, message } = answerLost();
  return adminError(code, message, requestId);
}

async function* byByte(body: Buffer, pauseMs: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < body.length; at += 1) {
    yield body.subarray(at, at + 1);
    // Does not keep a stopped sandbox alive.
    await new Promise((wake) => setTimeout(wake, pauseMs).unref());
  }
}
