import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as secure } from 'node:tls';
import { parse } from 'dotenv';
import { Formatter, Rsa } from 'wechatpay-axios-plugin';
import { namedMerchants, parties, type Sandbox, startSandbox } from '../../sandbox';
import { exportCredentials } from '../../scripts/sandbox/exportCredentials';
import { raw } from '../console/ask';

const HOST = 'api.mch.weixin.qq.com';

let folder: string;
let sandbox: Sandbox;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-clients-'));
  sandbox = await startSandbox({ dataDir: join(folder, 'data'), allowedHosts: ['Sandbox.local'] });
});
afterAll(async () => {
  await sandbox.stop();
  await rm(folder, { recursive: true, force: true });
});

/** What the proxy answers to CONNECT, and the connection behind it. */
function tunnel(authority: string): Promise<{ status: number | undefined; socket: Socket }> {
  const { hostname, port } = new URL(sandbox.url);
  return new Promise((answered, failed) => {
    const asked = request({ hostname, port, method: 'CONNECT', path: authority });
    asked.once('connect', ({ statusCode: status }, socket) => answered({ status, socket: socket as Socket }));
    asked.once('error', failed).end();
  });
}

/** A signed GET of a client with a fixed host, through the proxy. @returns the body of the answer */
async function throughProxy(target: string): Promise<string> {
  const { mchId, mchSerial, mchPrivateKeyPem } = await sandbox.credentials();
  const [nonce, timestamp] = [Formatter.nonce(), Formatter.timestamp()];
  const signature = Rsa.sign(Formatter.request('GET', target, timestamp, nonce), mchPrivateKeyPem);
  const head = [
    `GET ${target} HTTP/1.1`,
    `Host: ${HOST}`,
    'Accept: application/json',
    'User-Agent: test',
    `Authorization: ${Formatter.authorization(mchId, nonce, signature, timestamp, mchSerial)}`,
    'Connection: close',
  ];
  const { socket } = await tunnel(`${HOST}:443`);
  const tls = secure({ socket, servername: HOST, ca: readFileSync(sandbox.caFile) });
  tls.write(`${head.join('\r\n')}\r\n\r\n`);
  const chunks: Buffer[] = [];
  for await (const chunk of tls) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString().split('\r\n\r\n')[1] ?? '';
}

describe('a client that cannot change its host', () => {
  it('reaches WeChat Pay through the proxy, under WeChat Pay’s own name', async () => {
    const { bank } = sandbox.state;
    const { mchId: account, name } = parties.receivers[0];
    const identity = {
      mchId: parties.provider.mchId,
      subMchId: parties.subMerchant.mchId,
      family: 'ordinary',
    } as const;
    bank.addReceiver(identity, { type: 'MERCHANT_ID', account, name, relationType: 'SUPPLIER' });
    const paidAt = bank.clock.now() - 60_000;
    const { transactionId } = bank.payOrder({ payerMchId: parties.subMerchant.mchId, amount: 10_000, paidAt });
    const receivers = [{ type: 'MERCHANT_ID', account, amount: 100, description: '分账' } as const];
    expect(bank.share(identity, { kind: 'multi', transactionId, outOrderNo: 'A', receivers }).ok).toBe(true);
    bank.clock.advance(2 * 86_400_000);
    // wechatpay-java and others split the address at `.com`.
    const answer = await throughProxy('/v3/profitsharing/bills?bill_date=2026-03-02');
    expect(JSON.parse(answer)).toMatchObject({
      download_url: expect.stringContaining(`https://${HOST}/v3/billdownload`),
    });
    expect(await throughProxy(new URL(JSON.parse(answer).download_url).href.slice(`https://${HOST}`.length))).toContain(
      '1.00',
    );
  });

  it('is led nowhere else', async () => {
    for (const authority of ['example.com:443', `${HOST}:80`, '127.0.0.1:22', 'nonsense']) {
      expect(await tunnel(authority)).toMatchObject({ status: 403 });
    }
  });
});

describe('a folder for data', () => {
  it('keeps the authority, keys and serials from one run to the next', async () => {
    const again = await startSandbox({ dataDir: join(folder, 'data') });
    try {
      for (const mchId of [parties.provider.mchId, parties.direct.mchId]) {
        expect(await again.credentials(mchId)).toEqual(await sandbox.credentials(mchId));
      }
      expect(again.caFile).toBe(sandbox.caFile);
    } finally {
      await again.stop();
    }
    expect(readFileSync(sandbox.caFile, 'utf8')).toBe((await sandbox.credentials()).caPem);
  });

  it('that is damaged stops the sandbox from starting, and names the file', async () => {
    const broken = join(folder, 'broken');
    await (await startSandbox({ dataDir: broken })).stop();
    await writeFile(join(broken, 'keys', 'authority_cert.pem'), 'nothing');
    await expect(startSandbox({ dataDir: broken })).rejects.toThrow(/authority_cert\.pem is no certificate/);
  });
});

describe('credentials', () => {
  it('are handed out by name and by number', async () => {
    const held = await sandbox.credentials(parties.platform.mchId);
    for (const party of ['platform', parties.platform.mchId]) {
      const answer = await fetch(`${sandbox.url}/_sandbox/credentials/${party}`);
      expect(await answer.json()).toMatchObject({ ...held, appid: parties.platform.appid });
    }
    expect((await fetch(`${sandbox.url}/_sandbox/credentials/unknown`)).status).toBe(404);
    expect((await fetch(`${sandbox.url}/_sandbox/credentials/__proto__`)).status).toBe(404);
  });

  it('are not handed to pages of another origin', async () => {
    const address = `${sandbox.url}/_sandbox/credentials/provider`;
    expect((await raw(address, 'GET', { host: 'evil.example' })).status).toBe(403);
    expect((await raw(address, 'GET', { origin: 'https://evil.example' })).status).toBe(403);
  });

  it('are exported for every party, as files and as variables', async () => {
    await exportCredentials(sandbox, join(folder, 'exported'));
    for (const [name, mchId] of Object.entries(namedMerchants)) {
      const held = await sandbox.credentials(mchId);
      const of = (file: string) => readFileSync(join(folder, 'exported', name, file), 'utf8');
      expect(of('apiclient_key.pem')).toBe(held.mchPrivateKeyPem);
      expect(parse(of('.env'))).toMatchObject({
        WECHATPAY_MCH_ID: mchId,
        WECHATPAY_MCH_SERIAL: held.mchSerial,
        WECHATPAY_API_V3_KEY: held.apiV3Key,
        WECHATPAY_MCH_PRIVATE_KEY: held.mchPrivateKeyPem.trimEnd(),
        WECHATPAY_PUBLIC_KEY_ID: held.publicKeyId,
      });
    }
  });
});

describe('the names of the sandbox', () => {
  const health = (host: string) => raw(`${sandbox.url}/_sandbox/health`, 'GET', { host });

  it('are those of this machine and those that were allowed', async () => {
    expect(await health('localhost:1')).toMatchObject({ status: 200 });
    expect(await health('sandbox.local:9527')).toMatchObject({ status: 200 });
    expect(await health('other.local')).toMatchObject({ status: 403 });
  });

  it('stand in its certificate', async () => {
    const { hostname, port } = new URL(sandbox.secureUrl);
    const socket = secure({ host: hostname, port: Number(port), rejectUnauthorized: false });
    await new Promise((ready) => socket.once('secureConnect', ready));
    const names = socket.getPeerCertificate().subjectaltname;
    socket.destroy();
    for (const name of ['localhost', HOST, 'api2.mch.weixin.qq.com', 'sandbox.local'])
      expect(names).toContain(`DNS:${name}`);
  });

  it('guard the open interface service of Cloud Run too', async () => {
    const address = `${sandbox.url}/_/pay/profitsharingquery`;
    expect((await raw(address, 'POST', { host: 'evil.example' })).status).toBe(403);
    expect((await raw(address, 'POST', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await raw(address, 'POST')).status).not.toBe(403);
  });
});
