import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Delivery } from '../wechatpay/faults';

/** What a caller showed when the connection was secured. */
export interface ClientCertificate {
  /** Issued by the authority this listener trusts, for clients. */
  readonly trusted: boolean;
  readonly commonName: string;
}

/** What makes a listener speak HTTPS, as PEM. It asks callers for a certificate and lets them in without one. */
export interface ServerIdentity {
  readonly cert: string;
  readonly key: string;
  /** The authority whose client certificates are trusted. */
  readonly ca: string;
}

/** A request that has arrived completely. */
export interface Incoming {
  readonly method: string;
  readonly path: string;
  /** What follows the prefix of a route that ends in a slash, decoded. */
  readonly rest: string;
  /** The query string without its question mark. */
  readonly query: string;
  /** Path and query as they arrived: what a request signature covers. */
  readonly target: string;
  /** Scheme, host and port by which the caller reached the sandbox. */
  readonly origin: string;
  /** The two ports of the connection, the caller's first: `50000-9527`. */
  readonly connection: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Absent where none was shown, and on plain HTTP. */
  readonly certificate?: ClientCertificate | undefined;
}

/** One address of the sandbox. */
export interface Route {
  /** Any method when absent. */
  readonly method?: 'POST';
  /** An exact path, or a prefix when it ends in a slash; `/` alone is exact. */
  readonly path: string;
  /** How the list of routes shows it. */
  readonly shown: string;
  readonly answer: (request: Incoming) => Delivery | Promise<Delivery>;
}

export interface Listening {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** The largest body that is read, in bytes: a 6 MB event, escaped inside JSON, fits. */
const maxBodyBytes = 16 * 1024 * 1024;

/** A plain JSON answer, for what is ours and not simulated. */
export function json(status: number, value: unknown): Delivery {
  const body = Buffer.from(JSON.stringify(value));
  return { status, contentType: 'application/json; charset=utf-8', body, delayMs: 0, cut: 'none' };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes <= maxBodyBytes) chunks.push(chunk);
  }
  return bytes > maxBodyBytes ? undefined : Buffer.concat(chunks);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function certificateOf({ socket }: IncomingMessage): ClientCertificate | undefined {
  if (!(socket instanceof TLSSocket)) return undefined;
  const shown = socket.getPeerCertificate();
  // Node answers an empty object for a caller without a certificate.
  if (!shown.subject) return undefined;
  return { trusted: socket.authorized, commonName: String(shown.subject.CN) };
}

async function answer(routes: readonly Route[], request: IncomingMessage): Promise<Delivery> {
  const { method = 'GET', headers } = request;
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
  const body = await bodyOf(request);
  if (!body) return json(413, { error: `the body is over ${maxBodyBytes} bytes` });
  const route = routes.find(
    (known) =>
      (known.method ?? method) === method &&
      (known.path.length > 1 && known.path.endsWith('/') ? path.startsWith(known.path) : path === known.path),
  );
  if (!route) return json(404, { error: `no ${method} ${path}`, routes: routes.map(({ shown }) => shown) });
  const rest = decoded(path.slice(route.path.length));
  const target = request.url ?? '/';
  const origin = `${request.socket instanceof TLSSocket ? 'https' : 'http'}://${headers.host ?? ''}`;
  const connection = `${request.socket.remotePort}-${request.socket.localPort}`;
  const certificate = certificateOf(request);
  return route.answer({ method, path, rest, query, target, origin, connection, headers, body, certificate });
}

async function deliver(response: ServerResponse, delivery: Delivery): Promise<void> {
  if (delivery.delayMs > 0) await new Promise((wake) => setTimeout(wake, delivery.delayMs).unref());
  // The caller ends it, or the listener when it stops.
  if (delivery.cut === 'never') return;
  if (delivery.cut === 'before-answer') {
    response.destroy();
    return;
  }
  if (delivery.stream) {
    response.writeHead(delivery.status, { ...delivery.headers, 'content-type': delivery.contentType });
    response.once('close', () => delivery.stream?.destroy());
    delivery.stream.pipe(response);
    return;
  }
  response.writeHead(delivery.status, {
    ...delivery.headers,
    'content-type': delivery.contentType,
    'content-length': delivery.body.length,
  });
  if (delivery.cut === 'none') response.end(delivery.body);
  else response.write(delivery.body.subarray(0, delivery.body.length >> 1), () => response.destroy());
}

function bound(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((ready, refuse) => {
    server.once('error', refuse);
    server.listen(port, host, () => ready(server.address() as AddressInfo));
  });
}

function serverFor(answered: RequestListener, identity: ServerIdentity | undefined): Server {
  if (!identity) return createServer(answered);
  return createSecureServer({ ...identity, requestCert: true, rejectUnauthorized: false }, answered);
}

/**
 * Serves routes over HTTP, or with an identity over HTTPS, and obeys every {@link Delivery}: its delay, and a
 * connection cut before or in the middle of the answer. Rejects when the port is taken.
 *
 * @param port 0 takes a free one
 */
export async function listen(
  routes: readonly Route[],
  port: number,
  host: '127.0.0.1' | '::1',
  identity?: ServerIdentity,
): Promise<Listening> {
  const server = serverFor((request, response) => {
    answer(routes, request)
      // A fault of the sandbox itself must be loud, and must not look like an answer of the provider.
      .catch((error: unknown) => json(500, { error: error instanceof Error ? error.stack : String(error) }))
      .then((delivery) => deliver(response, delivery));
  }, identity);
  const address = await bound(server, port, host);
  return {
    url: `${identity ? 'https' : 'http'}://${host === '::1' ? '[::1]' : host}:${address.port}`,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
