import { createHash } from 'node:crypto';
import type { RowSink } from '../../../shared/links/link';
import { answer, DAY, OWN_KEYS, reconcileFixture, SUB, shareAnswer } from './reconcileFixture';

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => jest.restoreAllMocks());

const COLUMNS = ['分账时间', '分账方', '商户分账/回退单号', '分账接收方', '分账金额', '业务类型'];
const TASK = `bill:1900000100:${SUB}:2026-11-20`;

type Bill = readonly (readonly [number: string, yuan: string, at?: string])[];

const sha1 = (bill: Bill) => createHash('sha1').update(JSON.stringify(bill)).digest('hex');

/** A link that streams the bills of the days it has, and a database that gives a page in `pageMs`. */
function stream(bills: Record<string, Bill>, pageMs: number) {
  const fixture = reconcileFixture('apiv3', OWN_KEYS);
  fixture.clock.now = Date.parse('2026-11-20T12:00:00+08:00');
  const downloads: string[] = [];
  fixture.answers = ({ name }, request, rows) => {
    if (name !== 'profitSharingBill') return shareAnswer(request, []);
    const day = String(request.bill_date);
    downloads.push(day);
    const bill = bills[day];
    if (!bill) return answer({ result_code: 'FAIL', err_code: 'NO_STATEMENT_EXIST', err_code_des: '-' });
    give(bill, rows);
    return answer({ bill_date: day, columns: COLUMNS, rows: [] });
  };
  const { changed, states } = fixture.queries;
  const read: string[] = [];
  fixture.queries.changed = async (since, madeBefore, _limit, except) => {
    fixture.clock.now += pageMs;
    const page = await changed(since, madeBefore, 2, except);
    read.push(...page.map(({ number }) => number));
    return page;
  };
  fixture.queries.states = async (ids) => {
    fixture.clock.now += pageMs;
    return states(ids);
  };
  const paid = (amount: number) => {
    const receivers = [{ account: '190****0110', amount, result: 'SUCCESS' }];
    return { state: 'settled', settlement: { state: 'settled', receivers } } as const;
  };
  const found = () =>
    [...fixture.breaks.kept.values()].map(({ kind, number, here, there }) => [kind, number, here, there]);
  const nextDay = () => {
    fixture.clock.now = Date.parse('2026-11-21T12:00:00+08:00');
  };
  return Object.assign(fixture, { downloads, read, paid, found, nextDay });
}

function give(bill: Bill, rows?: RowSink): void {
  rows?.columns(COLUMNS);
  for (const [number, yuan, at = '2026-11-20 12:00:05'] of bill)
    rows?.row([at, SUB, number, '1900000110', yuan, '分账']);
  rows?.verified(sha1(bill));
}

const BILL: Bill = [
  ...[1, 2, 3, 4, 5, 6, 7].map((n) => [`S${n}`, n === 5 ? '9.00' : '1.00'] as const),
  ...[['X1', '3.00'] as const, ['X2', '4.00'] as const],
];
const BREAKS = [
  ['amount_differs', 'S5', 100, 900],
  ['missing_there', 'S8', 100, 0],
  ['missing_here', 'X1', 0, 300],
  ['missing_here', 'X2', 0, 400],
];

async function withRecords(bills: Record<string, Bill>, pageMs: number) {
  const fixture = stream(bills, pageMs);
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8]) await fixture.share(`S${n}`, fixture.paid(100));
  fixture.nextDay();
  return fixture;
}

it('finds the same breaks in one download and in many runs, and compares no record twice', async () => {
  const whole = await withRecords({ '2026-11-20': BILL }, 0);
  expect((await whole.run()).report).toMatchObject({ breaks: 4, warnings: 0 });
  expect(whole.found()).toEqual(BREAKS);
  expect(whole.downloads).toEqual(['2026-11-20']);

  const piecemeal = await withRecords({ '2026-11-20': BILL }, 6000);
  let runs = 0;
  let breaks = 0;
  do {
    const { report, warnings } = await piecemeal.run();
    expect(warnings).toBeUndefined();
    breaks += report.breaks;
    runs += 1;
  } while (piecemeal.breaks.places.size > 0 && runs < 20);
  expect(runs).toBeGreaterThan(2);
  expect(piecemeal.downloads).toHaveLength(runs);
  expect(piecemeal.read).toEqual(whole.read);
  expect(piecemeal.found()).toEqual(BREAKS);
  expect(breaks).toBe(4);
  await piecemeal.run();
  expect(piecemeal.downloads).toHaveLength(runs);
});

it('continues after a run that died without finding a break again', async () => {
  const fixture = await withRecords({ '2026-11-20': BILL }, 6000);
  await fixture.run();
  const { changed } = fixture.queries;
  fixture.queries.changed = async () => {
    throw new Error('the instance was killed');
  };
  expect((await fixture.run()).report).toMatchObject({ breaks: 0 });
  fixture.queries.changed = changed;
  // A task that failed waits for half an hour.
  for (let run = 0; run < 6; run += 1) {
    fixture.clock.now += DAY / 48;
    await fixture.run();
  }
  expect(fixture.read).toEqual(['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8']);
  expect(fixture.found()).toEqual(BREAKS);
});

it('begins again with a bill whose bytes have changed', async () => {
  const bills: Record<string, Bill> = { '2026-11-20': BILL.map(([number]) => [number, '7.00']) };
  const fixture = await withRecords(bills, 6000);
  await fixture.run();
  bills['2026-11-20'] = BILL;
  for (let run = 0; run < 8; run += 1) await fixture.run();
  expect(fixture.found()).toEqual(expect.arrayContaining(BREAKS));
  // The first bill was genuine when it was read: what was found on it stays.
  expect(fixture.read.slice(0, 6)).toEqual(['S1', 'S2', 'S3', 'S4', 'S1', 'S2']);
});

it('compares a bill part by part, each number in one part only', async () => {
  const fixture = await withRecords({ '2026-11-20': BILL }, 0);
  fixture.breaks.places.set(TASK, { sha1: sha1(BILL), part: 0, parts: 2 });
  const first = await fixture.run();
  expect(fixture.breaks.places.get(TASK)).toMatchObject({ part: 1, parts: 2 });
  const second = await fixture.run();
  expect(first.report.breaks + second.report.breaks).toBe(4);
  expect(fixture.breaks.places.has(TASK)).toBe(false);
  expect(fixture.found()).toEqual(expect.arrayContaining(BREAKS));
  expect(fixture.found()).toHaveLength(4);
});

it('keeps no break of a bill that was not the announced one', async () => {
  const fixture = await withRecords({}, 0);
  fixture.answers = (_operation, _request, rows) => {
    rows?.columns(COLUMNS);
    rows?.row(['2026-11-20 12:00:05', SUB, 'S1', '1900000110', '77.00', '分账']);
    return { kind: 'fault', code: 'BAD_ANSWER', detail: 'hash_value' };
  };
  expect(await fixture.run()).toMatchObject({
    warnings: [expect.stringContaining('BAD_ANSWER')],
    report: { breaks: 0 },
  });
  expect(fixture.found()).toEqual([]);
});

it('remembers between two runs which shares may have been paid in part on the day before', async () => {
  const day = '2026-11-20 00:00:01';
  const fixture = stream(
    {
      '2026-11-19': [
        ['S1', '0.40', '2026-11-19 23:59:58'],
        ['OLD', '5.00', '2026-11-19 12:00:00'],
      ],
      '2026-11-20': [
        ['S1', '0.60', day],
        ['S2', '1.00'],
        ['S3', '2.00'],
        ['S4', '1.00'],
      ],
    },
    6000,
  );
  fixture.clock.now = Date.parse('2026-11-19T23:59:50+08:00');
  await fixture.share('S1', { state: 'accepted' });
  fixture.clock.now += 20_000;
  const [record] = fixture.store.records.values();
  if (!record) throw new Error('the share has a record');
  const outcome = { at: fixture.clock.now, state: 'settled' as const };
  const attempts = record.attempts.map((attempt) => ({ ...attempt, outcome }));
  const { dueAt: _due, ...kept } = record;
  const after = { ...kept, ...fixture.paid(100), version: record.version + 1, updatedAt: fixture.clock.now, attempts };
  await fixture.store.replace(after, record);
  fixture.clock.now += 3_600_000;
  for (const n of [2, 3, 4]) await fixture.share(`S${n}`, fixture.paid(100));
  // One task only, so that every download is this day's.
  fixture.breaks.open = async (tasks) => tasks.filter((task) => task === TASK && !done.has(task));
  const done = new Set<string>();
  const { finish } = fixture.breaks;
  fixture.breaks.finish = async (task) => {
    done.add(task);
    await finish.call(fixture.breaks, task);
  };
  fixture.nextDay();
  for (let run = 0; run < 6; run += 1) await fixture.run();
  expect(done.size).toBe(1);
  expect(fixture.downloads.filter((one) => one === '2026-11-19')).toHaveLength(1);
  expect(fixture.found()).toEqual([['amount_differs', 'S3', 100, 200]]);
});
