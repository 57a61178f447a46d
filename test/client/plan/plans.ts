import fc from 'fast-check';
import type {
  GroupRule,
  OrderToShare,
  PlannedShares,
  ReceiverRule,
  ShareLimits,
  ShareRules,
} from '../../../client/plan';
import { MOST_FEN } from '../../../client/plan';

/** The receivers of plans: merchants, people, and the payer itself. */
export const payer = '1900000109';

const receiver = fc.oneof(
  fc.constantFrom(...['1900000110', '1900000111', '1900000112', payer]).map((account) => merchant(account)),
  fc.constantFrom('oA', 'oB').map((account) => ({ type: 'PERSONAL_OPENID', account }) as const),
);

export function merchant(account: string) {
  return { type: 'MERCHANT_ID', account } as const;
}

/** 0 to 1 with up to eight decimals, mostly small enough for several of them. */
const ratio = fc
  .oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 25_000_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 100_000_000 }) },
  )
  .map((units) => `${(units - (units % 100_000_000)) / 100_000_000}.${String(units % 100_000_000).padStart(8, '0')}`);
const tenThousandths = fc.integer({ min: 0, max: 2_500 });
const percent = fc.integer({ min: 0, max: 300 }).map((tenths) => `${(tenths - (tenths % 10)) / 10}.${tenths % 10}%`);

const base = fc.constantFrom('paid', 'paid_minus_refunds', 'paid_minus_refunds_minus_fee');
const rounding = fc.constantFrom('down', 'half_up', 'largest_remainder');

const amountOf = (most: number) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ ratio: fc.oneof(ratio, percent) }) },
    { weight: 2, arbitrary: fc.record({ ten_thousandths: tenThousandths }) },
    { weight: 2, arbitrary: fc.record({ amount: fc.integer({ min: 0, max: most }) }) },
  );

const bounds = (most: number) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.record({ minimum: fc.integer({ min: 0, max: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ maximum: fc.integer({ min: 0, max: most }) }) },
  );

const description = fc.oneof(
  fc.constant({}),
  fc.constantFrom('goods', 'service').map((text) => ({ description: text })),
);

function payeeRule(most: number): fc.Arbitrary<ReceiverRule> {
  return fc
    .tuple(receiver, amountOf(most), bounds(most), description, fc.option(base, { nil: undefined }))
    .map(([whom, amount, limits, words, of]) => ({ receiver: whom, ...amount, ...limits, ...words, of }));
}

function groupRule(most: number): fc.Arbitrary<Omit<GroupRule, 'group'>> {
  const last = fc.constantFrom(...['none', 'equal', 'remainder']);
  const member = fc.tuple(receiver, amountOf(most / 4 - ((most / 4) % 1)), bounds(most));
  return fc
    .tuple(
      amountOf(most),
      fc.array(member, { minLength: 1, maxLength: 4 }),
      last,
      rounding,
      fc.array(receiver, { minLength: 1, maxLength: 3 }),
    )
    .map(([amount, some, kind, own, others]) => {
      const members = some.map(([whom, part, limits]) => ({ receiver: whom, ...part, ...limits }));
      const equal = others.map((whom) => ({ receiver: whom, equal: true }) as const);
      const rest = { receiver: others[0] ?? merchant('1900000113'), remainder: true } as const;
      const all = kind === 'none' ? members : kind === 'equal' ? [...members, ...equal] : [...members, rest];
      return { ...amount, rounding: own, members: all };
    });
}

export interface Case {
  readonly order: OrderToShare;
  readonly rules: ShareRules;
  readonly limits: ShareLimits;
}

/** Orders of any size with some history, and rules that can often, but not always, be kept. */
export const cases: fc.Arbitrary<Case> = fc
  .oneof(
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 60 }) },
    { weight: 3, arbitrary: fc.integer({ min: 100, max: 1_000_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 1_000_000, max: MOST_FEN }) },
  )
  .chain((paid) => {
    const small = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: (paid - (paid % 8)) / 8 }));
    const most = (paid - (paid % 4)) / 4;
    const order = fc.record({
      plan_no: fc.constant('P1001'),
      transaction_id: fc.constant('4200000000'),
      paid: fc.constant(paid),
      fee: small,
      refunded: small,
      shared: small,
      released: small,
      payer: fc.constantFrom(payer, undefined),
    });
    const groups = fc
      .array(groupRule(most), { maxLength: 2 })
      .map((list) => list.map((one, index) => ({ ...one, group: `g${index}` })));
    const remainder = fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: receiver.map((whom) => [{ receiver: whom, remainder: true } as const]) },
    );
    const lines = fc
      .tuple(fc.array(payeeRule(most), { maxLength: 5 }), groups, remainder)
      .map(([payees, some, last]) => [...payees, ...some, ...last]);
    const rules = fc.record({
      description: fc.constant('order'),
      base,
      rounding,
      rest: fc.constantFrom('keep', 'finish', 'single'),
      lines,
    });
    const limits = fc.record({ max_ratio: fc.constantFrom(10_000, 10_000, 10_000, 3_000) });
    return fc.record({ order, rules, limits }) as fc.Arbitrary<Case>;
  });

/** What a plan pays to each receiver, over all its requests, in fen. */
export function paidBy(plan: PlannedShares): Map<string, number> {
  const paid = new Map<string, number>();
  for (const { request } of plan.requests) {
    for (const { type, account, amount } of 'receivers' in request ? request.receivers : []) {
      paid.set(`${type} ${account}`, (paid.get(`${type} ${account}`) ?? 0) + amount);
    }
  }
  return paid;
}

export const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, number) => total + number, 0);
