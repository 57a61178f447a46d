import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import https from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { Wechatpay } from 'wechatpay-axios-plugin';
import { parties } from '../../../sandbox';
import { buildSandbox } from '../../../scripts/build/buildSandbox';
import { type Container, environment, instruction, startContainer } from './container';

const { direct } = parties;

let home: string;
let built: string;
let data: string;
let sandbox: Container;
let secureUrl: string;

beforeAll(async () => {
  // A folder outside of the repository: no node_modules above it, either.
  home = realpathSync(mkdtempSync(join(tmpdir(), 'empty 空文件夹 ')));
  [built, data] = [join(home, 'sandbox'), join(home, 'data')];
  mkdirSync(data);
  await buildSandbox(undefined, built);
  sandbox = await startContainer(built, data);
  secureUrl = await sandbox.healthy();
});
afterAll(async () => {
  await sandbox.stop();
  rmSync(home, { recursive: true, force: true });
});

async function ask(path: string, body?: object) {
  const answer = await fetch(`${sandbox.url}${path}`, body && { method: 'POST', body: JSON.stringify(body) });
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
}

/** The folder of a party, as clients in other containers see it. */
const credentials = (party: string, folder = data) => join(folder, 'credentials', party);

/** An SDK that knows the sandbox by what the container wrote. */
function sdk(): Wechatpay {
  const folder = credentials('direct');
  const held = parse(readFileSync(join(folder, '.env')));
  const pem = (file: string) => readFileSync(join(folder, file), 'utf8');
  return new Wechatpay({
    mchid: held.WECHATPAY_MCH_ID,
    serial: held.WECHATPAY_MCH_SERIAL,
    privateKey: pem('apiclient_key.pem'),
    certs: { [held.WECHATPAY_PUBLIC_KEY_ID ?? '']: pem('pub_key.pem') },
    baseURL: `${secureUrl}/`,
    httpsAgent: new https.Agent({ ca: readFileSync(join(data, 'ca.pem')) }),
  } as unknown as ConstructorParameters<typeof Wechatpay>[0]);
}

/** 1 yuan of a new order, to a person, through the SDK. */
async function shareOneYuan(out_order_no: string) {
  const { json } = await ask('/_sandbox/orders', { payerMchId: direct.mchId, ready: true });
  const account = { appid: direct.appid, type: 'PERSONAL_OPENID', account: 'oDirectUser' };
  const { profitsharing } = sdk().v3 as unknown as {
    profitsharing: { receivers: { add: Post }; orders: Post };
  };
  await profitsharing.receivers.add.post({ ...account, relation_type: 'USER' });
  const { type, account: openid } = account;
  return profitsharing.orders.post({
    appid: direct.appid,
    transaction_id: json.transaction_id,
    out_order_no,
    receivers: [{ type, account: openid, amount: 100, description: '分给用户' }],
    unfreeze_unsplit: false,
  });
}

type Post = { post(body: object): Promise<{ status: number; data: object }> };

it('is a folder of a few MB, with the licences of what is inside', () => {
  const files = readdirSync(built, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  expect(bytes).toBeLessThan(4 * 1024 * 1024);
  expect(readdirSync(built)).not.toContain('node_modules');
  const licences = readFileSync(join(built, 'THIRD-PARTY-LICENSES.txt'), 'utf8');
  for (const name of ['mingo', 'saxes']) expect(licences).toMatch(RegExp(`^${name} \\d`, 'm'));
});

it('an SDK shares 1 yuan with the keys that the container wrote', async () => {
  expect(await shareOneYuan('P1')).toMatchObject({ status: 200, data: { out_order_no: 'P1', state: 'PROCESSING' } });
});

it('the functions inside of it reach WeChat Pay', async () => {
  expect((await ask('/console/link', { link: 'apiv3', locale: 'en' })).status).toBe(200);
  const data = { sub_mch_id: parties.subMerchant.mchId };
  const { json } = await ask('/call/profitSharingMerchantRatioQuery', { as: 'function', data });
  expect(json).toMatchObject({ result: { return_code: 'SUCCESS', max_ratio: 3000 } });
});

it('shows its page', async () => {
  const page = await (await fetch(sandbox.url)).text();
  const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => new URL(path, `${sandbox.url}/`));
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) expect([file.pathname, (await fetch(file)).status]).toEqual([file.pathname, 200]);
});

it('the health check of the container sees that it is up, and that it is not', async () => {
  const [, ...words] = instruction(built, 'HEALTHCHECK');
  const check = (port: string) =>
    new Promise<number | null>((done) => {
      const asked = words.map((word) => word.replace(':9527/', `:${port}/`));
      const child = execFile(process.execPath, asked, { env: environment }, () => done(child.exitCode));
    });
  expect(await check(new URL(sandbox.url).port)).toBe(0);
  // A port on which nothing listens.
  expect(await check('1')).toBe(1);
});

it('a container that is stopped ends in order, and the next one on the same data has the same keys and shares', async () => {
  const before = await ask('/_sandbox/credentials/direct');
  expect(await sandbox.stop()).toBe(0);
  sandbox = await startContainer(built, data);
  secureUrl = await sandbox.healthy();
  expect(await ask('/_sandbox/credentials/direct')).toEqual(before);
  expect(await shareOneYuan('P2')).toMatchObject({ status: 200, data: { out_order_no: 'P2' } });
  const { json } = await ask('/_sandbox/books');
  expect(json.shares).toMatchObject([{ outOrderNo: 'P1' }, { outOrderNo: 'P2' }]);
});

it('is healthy only when the keys of every party are written', async () => {
  const other = join(home, 'other');
  mkdirSync(other);
  const fresh = await startContainer(built, other);
  try {
    await fresh.healthy();
    for (const party of readdirSync(join(data, 'credentials'))) {
      expect(readdirSync(credentials(party, other)).sort()).toEqual(readdirSync(credentials(party)).sort());
    }
  } finally {
    await fresh.stop();
  }
});
