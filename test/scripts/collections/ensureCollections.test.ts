import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cloudDatabase } from '../../../scripts/collections/cloudDatabase';
import { type EnsureOptions, ensureCollections } from '../../../scripts/collections/ensureCollections';
import { ledgerCollections } from '../../../scripts/collections/ledgerCollections';
import { openCloud, readCredentials } from '../../../scripts/collections/openCloud';
import { account } from '../cloudApi/checkKey';
import { CloudApi } from '../cloudApi/cloudApi';
import { ENV_ID } from '../cloudApi/environment';
import { comparable } from './comparable';

const LEDGER = 'profit_sharing_ledger';
const ALL = [LEDGER, 'profit_sharing_notices', 'profit_sharing_breaks', 'profit_sharing_receivers'];

let api: CloudApi;
let url: string;

beforeEach(async () => {
  api = new CloudApi();
  url = await api.start();
  process.env.TCB_BASE_URL = url;
  delete process.env.http_proxy;
});
afterEach(async () => {
  delete process.env.TCB_BASE_URL;
  await api.stop();
});

/** The same calls as the command's, in this process, without its waiting. */
async function ensure(options: EnsureOptions = {}, { envId = ENV_ID, ...key } = { ...account, envId: ENV_ID }) {
  const lines: string[] = [];
  const database = await cloudDatabase(openCloud(envId, key), envId);
  const print = (line: string) => lines.push(line);
  const done = await ensureCollections(database, { print, pause: async () => undefined, ...options });
  return { ...done, output: lines.join('\n') };
}

const wanted = comparable(ledgerCollections);

const accesses = () => [...api.tables.values()].map(({ access }) => access);

describe('an environment with nothing in it', () => {
  it('gets every collection and index of the table, closed to clients', async () => {
    const { changed, byHand, output } = await ensure();
    expect(comparable(api.made())).toEqual(wanted);
    expect(accesses()).toEqual(ALL.map(() => 'ADMINONLY'));
    expect(changed).toEqual(ALL);
    expect(byHand).toEqual([]);
    expect(output).toContain(`+ ${LEDGER}\n  + access: administrators only\n  + index dueAt (dueAt)`);
    expect(output).toContain(`made: ${LEDGER}, index transaction_id (ask.transaction_id)`);
  });

  it('closes a collection before anything else happens to it', async () => {
    await ensure();
    expect(api.changes.slice(0, 3)).toEqual([
      `CreateTable ${LEDGER}`,
      `ModifyDatabaseACL ${LEDGER}`,
      `UpdateTable ${LEDGER}`,
    ]);
  });

  it('stays empty in a dry run, which shows the same plan', async () => {
    const { output, changed } = await ensure({ dryRun: true });
    expect(api.changes).toEqual([]);
    expect(changed).toEqual(ALL);
    expect(output).toContain('Dry run: nothing was changed.');
    expect((await ensure()).output.split('\nmade:')[0]).toBe(output.split('\nDry run')[0]);
  });

  it('waits for a collection that is not found yet, and for an index that is still being built', async () => {
    api.refusals.set(`ModifyDatabaseACL ${LEDGER}`, { code: 'ResourceNotFound.Table', times: 2 });
    api.refusals.set(`UpdateTable ${LEDGER}`, { code: 'ResourceInUse.IndexCreating', times: 3 });
    await ensure();
    expect(comparable(api.made())).toEqual(wanted);
    expect(accesses()).toEqual(ALL.map(() => 'ADMINONLY'));
  });
});

it('makes the table it is given, descending fields and unique indexes too', async () => {
  const collections = { orders: [{ name: 'latest', keys: { payer: 1, paidAt: -1 }, unique: true }] } as const;
  const { output } = await ensure({ collections });
  expect(comparable(api.made())).toEqual(comparable(collections));
  expect(output).toContain('index latest (payer, paidAt descending)');
});

describe('an environment with everything in it', () => {
  beforeEach(() => ensure());

  it('is left as it is', async () => {
    const before = api.state;
    api.calls.length = 0;
    const { output, changed } = await ensure();
    expect(output).toContain('Nothing to do.');
    expect(changed).toEqual([]);
    expect(api.changes).toEqual([]);
    expect(api.state).toBe(before);
  });

  it('is recognised behind hundreds of other collections', async () => {
    const own = [...api.tables];
    api.tables.clear();
    for (let other = 0; other < 200; other += 1) api.addTable(`aaa_${other}`);
    for (const [name, table] of own) api.tables.set(name, table);
    expect((await ensure()).changed).toEqual([]);
  });

  it.each([
    ['READONLY', 'every client could read who is paid'],
    ['PRIVATE', 'every client could write a record'],
    ['ADMINWRITE', 'every client could read who is paid'],
  ])('is closed again where it was %s: %s', async (access) => {
    api.addTable('of_another_project', access);
    const ledger = api.tables.get(LEDGER);
    if (ledger) ledger.access = access;
    api.calls.length = 0;
    const { output } = await ensure();
    expect(output).toContain(`+ access: administrators only, ${access} until now`);
    expect(api.changes).toEqual([`ModifyDatabaseACL ${LEDGER}`]);
    expect(api.tables.get('of_another_project')?.access).toBe(access);
  });

  it('keeps an existing rule, and says that a person has to look at it', async () => {
    const ledger = api.tables.get(LEDGER);
    if (ledger) ledger.access = 'CUSTOM';
    const { byHand, output } = await ensure();
    expect(ledger?.access).toBe('CUSTOM');
    expect(byHand).toEqual([LEDGER]);
    expect(output).toContain(`By hand: make sure that ${LEDGER} is for administrators only`);
  });
});

describe('an environment with half of it', () => {
  it('gets the other half, and keeps indexes of others', async () => {
    api.addTable(LEDGER);
    api.addIndex(LEDGER, 'dueAt_1', ['dueAt']);
    api.addIndex(LEDGER, 'by_merchant', ['merchant']);
    api.addTable('orders', 'READONLY');
    api.addIndex('orders', 'no', ['no'], true);
    const { output } = await ensure();
    expect(output).toContain(
      `= ${LEDGER}\n  + access: administrators only, PRIVATE until now\n  = index dueAt (dueAt)`,
    );
    const names = api.tables.get(LEDGER)?.indexes.map(({ Name }) => Name);
    expect(names).toEqual([
      '_id_',
      'dueAt_1',
      'by_merchant',
      ...(ledgerCollections[LEDGER] ?? []).slice(1).map(({ name }) => name),
    ]);
    expect(api.changes).not.toContainEqual(expect.stringContaining('orders'));
    expect((await ensure()).changed).toEqual([]);
  });

  it.each([
    ['has our name on other fields', 'dueAt', ['merchant'], false],
    ['has our fields and is unique, which would refuse payments', 'once', ['dueAt'], true],
  ])('is not touched while an index %s', async (_why, name, fields, unique) => {
    api.addTable(LEDGER);
    api.addIndex(LEDGER, name, fields, unique);
    const before = api.state;
    await expect(ensure()).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining(`${LEDGER}: ${name}`),
    });
    expect(api.state).toBe(before);
  });
});

describe('a failure in the middle', () => {
  const steps = ALL.flatMap((name) => [`CreateTable ${name}`, `ModifyDatabaseACL ${name}`]);

  it.each([...steps, `UpdateTable ${LEDGER}`])('at %s ends the run, and the next one does the rest', async (step) => {
    api.refusals.set(step, { code: 'InternalError', times: 1 });
    const lines: string[] = [];
    await expect(ensure({ print: (line) => lines.push(line) })).rejects.toMatchObject({ code: 'InternalError' });
    expect(lines.at(-1)).toBe('Stopped. What was made stays; the same command continues from there.');
    const done = api.changes;
    expect(done).not.toContain(step);
    await ensure();
    expect(comparable(api.made())).toEqual(wanted);
    expect(accesses()).toEqual(ALL.map(() => 'ADMINONLY'));
    expect(new Set(api.changes).size).toBe(api.changes.length);
  });

  it('is met with patience, but not for ever', async () => {
    api.refusals.set('UpdateTable', { code: 'ResourceInUse.IndexCreating', times: Number.POSITIVE_INFINITY });
    await expect(ensure()).rejects.toMatchObject({ code: 'ResourceInUse.IndexCreating' });
  });

  it('is not taken for a missing collection when looking fails', async () => {
    await ensure();
    api.calls.length = 0;
    api.refusals.set('DescribeTable', { code: 'InternalError', times: 1 });
    await expect(ensure()).rejects.toMatchObject({ code: 'InternalError' });
    expect(api.changes).toEqual([]);
  });

  it('is noticed when the cloud agrees to close a collection and does not', async () => {
    api.forgetsAccess = true;
    await expect(ensure()).rejects.toMatchObject({ code: 'PENDING', message: expect.stringContaining(LEDGER) });
  });
});

it.each(['UnsupportedOperation', 'InvalidAction', 'ActionOffline'])(
  'leaves access to a person where the API answers %s, and makes everything else',
  async (code) => {
    for (const action of ['DescribeDatabaseACL', 'ModifyDatabaseACL']) {
      api.refusals.set(action, { code, times: Number.POSITIVE_INFINITY });
    }
    const { byHand, output } = await ensure();
    expect(comparable(api.made())).toEqual(wanted);
    expect(byHand).toEqual(ALL);
    expect(output.match(/By hand: make sure that/g)).toHaveLength(ALL.length);
    expect((await ensure()).changed).toEqual([]);
  },
);

it.each([
  ['a wrong key', { secretKey: 'guessedKey' }, 'AuthFailure.SignatureFailure'],
  ['a token that is over', { token: 'oldToken' }, 'AuthFailure.TokenFailure'],
])('is refused for %s, and not taken for an empty environment', async (_what, wrong, code) => {
  await expect(ensure({}, { ...account, envId: ENV_ID, ...wrong })).rejects.toMatchObject({ code });
  expect(api.calls).toEqual([]);
});

it.each([
  [{}, 'TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY not set'],
  [{ TENCENTCLOUD_SECRETID: 'AKID' }, 'TENCENTCLOUD_SECRETKEY not set'],
  [{ TENCENTCLOUD_SECRETID: ' ', TENCENTCLOUD_SECRETKEY: 'key' }, 'TENCENTCLOUD_SECRETID not set'],
])('names what is missing of a key: %j', (env, message) => {
  expect(() => readCredentials(env)).toThrow(message);
});

it.each([
  ['a page of a proxy', '<html>\n502 Bad Gateway</html>', 'not JSON: <html> 502 Bad Gateway</html>'],
  ['JSON of something else', '{"code":"NOT_THE_CLOUD"}', 'DescribeEnvInfo'],
])('does not take %s for the cloud', async (_what, body, words) => {
  const stranger = createServer((_request, response) => response.end(body));
  await new Promise<void>((done) => stranger.listen(0, '127.0.0.1', done));
  process.env.TCB_BASE_URL = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
  await expect(ensure()).rejects.toMatchObject({ code: 'UNREADABLE', message: expect.stringContaining(words) });
  stranger.closeAllConnections();
  stranger.close();
});

it('says that there is no answer where there is none', async () => {
  await api.stop();
  await expect(ensure()).rejects.toMatchObject({
    code: 'UNREACHABLE',
    message: expect.stringContaining('ECONNREFUSED'),
  });
  url = await api.start();
});

it('says which part of an environment is missing', async () => {
  await expect(ensure({}, { ...account, envId: 'other-1a2b' })).rejects.toMatchObject({
    code: 'InvalidParameter.EnvId',
  });
  api.hasDatabase = false;
  await expect(ensure()).rejects.toMatchObject({ code: 'NO_DATABASE' });
});
