import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ENV_ID } from '../cloudApi/environment';
import { onApiv3, onCloudpay } from '../deploy/project';
import { useCloud } from '../deploy/useCloud';
import { asFile } from './doctorFixture';

const stage = useCloud();
const script = resolve(__dirname, '../../../scripts/doctor.ts');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Finding {
  readonly check: string;
  readonly level: string;
  readonly message: string;
  readonly fix?: string;
}

/** What the command itself finds in the environment. */
async function inspect(variables: Readonly<Record<string, string>> = onCloudpay, ...more: string[]): Promise<string[]> {
  const file = join(folder, 'variables.env');
  writeFileSync(file, asFile(variables));
  const args = ['--env', ENV_ID, '--env-file', file, '--locale', 'en', '--json', ...more];
  const output = await new Promise<string>((done) => {
    const words = [require.resolve('tsx/cli'), script, ...args];
    execFile(
      process.execPath,
      words,
      { cwd: folder, env: { PATH: process.env.PATH, ...stage.env } },
      (_error, stdout, stderr) => done(stdout || stderr),
    );
  });
  expect(output).not.toContain(stage.env.TENCENTCLOUD_SECRETID);
  const { findings } = JSON.parse(output) as { findings: readonly Finding[] };
  return findings
    .filter(({ check }) => check === 'deployment')
    .map(({ level, message, fix }) => `${level}: ${message}${fix ? ` → ${fix}` : ''}`);
}

it('finds nothing wrong with what npm run deploy made', async () => {
  await stage.deploy(stage.project.variables(onCloudpay));
  expect(await inspect()).toEqual([
    'ok: All 10 functions are deployed, with the limits, variables and triggers they need',
  ]);
  expect(await inspect(onCloudpay, '--prefix', 'shopB_')).toContain(
    'problem: shopB_profitSharing is not deployed → Deploy it.',
  );
});

it('finds what a tool that uploads code alone leaves behind', async () => {
  await stage.deploy(stage.project.variables(onCloudpay));
  Object.assign(stage.found('profitSharing'), { Timeout: 3, MemorySize: 128 });
  stage.found('profitSharingReconcile').Triggers = [];
  stage.found('profitSharingQuery').Environment.Variables = [{ Key: 'PROFIT_SHARING_LINK', Value: 'apiv2' }];
  stage.api.functions.byName.delete('profitSharingReturn');
  stage.found('profitSharingFinish').Runtime = 'Nodejs16.13';
  expect(await inspect()).toEqual([
    'problem: profitSharing may run 3 s → Set its timeout to 20 s.',
    'problem: profitSharing has 128 MB → Set its memory to 256 MB.',
    'problem: profitSharingQuery is on another link → Set PROFIT_SHARING_LINK to cloudpay.',
    expect.stringContaining('problem: profitSharingFinish cannot be used: its runtime is Nodejs16.13'),
    'problem: profitSharingReturn is not deployed → Deploy it.',
    expect.stringContaining('problem: profitSharingReconcile has no trigger everyFiveMinutes → Make the timer'),
  ]);
});

it('names the variables that a link cannot work without, and not those that may be files', async () => {
  const { WECHATPAY_MCH_SERIAL: _serial, ...incomplete } = onApiv3;
  const args = ['--only', 'profitSharingQuery', ...stage.project.variables(incomplete)];
  await stage.deploy(args);
  const found = await inspect({ ...onApiv3, WECHATPAY_BASE_URL: 'http://127.0.0.1:1', PROFIT_SHARING_LEDGER: 'off' });
  expect(found).toContain('problem: profitSharingQuery has no WECHATPAY_MCH_SERIAL → Set WECHATPAY_MCH_SERIAL.');
  expect(found.join()).not.toContain('WECHATPAY_MCH_PRIVATE_KEY');
});

it('says what is wrong with the key of the account, and shows it nowhere', async () => {
  stage.api.refusals.set('GetFunction', {
    code: 'AuthFailure.SecretIdNotFound',
    times: 1,
    message: 'AKIDexampleExampleExample',
  });
  expect(await inspect()).toEqual([
    expect.stringMatching(
      /^problem: AuthFailure.SecretIdNotFound.*→ Check TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY/,
    ),
  ]);
});
