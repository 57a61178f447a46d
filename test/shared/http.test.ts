import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exchange } from '../../shared/http';

let server: Server;
let url: URL;
/** The connection each request came over, by its port. */
let connections: (number | undefined)[];

beforeEach(async () => {
  connections = [];
  server = createServer((request, response) => {
    connections.push(request.socket.remotePort);
    request.resume().on('end', () => response.end('{}'));
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

const ask = (now: number) =>
  exchange({ method: 'POST', url, headers: {}, body: '{}', timeoutMs: 60_000, maxBytes: 100 }, () => now);

describe('an instance of the function is frozen between invocations, and its timers with it', () => {
  it('calls that follow each other share one connection', async () => {
    for (const now of [1000, 2000, 4900]) expect((await ask(now)).status).toBe(200);
    expect(new Set(connections).size).toBe(1);
  });

  it('a connection that may have died meanwhile carries no request', async () => {
    for (const now of [1000, 6000, 7000, 60_000]) expect((await ask(now)).status).toBe(200);
    expect(new Set(connections).size).toBe(3);
    expect(connections[1]).toBe(connections[2]);
  });

  it('nor does one that lies dead beside a fresh one', async () => {
    await Promise.all([ask(1000), ask(1000)]);
    await ask(4000);
    await Promise.all([ask(5500), ask(5500)]);
    expect(new Set(connections).size).toBe(3);
  });
});
