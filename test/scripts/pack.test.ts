import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildCli } from '../../scripts/build/buildCli';
import { buildClient } from '../../scripts/build/buildClient';
import { npmCommand } from '../../scripts/build/npmCommand';
import { releaseZip } from '../../scripts/build/releaseZip';
import { ENV_ID } from './cloudApi/environment';
import { startCloudApi } from './cloudApi/startCloudApi';
import { unzip } from './cloudApi/unzip';
import { onCloudpay } from './deploy/project';

const root = resolve(__dirname, '../..');
const functions = join(root, 'dist/cloudfunctions');

/** An empty folder without the repository, on a machine where folders have blanks and Chinese names. */
let home: string;
/** Where the tarballs are made. */
let store: string;

const inHome = (...path: string[]) => join(home, ...path);
const bin = () => inHome('node_modules/cloudpay-profitsharing-cli/cli.js');
const { PATH = '', npm_config_cache } = process.env;
const plain = { PATH, HOME: tmpdir(), ...(npm_config_cache && { npm_config_cache }) };

function npm(...args: string[]): string {
  const [command, ...first] = npmCommand();
  return execFileSync(command, [...first, ...args, '--offline', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: home,
    encoding: 'utf8',
    env: plain,
  });
}

/** The command as it was installed, with nothing in its environment but what is given. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = home) {
  return new Promise<{ code: number; output: string }>((done) => {
    const child = execFile(
      process.execPath,
      [bin(), ...args],
      { cwd, env: { ...plain, PROFIT_SHARING_LOCALE: 'en', ...env } },
      (_error, stdout, stderr) => done({ code: child.exitCode ?? -1, output: stdout + stderr }),
    );
  });
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'empty 空文件夹 '));
  store = mkdtempSync(join(tmpdir(), 'packages-'));
  await buildClient();
  await buildCli(functions, join(store, 'cli'));
  for (const folder of [join(root, 'dist/client'), join(store, 'cli')])
    npm('pack', folder, '--pack-destination', store);
  const tarballs = readdirSync(store).filter((file) => file.endsWith('.tgz'));
  npm('install', ...tarballs.map((file) => join(store, file)));
});
afterAll(() => {
  for (const folder of [home, store]) rmSync(folder, { recursive: true, force: true });
});

it('two packages are all that is installed, and they are small', () => {
  const installed = readdirSync(inHome('node_modules')).filter((name) => !name.startsWith('.'));
  expect(installed.sort()).toEqual(['cloudpay-profitsharing', 'cloudpay-profitsharing-cli']);
  const sizes = readdirSync(store)
    .filter((file) => file.endsWith('.tgz'))
    .map((file) => [file.replace(/-\d.*/, ''), statSync(join(store, file)).size] as const);
  const { 'cloudpay-profitsharing': client = 0, 'cloudpay-profitsharing-cli': cli = 0 } = Object.fromEntries(sizes);
  expect(client).toBeLessThan(100 * 1024);
  expect(cli).toBeLessThan(2 * 1024 * 1024);
});

it('npm finds the command by the name of its package', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(npm('exec', '--', 'cloudpay-profitsharing-cli', '--version').trim()).toBe(version);
});

it('the client is found by its name, and a mini program takes only the few KB of its entry', async () => {
  const script = `
    const { profitSharing } = require('cloudpay-profitsharing');
    const { planShares } = require('cloudpay-profitsharing/plan');
    import('cloudpay-profitsharing').then((module) => console.log(typeof profitSharing, typeof planShares, typeof module.profitSharing));`;
  expect(execFileSync(process.execPath, ['-e', script], { cwd: home, encoding: 'utf8' })).toBe(
    'function function function\n',
  );
  const entry = inHome('node_modules/cloudpay-profitsharing/index.js');
  expect(statSync(entry).size).toBeLessThan(16 * 1024);
  expect(readFileSync(entry, 'utf8')).not.toMatch(/\brequire\(/);
});

it('the licences of what is inside are named', () => {
  const text = readFileSync(inHome('node_modules/cloudpay-profitsharing-cli/THIRD-PARTY-LICENSES.txt'), 'utf8');
  for (const name of ['@cloudbase/manager-node', 'mingo', 'saxes', 'fflate'])
    expect(text).toMatch(RegExp(`^${name} \\d`, 'm'));
});

describe('init', () => {
  it('writes a project, and nothing the second time', async () => {
    const first = await run(['init']);
    expect(first).toMatchObject({ code: 0, output: expect.stringMatching(/Files: \d{3} made, 0 updated/) });
    for (const name of readdirSync(functions)) {
      expect(readdirSync(inHome('cloudfunctions', name)).sort()).toEqual(
        readdirSync(join(functions, name))
          .filter((file) => file !== 'credentials')
          .sort(),
      );
    }
    const settings = JSON.parse(readFileSync(inHome('project.config.json'), 'utf8'));
    expect(existsSync(inHome(settings.cloudfunctionRoot, 'profitSharing/index.js'))).toBe(true);
    expect(existsSync(inHome(settings.miniprogramRoot, 'app.json'))).toBe(true);
    expect(readFileSync(inHome('.gitignore'), 'utf8')).toMatch(/^\.env$[\s\S]*^credentials\/$/m);
    expect(readFileSync(inHome('.env.example'), 'utf8')).toMatch(/^# PROFIT_SHARING_LINK=cloudpay$/m);
    const handler = JSON.parse(readFileSync(inHome('cloudfunctions/shareOrder/package.json'), 'utf8'));
    expect(Object.keys(handler.dependencies)).toEqual(['cloudpay-profitsharing', 'wx-server-sdk']);
    expect(await run(['init'])).toMatchObject({ code: 0, output: expect.stringContaining('Files: 0 made, 0 updated') });
  });

  it('never replaces a file of its owner; --update brings functions up to date and leaves keys alone', async () => {
    const [changed, ours, key] = [
      inHome('project.config.json'),
      inHome('cloudfunctions/profitSharing/index.js'),
      inHome('cloudfunctions/profitSharing/credentials/apiclient_key.pem'),
    ];
    const before = readFileSync(ours);
    mkdirSync(join(key, '..'), { recursive: true });
    for (const file of [changed, ours, key]) writeFileSync(file, '{}');
    const kept = await run(['init']);
    expect(kept.output).toContain(
      'yours, left as they are: project.config.json, cloudfunctions/profitSharing/index.js',
    );
    expect(await run(['init', '--update'])).toMatchObject({ code: 0, output: expect.stringContaining('1 updated') });
    expect(readFileSync(ours).equals(before)).toBe(true);
    for (const file of [changed, key]) expect(readFileSync(file, 'utf8')).toBe('{}');
  });
});

describe('the sandbox', () => {
  let sandbox: ChildProcess;
  let url: string;
  beforeAll(async () => {
    sandbox = spawn(process.execPath, [bin(), 'sandbox', '--port', '0', '--secure-port', '0', '--quiet'], {
      cwd: home,
      env: plain,
    });
    let printed = '';
    url = await new Promise<string>((found, failed) => {
      sandbox.stdout?.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
        if (address) found(address);
      });
      sandbox.once('exit', () => failed(new Error(printed)));
    });
  });
  afterAll(() => sandbox.kill());

  it('shares money through the functions of the project', async () => {
    const placed = await fetch(`${url}/_sandbox/orders`, { method: 'POST', body: '{"ready":true}' });
    const { transaction_id } = (await placed.json()) as { transaction_id: string };
    const file = inHome('request.json');
    const call = (operation: string, request: object) => {
      writeFileSync(file, JSON.stringify({ sub_mch_id: '1900000109', ...request }));
      return run(['call', operation, '--file', file, '--sandbox', url]);
    };
    const supplier = { type: 'MERCHANT_ID', account: '1900000110' };
    const receiver = { ...supplier, name: '示例供应商', relation_type: 'SUPPLIER' };
    expect(await call('profitSharingAddReceiver', { receiver })).toMatchObject({ code: 0 });
    const receivers = [{ ...supplier, amount: 88, description: 'goods' }];
    const shared = await call('multiProfitSharing', { transaction_id, out_order_no: 'P1', receivers });
    expect(shared).toMatchObject({ code: 0, output: expect.stringContaining('✓ multiProfitSharing') });
  });

  it('changes its link when asked to', async () => {
    const asked = await run(['call', 'profitSharingMerchantRatioQuery', '--link', 'apiv3', '--sandbox', url]);
    expect(asked).toMatchObject({ code: 0, output: expect.stringMatching(/max_ratio +30 %/) });
  });

  it('shows its page, built already', async () => {
    const page = await (await fetch(url)).text();
    const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => new URL(path, `${url}/`));
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) {
      const { status, headers } = await fetch(file);
      expect([file.pathname, status, headers.get('content-length')]).toEqual([file.pathname, 200, expect.any(String)]);
    }
  });
});

it('the doctor checks a .env and names the commands of this package', async () => {
  writeFileSync(inHome('.env'), 'PROFIT_SHARING_LINK=cloudpay\nPROFIT_SHARING_SUB_MCH_ID=1900000109\n');
  const { code, output } = await run(['doctor']);
  expect(output).toContain('npx cloudpay-profitsharing-cli collections --env <envId> --dry-run');
  expect(output).not.toContain('npm run');
  expect(code).toBe(0);
});

it('deploys the functions of the project, and finds nothing to do the second time', async () => {
  const cloud = await startCloudApi();
  try {
    const variables = inHome('variables.env');
    const settings = { ...onCloudpay, PROFIT_SHARING_LEDGER: 'off' };
    writeFileSync(
      variables,
      Object.entries(settings)
        .map((pair) => pair.join('='))
        .join('\n'),
    );
    const args = ['deploy', '--env', ENV_ID, '--only', 'profitSharing,profitSharingQuery', '--env-file', variables];
    expect(await run(args, cloud.env)).toMatchObject({ code: 0, output: expect.stringContaining('Done.') });
    expect([...cloud.api.functions.byName.keys()].sort()).toEqual(['profitSharing', 'profitSharingQuery']);
    expect([...unzip(cloud.api.functions.find('profitSharingQuery').archive).keys()]).toContain('index.js');
    expect(await run(args, cloud.env)).toMatchObject({ code: 0, output: expect.stringContaining('Nothing to do.') });
  } finally {
    await cloud.stop();
  }
});

describe('a command line that is wrong', () => {
  it.each([
    [[], 2, 'npx cloudpay-profitsharing-cli <command>'],
    [['--help'], 0, 'npx cloudpay-profitsharing-cli <command>'],
    [['deplyo'], 2, 'the nearest is deploy'],
    [['call'], 2, 'npx cloudpay-profitsharing-cli call <operation>'],
    [['init', '--what'], 2, 'npx cloudpay-profitsharing-cli init'],
    [['doctor', '--help'], 0, 'npx cloudpay-profitsharing-cli doctor'],
  ])('%j is told how', async (args, exitCode, words) => {
    const { code, output } = await run(args);
    expect(output).toContain(words);
    expect(output).not.toMatch(/^\s+at /m);
    expect(code).toBe(exitCode);
  });

  it('is told in Chinese, too', async () => {
    expect((await run(['--help'], { PROFIT_SHARING_LOCALE: 'zh-CN' })).output).toContain('在当前文件夹建立项目');
  });
});

it('the release zip unpacks to the functions as they were built', () => {
  const files = unzip(Buffer.from(releaseZip(functions)));
  expect(new Set([...files.keys()].map((path) => path.split('/')[0]))).toEqual(new Set(readdirSync(functions)));
  for (const [path, content] of files) expect(content.equals(readFileSync(join(functions, path)))).toBe(true);
});
