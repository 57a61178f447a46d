import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parties, type Sandbox, startSandbox } from '../../../sandbox';
import { exportCredentials } from '../../../scripts/sandbox/exportCredentials';

const run = promisify(execFile);
const { direct } = parties;

interface Language {
  readonly name: string;
  /** Debian's packages. */
  readonly packages: string;
  /** Succeeds where the language and its libraries are there. */
  readonly probe: readonly [string, ...string[]];
  readonly command: readonly [string, ...string[]];
}

const languages: readonly Language[] = [
  {
    name: 'Java',
    packages: 'default-jdk-headless',
    probe: ['javac', '-version'],
    command: ['java', join(__dirname, 'Share.java')],
  },
  {
    name: 'Python',
    packages: 'python3, python3-requests and python3-cryptography',
    probe: ['python3', '-c', 'import requests, cryptography'],
    command: ['python3', join(__dirname, 'share.py')],
  },
  {
    name: 'PHP',
    packages: 'php-cli, php-curl and php-guzzlehttp-guzzle',
    probe: ['php', '-r', "require 'GuzzleHttp/autoload.php'; exit(function_exists('curl_init') ? 0 : 1);"],
    command: ['php', join(__dirname, 'share.php')],
  },
  {
    name: 'Go',
    packages: 'golang',
    probe: ['go', 'version'],
    command: ['go', 'run', join(__dirname, 'share.go')],
  },
];

const isThere = ({ probe: [program, ...args] }: Language): boolean => spawnSync(program, args).status === 0;

let folder: string;
let sandbox: Sandbox;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-languages-'));
  sandbox = await startSandbox();
  await exportCredentials(sandbox, folder);
});
afterAll(async () => {
  await sandbox.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => sandbox.state.reset());

async function ask({ command: [program, ...args] }: Language, method: string, target: string, body?: object) {
  const { port } = new URL(sandbox.url);
  const request = [join(folder, 'direct'), port, direct.mchId, method, target, ...(body ? [JSON.stringify(body)] : [])];
  const { stdout } = await run(program, [...args, ...request]);
  const [, status, signature, text = ''] = /^(\d+) (\w+) (.*)$/s.exec(stdout) ?? [];
  return { status: Number(status), signature, json: JSON.parse(text) };
}

const shares = (language: Language) => (): void => {
  it('shares 1 yuan through the proxy and is answered by WeChat Pay’s key', async () => {
    const { bank } = sandbox.state;
    const added = await ask(language, 'POST', '/v3/profitsharing/receivers/add', {
      appid: direct.appid,
      type: 'PERSONAL_OPENID',
      account: 'oDirectUser',
      relation_type: 'USER',
    });
    expect(added).toMatchObject({ status: 200, signature: 'genuine', json: { account: 'oDirectUser' } });
    const paidAt = bank.clock.now() - 60_000;
    const { transactionId } = bank.payOrder({ payerMchId: direct.mchId, amount: 10_000, paidAt });
    const shared = await ask(language, 'POST', '/v3/profitsharing/orders', {
      appid: direct.appid,
      transaction_id: transactionId,
      out_order_no: 'P1',
      receivers: [{ type: 'PERSONAL_OPENID', account: 'oDirectUser', amount: 100, description: '分给用户' }],
      unfreeze_unsplit: false,
    });
    expect(shared).toMatchObject({
      status: 200,
      signature: 'genuine',
      json: { state: 'PROCESSING', out_order_no: 'P1' },
    });
    expect(bank.order(transactionId)).toMatchObject({ shared: 100, inFlight: 100 });
  });

  it('reads a refusal, in Chinese and signed', async () => {
    const { status, signature, json } = await ask(language, 'GET', '/v3/profitsharing/transactions/4200/amounts');
    expect({ status, signature, ...json }).toMatchObject({ status: 404, signature: 'genuine', message: '记录不存在' });
  });
};

for (const language of languages) {
  const { name, packages } = language;
  if (isThere(language))
    describe(`a client written in ${name}, with its fixed host and its exported keys`, shares(language));
  else {
    // What a run leaves out is said at its end: see test/leftOutReporter.cjs.
    describe(`left out: the sandbox driven by ${name}. Install ${packages}`, () => {
      it('reaches the proxy all the same', async () => {
        expect((await fetch(`${sandbox.url}/_sandbox/health`)).status).toBe(200);
      });
    });
  }
}
