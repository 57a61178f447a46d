import type { Server } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

/** Where a proxy leads to. */
export interface ProxyTarget {
  /** The names that clients ask for; all lead to the same listener, and no others lead anywhere. */
  readonly hosts: readonly string[];
  readonly port: number;
  readonly address: string;
}

/**
 * Lets a server be used as an HTTP proxy (CONNECT, RFC 9110 section 9.3.6) to a few names: an SDK with a fixed host then
 * needs this proxy and an authority to trust, and no change of its code.
 * @returns a function that closes what goes through it
 */
export function serveConnect(server: Server, { hosts, port, address }: ProxyTarget): () => void {
  const open = new Set<Duplex>();
  const allowed = new Set(hosts.map((host) => `${host}:443`));
  server.on('connect', ({ url = '' }, client: Duplex, head: Buffer) => {
    client.on('error', () => client.destroy());
    if (!allowed.has(url.toLowerCase())) {
      client.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    const onward = connect(port, address, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.write(head);
      client.pipe(onward).pipe(client);
    });
    onward.on('error', () => client.destroy());
    for (const [side, other] of [
      [client, onward],
      [onward, client],
    ] as const) {
      open.add(side);
      side.once('close', () => {
        open.delete(side);
        other.destroy();
      });
    }
  });
  return () => {
    for (const side of open) side.destroy();
  };
}
