import { type MadeReturn, type MadeShare, planReturns, type ReturnPolicy } from '../../../client/plan';

const order = { transaction_id: '42', paid: 10_000, refunded: 0, sub_mch_id: '1900000109' };
const refund = { refund_no: 'RF1', amount: 5000, description: 'refund' };
const line = (account: string, amount: number, result = 'SUCCESS') => ({
  type: 'MERCHANT_ID',
  account,
  amount,
  result,
});
const share = (receivers: MadeShare['receivers'], more: Partial<MadeShare> = {}): MadeShare => ({
  out_order_no: 'P1-S1',
  receivers,
  ...more,
});
const made = (
  out_return_no: string,
  return_account: string,
  return_amount: number,
  result = 'SUCCESS',
): MadeReturn => ({
  out_return_no,
  return_account,
  return_amount,
  result,
});
const proportional: ReturnPolicy = { kind: 'proportional' };

const plan = (
  shares: readonly MadeShare[],
  more: Partial<typeof refund> = {},
  policy: ReturnPolicy = proportional,
  about = {},
) => planReturns({ ...order, ...about }, shares, { ...refund, ...more }, policy, { locale: 'en' });

it('a return names its share, its receiver and the order’s merchant, and is ready to be made', () => {
  expect(plan([share([line('a', 888)])])).toMatchObject({
    requests: [
      {
        operation: 'profitSharingReturn',
        request: {
          sub_mch_id: '1900000109',
          out_order_no: 'P1-S1',
          out_return_no: 'RF1-R1-1',
          return_account: 'a',
          return_amount: 444,
          description: 'refund',
        },
      },
    ],
  });
});

it('the payer returns nothing to itself, nor does the released rest that API v3 lists among the receivers', () => {
  const released = { ...line('1900000100', 9000), description: '解冻给分账方' };
  const shares = [share([line('a', 600), line('1900000109', 300), released])];
  expect(plan(shares)).toMatchObject({ totals: { held: 600, returned: 300, missing: 0 } });
});

it('a line on its way and a person are named with what the policy asks of them, a closed line is not', () => {
  const person = { ...line('oA', 200), type: 'PERSONAL_OPENID' };
  expect(plan([share([line('a', 100, 'PENDING'), person, line('c', 300, 'CLOSED')])])).toMatchObject({
    requests: [],
    missing: [
      { account: 'a', amount: 50, reason: 'pending', message: 'the line has not been received yet' },
      { account: 'oA', amount: 100, reason: 'person', message: 'a person cannot return a share' },
    ],
  });
});

it('a share that had 48 returns takes two more, the largest, and what the others owe is said', () => {
  const returns = Array.from({ length: 48 }, (_, index) => made(`old${index}`, 'a', 1));
  const shares = [share([line('a', 1000), line('b', 200), line('c', 400)], { returns })];
  expect(plan(shares)).toMatchObject({
    requests: [
      { request: { return_account: 'a', return_amount: 500 } },
      { request: { return_account: 'c', return_amount: 200 } },
    ],
    missing: [{ account: 'b', amount: 100, reason: 'no_returns_left', message: 'the share has had its 50 returns' }],
  });
});

it('a repeated return takes none of the 50', () => {
  const returns = [
    ...Array.from({ length: 49 }, (_, index) => made(`old${index}`, 'b', 1, 'FAILED')),
    made('RF1-R1-1', 'a', 500),
  ];
  expect(plan([share([line('a', 1000)].concat(line('b', 1)), { returns })])).toMatchObject({
    requests: [{ request: { out_return_no: 'RF1-R1-1', return_amount: 500 } }],
    missing: [],
  });
});

it('a share made after a refund answers for later refunds only, and gives back everything in the end', () => {
  const shares = [share([line('a', 600)], { refunded_before: 4000 })];
  expect(plan(shares, { amount: 3000 }, proportional, { refunded: 4000 })).toMatchObject({ totals: { returned: 300 } });
  expect(plan(shares, { amount: 6000 }, proportional, { refunded: 4000 })).toMatchObject({ totals: { returned: 600 } });
});

it('chosen receivers and no others bear what they hold, the paying merchant the rest', () => {
  const shares = [share([line('a', 600), line('b', 900)])];
  const only = { kind: 'chosen', first: ['b'], only: true } as const;
  expect(plan(shares, {}, only)).toMatchObject({
    totals: { returned: 900, missing: 0 },
    requests: [{ request: { return_account: 'b' } }],
  });
});

it('a merchant of two shares is asked in both, each up to what it got there', () => {
  const shares = [share([line('a', 100)]), share([line('a', 50)], { out_order_no: 'P1-S2' })];
  const both = plan(shares, { amount: 120 }, { kind: 'chosen', first: ['a'] });
  expect(both).toMatchObject({
    requests: [
      { request: { out_order_no: 'P1-S1', out_return_no: 'RF1-R1-1', return_amount: 100 } },
      { request: { out_order_no: 'P1-S2', out_return_no: 'RF1-R2-1', return_amount: 20 } },
    ],
  });
});

it('a refund whose number begins another’s takes no return of the other for its own', () => {
  const shares = [share([line('a', 1000)], { returns: [made('RF1-R1-R1-1', 'a', 400)] })];
  expect(plan(shares)).toMatchObject({ requests: [{ request: { out_return_no: 'RF1-R1-1', return_amount: 500 } }] });
  expect(plan(shares, {}, { kind: 'full' })).toMatchObject({ totals: { held: 600, returned: 600 } });
});

it('a failed return took nothing, whichever of its two spellings says so; one on its way counts as taken', () => {
  const returns = [made('x1', 'a', 400, 'FAILED'), made('x2', 'a', 300, 'FAIL'), made('x3', 'a', 200, 'PROCESSING')];
  expect(plan([share([line('a', 1000)], { returns })], {}, { kind: 'full' })).toMatchObject({
    totals: { held: 800, returned: 800 },
  });
});

describe('a refusal says by how many fen', () => {
  const says = (...input: Parameters<typeof plan>) => {
    const refused = plan(...input);
    return refused.ok ? [] : refused.violations.map(({ field, rule, message }) => [field, rule, message]);
  };

  it('a refund is above what can still be refunded', () => {
    expect(says([], { amount: 5001 }, proportional, { refunded: 5000 })).toEqual([
      ['refund.amount', 'overRefund', 'is 1 fen more than the 5000 fen that can still be refunded'],
    ]);
  });

  it('shares are above what was paid', () => {
    expect(says([share([line('a', 6000), line('b', 4001)])])).toEqual([
      ['shares', 'overPaid', 'together they are 1 fen more than the 10000 fen paid'],
    ]);
  });

  it('more was returned than received', () => {
    expect(says([share([line('a', 100)], { returns: [made('old', 'a', 103)] })])).toEqual([
      ['shares[0].returns', 'overReturned', '3 fen more were returned than the 100 fen received'],
    ]);
  });

  it('a return of this refund was made with another amount: its number cannot pay twice', () => {
    expect(says([share([line('a', 1000)], { returns: [made('RF1-R1-1', 'a', 400, 'PROCESSING')] })])).toEqual([
      [
        'refund.refund_no',
        'numberTaken',
        'return number RF1-R1-1 was used for another return of 400 fen; follow the first plan, or take another refund number',
      ],
    ]);
  });

  it('a share that was not there when this refund was planned would move its numbers', () => {
    const known = share([line('a', 1000)], { returns: [made('RF1-R1-1', 'a', 500)] });
    expect(says([known])).toEqual([]);
    expect(says([known, share([line('b', 10)], { out_order_no: 'A-S1' })])).toMatchObject([
      ['shares[0].returns', 'numberTaken', expect.any(String)],
    ]);
  });

  it.each([
    ['the same receiver twice', [share([line('a', 1), line('a', 2)])], 'duplicate'],
    ['the same share twice', [share([line('a', 1)]), share([line('b', 2)])], 'duplicate'],
    [
      'the same return twice',
      [share([line('a', 9)], { returns: [made('x', 'a', 1), made('x', 'a', 1)] })],
      'duplicate',
    ],
    ['a return of a stranger', [share([line('a', 9)], { returns: [made('x', 'z', 1)] })], 'unknownReceiver'],
    ['no result', [share([{ type: 'MERCHANT_ID', account: 'a', amount: 9 } as never])], 'enum'],
    ['a refund before the first', [share([line('a', 9)], { refunded_before: 1 })], 'maximum'],
  ])('%s is refused', (_, shares, rule) => {
    expect(says(shares)).toMatchObject([[expect.any(String), rule, expect.any(String)]]);
  });

  it('an account that received nothing cannot be chosen', () => {
    expect(says([share([line('a', 9)])], {}, { kind: 'chosen', first: ['a', 'z', 'a'] })).toMatchObject([
      ['policy.first[1]', 'unknownReceiver', 'received nothing from these shares'],
      ['policy.first[2]', 'duplicate', 'repeats policy.first[0]'],
    ]);
  });
});
