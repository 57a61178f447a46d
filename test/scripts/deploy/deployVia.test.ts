import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { deployVia } from '../../../scripts/deploy/deployVia';
import { functionSettings } from '../../../scripts/deploy/functionSettings';
import type { MiniprogramCi } from '../../../scripts/deploy/miniprogramCi';
import { readArguments, type Tool } from '../../../scripts/deploy/readArguments';
import { readEnvFile } from '../../../scripts/deploy/readEnvFile';
import { readSchemas } from '../../../scripts/generate/readSchemas';
import type { Text } from '../../../shared/locale';
import { onApiv3, onCloudpay, pems } from './project';

const repository = resolve(__dirname, '../../..');
const { operations, links } = readSchemas(repository);
const settings = functionSettings(repository, operations, links);
const KEY = 'private.wxkey';

let root: string;
const path = (...parts: string[]) => join(root, ...parts);
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'via 部署 '));
  for (const name of ['profitSharing', 'profitSharingQuery', 'profitSharingNotify', 'profitSharingReconcile'])
    cpSync(join(repository, 'dist/cloudfunctions', name), path('cloudfunctions', name), { recursive: true });
  mkdirSync(path('credentials'));
  for (const [file, text] of Object.entries(pems)) writeFileSync(path('credentials', file), text);
  writeFileSync(path('project.config.json'), '{"appid":"wx8888888888888888"}');
  writeFileSync(path(KEY), 'an upload key');
});
afterEach(() => rmSync(root, { recursive: true }));

/** Every call of the tool, as miniprogram-ci would get it. */
class Recorder {
  readonly calls: unknown[] = [];
  fails: string | undefined;

  readonly ci: MiniprogramCi = {
    Project: class {
      constructor(readonly options: object) {}
    },
    cloud: {
      uploadFunction: async ({ project, ...call }) => {
        if (call.name === this.fails) throw new Error('ip 203.0.113.7 is not in the whitelist');
        this.calls.push({ ...call, ...(project as { options: object }).options });
        return { filesCount: 1, packSize: 1 };
      },
      createTimeTrigger: async ({ project: _project, ...call }) => {
        this.calls.push(call);
        return '创建定时触发器成功';
      },
    },
  };
}

async function run(
  tool: Tool,
  variables: Readonly<Record<string, string>>,
  more: string[] = [],
  recorder = new Recorder(),
) {
  const lines = Object.entries(variables).map((pair) => pair.join('='));
  writeFileSync(path('.env'), lines.join('\n'));
  const names = 'profitSharing,profitSharingQuery,profitSharingNotify,profitSharingReconcile';
  const given = readArguments(['--env', 'prod-1', '--via', tool, '--only', names, ...more], root);
  const printed: string[] = [];
  const context = { root, folder: path('cloudfunctions'), settings, only: given.only, credentials: given.credentials };
  const print = (line: Text) => void printed.push(line.en);
  await deployVia(tool, given, {
    ...context,
    file: readEnvFile(root, undefined),
    print,
    locale: 'en',
    loadCi: () => recorder.ci,
  });
  const output = printed.join('\n');
  for (const secret of [...Object.values(pems), onApiv3.WECHATPAY_API_V3_KEY]) expect(output).not.toContain(secret);
  return output;
}

describe('WeChat DevTools', () => {
  it('gets the keys beside the functions that need them, and a person the rest, function by function', async () => {
    const output = await run('devtools', onApiv3);
    expect(existsSync(path('cloudfunctions/profitSharing/credentials/apiclient_key.pem'))).toBe(true);
    expect(existsSync(path('cloudfunctions/profitSharingNotify/credentials/wechatpay_public_key.pem'))).toBe(true);
    // The whole internet reaches it.
    expect(existsSync(path('cloudfunctions/profitSharingNotify/credentials/apiclient_key.pem'))).toBe(false);
    expect(output).toContain('by hand: runtime Nodejs20.19, timeout 20 s, memory 256 MB');
    expect(output).toContain('variables by hand: PROFIT_SHARING_LINK, WECHATPAY_MCH_ID');
    expect(output).toContain('trigger by hand: everyFiveMinutes (0 */5 * * * * *)');
    expect(output).toContain('By hand: the HTTP path /profitSharingNotify to profitSharingNotify');
    expect(output).toContain('npm run collections -- --env <envId>');
    expect(output).toContain('npm run doctor -- --env <envId>');
  });

  it('gets nothing in a dry run', async () => {
    expect(await run('devtools', onApiv3, ['--dry-run'])).toContain('Dry run');
    expect(existsSync(path('cloudfunctions/profitSharing/credentials'))).toBe(false);
  });
});

describe('the CloudBase CLI', () => {
  it('gets every setting, and variables by their names only', async () => {
    const output = await run('tcb', onApiv3);
    const text = readFileSync(path('cloudbaserc.deploy.json'), 'utf8');
    const { functions, ...rest } = JSON.parse(text);
    expect(rest).toMatchObject({ envId: 'prod-1', functionRoot: './cloudfunctions' });
    const notify = functions.find(({ name }: { name: string }) => name === 'profitSharingNotify');
    expect(notify).toMatchObject({ timeout: 10, runtime: 'Nodejs20.19', installDependency: false });
    expect(notify.envVariables).toMatchObject({ WECHATPAY_API_V3_KEY: '{{env.WECHATPAY_API_V3_KEY}}' });
    // A name that is set nowhere would leave the CLI with a file that is no JSON.
    expect(text).not.toContain('PROFIT_SHARING_SUB_MCH_ID');
    for (const [name, value] of Object.entries(onApiv3))
      if (name !== 'PROFIT_SHARING_LINK') expect(text).not.toContain(value);
    expect(output).toContain('npx tcb fn deploy --config-file cloudbaserc.deploy.json');
    expect(output).not.toMatch(/by hand: (runtime|variables)/);
  });
});

describe('miniprogram-ci', () => {
  const key = () => ['--upload-key', path(KEY)];

  it('uploads the functions and their timer with the upload key of the mini program', async () => {
    const recorder = new Recorder();
    const output = await run('miniprogram-ci', onCloudpay, key(), recorder);
    expect(recorder.calls).toHaveLength(5);
    expect(recorder.calls[0]).toEqual({
      ...{ appid: 'wx8888888888888888', type: 'miniProgram', projectPath: root, privateKeyPath: path(KEY) },
      ...{ env: 'prod-1', name: 'profitSharing', path: path('cloudfunctions/profitSharing'), remoteNpmInstall: false },
      ignores: ['node_modules/**/*'],
    });
    expect(recorder.calls.at(-1)).toEqual({
      ...{ envId: 'prod-1', functionName: 'profitSharingReconcile' },
      triggersConfig: [{ name: 'everyFiveMinutes', type: 'timer', config: '0 */5 * * * * *' }],
    });
    expect(output).toContain('by hand: runtime Nodejs20.19, timeout 60 s, memory 256 MB');
    expect(output).toContain('variables by hand: PROFIT_SHARING_LINK, PROFIT_SHARING_SUB_MCH_ID');
    expect(output).not.toContain('trigger by hand');
  });

  it('ends at the function that fails, and names it', async () => {
    const recorder = new Recorder();
    recorder.fails = 'profitSharingQuery';
    await expect(run('miniprogram-ci', onCloudpay, key(), recorder)).rejects.toMatchObject({
      code: 'UPLOAD_FAILED',
      message: 'profitSharingQuery: ip 203.0.113.7 is not in the whitelist',
    });
    expect(recorder.calls).toHaveLength(1);
  });

  it.each([
    ['no key', [], 'needs --upload-key <file>'],
    ['a key that is not there', ['--upload-key', 'nowhere'], 'there is no file nowhere'],
    ['no appid', ['--appid', 'touristappid'], 'needs --appid <appid>'],
  ])('uploads nothing with %s', async (_what, more, words) => {
    const recorder = new Recorder();
    const given = more[0] === '--appid' ? [...key(), ...more] : more;
    await expect(run('miniprogram-ci', onCloudpay, given, recorder)).rejects.toThrow(words);
    expect(recorder.calls).toEqual([]);
  });

  it('says how to install it where it is missing, and changes nothing', async () => {
    writeFileSync(path('.env'), 'PROFIT_SHARING_LINK=cloudpay');
    const given = readArguments(['--env', 'e', '--via', 'miniprogram-ci', '--only', 'profitSharing', ...key()], root);
    const context = {
      root,
      folder: path('cloudfunctions'),
      settings,
      only: given.only,
      credentials: given.credentials,
    };
    const deployed = deployVia('miniprogram-ci', given, {
      ...context,
      file: readEnvFile(root, undefined),
      print: () => {},
      locale: 'en',
    });
    await expect(deployed).rejects.toThrow('npm install --no-save miniprogram-ci');
  });
});

it.each([
  ['a link that does not exist', { PROFIT_SHARING_LINK: 'v3' }, 'PROFIT_SHARING_LINK is none of'],
  [
    'a value no function takes',
    { ...onCloudpay, PROFIT_SHARING_SUB_MCH_ID: 'x' },
    'PROFIT_SHARING_SUB_MCH_ID (should be',
  ],
])('%s is refused on every way', async (_what, variables, words) => {
  for (const tool of ['devtools', 'tcb', 'miniprogram-ci'] as const) {
    await expect(run(tool, variables, ['--upload-key', path(KEY)])).rejects.toThrow(words);
  }
  expect(existsSync(path('cloudbaserc.deploy.json'))).toBe(false);
});

it.each([[['--via', 'ftp']], [['--via', 'tcb', '--examples']], [['--via', 'devtools', '--prefix', 'b_']]])(
  '%j is told the usage',
  (args) => {
    expect(() => readArguments(['--env', 'e', ...args], root)).toThrow('npm run deploy --');
  },
);
