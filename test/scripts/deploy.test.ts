import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { account } from './cloudApi/checkKey';
import { ENV_ID } from './cloudApi/environment';
import { type RunningCloud, startCloudApi } from './cloudApi/startCloudApi';
import { onApiv3, Project, pems } from './deploy/project';

let cloud: RunningCloud;
let project: Project;

beforeEach(async () => {
  cloud = await startCloudApi();
  project = new Project();
});
afterEach(async () => {
  project.remove();
  await cloud.stop();
});

/** The command itself, with nothing in its environment but what is given. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = cloud.env) {
  const script = join(__dirname, '../../scripts/deploy.ts');
  return new Promise<{ code: number; output: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      [require.resolve('tsx/cli'), script, '--env', ENV_ID, ...args],
      { env: { PATH: process.env.PATH ?? '', ...env } },
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
    );
  });
}

it('builds and deploys over TLS with a temporary key, shows no secret, and finds nothing to do the second time', async () => {
  for (const [file, text] of Object.entries(pems)) project.pem(file, text);
  const args = ['--only', 'profitSharingReconcile,profitSharingNotify', ...project.variables(onApiv3)];
  const env = { ...cloud.env, TENCENTCLOUD_SESSIONTOKEN: account.token };
  const first = await run(args, env);
  expect(first).toMatchObject({ code: 0, output: expect.stringContaining('Done.') });
  expect([...cloud.api.functions.byName.keys()].sort()).toEqual(['profitSharingNotify', 'profitSharingReconcile']);
  const { state } = cloud.api;
  const second = await run(args, env);
  expect(second).toMatchObject({ code: 0, output: expect.stringContaining('Nothing to do.') });
  expect(cloud.api.state).toBe(state);
  const { PROFIT_SHARING_LINK: _shown, ...values } = onApiv3;
  for (const secret of [...Object.values({ ...account, ...values }), ...Object.values(pems)]) {
    expect(first.output + second.output).not.toContain(secret);
  }
  expect(new Set(cloud.hosts)).toEqual(new Set(['tcb.tencentcloudapi.com:443', 'scf.tencentcloudapi.com:443']));
});

it('reaches the cloud through HTTPS_PROXY, as curl and npm do', async () => {
  const { http_proxy = '', ...env } = cloud.env;
  const args = ['--dry-run', '--only', 'profitSharingQuery', ...project.variables(onApiv3)];
  expect(await run(args, { ...env, HTTPS_PROXY: http_proxy })).toMatchObject({ code: 0 });
  expect(new Set(cloud.hosts)).toEqual(new Set(['tcb.tencentcloudapi.com:443', 'scf.tencentcloudapi.com:443']));
});

it('ends with 1 when the connection is cut in the middle, and the same command does the rest', async () => {
  const args = ['--only', 'profitSharingQuery', ...project.variables({ ...onApiv3, PROFIT_SHARING_LEDGER: 'off' })];
  cloud.api.hangsUpOn.add('UpdateFunctionConfiguration');
  const { code, output } = await run(args);
  expect(code).toBe(1);
  expect(output).toContain('Not done, or not whole: profitSharingQuery.');
  expect(output).toContain('UNREACHABLE');
  cloud.api.hangsUpOn.clear();
  expect(await run(args)).toMatchObject({
    code: 0,
    output: expect.stringContaining('1/1 profitSharingQuery: update code'),
  });
});

it('ends with 1 when a proxy hangs up, however manager-node takes it', async () => {
  const env = { ...cloud.env, TCB_BASE_URL: 'https://elsewhere.example' };
  const { code, output } = await run([], env);
  expect(code).toBe(1);
  expect(output).toContain('UNREACHABLE');
  expect(cloud.hosts).toEqual(['elsewhere.example:443']);
});
