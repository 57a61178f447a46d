import type { UnknownFields } from '../../../shared/contract';
import { hash } from '../../../shared/ledger/hash';
import { VirtualTime } from '../virtualTime';
import { answer, HOUR, line, MINUTE, notFound, reconcileWorld, SUB, shareAnswer, timer } from './reconcileWorld';

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => jest.restoreAllMocks());

const ON = { PROFIT_SHARING_ON_SETTLED: 'onSettled' };
const S1 = `${SUB}:share:S1`;

it('tells the function once how a share ended, with the numbers it knows it by', async () => {
  const world = reconcileWorld('cloudpay', ON);
  await world.share('S1', { state: 'accepted' });
  world.clock.now += MINUTE;
  expect((await world.run()).report).toMatchObject({ settled: 1, announced: 1, remaining: 0 });
  expect(world.events).toEqual([
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
  world.clock.now += HOUR;
  expect((await world.run()).report).toMatchObject({ announced: 0, remaining: 0 });
  expect(world.record(S1)).toMatchObject({ announced: `${S1}#settled` });
});

it('tells of a return that settled while its caller watched, too', async () => {
  const world = reconcileWorld('cloudpay', ON);
  await world.enterReturn('R1', { state: 'settled', settlement: { state: 'settled', receivers: [] } });
  expect((await world.run()).report).toMatchObject({ looked: 0, announced: 1 });
  expect(world.events[0]).toMatchObject({ id: `${SUB}:return:R1#settled`, out_return_no: 'R1' });
});

it('tells of a crashed share that never arrived, but not of refusals the caller saw', async () => {
  const world = reconcileWorld('cloudpay', ON);
  world.answers = () => notFound;
  await world.share('S1');
  await world.share('S2', { state: 'refused', code: 'AMOUNT_OVERDUE' });
  world.clock.now += 2 * MINUTE;
  await world.run();
  expect(world.events).toMatchObject([{ id: `${S1}#refused.1`, settlement: { state: 'refused', receivers: [] } }]);
});

it('tells a second loss of the same number as other news', async () => {
  const world = reconcileWorld('cloudpay', ON);
  world.answers = () => notFound;
  for (const _life of [1, 2]) {
    await world.share('S1');
    world.clock.now += 2 * MINUTE;
    await world.run();
  }
  expect(world.events.map(({ id }) => id)).toEqual([`${S1}#refused.1`, `${S1}#refused.2`]);
});

it('tells nothing new when the same share was asked for again and that crashed', async () => {
  const world = reconcileWorld('cloudpay', ON);
  await world.share('S1', { state: 'settled' });
  await world.run();
  await world.share('S1');
  world.clock.now += 2 * MINUTE;
  expect((await world.run()).report).toMatchObject({ announced: 0, remaining: 0 });
  expect(world.record(S1)?.dueAt).toBeUndefined();
});

it('tells nothing of a share that is still processing', async () => {
  const world = reconcileWorld('cloudpay', ON);
  world.answers = (_operation, request) => shareAnswer(request, [line(100, 'PENDING')], 'PROCESSING');
  await world.share('S1', { state: 'accepted' });
  world.clock.now += MINUTE;
  expect((await world.run()).report).toMatchObject({ processing: 1, announced: 0 });
});

it('tells the same again, by the same id, after a crash between telling and writing it down', async () => {
  const world = reconcileWorld('cloudpay', ON);
  await world.share('S1', { state: 'accepted' });
  world.clock.now += MINUTE;
  world.hears = async () => {
    world.store.down = true;
  };
  expect(await world.run()).toMatchObject({ err_code: 'LEDGER_DOWN' });
  world.store.down = false;
  world.hears = async () => {};
  world.clock.now += MINUTE;
  await world.run();
  expect(world.events.map(({ id }) => id)).toEqual([`${S1}#settled`, `${S1}#settled`]);
  await world.run();
  expect(world.events).toHaveLength(2);
});

it('tells it once when two timers run at the same time', async () => {
  const world = reconcileWorld('cloudpay', ON);
  for (let n = 1; n <= 40; n += 1) await world.enterReturn(`R${n}`, { state: 'settled' });
  world.hears = () => new Promise((resolve) => setImmediate(resolve));
  const runs = await Promise.all([world.run(), world.run()]);
  expect(runs.reduce((sum, { report }) => sum + Number(report.announced), 0)).toBe(40);
  expect(new Set(world.events.map(({ id }) => id)).size).toBe(40);
});

describe('a function that fails', () => {
  const failing = async (_event: UnknownFields) => {
    throw Object.assign(new Error('it threw'), { code: 'FUNCTIONS_EXECUTE_FAIL' });
  };

  it('is told again later, and the report says so', async () => {
    const world = reconcileWorld('cloudpay', ON);
    await world.share('S1', { state: 'accepted' });
    world.clock.now += MINUTE;
    world.hears = failing;
    expect(await world.run()).toMatchObject({
      return_code: 'SUCCESS',
      warnings: [expect.stringContaining('FUNCTIONS_EXECUTE_FAIL')],
      report: { settled: 1, announced: 0 },
    });
    world.hears = async () => {};
    world.clock.now += 5 * MINUTE;
    expect((await world.run()).report).toMatchObject({ looked: 0, announced: 1 });
  });

  it('does not keep anybody from asking about shares', async () => {
    const world = reconcileWorld('cloudpay', ON);
    for (let n = 1; n <= 130; n += 1) await world.enterReturn(`R${n}`, { state: 'settled' });
    await world.share('S1', { state: 'accepted' });
    world.clock.now += MINUTE;
    world.hears = failing;
    let tries = 0;
    world.hears = async (event) => {
      tries += 1;
      await failing(event);
    };
    expect((await world.run()).report).toMatchObject({ settled: 1, announced: 0, warnings: 1, remaining: 128 });
    expect(tries).toBe(3);
  });
});

it('does not wait for a function that hangs longer than the run may last', async () => {
  const time = new VirtualTime();
  const world = reconcileWorld('cloudpay', ON, time.clock());
  await world.share('S1', { state: 'settled' });
  world.hears = () => new Promise(() => {});
  const began = time.now;
  expect(await time.run(world.run(timer(6000)))).toMatchObject({ warnings: [expect.stringContaining('TIMEOUT')] });
  expect(time.now - began).toBeLessThan(6000);
  expect(world.record(S1)?.lease).toBeUndefined();
});

it('keeps what another instance learned while the function was told', async () => {
  const world = reconcileWorld('cloudpay', ON);
  await world.share('S1', { state: 'accepted' });
  world.clock.now += MINUTE;
  world.hears = async () => {
    const record = world.record(S1);
    if (record) await world.store.replace({ ...record, version: record.version + 1, updatedAt: 1 }, record);
  };
  await world.run();
  expect(world.record(S1)).toMatchObject({ updatedAt: 1, announced: `${S1}#settled` });
  expect(world.record(S1)?.dueAt).toBeUndefined();
  expect(world.record(S1)?.lease).toBeUndefined();
});

it('needs no function: records simply end', async () => {
  const world = reconcileWorld();
  await world.share('S1', { state: 'accepted' });
  world.clock.now += MINUTE;
  world.answers = (_operation, { transaction_id, out_order_no }) =>
    answer({
      transaction_id,
      out_order_no,
      order_id: '30',
      status: 'FINISHED',
      receivers: JSON.stringify([line(100)]),
    });
  expect((await world.run()).report).toMatchObject({ settled: 1, announced: 0, remaining: 0 });
});
