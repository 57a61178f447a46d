import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signCertificate } from '../../../sandbox/wechatpay/tls/certificate';
import * as der from '../../../sandbox/wechatpay/tls/der';
import { account } from './checkKey';
import { CloudApi } from './cloudApi';

/** A running cloud. */
export interface RunningCloud {
  /** The cloud as it is now. */
  readonly api: CloudApi;
  /** The environment of a process that talks to this cloud, with the account's key. */
  readonly env: Readonly<Record<string, string>>;
  /** Hosts that were asked for, in order. */
  readonly hosts: readonly string[];
  /** Puts an empty cloud in its place. */
  renew(): void;
  stop(): Promise<void>;
}

/**
 * Starts the cloud API behind a CONNECT proxy that ends TLS for its hosts and hangs up on every other: the one way to
 * have all services of an unmodified manager-node answered on this machine.
 */
export async function startCloudApi(): Promise<RunningCloud> {
  let api = new CloudApi();
  const identity = makeIdentity('*.tencentcloudapi.com');
  const secure = createSecureServer(identity, (request, response) => api.listener(request, response));
  const hosts: string[] = [];
  const sockets = new Set<Socket>();
  const proxy = createServer();
  proxy.on('connect', ({ url = '' }: { url?: string }, socket: Socket) => {
    hosts.push(url);
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    if (!/^(tcb|scf)\.tencentcloudapi\.com:443$/.test(url)) return void socket.destroy();
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n', () => secure.emit('connection', socket));
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  const folder = mkdtempSync(join(tmpdir(), 'cloud-api-'));
  const trusted = join(folder, 'authority.pem');
  writeFileSync(trusted, identity.cert);
  return {
    get api() {
      return api;
    },
    renew() {
      api = new CloudApi();
    },
    hosts,
    env: {
      http_proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
      NODE_EXTRA_CA_CERTS: trusted,
      PROFIT_SHARING_LOCALE: 'en',
      TENCENTCLOUD_SECRETID: account.secretId,
      TENCENTCLOUD_SECRETKEY: account.secretKey,
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => proxy.close(done));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const SUBJECT_ALTERNATIVE_NAME = '2.5.29.17';

function makeIdentity(host: string): { readonly key: string; readonly cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const names = der.sequence(der.tagged(2, Buffer.from(host), true));
  const extensions = [der.sequence(der.objectId(SUBJECT_ALTERNATIVE_NAME), der.octets(names))];
  const { pem } = signCertificate({ issuer: host, subject: host, publicKey, extensions, signingKey: privateKey });
  return { cert: pem, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}
