import { merchantSetup } from '../../../console';
import { type Sandbox, startSandbox } from '../../../sandbox';
import { accountKeysOf } from '../../../shared/ledger/accountKeys';
import { hash } from '../../../shared/ledger/hash';
import type { Reply } from '../../../shared/reply';

const OPENID = 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o';
const [FIRST, SECOND] = ['a'.repeat(32), 'b'.repeat(32)];
const merchant = { type: 'MERCHANT_ID', account: '1900000110', name: '示例供应商', relation_type: 'SUPPLIER' };
const person = { type: 'PERSONAL_OPENID', account: OPENID, relation_type: 'STAFF' };

let sandbox: Sandbox;
let payer: string;
let variables: Record<string, string>;
beforeAll(async () => {
  sandbox = await startSandbox({ functionLimitMs: 300_000 });
  ({ variables, payer } = await merchantSetup(sandbox, 'apiv3'));
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  sandbox.state.reset();
  withKeys(FIRST);
});

const withKeys = (keys: string) => sandbox.setEnv('*', { ...variables, PROFIT_SHARING_LEDGER_KEY: keys });
const call = async (name: string, receiver: object) =>
  (await sandbox.call(name, { receiver }, 'function')).result as Reply;
const add = (receiver: object = merchant) => call('profitSharingAddReceiver', receiver);
const remove = (receiver: object = merchant) => call('profitSharingRemoveReceiver', receiver);
const register = () => sandbox.database.read('profit_sharing_receivers') as unknown as Record<string, unknown>[];
const spelledWith = (secret: string) => accountKeysOf([secret])[0]?.spell(OPENID);

it('has whom WeChat Pay added: who, what to whom, since when, on whose behalf', async () => {
  expect(await add()).toMatchObject({ result_code: 'SUCCESS' });
  expect(register()).toMatchObject([
    {
      ...{ _id: `${payer}:MERCHANT_ID:1900000110`, merchant: payer, link: 'apiv3', state: 'added' },
      ...{ type: 'MERCHANT_ID', account: '1900000110', name_masked: '示**', relation_type: 'SUPPLIER' },
    },
  ]);
  expect(Math.abs(Number(register()[0]?.addedAt) - Date.now())).toBeLessThan(600_000);
});

it('has a person by a keyed hash and masked, and nothing a list of openids can be tried against', async () => {
  await add(person);
  expect(register()).toMatchObject([{ account: spelledWith(FIRST), account_masked: 'oUp****eS6o' }]);
  const written = JSON.stringify(register());
  for (const secret of [OPENID, hash(OPENID)]) expect(written).not.toContain(secret);
});

it('has each receiver once, however often it is added, and keeps whom it lost', async () => {
  await add();
  await add();
  await remove();
  expect(register()).toMatchObject([{ state: 'removed', relation_type: 'SUPPLIER', addedAt: expect.anything() }]);
  await add();
  expect(register()).toMatchObject([{ state: 'added' }]);
});

it('finds a person again under a new key, as long as the old one stands behind it', async () => {
  await add(person);
  withKeys(`${SECOND},${FIRST}`);
  await add(person);
  expect(register()).toMatchObject([{ account: spelledWith(SECOND), state: 'added' }]);
  await remove(person);
  expect(register()).toMatchObject([{ state: 'removed' }]);
});

it('has no receiver that WeChat Pay refused', async () => {
  expect(await add({ ...merchant, account: '1999999999' })).toMatchObject({ result_code: 'FAIL' });
  expect(register()).toEqual([]);
});

it('costs the caller nothing when the database fails', async () => {
  sandbox.database.faults.inject({ kind: 'outage', effect: 'before', times: 9 });
  expect(await add()).toMatchObject({ return_code: 'SUCCESS', result_code: 'SUCCESS' });
  sandbox.database.faults.clear();
  await add();
  expect(register()).toHaveLength(1);
});
