import type { UnknownFields } from '../../../shared/contract';
import { answer, DAY, HOUR, line, MCH, OWN_KEYS, reconcileFixture, SUB, shareAnswer } from './reconcileFixture';

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => jest.restoreAllMocks());

const COLUMNS = ['分账时间', '分账方', '商户订单号', '商户分账/回退单号', '分账接收方', '分账金额', '业务类型'];
const noon = (day: number) => Date.parse(`2026-11-${day}T12:00:00+08:00`);

interface Row {
  readonly number: string;
  /** In yuan, as WeChat Pay prints it. */
  readonly yuan: string;
  readonly at?: string;
  readonly receiver?: string;
  readonly kind?: '分账' | '分账回退';
}

const row = ({ number, yuan, at = '2026-11-20 12:00:05', receiver = '1900000110', kind = '分账' }: Row) => [
  ...[at, SUB, 'order', number],
  ...[receiver, yuan, kind],
];

/** A ledger on apiv3 at noon of 2026-11-20, and the bills WeChat Pay has, by day. */
function counter(bills: Record<string, Row[] | UnknownFields>) {
  const fixture = reconcileFixture('apiv3', OWN_KEYS);
  fixture.clock.now = noon(20);
  fixture.answers = ({ name }, request) => {
    if (name !== 'profitSharingBill') return shareAnswer(request, [line(100)]);
    const bill = bills[String(request.bill_date)];
    if (bill === undefined) return answer({ result_code: 'FAIL', err_code: 'NO_STATEMENT_EXIST', err_code_des: '-' });
    if (!Array.isArray(bill)) return answer(bill);
    return answer({ mch_id: MCH, nonce_str: 'n', bill_date: request.bill_date, columns: COLUMNS, rows: bill.map(row) });
  };
  const paid = (...amounts: number[]) =>
    ({
      state: 'settled',
      settlement: {
        state: 'settled',
        receivers: amounts.map((amount) => ({ account: '190****0110', amount, result: 'SUCCESS' })),
      },
    }) as const;
  const days = () =>
    fixture.asked.filter(({ operation }) => operation === 'profitSharingBill').map(({ request }) => request.bill_date);
  const found = () =>
    [...fixture.breaks.kept.values()].map(({ kind, number, here, there }) => ({ kind, number, here, there }));
  return Object.assign(fixture, { paid, days, found });
}

it('finds nothing to complain of where bill and ledger agree to the fen', async () => {
  const fixture = counter({
    '2026-11-20': [
      { number: 'S1', yuan: '0.70' },
      { number: 'S1', yuan: '0.30' },
      { number: 'R1', yuan: '0.40', kind: '分账回退' },
    ],
  });
  await fixture.share('S1', fixture.paid(70, 30));
  await fixture.enterReturn('R1', fixture.paid(40));
  fixture.clock.now = noon(21);
  expect(await fixture.run()).toMatchObject({ return_code: 'SUCCESS', report: { breaks: 0, warnings: 0 } });
  expect(fixture.days()).toContain('2026-11-20');
  expect(fixture.asked[0]?.request).toMatchObject({ sub_mch_id: SUB });
});

it('keeps a break of each kind', async () => {
  const fixture = counter({
    '2026-11-20': [
      { number: 'S2', yuan: '1.01' },
      { number: 'S3', yuan: '5.00' },
      { number: 'S4', yuan: '0.20' },
      { number: 'R1', yuan: '0.40', kind: '分账回退' },
    ],
  });
  await fixture.share('S1', fixture.paid(100));
  await fixture.share('S2', fixture.paid(100));
  await fixture.share('S4', { state: 'refused', code: 'AMOUNT_OVERDUE' });
  fixture.clock.now = noon(21);
  const reply = await fixture.run();
  expect(reply.report).toMatchObject({ breaks: 5 });
  expect(fixture.found()).toEqual([
    { kind: 'missing_there', number: 'S1', here: 100, there: 0 },
    { kind: 'amount_differs', number: 'S2', here: 100, there: 101 },
    { kind: 'missing_here', number: 'S3', here: 0, there: 500 },
    { kind: 'amount_differs', number: 'S4', here: 0, there: 20 },
    { kind: 'missing_here', number: 'R1', here: 0, there: 40 },
  ]);
  expect(reply.breaks).toEqual([...fixture.breaks.kept.values()]);
  expect(reply.breaks).toContainEqual(
    expect.objectContaining({ _id: `2026-11-20:missing_here:${SUB}:return:R1`, day: '2026-11-20', merchant: SUB }),
  );
});

it('compares a day once, after ten in Beijing, whatever the time zone', async () => {
  const fixture = counter({ '2026-11-20': [{ number: 'S1', yuan: '1.00' }] });
  await fixture.share('S1', fixture.paid(100));
  fixture.clock.now = Date.parse('2026-11-21T09:59:00+08:00');
  await fixture.run();
  expect(fixture.days()).toEqual([]);
  fixture.clock.now = Date.parse('2026-11-21T10:01:00+08:00');
  await Promise.all([fixture.run(), fixture.run()]);
  await fixture.run();
  expect(fixture.days()).toEqual(['2026-11-20']);
});

it('looks on both bills for a share that was paid around midnight', async () => {
  const fixture = counter({
    '2026-11-20': [{ number: 'S1', yuan: '0.70', at: '2026-11-20 23:59:58' }],
    '2026-11-21': [{ number: 'S1', yuan: '0.30', at: '2026-11-21 00:00:01' }],
  });
  await fixture.share('S0', fixture.paid());
  fixture.clock.now = Date.parse('2026-11-20T23:59:55+08:00');
  await fixture.share('S1', { state: 'accepted' }, [70, 30]);
  fixture.clock.now += 10_000;
  const [record] = [...fixture.store.records.values()].filter(({ number }) => number === 'S1');
  if (record) {
    const attempts = record.attempts.map((attempt) => ({
      ...attempt,
      outcome: { at: fixture.clock.now, state: 'settled' as const },
    }));
    const { dueAt: _due, ...kept } = record;
    const changed = { version: record.version + 1, updatedAt: fixture.clock.now, attempts };
    await fixture.store.replace({ ...kept, ...fixture.paid(70, 30), ...changed }, record);
  }
  fixture.clock.now = noon(21);
  expect((await fixture.run()).report).toMatchObject({ breaks: 0 });
  fixture.clock.now = noon(22);
  expect((await fixture.run()).report).toMatchObject({ breaks: 0 });
  expect(fixture.days()).toEqual(['2026-11-20', '2026-11-21', '2026-11-20']);
});

it('allows WeChat Pay’s clock to be a little ahead of ours at midnight', async () => {
  const fixture = counter({ '2026-11-21': [{ number: 'S1', yuan: '1.00', at: '2026-11-21 00:00:02' }] });
  await fixture.share('S0', fixture.paid());
  fixture.clock.now = Date.parse('2026-11-20T23:59:59+08:00');
  await fixture.share('S1', fixture.paid(100));
  fixture.clock.now = noon(21);
  expect((await fixture.run()).report).toMatchObject({ breaks: 0, warnings: 0 });
  fixture.clock.now = noon(22);
  expect((await fixture.run()).report).toMatchObject({ breaks: 0, warnings: 0 });
  expect(fixture.days()).toContain('2026-11-21');
});

it('asks for the bill of the configured merchant, and holds only its records against it', async () => {
  const fixture = counter({ '2026-11-20': [{ number: 'S1', yuan: '1.00' }] });
  await fixture.share('S1', fixture.paid(100));
  const [record] = [...fixture.store.records.values()];
  if (record)
    await fixture.store.insert({ ...record, _id: '1900000108:share:S9', merchant: '1900000108', number: 'S9' });
  fixture.clock.now = noon(21);
  expect((await fixture.run()).report).toMatchObject({ breaks: 0 });
});

it('leaves out what only went back to the payer, which some wires list and others do not', async () => {
  const fixture = counter({
    '2026-11-20': [
      { number: 'S1', yuan: '1.00' },
      { number: 'S1', yuan: '9.00', receiver: SUB },
      { number: 'F1', yuan: '8.00', receiver: SUB },
    ],
  });
  await fixture.share('S1', fixture.paid(100));
  const released = { account: '190****0109', amount: 800, result: 'SUCCESS' };
  await fixture.finish('F1', { state: 'settled', settlement: { state: 'settled', receivers: [released] } });
  fixture.clock.now = noon(21);
  expect((await fixture.run()).report).toMatchObject({ breaks: 0 });
});

it('holds nothing against the bill that was paid before the ledger began', async () => {
  const fixture = counter({
    '2026-11-20': [
      { number: 'OLD', yuan: '3.00', at: '2026-11-20 11:59:59' },
      { number: 'S1', yuan: '1.00' },
    ],
  });
  await fixture.share('S1', fixture.paid(100));
  fixture.clock.now = noon(21);
  expect((await fixture.run()).report).toMatchObject({ breaks: 0 });
  expect(fixture.days()).toEqual(['2026-11-20']);
});

it('reads a bill to its last page', async () => {
  const fixture = counter({});
  await fixture.share('S1', fixture.paid(100));
  await fixture.share('S2', fixture.paid(200));
  const page = (rows: Row[], more: UnknownFields = {}) =>
    answer({ mch_id: MCH, nonce_str: 'n', bill_date: '2026-11-20', columns: COLUMNS, rows: rows.map(row), ...more });
  fixture.answers = (_operation, { cursor }) =>
    cursor === 'c2'
      ? page([{ number: 'S2', yuan: '2.00' }])
      : page([{ number: 'S1', yuan: '1.00' }], { next_cursor: 'c2' });
  fixture.clock.now = noon(21);
  expect((await fixture.run()).report).toMatchObject({ breaks: 0, warnings: 0 });
});

describe('a bill that cannot be compared is tried again', () => {
  it.each<[string, UnknownFields, string]>([
    [
      'still being made',
      { result_code: 'FAIL', err_code: 'INVALID_REQUEST', err_code_des: '正在生成中' },
      '正在生成中',
    ],
    ['without a table', {}, 'columns, rows'],
    ['in unknown columns', { columns: ['a', 'b'], rows: [] }, 'columns'],
    ['with an amount that is none', { columns: COLUMNS, rows: [row({ number: 'S1', yuan: '1e2' })] }, 'row 1'],
  ])('%s', async (_what, fields, why) => {
    const bills: Record<string, Row[] | UnknownFields> = { '2026-11-20': { bill_date: '2026-11-20', ...fields } };
    const fixture = counter(bills);
    await fixture.share('S1', fixture.paid(100));
    fixture.clock.now = noon(21);
    expect(await fixture.run()).toMatchObject({ warnings: [expect.stringContaining(why)], report: { breaks: 0 } });
    bills['2026-11-20'] = [{ number: 'S1', yuan: '2.00' }];
    fixture.clock.now += HOUR / 4;
    expect((await fixture.run()).report).toMatchObject({ breaks: 0, warnings: 0 });
    fixture.clock.now += HOUR / 4;
    expect((await fixture.run()).report).toMatchObject({ breaks: 1 });
  });

  it('not there although something was paid, until three days are over: then it is missing there', async () => {
    const fixture = counter({});
    await fixture.share('S1', fixture.paid(100));
    fixture.clock.now = noon(21);
    expect(await fixture.run()).toMatchObject({ warnings: [expect.stringContaining('NO_STATEMENT_EXIST')] });
    fixture.clock.now = noon(23);
    expect((await fixture.run()).report).toMatchObject({ breaks: 1 });
    expect(fixture.found()).toEqual([{ kind: 'missing_there', number: 'S1', here: 100, there: 0 }]);
    fixture.clock.now += DAY;
    expect((await fixture.run()).report).toMatchObject({ breaks: 0 });
  });
});

it('never holds up the look at a record', async () => {
  const fixture = counter({ '2026-11-20': { result_code: 'FAIL', err_code: 'NOAUTH', err_code_des: '-' } });
  await fixture.share('S1', { state: 'accepted' });
  fixture.breaks.open = async () => {
    const { LedgerUnavailableError } = await import('../../../shared/ledger/store');
    throw new LedgerUnavailableError('DATABASE_COLLECTION_NOT_EXIST');
  };
  fixture.clock.now = noon(21);
  expect(await fixture.run()).toMatchObject({
    return_code: 'SUCCESS',
    warnings: [expect.stringContaining('profit_sharing_breaks')],
    report: { settled: 1 },
  });
});

it('is no business of the private link, which has no bill', async () => {
  const fixture = reconcileFixture('cloudpay');
  await fixture.share('S1', { state: 'settled' });
  fixture.clock.now += DAY;
  await fixture.run();
  expect(fixture.asked).toEqual([]);
});
