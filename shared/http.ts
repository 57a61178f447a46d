import { type Agent, type IncomingHttpHeaders, request as overHttp, globalAgent as plainAgent } from 'node:http';
import { request as overHttps, type Agent as SecureAgent, globalAgent as secureAgent } from 'node:https';
import type { Socket } from 'node:net';

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

/** Sends one request and reads the whole answer, or rejects with {@link HttpFault}. */
export type Exchange = (request: HttpRequest) => Promise<HttpAnswer>;

/**
 * Why no answer could be read. `before-send` means that the connection was never established, so that not one byte of
 * the request can have arrived; everything later leaves the outcome open.
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

/** How long an idle connection is kept for the next request, in ms. */
export const MOST_IDLE_MS = 4000;

const lastUsed = new WeakMap<Socket, number>();

/**
 * Closes connections that were idle for too long. Agents do that with a timer, but the platform freezes an instance
 * between invocations: the next event may arrive before the timer and before the notice that the server hung up. A
 * request written to a dead connection leaves the outcome open.
 */
function dropIdle({ freeSockets }: Agent | SecureAgent, now: number): void {
  for (const socket of Object.values(freeSockets).flatMap((sockets) => sockets ?? [])) {
    if (now - (lastUsed.get(socket) ?? now) > MOST_IDLE_MS) socket.destroy();
  }
}

/**
 * The {@link Exchange} over Node's own clients: never retries, never follows redirects.
 * @param now the clock idle connections are judged by, in epoch ms
 */
export function exchange(request: HttpRequest, now: () => number = Date.now): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const isSecure = request.url.protocol === 'https:';
    const send = isSecure ? overHttps : overHttp;
    const agent = request.agent ?? (isSecure ? secureAgent : plainAgent);
    dropIdle(agent, now());
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
        agent,
      },
      (incoming) => {
        // When the answer ends, the agent has taken the socket back.
        const { socket } = incoming;
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
          lastUsed.set(socket, now());
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) });
        });
      },
    );
    const timer = setTimeout(() => fail('TIMEOUT'), request.timeoutMs);
    outgoing.on('socket', (socket) => {
      // A reused connection is already open; a TLS one carries no request before its handshake is done.
      if (!socket.connecting) connected = true;
      else
        socket.once(isSecure ? 'secureConnect' : 'connect', () => {
          connected = true;
        });
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.name));
    outgoing.end(request.body);
  });
}
