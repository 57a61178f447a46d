import type { LedgerRecord } from '../../../shared/ledger/record';
import type { SendResult } from '../../../shared/links/link';
import { contextOf, fromClient, fromFunction } from '../callers';
import { HOUR, line, MINUTE, reconcileFixture, SUB, shareAnswer, timer } from './reconcileFixture';

let logged: string[];
beforeEach(() => {
  logged = [];
  jest.spyOn(console, 'log').mockImplementation((text) => logged.push(String(text)));
});
afterEach(() => jest.restoreAllMocks());

/** A fixture in which so many shares crashed two minutes ago. */
async function crashed(shares: number) {
  const fixture = reconcileFixture();
  for (let n = 1; n <= shares; n += 1) {
    await fixture.share(`S${n}`);
    fixture.clock.now += 1;
  }
  fixture.clock.now += 2 * MINUTE;
  return fixture;
}
const looksAt = ({ attempts }: LedgerRecord) => attempts.filter(({ kind }) => kind === 'query').length;

describe('who may run it', () => {
  const server = contextOf({ TCB_SOURCE: 'wx_http' });
  const route = contextOf({ TCB_SOURCE: 'wx_http', TCB_HTTP_CONTEXT: '{}' });

  it.each([
    ['a timer', timer()],
    ['another function', fromFunction],
    ['the server API', server],
  ])('%s', async (_who, context) => {
    const fixture = await crashed(1);
    expect(await fixture.run(context)).toMatchObject({ return_code: 'SUCCESS', report: { looked: 1 } });
  });

  it.each([
    ['a client, whatever clients may do otherwise', fromClient],
    ['a public route', route],
    ['an anonymous call', {}],
  ])('not %s', async (_who, context) => {
    const fixture = reconcileFixture('cloudpay', {
      PROFIT_SHARING_CLIENT_ACCESS: 'all',
      PROFIT_SHARING_ALLOWED_OPENIDS: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
    });
    await fixture.share('S1');
    fixture.clock.now += 2 * MINUTE;
    expect(await fixture.run(context)).toMatchObject({
      return_code: 'FAIL',
      err_code: 'CALLER_REFUSED',
      report: { looked: 0 },
    });
    expect(fixture.asked).toEqual([]);
  });
});

it.each([
  ['there is no ledger', { PROFIT_SHARING_LEDGER: 'off' }, 'PROFIT_SHARING_LEDGER'],
  ['a variable is wrong', { PROFIT_SHARING_LINK: 'swift' }, 'PROFIT_SHARING_LINK'],
])('says which setting to mend when %s', async (_what, variables, named) => {
  const fixture = reconcileFixture('cloudpay', variables);
  expect(await fixture.run()).toMatchObject({
    err_code: 'CONFIG_ERROR',
    err_code_des: expect.stringContaining(named),
  });
});

it('goes through many records and writes one log line with the counts', async () => {
  const fixture = await crashed(57);
  const { report } = await fixture.run();
  expect(report).toEqual({
    ...{ looked: 57, settled: 57, processing: 0, refused: 0, unknown: 0 },
    ...{ announced: 0, breaks: 0, warnings: 0, remaining: 0, failed: 0 },
    // Two at once, then 78 a second.
    ms: Math.round(((57 - 2) * 1000) / 78),
  });
  expect(logged.map((text) => JSON.parse(text))).toEqual([
    expect.objectContaining({ operation: 'profitSharingReconcile', caller: 'wx_trigger', report }),
  ]);
});

it('stops while there is time to write, says how many remain, and the next run takes the rest', async () => {
  const fixture = await crashed(30);
  fixture.answers = (_operation, request) => {
    fixture.clock.now += 500;
    return shareAnswer(request, [line(100)]);
  };
  const started = fixture.clock.now;
  const { report } = await fixture.run(timer(6000));
  expect(fixture.clock.now - started).toBeLessThanOrEqual(6000);
  expect(report.looked).toBeGreaterThan(0);
  expect(report.remaining).toBe(30 - Number(report.looked));
  // The longest due first.
  expect(fixture.asked.slice(0, 3).map(({ request }) => request.out_order_no)).toEqual(['S1', 'S2', 'S3']);
  const { report: next } = await fixture.run(timer(60_000));
  expect(next).toMatchObject({ looked: report.remaining, remaining: 0 });
});

it('looks at each record once when two timers run at the same time', async () => {
  const fixture = await crashed(60);
  fixture.answers = async (_operation, request) => {
    await new Promise((resolve) => setImmediate(resolve));
    return shareAnswer(request, [line(100)]);
  };
  const runs = await Promise.all([fixture.run(), fixture.run()]);
  expect(runs.reduce((sum, { report }) => sum + Number(report.looked), 0)).toBe(60);
  expect([...fixture.store.records.values()].every((record) => looksAt(record) === 1)).toBe(true);
});

it('passes by records that another process holds, however many they are', async () => {
  const fixture = await crashed(50);
  const held = [...fixture.store.records.values()].slice(0, 45);
  for (const record of held) {
    const lease = { by: 'another', ms: MINUTE };
    const leasedAt = fixture.clock.now;
    await fixture.store.replace({ ...record, version: record.version + 1, lease, leasedAt }, record);
  }
  expect((await fixture.run()).report).toMatchObject({ looked: 5, settled: 5, remaining: 45 });
});

describe('a link that does not answer', () => {
  const fault = (code: Extract<SendResult, { kind: 'fault' }>['code'], detail = ''): SendResult => ({
    kind: 'fault',
    code,
    detail,
  });

  it('refuses a timer for its missing token once; the rest waits and the report says what to do', async () => {
    const fixture = await crashed(10);
    fixture.answers = () => fault('PLATFORM_REFUSED', '-604100 missing wxCloudApiToken');
    expect(await fixture.run()).toMatchObject({
      return_code: 'FAIL',
      err_code: 'PLATFORM_REFUSED',
      err_code_des: expect.stringContaining('wxCloudApiToken'),
      advice: { retry: 'after_fix', message: expect.stringContaining('timed work') },
      report: { looked: 1, unknown: 1, remaining: 9 },
    });
    expect(fixture.asked).toHaveLength(1);
  });

  it('is left alone after three questions in a row', async () => {
    const fixture = await crashed(10);
    fixture.answers = () => fault('NO_ANSWER', 'ETIMEDOUT');
    expect(await fixture.run()).toMatchObject({
      err_code: 'NO_ANSWER',
      report: { looked: 3, unknown: 3, remaining: 7 },
    });
    fixture.answers = (_operation, request) => shareAnswer(request, [line(100)]);
    fixture.clock.now += 10 * MINUTE;
    expect(await fixture.run()).toMatchObject({ return_code: 'SUCCESS', report: { looked: 10, settled: 10 } });
  });

  it('loses no knowledge: what was accepted stays accepted', async () => {
    const fixture = reconcileFixture();
    await fixture.share('S1', { state: 'accepted' });
    fixture.clock.now += MINUTE;
    fixture.answers = () => fault('BAD_ANSWER', 'JSON');
    await fixture.run();
    expect([...fixture.store.records.values()]).toMatchObject([{ state: 'accepted' }]);
  });
});

it('says that the ledger is down', async () => {
  const fixture = await crashed(1);
  fixture.store.down = true;
  expect(await fixture.run()).toMatchObject({ return_code: 'FAIL', err_code: 'LEDGER_DOWN', report: { looked: 0 } });
});

it('puts off one record that a defect meets, goes on, and writes the defect to the log', async () => {
  const fixture = await crashed(3);
  fixture.answers = (_operation, request) => {
    if (request.out_order_no === 'S2') throw new TypeError('unforeseen');
    return shareAnswer(request, [line(100)]);
  };
  expect(await fixture.run()).toMatchObject({
    return_code: 'SUCCESS',
    warnings: [expect.stringContaining(`${SUB}:share:S2`)],
    report: { settled: 2, failed: 1, remaining: 0 },
  });
  expect(logged.join()).toContain('unforeseen');
  expect(fixture.record(`${SUB}:share:S2`)).toMatchObject({ state: 'intended', dueAt: fixture.clock.now + HOUR });
});
