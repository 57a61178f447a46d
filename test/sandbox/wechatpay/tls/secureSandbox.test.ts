import { existsSync, readFileSync } from 'node:fs';
import https from 'node:https';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { type Sandbox, startSandbox } from '../../../../sandbox';

/** Node's words for an authority it does not know, sent along by the server or not. */
const untrusted = /^(SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE)$/;

describe('the HTTPS listener of the sandbox', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ functionsDir: join(__dirname, 'fixtures') });
  });
  afterAll(() => sandbox.stop());

  const get = (url: string, ca?: string) =>
    new Promise<number | string | undefined>((answered) => {
      https
        .get(url, { ca, agent: false }, (response) => answered(response.resume().statusCode))
        .on('error', ({ code }: NodeJS.ErrnoException) => answered(code));
    });
  const reach = async (url: string) => (await sandbox.call('reach', { url })).result;

  it('is trusted by clients that trust its authority, and by no others', async () => {
    const { caPem } = await sandbox.credentials();
    expect(await get(sandbox.secureUrl, caPem)).toBe(404);
    expect(await get(sandbox.secureUrl.replace('127.0.0.1', 'localhost'), caPem)).toBe(404);
    expect(await get(sandbox.secureUrl)).toMatch(untrusted);
  });

  it('is trusted by the functions, through NODE_EXTRA_CA_CERTS alone', async () => {
    expect(readFileSync(sandbox.caFile, 'utf8')).toBe((await sandbox.credentials()).caPem);
    expect(await reach(sandbox.secureUrl)).toEqual({ status: 404 });
    sandbox.setEnv('reach', { NODE_EXTRA_CA_CERTS: '' });
    expect(await reach(sandbox.secureUrl)).toEqual({ code: expect.stringMatching(untrusted) });
    sandbox.setEnv('reach', {});
    expect(await reach(sandbox.secureUrl)).toEqual({ status: 404 });
  });

  it('does not trust another sandbox', async () => {
    const other = await startSandbox({ functionsDir: join(__dirname, 'fixtures') });
    try {
      expect(await reach(other.secureUrl)).toEqual({ code: expect.stringMatching(untrusted) });
    } finally {
      await other.stop();
    }
  });

  it('survives callers who speak no TLS, or hang up', async () => {
    const { hostname, port } = new URL(sandbox.secureUrl);
    await expect(fetch(`http://${hostname}:${port}/`)).rejects.toThrow();
    await new Promise<void>((closed) => {
      const socket = connect({ host: hostname, port: Number(port), rejectUnauthorized: false }, () => socket.destroy());
      socket.on('close', () => closed());
    });
    expect(await reach(sandbox.secureUrl)).toEqual({ status: 404 });
  });

  it('is gone with the sandbox, and so is the file', async () => {
    const short = await startSandbox();
    const { secureUrl, caFile } = short;
    expect(existsSync(caFile)).toBe(true);
    await short.stop();
    expect(existsSync(caFile)).toBe(false);
    expect(await get(secureUrl)).toBe('ECONNREFUSED');
  });

  it('takes the plain listener down with it when its own port is taken', async () => {
    const securePort = Number(new URL(sandbox.secureUrl).port);
    await expect(startSandbox({ securePort })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
