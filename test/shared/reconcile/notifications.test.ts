import type { UnknownFields } from '../../../shared/contract';
import { hash } from '../../../shared/ledger/hash';
import { VirtualTime } from '../virtualTime';
import { answer, HOUR, line, MINUTE, notFound, reconcileFixture, SUB, shareAnswer, timer } from './reconcileFixture';

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => jest.restoreAllMocks());

const ON = { PROFIT_SHARING_ON_SETTLED: 'onSettled' };
const S1 = `${SUB}:share:S1`;

it('tells the function once how a share ended, with the numbers it knows it by', async () => {
  const fixture = reconcileFixture('cloudpay', ON);
  await fixture.share('S1', { state: 'accepted' });
  fixture.clock.now += MINUTE;
  expect((await fixture.run()).report).toMatchObject({ settled: 1, announced: 1, remaining: 0 });
  expect(fixture.events).toEqual([
    {
      id: `${S1}#settled`,
      operation: 'multiProfitSharing',
      ...{ sub_mch_id: SUB, transaction_id: '42S1', out_order_no: 'S1', order_id: '30S1' },
      settlement: {
        state: 'settled',
        receivers: [
          {
            index: 0,
            account: '190****0110',
            account_hash: hash('1900000110'),
            amount: 100,
            result: 'SUCCESS',
          },
        ],
      },
    },
  ]);
  fixture.clock.now += HOUR;
  expect((await fixture.run()).report).toMatchObject({ announced: 0, remaining: 0 });
  expect(fixture.record(S1)).toMatchObject({ announced: `${S1}#settled` });
});

it('tells of a return that settled while its caller watched, too', async () => {
  const fixture = reconcileFixture('cloudpay', ON);
  await fixture.enterReturn('R1', { state: 'settled', settlement: { state: 'settled', receivers: [] } });
  expect((await fixture.run()).report).toMatchObject({ looked: 0, announced: 1 });
  expect(fixture.events[0]).toMatchObject({ id: `${SUB}:return:R1#settled`, out_return_no: 'R1' });
});

it('tells of a crashed share that never arrived, but not of refusals the caller saw', async () => {
  const fixture = reconcileFixture('cloudpay', ON);
  fixture.answers = () => notFound;
  await fixture.share('S1');
  await fixture.share('S2', { state: 'refused', code: 'AMOUNT_OVERDUE' });
  fixture.clock.now += 2 * MINUTE;
  await fixture.run();
  expect(fixture.events).toMatchObject([{ id: `${S1}#refused.1`, settlement: { state: 'refused', receivers: [] } }]);
});

it('tells a second loss of the same number as other news', async () => {
  const fixture = reconcileFixture('cloudpay', ON);
  fixture.answers = () => notFound;
  for (const _life of [1, 2]) {
    await fixture.share('S1');
    fixture.clock.now += 2 * MINUTE;
    await fixture.run();
  }
  expect(fixture.events.map(({ id }) => id)).toEqual([`${S1}#refused.1`, `${S1}#refused.2`]);
});

it('tells nothing new when the same share was asked for again and that crashed', async () => {
  const fixture = reconcileFixture('cloudpay', ON);
  await fixture.share('S1', { state: 'settled' });
  await fixture.run();
  await fixture.share('S1');
  fixture.clock.now += 2 * MINUTE;
  expect((await fixture.run()).report).toMatchObject({ announced: 0, remaining: 0 });
  expect(fixture.record(S1)?.dueAt).toBeUndefined();
});

it('tells nothing of a share that is still processing', async () => {
  const fixture = reconcileFixture('cloudpay', ON);
  fixture.answers = (_operation, request) => shareAnswer(request, [line(100, 'PENDING')], 'PROCESSING');
  await fixture.share('S1', { state: 'accepted' });
  fixture.clock.now += MINUTE;
  expect((await fixture.run()).report).toMatchObject({ processing: 1, announced: 0 });
});

it('tells the same again, by the same id, after a crash between telling and writing it down', async () => {
  const fixture = reconcileFixture('cloudpay', ON);
  await fixture.share('S1', { state: 'accepted' });
  fixture.clock.now += MINUTE;
  fixture.hears = async () => {
    fixture.store.down = true;
  };
  expect(await fixture.run()).toMatchObject({ err_code: 'LEDGER_DOWN' });
  fixture.store.down = false;
  fixture.hears = async () => {};
  fixture.clock.now += MINUTE;
  await fixture.run();
  expect(fixture.events.map(({ id }) => id)).toEqual([`${S1}#settled`, `${S1}#settled`]);
  await fixture.run();
  expect(fixture.events).toHaveLength(2);
});

it('tells it once when two timers run at the same time', async () => {
  const fixture = reconcileFixture('cloudpay', ON);
  for (let n = 1; n <= 40; n += 1) await fixture.enterReturn(`R${n}`, { state: 'settled' });
  fixture.hears = () => new Promise((resolve) => setImmediate(resolve));
  const runs = await Promise.all([fixture.run(), fixture.run()]);
  expect(runs.reduce((sum, { report }) => sum + Number(report.announced), 0)).toBe(40);
  expect(new Set(fixture.events.map(({ id }) => id)).size).toBe(40);
});

describe('a function that fails', () => {
  const failing = async (_event: UnknownFields) => {
    throw Object.assign(new Error('it threw'), { code: 'FUNCTIONS_EXECUTE_FAIL' });
  };

  it('is told again later, and the report says so', async () => {
    const fixture = reconcileFixture('cloudpay', ON);
    await fixture.share('S1', { state: 'accepted' });
    fixture.clock.now += MINUTE;
    fixture.hears = failing;
    expect(await fixture.run()).toMatchObject({
      return_code: 'SUCCESS',
      warnings: [expect.stringContaining('FUNCTIONS_EXECUTE_FAIL')],
      report: { settled: 1, announced: 0 },
    });
    fixture.hears = async () => {};
    fixture.clock.now += 5 * MINUTE;
    expect((await fixture.run()).report).toMatchObject({ looked: 0, announced: 1 });
  });

  it('does not keep shares from being queried', async () => {
    const fixture = reconcileFixture('cloudpay', ON);
    for (let n = 1; n <= 130; n += 1) await fixture.enterReturn(`R${n}`, { state: 'settled' });
    await fixture.share('S1', { state: 'accepted' });
    fixture.clock.now += MINUTE;
    fixture.hears = failing;
    let tries = 0;
    fixture.hears = async (event) => {
      tries += 1;
      await failing(event);
    };
    expect((await fixture.run()).report).toMatchObject({ settled: 1, announced: 0, warnings: 1, remaining: 128 });
    expect(tries).toBe(3);
  });
});

it('does not wait for a function that hangs longer than the run may last', async () => {
  const time = new VirtualTime();
  const fixture = reconcileFixture('cloudpay', ON, time.clock());
  await fixture.share('S1', { state: 'settled' });
  fixture.hears = () => new Promise(() => {});
  const began = time.now;
  expect(await time.run(fixture.run(timer(6000)))).toMatchObject({ warnings: [expect.stringContaining('TIMEOUT')] });
  expect(time.now - began).toBeLessThan(6000);
  expect(fixture.record(S1)?.lease).toBeUndefined();
});

it('keeps what another instance learned while the function was told', async () => {
  const fixture = reconcileFixture('cloudpay', ON);
  await fixture.share('S1', { state: 'accepted' });
  fixture.clock.now += MINUTE;
  fixture.hears = async () => {
    const record = fixture.record(S1);
    if (record) await fixture.store.replace({ ...record, version: record.version + 1, updatedAt: 1 }, record);
  };
  await fixture.run();
  expect(fixture.record(S1)).toMatchObject({ updatedAt: 1, announced: `${S1}#settled` });
  expect(fixture.record(S1)?.dueAt).toBeUndefined();
  expect(fixture.record(S1)?.lease).toBeUndefined();
});

it('needs no function: records simply end', async () => {
  const fixture = reconcileFixture();
  await fixture.share('S1', { state: 'accepted' });
  fixture.clock.now += MINUTE;
  fixture.answers = (_operation, { transaction_id, out_order_no }) =>
    answer({
      transaction_id,
      out_order_no,
      order_id: '30',
      status: 'FINISHED',
      receivers: JSON.stringify([line(100)]),
    });
  expect((await fixture.run()).report).toMatchObject({ settled: 1, announced: 0, remaining: 0 });
});
