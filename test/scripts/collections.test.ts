import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { ledgerCollections } from '../../scripts/collections/ledgerCollections';
import { account } from './cloudApi/checkKey';
import { CloudApi } from './cloudApi/cloudApi';
import { ENV_ID } from './cloudApi/environment';
import { comparable } from './collections/comparable';

let api: CloudApi;
let url: string;

beforeEach(async () => {
  api = new CloudApi();
  url = await api.start();
});
afterEach(() => api.stop());

const key = { TENCENTCLOUD_SECRETID: account.secretId, TENCENTCLOUD_SECRETKEY: account.secretKey };

/** The command itself, with nothing in its environment but what is given. */
function run(args: readonly string[], env: Readonly<Record<string, string>>) {
  const script = join(__dirname, '../../scripts/collections.ts');
  return new Promise<{ code: number; output: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      [require.resolve('tsx/cli'), script, ...args],
      { env: { PATH: process.env.PATH ?? '', PROFIT_SHARING_LOCALE: 'en', ...env } },
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
    );
  });
}

it('makes everything, and finds nothing to do the second time, with a temporary key', async () => {
  const env = { ...key, TENCENTCLOUD_SESSIONTOKEN: account.token, TCB_BASE_URL: url };
  const first = await run(['--env', ENV_ID], env);
  expect(first).toMatchObject({ code: 0, output: expect.stringContaining('Done.') });
  expect(comparable(api.made())).toEqual(comparable(ledgerCollections));
  const before = api.state;
  const second = await run(['--env', ENV_ID], env);
  expect(second).toMatchObject({ code: 0, output: expect.stringContaining('Nothing to do.') });
  expect(api.state).toBe(before);
  for (const secret of Object.values(account)) expect(first.output + second.output).not.toContain(secret);
});

it('ends with 1 and the reason when the cloud fails in the middle', async () => {
  api.refusals.set('UpdateTable', {
    code: 'LimitExceeded.OutOfIndexQuota',
    times: 1,
    message: `for ${account.secretId}`,
  });
  const { code, output } = await run(['--env', ENV_ID], { ...key, TCB_BASE_URL: url });
  expect(code).toBe(1);
  expect(output).toContain('LimitExceeded.OutOfIndexQuota: [UpdateTable] for *** (request request-');
  expect(output).toContain('the same command continues from there');
});

it('ends with 1 for an unknown key, changes nothing and does not repeat it', async () => {
  const env = { ...key, TENCENTCLOUD_SECRETID: 'AKIDunknown', TCB_BASE_URL: url };
  const { code, output } = await run(['--env', ENV_ID], env);
  expect(code).toBe(1);
  expect(output).toContain('AuthFailure.SecretIdNotFound');
  expect(output).not.toContain('AKIDunknown');
  expect(api.calls).toEqual([]);
});

it.each([
  ['no key', ['--env', ENV_ID], {}, 'NO_CREDENTIALS: TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY not set'],
  ['a key among the arguments', ['--env', ENV_ID, 'looseKey'], key, 'npm run collections -- --env <envId>'],
])('ends with 1 for %s, and asks no server', async (_what, args, env, words) => {
  const { code, output } = await run(args, { ...env, TCB_BASE_URL: url });
  expect(code).toBe(1);
  expect(output).toContain(words);
  expect(output).not.toContain('looseKey');
  expect(api.calls).toEqual([]);
});

it('ends with 1 when the network is down, having tried tcb.tencentcloudapi.com and no other host', async () => {
  const asked: string[] = [];
  const proxy = createServer();
  proxy.on('connect', (request: { url?: string }, socket: Socket) => {
    asked.push(String(request.url));
    socket.destroy();
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  const { port } = proxy.address() as AddressInfo;
  const { code, output } = await run(['--env', ENV_ID], { ...key, http_proxy: `http://127.0.0.1:${port}` });
  proxy.close();
  expect(code).toBe(1);
  expect(output).toContain('UNREACHABLE');
  expect(new Set(asked)).toEqual(new Set(['tcb.tencentcloudapi.com:443']));
});
