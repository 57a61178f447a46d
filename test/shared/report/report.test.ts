import fc from 'fast-check';
import { realClock } from '../../../shared/clock';
import type { LedgerRecord, RecordState } from '../../../shared/ledger/record';
import { startOf } from '../../../shared/reconcile/beijingDay';
import { type ReportReply, report } from '../../../shared/report';
import type { Report } from '../../../shared/report/views';
import { contextOf, fromClient, fromFunction } from '../callers';
import { memoryReport } from './memoryReport';

const env = { PROFIT_SHARING_SUB_MCH_ID: '1900000109', PROFIT_SHARING_LOCALE: 'en' };
const NOW = startOf('2026-03-31') + 12 * 3_600_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const clock = { ...realClock, now: () => NOW };

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => jest.restoreAllMocks());

type Line = readonly [account: string, amount: number, result?: 'SUCCESS' | 'CLOSED' | 'PENDING'];

/** A share as the ledger keeps it, with the lines of its settlement where a result is known. */
function share(
  number: string,
  state: RecordState,
  lines: readonly Line[],
  over: Partial<LedgerRecord> = {},
): LedgerRecord {
  const receivers = lines.map(([account, amount]) => ({ type: 'MERCHANT_ID', account, amount, description: 'd' }));
  const settled = lines.flatMap(([account, amount, result], index) =>
    result ? [{ index, account: `${account.slice(0, 3)}****${account.slice(-4)}`, amount, result }] : [],
  );
  const settlement = { state: state as 'settled', receivers: settled };
  return {
    ...{ _id: `1900000109:share:${number}`, version: 1, operation: 'multiProfitSharing', link: 'apiv3' },
    ...{ merchant: '1900000109', family: 'share', number, state, attempts: [], createdAt: NOW - HOUR, updatedAt: NOW },
    payload: { transaction_id: `42${number}`, out_order_no: number, receivers } as LedgerRecord['payload'],
    ask: { transaction_id: `42${number}`, out_order_no: number },
    ...(settled.length > 0 && { settlement }),
    ...over,
  };
}

function returned(number: string, of: string, amount: number, state: RecordState): LedgerRecord {
  return {
    ...share(number, state, []),
    ...{ _id: `1900000109:return:${number}`, operation: 'profitSharingReturn', family: 'return' },
    payload: { out_order_no: of, out_return_no: number, return_account: '1900000110', return_amount: amount },
    ask: { out_order_no: of, out_return_no: number },
  };
}

const over = (
  records: readonly LedgerRecord[],
  more: Parameters<typeof memoryReport>[1] = {},
  variables: object = env,
) => report(variables as NodeJS.ProcessEnv, async () => memoryReport(records, more), clock);

async function pagesOf(main: ReturnType<typeof over>, event: object): Promise<Report[]> {
  const pages: Report[] = [];
  let cursor: string | undefined;
  do {
    const reply: ReportReply = await main({ ...event, ...(cursor && { cursor }) }, fromFunction);
    if (!reply.report) throw new Error(reply.err_code_des);
    pages.push(reply.report);
    cursor = reply.report.next_cursor;
  } while (cursor);
  return pages;
}

const only = async (main: ReturnType<typeof over>, event: object): Promise<Report> => {
  const pages = await pagesOf(main, event);
  if (pages.length !== 1 || !pages[0]) throw new Error(`${pages.length} pages`);
  return pages[0];
};

describe('who may read it', () => {
  it('a server and an allowed openid, never a client, whatever clients may do otherwise', async () => {
    const openid = 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o';
    const ask = async (variables: object, context: unknown) => (await over([], {}, variables)({}, context)).err_code;
    expect(await ask(env, fromFunction)).toBeUndefined();
    for (const PROFIT_SHARING_CLIENT_ACCESS of ['none', 'read', 'all']) {
      expect(await ask({ ...env, PROFIT_SHARING_CLIENT_ACCESS }, fromClient)).toBe('CALLER_REFUSED');
    }
    const person = contextOf({ TCB_SOURCE: 'wx_client', WX_OPENID: openid });
    expect(await ask({ ...env, PROFIT_SHARING_ALLOWED_OPENIDS: openid }, person)).toBeUndefined();
    expect(await ask(env, {})).toBe('CALLER_REFUSED');
  });

  it('without a key of the merchant, and not with the ledger off', async () => {
    const reply = await over([], {}, { PROFIT_SHARING_LINK: 'apiv3' })({}, fromFunction);
    expect(reply).toMatchObject({ return_code: 'SUCCESS', report: { view: 'issues', records: [] } });
    const off = await over([], {}, { ...env, PROFIT_SHARING_LEDGER: 'off' })({}, fromFunction);
    expect(off).toMatchObject({ return_code: 'FAIL', err_code: 'CONFIG_ERROR' });
  });

  it.each([
    [{ view: 'everything' }, 'view'],
    [{ from: '2026-3-1' }, 'from'],
    [{ to: '2026-13-01' }, 'to'],
    [{ by: 'mood' }, 'by'],
    [{ limit: 0 }, 'limit'],
    [{ cursor: 'e30' }, 'cursor'],
    [{ view: 'order' }, 'number'],
    [{ vieuw: 'issues' }, 'vieuw'],
  ])('and refuses %j, naming the field', async (event, field) => {
    expect(await over([])(event, fromFunction)).toMatchObject({ err_code: 'REQUEST_INVALID', violations: [{ field }] });
  });
});

it('lists what wants attention, the most urgent first, with its age, its amount and what to do', async () => {
  const records = [
    share('S1', 'settled', [['1900000110', 100, 'SUCCESS']]),
    share('S2', 'accepted', [['1900000110', 200]]),
    share('S3', 'unknown', [['1900000110', 300]], {
      attempts: [
        { kind: 'send', at: NOW, by: 'x', caller: 'scf', outcome: { at: NOW, state: 'unknown', code: 'NO_ANSWER' } },
      ],
    }),
    share('S4', 'partly_failed', [
      ['1900000110', 400, 'SUCCESS'],
      ['1900000111', 50, 'CLOSED'],
    ]),
  ];
  expect((await only(over(records), {})).records).toMatchObject(
    [
      {
        number: 'S3',
        state: 'unknown',
        amount: 300,
        age_ms: HOUR,
        code: 'NO_ANSWER',
        advice: /Never change the number/,
      },
      { number: 'S4', state: 'partly_failed', amount: 450, failed: 50, transaction_id: '42S4' },
      { number: 'S2', state: 'accepted', amount: 200 },
    ].map((one) => ('advice' in one ? { ...one, advice: expect.stringMatching(one.advice as RegExp) } : one)),
  );
});

describe('totals', () => {
  const records = [
    share('S1', 'settled', [
      ['1900000110', 100, 'SUCCESS'],
      ['1900000111', 20, 'SUCCESS'],
    ]),
    share('S2', 'partly_failed', [
      ['1900000110', 7, 'CLOSED'],
      ['1900000111', 3, 'SUCCESS'],
    ]),
    share('S3', 'unknown', [['1900000110', 1000]]),
    share('S4', 'refused', [['1900000110', 5]]),
    returned('R1', 'S1', 40, 'settled'),
    share('old', 'settled', [['1900000110', 9, 'SUCCESS']], { createdAt: NOW - 40 * DAY }),
  ];

  it('say of every receiver what was paid, failed, is unknown, and was returned', async () => {
    const { rows = [] } = await only(over(records), { view: 'totals' });
    const nothing = { asked: 0, paid: 0, pending: 0, failed: 0, unknown: 0, refused: 0 };
    const row = (family: string, key: string, sums: object) => ({ family, key, shown: key, ...nothing, ...sums });
    expect(rows).toEqual([
      row('share', '1900000110', { records: 4, asked: 1112, paid: 100, failed: 7, unknown: 1000, refused: 5 }),
      row('share', '1900000111', { records: 2, asked: 23, paid: 23 }),
      row('return', '1900000110', { records: 1, asked: 40, paid: 40 }),
    ]);
  });

  it('cover the days that were asked for, in Beijing', async () => {
    const { all } = await only(over(records), { view: 'totals', from: '2026-01-01', to: '2026-02-28' });
    expect(all?.share).toMatchObject({ records: 1, paid: 9 });
    const atMidnight = (ms: number) => [share('M', 'settled', [['1900000110', 1, 'SUCCESS']], { createdAt: ms })];
    const day = { view: 'totals', by: 'day', from: '2026-03-05', to: '2026-03-05' };
    for (const [ms, found] of [
      [startOf('2026-03-05') - 1, []],
      [startOf('2026-03-05'), ['2026-03-05']],
      [startOf('2026-03-06') - 1, ['2026-03-05']],
      [startOf('2026-03-06'), []],
    ] as const) {
      expect((await only(over(atMidnight(ms)), day)).rows?.map(({ key }) => key)).toEqual(found);
    }
  });

  it('know the lines of older records, which have no index, by the account', async () => {
    const lines: Line[] = [
      ['1900000110', 5, 'CLOSED'],
      ['1900000222', 5, 'SUCCESS'],
    ];
    const { settlement, ...kept } = share('S1', 'partly_failed', lines);
    const receivers = (settlement?.receivers ?? []).map(({ index: _none, ...line }) => line).reverse();
    const record = { ...kept, settlement: { state: 'partly_failed' as const, receivers } };
    expect((await only(over([record]), { view: 'totals' })).rows).toMatchObject([
      { key: '1900000110', failed: 5, paid: 0 },
      { key: '1900000222', paid: 5, failed: 0 },
    ]);
  });
});

const states: RecordState[] = [
  'intended',
  'unknown',
  'refused',
  'accepted',
  'processing',
  'settled',
  'partly_failed',
  'closed',
];
const results = ['SUCCESS', 'CLOSED', 'PENDING', undefined] as const;
const ledgers = fc
  .array(
    fc.record({
      state: fc.constantFrom(...states),
      // Many are made at the very same ms.
      minute: fc.integer({ min: 1, max: 8 }),
      lines: fc.array(
        fc.tuple(
          fc.constantFrom('1900000110', '1900000111', '1900000112'),
          fc.integer({ min: 1, max: 9999 }),
          fc.constantFrom(...results),
        ),
        { minLength: 1, maxLength: 4 },
      ),
    }),
    { maxLength: 60 },
  )
  .map((rows) =>
    rows.map(({ state, minute, lines }, at) =>
      share(`S${at}`, state, lines as unknown as Line[], { createdAt: NOW - minute * 60_000 }),
    ),
  );

it('reconcile with the ledger to the fen, by whatever they are grouped and however the pages are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      ledgers,
      fc.constantFrom('receiver', 'merchant', 'operation', 'day'),
      fc.integer({ min: 4, max: 40 }),
      async (records, by, most) => {
        const pages = await pagesOf(over(records, { most }), { view: 'totals', by });
        const asked = records.flatMap(({ payload }) => payload.receivers as unknown as { amount: number }[]);
        const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
        const rows = pages.flatMap((page) => page.rows ?? []);
        expect(sum(rows.map((row) => row.asked))).toBe(sum(asked.map(({ amount }) => amount)));
        for (const row of rows) {
          expect(row.paid + row.pending + row.failed + row.unknown + row.refused).toBe(row.asked);
        }
        expect(sum(pages.map(({ all }) => all?.share.records ?? 0))).toBe(records.length);
      },
    ),
    { numRuns: 60 },
  );
});

it('lists every record once, however many were made at the same ms and however the pages are cut', async () => {
  await fc.assert(
    fc.asyncProperty(ledgers, fc.integer({ min: 1, max: 9 }), async (records, limit) => {
      const pages = await pagesOf(over(records), { limit });
      const ids = pages.flatMap((page) => (page.records ?? []).map(({ id }) => id));
      expect(ids.sort()).toEqual(
        records
          .filter(({ state }) => state !== 'settled')
          .map(({ _id }) => _id)
          .sort(),
      );
    }),
    { numRuns: 60 },
  );
});

it('warns of freezes that end within seven days, and not of orders that were finished', async () => {
  const made = (days: number) => ({ createdAt: NOW - days * DAY });
  const finish = share('F3', 'settled', [], { operation: 'profitSharingFinish', ask: { transaction_id: '42S3' } });
  const records = [
    share('S1', 'settled', [['1900000110', 1]], made(24)),
    share('S2', 'settled', [['1900000110', 1]], made(20)),
    share('S3', 'settled', [['1900000110', 1]], made(24)),
    finish,
    share('S5', 'refused', [['1900000110', 1]], made(24)),
  ];
  expect((await only(over(records), { view: 'freezes' })).freezes).toEqual([
    { transaction_id: '42S1', merchant: '1900000109', first_shared_at: NOW - 24 * DAY, ends_at: NOW + 6 * DAY },
  ]);
});

it('shows the breaks of the days asked for, page by page', async () => {
  const breaks = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-04-01'].map((day) => ({
    ...{ _id: `${day}:missing_here:1900000109:share:S1`, kind: 'missing_here' as const, day, merchant: '1900000109' },
    ...{ family: 'share' as const, number: 'S1', here: 0, there: 5, foundAt: NOW },
  }));
  const pages = await pagesOf(over([], { breaks }), { view: 'breaks', from: '2026-03-02', limit: 1 });
  expect(pages.flatMap((page) => (page.breaks ?? []).map(({ day }) => day))).toEqual(['2026-03-02', '2026-03-03']);
});

it.each(['42S1', 'S1', 'R1'])('tells the whole story of one order by %s, and of no other merchant', async (number) => {
  const other = share('S1', 'settled', [['1900000110', 1]], { _id: '1900000999:share:S1', merchant: '1900000999' });
  const records = [
    share('S1', 'settled', [['1900000110', 100, 'SUCCESS']], { createdAt: NOW - 3 * HOUR }),
    { ...returned('R1', 'S1', 40, 'processing'), createdAt: NOW - 2 * HOUR },
    share('S9', 'settled', [['1900000110', 1, 'SUCCESS']]),
    other,
  ];
  expect((await only(over(records), { view: 'order', number })).story).toMatchObject([
    {
      operation: 'multiProfitSharing',
      number: 'S1',
      receivers: [{ account: '1900000110', amount: 100, result: 'paid' }],
    },
    { operation: 'profitSharingReturn', number: 'R1', receivers: [{ amount: 40, result: 'pending' }] },
  ]);
});
