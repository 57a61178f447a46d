import type { IncomingHttpHeaders } from 'node:http';
import type { UnknownFields } from '../contract';
import { firstEntries } from '../excess';
import { HttpError } from './HttpError';

export interface Incoming {
  readonly headers: IncomingHttpHeaders;
  /** The bytes as they travelled: what the signature was made over. */
  readonly body: Buffer;
}

export interface HttpReply {
  readonly isBase64Encoded: false;
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Largest body read, in bytes: what the gateway lets through as text. A real notification has about 1 KB. */
const MOST_BODY_BYTES = 100 * 1024;

/** WeChat Pay sends about ten, gateways add some. */
const MOST_HEADERS = 200;

/** Reads a POST. @throws {HttpError} 405 for other methods, 413 for a body that is too large, 400 for none */
export function readIncoming(event: unknown): Incoming {
  const { httpMethod, headers, body, isBase64Encoded } = (event ?? {}) as UnknownFields;
  if (httpMethod !== 'POST') throw new HttpError(405, 'method');
  // A body that is no text was parsed on its way: its bytes, and so the signature, are lost.
  if (typeof body !== 'string' || body === '') throw new HttpError(400, 'no body');
  const inBase64 = isBase64Encoded === true;
  if (body.length > (inBase64 ? MOST_BODY_BYTES * 1.4 : MOST_BODY_BYTES)) throw new HttpError(413, 'size');
  const bytes = Buffer.from(body, inBase64 ? 'base64' : 'utf8');
  if (bytes.length > MOST_BODY_BYTES) throw new HttpError(413, 'size');
  return { headers: inLowerCase(headers), body: bytes };
}

/** The gateway's samples show both cases. A name given twice with two values is not trusted. */
function inLowerCase(headers: unknown): IncomingHttpHeaders {
  const read: IncomingHttpHeaders = Object.create(null);
  if (typeof headers !== 'object' || headers === null) return read;
  const named = firstEntries(headers, MOST_HEADERS + 1);
  if (named.length > MOST_HEADERS) throw new HttpError(413, 'headers');
  for (const [given, value] of named) {
    const name = given.toLowerCase();
    read[name] = typeof value === 'string' && (read[name] ?? value) === value ? value : '';
  }
  return read;
}

/** The answer WeChat Pay understands: SUCCESS ends its deliveries, FAIL asks for another one. */
export function httpReply(status: 200 | HttpError['status']): HttpReply {
  const said = status === 200 ? { code: 'SUCCESS' } : { code: 'FAIL', message: status < 500 ? 'refused' : 'try again' };
  return {
    isBase64Encoded: false,
    statusCode: status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...(status === 405 && { allow: 'POST' }) },
    body: JSON.stringify(said),
  };
}
