import type { Readable } from 'node:stream';

/** What a route answers; the listener sends it exactly so. */
export interface HttpResponse {
  readonly status: number;
  readonly contentType: string;
  /** The whole body, also when it is to be cut. */
  readonly body: Buffer;
  /** Wait this long before answering, in ms. */
  readonly delayMs: number;
  /** Close the connection with no answer, or in the middle of the announced body; or keep it open and `never` answer. */
  readonly cut: 'none' | 'before-answer' | 'mid-body' | 'never';
  readonly headers?: Record<string, string>;
  /** Sent instead of the body, until the reader closes the connection. */
  readonly stream?: Readable;
}

/** A JSON answer of the sandbox itself, not of a simulated service. */
export function json(status: number, value: unknown): HttpResponse {
  const body = Buffer.from(JSON.stringify(value));
  return { status, contentType: 'application/json; charset=utf-8', body, delayMs: 0, cut: 'none' };
}
