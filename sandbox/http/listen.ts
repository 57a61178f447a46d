import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, Server as SecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';
import { type ProxyTarget, serveConnect } from './connectProxy';
import { type HttpResponse, json } from './httpResponse';
import type { ClientCertificate } from './incoming';
import { distinct, matchRoute } from './match';
import type { Route } from './route';

/** What makes a listener speak HTTPS, as PEM. It asks callers for a certificate and lets them in without one. */
export interface ServerIdentity {
  readonly cert: string;
  readonly key: string;
  /** The authority whose client certificates are trusted. */
  readonly ca: string;
}

export interface Listening {
  readonly url: string;
  readonly port: number;
  /** New connections get this identity; only of a listener that has one. */
  identify(identity: ServerIdentity): void;
  /** From now on it is a proxy too. */
  proxy(target: ProxyTarget): void;
  readonly stop: () => Promise<void>;
}

/** The largest body that is read, in bytes: a 6 MB event, escaped inside JSON, fits. */
const maxBodyBytes = 16 * 1024 * 1024;

async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes <= maxBodyBytes) chunks.push(chunk);
  }
  return bytes > maxBodyBytes ? undefined : Buffer.concat(chunks);
}

function certificateOf({ socket }: IncomingMessage): ClientCertificate | undefined {
  if (!(socket instanceof TLSSocket)) return undefined;
  const shown = socket.getPeerCertificate();
  // Node answers an empty object for a caller without a certificate.
  if (!shown.subject) return undefined;
  return { trusted: socket.authorized, commonName: String(shown.subject.CN) };
}

function addressOf({ method, path }: Route): string {
  return method ? `${method} ${path}` : path;
}

async function answer(routes: readonly Route[], request: IncomingMessage): Promise<HttpResponse> {
  const { method = 'GET', headers } = request;
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
  const body = await bodyOf(request);
  if (!body) return json(413, { error: `the body is over ${maxBodyBytes} bytes` });
  const found = matchRoute(routes, method, path);
  if (!found?.params) return json(404, { error: `no ${method} ${path}`, routes: routes.map(addressOf) });
  const target = request.url ?? '/';
  const origin = `${request.socket instanceof TLSSocket ? 'https' : 'http'}://${headers.host ?? ''}`;
  const connection = `${request.socket.remotePort}-${request.socket.localPort}`;
  const certificate = certificateOf(request);
  return found.route.answer({
    method,
    path,
    params: found.params,
    query,
    target,
    origin,
    connection,
    headers,
    body,
    certificate,
  });
}

async function deliver(response: ServerResponse, delivery: HttpResponse): Promise<void> {
  if (delivery.delayMs > 0) await new Promise((wake) => setTimeout(wake, delivery.delayMs).unref());
  // The caller ends it, or the listener when it stops.
  if (delivery.cut === 'never') return;
  if (delivery.cut === 'before-answer') {
    response.destroy();
    return;
  }
  if (delivery.stream) {
    response.writeHead(delivery.status, { ...delivery.headers, 'Content-Type': delivery.contentType });
    response.once('close', () => delivery.stream?.destroy());
    delivery.stream.pipe(response);
    return;
  }
  response.writeHead(delivery.status, {
    ...delivery.headers,
    'Content-Type': delivery.contentType,
    'Content-Length': delivery.body.length,
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

/** How a listener is called on its own machine. */
function ownName(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

/**
 * Serves routes over HTTP, or with an identity over HTTPS, and obeys every {@link HttpResponse}: its delay, and a
 * connection cut before or in the middle of the answer.
 *
 * @param port 0 takes a free one
 * @throws when the port is taken, or two routes have one address
 */
export async function listen(
  routes: readonly Route[],
  port: number,
  host: string,
  identity?: ServerIdentity,
): Promise<Listening> {
  const known = distinct(routes);
  const server = serverFor((request, response) => {
    answer(known, request)
      // A fault of the sandbox itself must be loud, and must not look like an answer of the provider.
      .catch((error: unknown) => json(500, { error: error instanceof Error ? error.stack : String(error) }))
      .then((delivery) => deliver(response, delivery));
  }, identity);
  const address = await bound(server, port, host);
  let closeProxied = (): void => undefined;
  return {
    url: `${identity ? 'https' : 'http'}://${ownName(host)}:${address.port}`,
    port: address.port,
    identify: (renewed) => {
      if (server instanceof SecureServer) server.setSecureContext(renewed);
    },
    proxy: (target) => {
      closeProxied = serveConnect(server, target);
    },
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      closeProxied();
      await closed;
    },
  };
}
