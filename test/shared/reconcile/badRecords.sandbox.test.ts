import { EJSON } from 'bson';
import { merchantSetup } from '../../../console';
import { type Sandbox, startSandbox } from '../../../sandbox';
import { databaseActions } from '../../../sandbox/cloudbase/database/databaseActions';
import type { DatabaseAction } from '../../../sandbox/cloudbase/database/faults';
import type { ReconcileReply } from '../../../shared/reconcile';
import type { Reply } from '../../../shared/reply';
import { DAY, HOUR } from './reconcileFixture';

const MEGABYTE = 1024 * 1024;
const SUB = '1900000109';

let sandbox: Sandbox;
let order: object;
beforeAll(async () => {
  sandbox = await startSandbox();
  const setup = await merchantSetup(sandbox, 'cloudpay');
  order = setup.order;
  sandbox.setEnv('*', { ...setup.variables, PROFIT_SHARING_LOCALE: 'en' });
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.state.reset());

const call = async (name: string, data: object) => (await sandbox.call(name, data, 'function')).result as Reply;
const run = async () => (await call('profitSharingReconcile', {})) as ReconcileReply;
const records = () => sandbox.database.read('profit_sharing_ledger') as unknown as Record<string, unknown>[];
const recordOf = (number: string) => records().find((record) => record.number === number);

/** Puts documents into the ledger past the functions. */
async function write(documents: readonly object[]): Promise<void> {
  const insert = databaseActions(sandbox.database)['database.insertDocument' as DatabaseAction];
  for (const document of documents) {
    const params = { collectionName: 'profit_sharing_ledger', data: [EJSON.stringify(document, { relaxed: false })] };
    const answer = await insert?.({ params, headers: {}, requestId: 'r', invocation: undefined });
    expect(JSON.parse(String(answer?.body))).not.toHaveProperty('code');
  }
}

/** A record as the functions write it, of a share that crashed an hour ago. */
const crashed = (number: string, more: object = {}) => {
  const at = Date.now() - HOUR;
  const ask = { sub_mch_id: SUB, transaction_id: '4200000000000000000000000001', out_order_no: number };
  return {
    ...{ _id: `${SUB}:share:${number}`, version: 1, operation: 'multiProfitSharing', link: 'cloudpay', merchant: SUB },
    ...{ family: 'share', number, ask, state: 'intended', lease: { by: number, ms: 3000 }, leasedAt: new Date(at) },
    payload: { ...ask, receivers: [], PROFIT_SHARING_LINK: 'called by the platform' },
    attempts: [{ kind: 'send', at, by: number, caller: 'scf' }],
    ...{ dueAt: at, createdAt: at, updatedAt: at },
    ...more,
  };
};

it('goes round what is no record, puts it off for a day, and does all the others', async () => {
  await write([
    crashed('NO_ATTEMPTS', { attempts: undefined }),
    crashed('NO_LIST', { attempts: { 0: 'send' } }),
    crashed('OBJECTS', { settlement: { state: { odd: 1 }, receivers: {} } }),
    crashed('GOOD'),
  ]);
  expect(await run()).toMatchObject({
    return_code: 'SUCCESS',
    report: { looked: 1, refused: 1, failed: 3, remaining: 0 },
  });
  expect(recordOf('GOOD')).toMatchObject({ state: 'refused' });
  expect(Number(recordOf('NO_ATTEMPTS')?.dueAt)).toBeGreaterThan(Date.now() + 23 * HOUR);
  expect((await run()).report).toMatchObject({ looked: 0, failed: 0, remaining: 0 });
});

it('reads fewer records at once when together they are more than a query may answer', async () => {
  const payload = { note: 'x'.repeat(MEGABYTE / 12), PROFIT_SHARING_LINK: 'called by the platform' };
  await write(Array.from({ length: 25 }, (_, index) => crashed(`BIG${index}`, { payload })));
  expect(await run()).toMatchObject({ return_code: 'SUCCESS', report: { looked: 25, refused: 25, failed: 0 } });
});

it('sets a record aside by its id that is too large to be read, though it is due before all others', async () => {
  await write([
    crashed('HUGE', { dueAt: 1, payload: { note: 'x'.repeat(MEGABYTE + 1) } }),
    ...Array.from({ length: 3 }, (_, index) => crashed(`S${index}`)),
  ]);
  expect(await run()).toMatchObject({
    warnings: [expect.stringContaining(`${SUB}:share:HUGE`)],
    report: { looked: 3, refused: 3, failed: 1, remaining: 0 },
  });
  expect((await run()).report).toMatchObject({ looked: 0, failed: 0 });
});

it('warns of an order that was never finished, though a damaged record was written on the same day', async () => {
  const longAgo = { createdAt: Date.now() - 28 * DAY, state: 'accepted', dueAt: Date.now() + HOUR };
  await write([
    crashed('DAMAGED', { ...longAgo, ask: null, attempts: undefined }),
    crashed('SHARED', { ...longAgo, ask: { transaction_id: '42', out_order_no: 'SHARED' } }),
  ]);
  const { warnings } = await run();
  expect(warnings).toEqual([expect.stringContaining('Payment 42')]);
});

it('answers LEDGER_DOWN for the number of a damaged record, and sends nothing', async () => {
  await write([crashed('DAMAGED', { attempts: undefined })]);
  const paid = await fetch(`${sandbox.url}/_sandbox/orders`, {
    method: 'POST',
    body: JSON.stringify({ ready: true, amount: 10_000, ...order }),
  });
  const { transaction_id } = (await paid.json()) as { transaction_id: string };
  const receivers = [{ type: 'MERCHANT_ID', account: '1900000110', amount: 100, description: 'd' }];
  expect(await call('multiProfitSharing', { transaction_id, out_order_no: 'DAMAGED', receivers })).toMatchObject({
    err_code: 'LEDGER_DOWN',
    advice: { funds: 'unchanged', number: 'reuse' },
  });
});
