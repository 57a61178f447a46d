import { type Agent, type IncomingHttpHeaders, request as overHttp } from 'node:http';
import { request as overHttps, type Agent as SecureAgent } from 'node:https';

/** One exchange over HTTP(S). */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the whole exchange, connecting included, in ms. */
  readonly timeoutMs: number;
  /** Largest answer accepted, in bytes; a longer one is cut off and counts as unreadable. */
  readonly maxBytes: number;
  /** TLS material and connection reuse. */
  readonly agent?: Agent | SecureAgent;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Why no answer could be read. `before-send` is only said when the connection was never established, so not one byte
 * of the request can have arrived; everything later leaves the outcome open.
 */
export class HttpFault extends Error {
  constructor(
    readonly stage: 'before-send' | 'after-send' | 'answer-too-large',
    /** System error code such as ECONNREFUSED, or TIMEOUT. */
    readonly code: string,
  ) {
    super(`${code} (${stage})`);
    this.name = 'HttpFault';
  }
}

/** Sends one request and reads the whole answer. Rejects with {@link HttpFault}, never retries, never follows redirects. */
export function exchange(request: HttpRequest): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const send = request.url.protocol === 'https:' ? overHttps : overHttp;
    let connected = false;
    const fail = (code: string, stage?: HttpFault['stage']) => {
      clearTimeout(timer);
      outgoing.destroy();
      reject(new HttpFault(stage ?? (connected ? 'after-send' : 'before-send'), code));
    };
    const outgoing = send(
      request.url,
      {
        method: request.method,
        headers: { ...request.headers, 'content-length': Buffer.byteLength(request.body ?? '') },
        agent: request.agent,
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        let size = 0;
        incoming.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > request.maxBytes) fail('ANSWER_TOO_LARGE', 'answer-too-large');
          else chunks.push(chunk);
        });
        incoming.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.name));
        incoming.on('end', () => {
          clearTimeout(timer);
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) });
        });
      },
    );
    const timer = setTimeout(() => fail('TIMEOUT'), request.timeoutMs);
    outgoing.on('socket', (socket) => {
      // A reused connection is already open; a TLS one carries no request before its handshake is done.
      if (!socket.connecting) connected = true;
      else
        socket.once(request.url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
          connected = true;
        });
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.name));
    outgoing.end(request.body);
  });
}
