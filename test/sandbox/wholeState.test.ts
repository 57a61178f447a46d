import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { Agent, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parties, type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox';
import { insert } from '../../sandbox/cloudbase/database/operations';
import { openState } from '../../sandbox/sandboxState';
import { merchant, paidOrder, settle } from './wechatpay/wires/v3/v3Merchants';

const { direct } = parties;
const [supplier] = parties.receivers;

const running: Sandbox[] = [];
let folder: string;

async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  running.push(sandbox);
  return sandbox;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-state-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.stop()));
  await rm(folder, { recursive: true, force: true });
});

const line = { type: 'MERCHANT_ID', account: supplier.mchId, amount: 100, description: '分账' };

/** A direct merchant shares 1 yuan of an order with a merchant that is notified of it. */
async function shareOneYuan(sandbox: Sandbox, out_order_no: string) {
  const { appid } = direct;
  const calling = await merchant(sandbox, direct.mchId);
  const name = calling.encrypt(supplier.name);
  const names = calling.credentials.publicKeyId;
  const receiver = { appid, type: line.type, account: line.account, name, relation_type: 'SUPPLIER' };
  await calling.ask('POST', '/v3/profitsharing/receivers/add', receiver, { names });
  const transaction_id = paidOrder(sandbox, direct.mchId);
  const share = { appid, transaction_id, out_order_no, receivers: [line], unfreeze_unsplit: false };
  return { calling, transaction_id, answer: await calling.ask('POST', '/v3/profitsharing/orders', share) };
}

/** Whether HTTPS of a sandbox is trusted by a client that knows this authority. */
function trustedBy(ca: string, { secureUrl }: Sandbox): Promise<boolean> {
  return new Promise((answered) => {
    const asked = request(secureUrl, { agent: new Agent({ ca }) }, (response) => {
      response.resume();
      answered(true);
    });
    asked.once('error', () => answered(false)).end();
  });
}

describe('the whole state in one text', () => {
  it('takes money, keys and signatures to another sandbox', async () => {
    const [one, two] = [await start(), await start()];
    const { calling, transaction_id, answer } = await shareOneYuan(one, 'P1');
    expect(answer.status).toBe(200);
    one.state.v3.platform.rotate();
    const certificates = await one.state.v3.platform.certificates();
    await two.import(await one.export());
    expect(two.state.bank.books()).toEqual(one.state.bank.books());
    expect(await two.credentials(direct.mchId)).toEqual(await one.credentials(direct.mchId));
    expect(await two.state.v3.platform.certificates()).toEqual(certificates);
    // The merchant goes on with the keys of the first sandbox, at the address of the second.
    const there = await merchant(two, direct.mchId);
    const target = `/v3/profitsharing/orders/P1?transaction_id=${transaction_id}`;
    const found = await there.ask('GET', target, '', { serial: calling.credentials.mchSerial });
    expect(found).toMatchObject({ status: 200, json: { state: 'PROCESSING' } });
    expect(found.signedBy(calling.credentials.publicKeyPem)).toBe(true);
  });

  it('makes HTTPS and the file to trust those of the first sandbox', async () => {
    const [one, two] = [await start(), await start()];
    const [ours, theirs] = [await one.credentials(), await two.credentials()];
    expect(await trustedBy(ours.caPem, two)).toBe(false);
    await two.import(await one.export());
    expect(await trustedBy(ours.caPem, two)).toBe(true);
    expect(await trustedBy(theirs.caPem, two)).toBe(false);
    expect(await readFile(two.caFile, 'utf8')).toBe(ours.caPem);
  });

  it('starts functions anew, which then trust that HTTPS', async () => {
    const source = `const https = require('node:https');
      exports.main = ({ url }) => new Promise((done) => {
        https.get(url, (answer) => done(answer.statusCode)).once('error', ({ code }) => done(code));
      });`;
    await writeFile(join(folder, 'index.js'), source);
    const [one, two] = [await start(), await start({ functions: { asks: { dir: folder } } })];
    const ask = async () => (await two.call('asks', { url: `${two.secureUrl}/v3/certificates` })).result;
    const before = await ask();
    await two.import(await one.export());
    expect([before, await ask()]).toEqual([before, before]);
    expect(typeof before).toBe('number');
  });

  it('takes notifications, their addresses and their settings along, and sends what waits', async () => {
    const [one, two] = [await start(), await start()];
    const letters: string[] = [];
    const receiver = createServer((asked, answer) => {
      letters.push(asked.url ?? '');
      asked.resume().once('end', () => answer.writeHead(204).end());
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/notify`;
    try {
      one.state.notices.setUrl(supplier.mchId, url);
      one.state.notices.settings = { ...one.state.notices.settings, eventType: 'PROFITSHARING' };
      await shareOneYuan(one, 'P1');
      settle(one);
      await two.import(await one.export());
      expect(letters).toHaveLength(0);
      await two.advance(0);
      expect(letters).toHaveLength(1);
      expect(two.state.notices.list()).toMatchObject([{ state: 'acknowledged', mchId: supplier.mchId }]);
      expect(two.state.notices.url(supplier.mchId)).toBe(url);
      expect(two.state.notices.settings.eventType).toBe('PROFITSHARING');
    } finally {
      receiver.close();
    }
  });

  it('takes faults of every kind, key modes, switches and the database along', async () => {
    const [one, two] = [openState(), openState()];
    one.faults.inject({ kind: 'silence', effect: 'after', api: 'profitSharing', times: 2 });
    one.notices.faults.inject({ kind: 'duplicate', copies: 3 });
    one.database.faults.inject({ kind: 'outage', effect: 'after' });
    one.crashes.inject({ function: 'profitSharing', on: 'pay', moment: 'after' });
    one.transit.inject({ delayMs: 50 });
    one.http.headerNames = 'title';
    one.v3.platform.mode = 'publicKey';
    one.v3.setHeld(direct.mchId, 'certificate');
    one.v3.switches.signErrors = false;
    one.v3.takeNonce(direct.mchId, 'used', Date.now());
    one.bank.setSwitches({ requestsPerOrder: 20 });
    const at = new Date(1_772_416_800_123);
    one.database.createCollection('yours');
    await one.database.perform(undefined, (store) =>
      insert({ store, name: 'yours', transaction: undefined }, [{ _id: 'a', at }]),
    );
    await two.import(await one.export());
    expect(two.faults.list()).toEqual(one.faults.list());
    expect(two.notices.faults.list()).toEqual(one.notices.faults.list());
    expect(two.database.faults.list()).toEqual(one.database.faults.list());
    expect(two.crashes.list()).toEqual(one.crashes.list());
    expect(two.transit.list()).toEqual(one.transit.list());
    expect(two.http.headerNames).toBe('title');
    expect(two.v3.platform.mode).toBe('publicKey');
    expect(two.v3.heldBy(direct.mchId)).toBe('certificate');
    expect(two.v3.switches.signErrors).toBe(false);
    expect(two.v3.takeNonce(direct.mchId, 'used', Date.now())).toBe(false);
    expect(two.bank.switches.requestsPerOrder).toBe(20);
    expect(two.database.read('yours')).toEqual([{ _id: 'a', at }]);
  });

  it('is the same text again after an export and an import', async () => {
    const [one, two] = [await start(), openState()];
    await shareOneYuan(one, 'P1');
    const text = await one.export();
    await two.import(text);
    const timeless = (json: string) => json.replace(/"exportedAt":\d+/, '');
    expect(timeless(await two.export())).toBe(timeless(text));
  });

  it.each<[string, (state: Record<string, Record<string, unknown>>) => void]>([
    ['of another format', (state) => Object.assign(state, { format: 'other' })],
    ['without keys', ({ weChatPay }) => delete weChatPay?.keys],
    ['whose key is none', ({ weChatPay }) => Object.assign(weChatPay?.keys ?? {}, { authority: { certPem: 'x' } })],
    ['with a fault that is none', ({ weChatPay }) => Object.assign(weChatPay ?? {}, { faults: [{ kind: 'flood' }] })],
    ['without a database', ({ cloud }) => delete cloud?.database],
    ['whose books do not balance', ({ weChatPay }) => topUp(weChatPay?.bank as { merchants: Entry[] })],
  ])('a text %s is refused, and everything stays as it was', async (_, spoil) => {
    const [one, two] = [openState(), openState()];
    two.faults.inject({ kind: 'silence', effect: 'before' });
    two.bank.payOrder({ payerMchId: direct.mchId, amount: 1 });
    const [before, keys] = [two.bank.export(), await two.authority.export()];
    const state = JSON.parse(await one.export());
    spoil(state);
    await expect(two.import(JSON.stringify(state))).rejects.toThrow();
    expect(two.bank.export()).toBe(before);
    expect(await two.authority.export()).toEqual(keys);
    expect(two.faults.list()).toHaveLength(1);
  });
});

type Entry = [string, { available: number }];

/** Money from nowhere. */
function topUp({ merchants: [first] }: { merchants: Entry[] }): void {
  if (first) first[1].available += 1;
}

describe('a sandbox with a folder for its data', () => {
  const dataDir = () => join(folder, 'data');
  const stateFile = () => join(dataDir(), 'state.json');

  it('goes on where it was after a restart', async () => {
    const one = await startSandbox({ dataDir: dataDir() });
    await shareOneYuan(one, 'P1');
    one.state.faults.inject({ kind: 'silence', effect: 'before' });
    const books = one.state.bank.books();
    await one.stop();
    const two = await start({ dataDir: dataDir() });
    expect(two.state.bank.books()).toEqual(books);
    expect(two.state.faults.list()).toHaveLength(1);
    settle(two);
    expect(two.state.bank.merchant(supplier.mchId)?.available).toBe(100);
    expect((await stat(stateFile())).mode & 0o077).toBe(0);
  });

  it('saves while it runs, so that little is lost when it is killed', async () => {
    const one = await start({ dataDir: dataDir() });
    await shareOneYuan(one, 'P1');
    const hasShare = () =>
      readFile(stateFile(), 'utf8').then(
        (text) => text.includes('"outOrderNo":"P1"'),
        () => false,
      );
    while (!(await hasShare())) await new Promise((wake) => setTimeout(wake, 50));
    // What a killed process leaves behind.
    await cp(dataDir(), join(folder, 'killed'), { recursive: true });
    const two = await start({ dataDir: join(folder, 'killed') });
    expect(two.state.bank.books().shares).toMatchObject([{ outOrderNo: 'P1' }]);
  });

  it('lets the time pass that it was away, where its clock runs', async () => {
    let now = Date.UTC(2026, 2, 2, 2);
    const state = { ticking: () => now };
    const one = await startSandbox({ dataDir: dataDir(), state });
    await shareOneYuan(one, 'P1');
    await one.stop();
    const text = JSON.parse(await readFile(stateFile(), 'utf8'));
    await writeFile(stateFile(), JSON.stringify({ ...text, exportedAt: now }));
    now += 86_400_000;
    const two = await start({ dataDir: dataDir(), state });
    expect(two.state.bank.clock.now()).toBe(now);
    expect(two.state.bank.merchant(supplier.mchId)?.available).toBe(100);
  });

  it('does not start from a file that it cannot read, and names it', async () => {
    await (await startSandbox({ dataDir: dataDir() })).stop();
    await writeFile(stateFile(), '{}');
    await expect(startSandbox({ dataDir: dataDir() })).rejects.toThrow(/state\.json cannot be read: .*format/);
  });
});
