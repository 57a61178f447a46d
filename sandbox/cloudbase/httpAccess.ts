import { randomUUID } from 'node:crypto';
import { validateHeaderName, validateHeaderValue } from 'node:http';
import { type HttpResponse, json } from '../http/httpResponse';
import type { Incoming } from '../http/incoming';
import { isRecord } from '../isRecord';
import type { Caller } from './caller';
import { type Failure, type FailureKind, failureSpelling, maxPayloadBytes } from './failures';
import type { CloudEnv } from './invocation';
import type { Runner } from './runner';

/** What public code has seen both ways, or may have to expect. */
export interface HttpSwitches {
  /** Header names in the event: `lower` as in the documented sample, or `Title-Case`. */
  headerNames: 'lower' | 'title';
  /** Which bodies arrive as base64: those whose type is not text, the default, or all. */
  bodies: 'byType' | 'base64';
}

/** Their values, for what reads them. */
export const httpSpec = { headerNames: ['lower', 'title'], bodies: ['byType', 'base64'] } as const;

export const httpDefaults: Readonly<HttpSwitches> = { headerNames: 'lower', bodies: 'byType' };

/** No page says which source HTTP access has: see the ready-made caller of the same name. */
const stranger: Caller = { token: false, http: true };

/** In bytes (docs.cloudbase.net/error-code/service/EXCEED_MAX_PAYLOAD_SIZE). */
const maxTextBytes = 100 * 1024;

/** XML counts as bytes: developers in the field had to decode it. */
const textTypes = /^(text\/(?!xml)|application\/(json|x-www-form-urlencoded|[\w.-]+\+json)\b)/i;

interface Body {
  readonly isText: boolean;
  readonly text: string;
  readonly isBase64Encoded: boolean;
}

function bodyOf({ headers, body }: Incoming, { bodies }: HttpSwitches): Body {
  const isText = textTypes.test(headers['content-type'] ?? 'text/plain');
  const text = body.toString('utf8');
  // Text that is not UTF-8 would not survive as text; that it is then sent as base64 is inferred.
  const isBase64Encoded = body.length > 0 && (bodies === 'base64' || !isText || !Buffer.from(text).equals(body));
  return { isText, text: isBase64Encoded ? body.toString('base64') : text, isBase64Encoded };
}

function shownHeaders({ headers }: Incoming, { headerNames }: HttpSwitches): Record<string, string> {
  const title = (name: string): string => name.replace(/(^|-)\w/g, (start) => start.toUpperCase());
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [headerNames === 'title' ? title(name) : name, String(value ?? '')]),
  );
}

/** Codes are those of the platform; that they come as JSON beside this status is inferred. */
function refused(status: number, code: string, message: string, requestId: string): HttpResponse {
  return json(status, { code, message, requestId });
}

const failureStatus: Partial<Record<FailureKind, number>> = { notFound: 404, eventTooLarge: 413, timedOut: 504 };

function failed({ kind, errorMessage }: Failure, requestId: string): HttpResponse {
  return refused(failureStatus[kind] ?? 500, failureSpelling[kind].code, errorMessage, requestId);
}

function plain(body: Buffer, contentType: string): HttpResponse {
  return { status: 200, contentType, body, delayMs: 0, cut: 'none' };
}

/** A text or a number is shown as text, anything else as JSON. */
function plainly(value: unknown): HttpResponse {
  if (value === null || value === undefined) return plain(Buffer.alloc(0), 'text/plain; charset=utf-8');
  if (typeof value === 'object') return plain(Buffer.from(JSON.stringify(value)), 'application/json; charset=utf-8');
  return plain(Buffer.from(String(value)), 'text/plain; charset=utf-8');
}

function headersIn(given: unknown): Map<string, string> {
  const headers = Object.entries(isRecord(given) ? given : {}).map(([name, value]) => [
    name.toLowerCase(),
    String(value),
  ]);
  for (const [name = '', value = ''] of headers) {
    validateHeaderName(name);
    validateHeaderValue(name, value);
  }
  return new Map(headers.map(([name = '', value = '']) => [name, value]));
}

/** The answer of a function in its integrated form `{isBase64Encoded, statusCode, headers, body}`, or as a plain value. */
function deliveryOf(value: unknown): HttpResponse | undefined {
  if (!isRecord(value) || typeof value.statusCode !== 'number') return plainly(value);
  const { statusCode, isBase64Encoded } = value;
  if (!Number.isInteger(statusCode) || statusCode < 200 || statusCode > 599) return undefined;
  try {
    const headers = headersIn(value.headers);
    const shown = plainly(value.body);
    const bytes = isBase64Encoded === true ? Buffer.from(shown.body.toString('latin1'), 'base64') : shown.body;
    const contentType = headers.get('content-type') ?? shown.contentType;
    for (const ours of ['content-type', 'content-length', 'transfer-encoding', 'connection']) headers.delete(ours);
    const body = statusCode === 204 || statusCode === 304 ? Buffer.alloc(0) : bytes;
    return { ...shown, status: statusCode, contentType, body, headers: Object.fromEntries(headers) };
  } catch {
    return undefined;
  }
}

/** One request of the HTTP access service, `/http/<function>/…`: the function runs without an identity. */
export async function answerHttp(
  runner: Runner,
  env: CloudEnv,
  switches: HttpSwitches,
  request: Incoming,
): Promise<HttpResponse> {
  const requestId = randomUUID();
  const path = request.path.slice('/http'.length);
  const [, name = ''] = path.split('/');
  const { isText, text, isBase64Encoded } = bodyOf(request, switches);
  if (request.body.length > (isText ? maxTextBytes : maxPayloadBytes)) {
    const message = 'the body exceeds 100 KB of text, or 6 MB of anything else';
    return refused(413, 'EXCEED_MAX_PAYLOAD_SIZE', message, requestId);
  }
  const event = JSON.stringify({
    path,
    httpMethod: request.method,
    headers: shownHeaders(request, switches),
    queryStringParameters: Object.fromEntries(new URLSearchParams(request.query)),
    requestContext: { requestId, envId: env.envId, appId: 0, uin: 0 },
    body: text,
    isBase64Encoded,
  });
  const invoked = await runner.invoke({ name, event, caller: stranger });
  if (!invoked.ok) return failed(invoked.failure, requestId);
  const unusable = refused(502, 'FUNCTIONS_EXECUTE_FAIL', 'the integrated response cannot be sent', requestId);
  return deliveryOf(JSON.parse(invoked.text)) ?? unusable;
}
