import fc from 'fast-check';
import { planReturns, planShares } from '../../../client/plan';
import { cases, merchant } from './plans';

const numRuns = 1000;

const anything = fc.anything({
  maxDepth: 3,
  maxKeys: 4,
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

/** Values that pass for amounts, counts and ratios in careless code. */
const nasty = fc.oneof(
  fc.constantFrom<unknown[]>(0.1, 1.5, -1, Number.NaN, Infinity, -Infinity, 2 ** 53, 1e21, '1', '1e3', ' 1', '٣', true),
  fc.constantFrom<unknown[]>(null, [], {}, [1], 1n, Symbol('1'), new Date(0), Object(5), { valueOf: () => 5 }, () => 5),
  fc.double(),
  anything,
);

/** An object with one field, at any depth, replaced. */
function spoilt(value: unknown, path: readonly number[], by: unknown): unknown {
  if (path.length === 0 || typeof value !== 'object' || value === null) return by;
  const entries = Object.entries(value);
  if (entries.length === 0) return by;
  const [at = 0, ...rest] = path;
  const [name, old] = entries[at % entries.length] as [string, unknown];
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === name ? spoilt(old, rest, by) : item));
  return { ...value, [name]: spoilt(old, rest, by) };
}

const violation = { field: expect.any(String), rule: expect.any(String), message: expect.any(String) };

/** A plan whose every amount is a whole fen, or violations of the contract's shape. */
function expectSound(plan: ReturnType<typeof planShares> | ReturnType<typeof planReturns>): void {
  if (!plan.ok) {
    expect(plan).toEqual({ ok: false, violations: expect.arrayContaining([violation]) });
    expect(plan.violations.length).toBeLessThanOrEqual(50);
    for (const one of plan.violations) expect(Object.keys(one)).toEqual(['field', 'rule', 'message']);
    return;
  }
  const json = JSON.stringify(plan);
  expect(json).not.toMatch(/"(amount|return_amount|rest|lines|unsplit)":(-|\d*\.|null)/);
  expect(JSON.parse(json)).toEqual(plan);
}

it('anything at all in place of the arguments is violations', () => {
  fc.assert(
    fc.property(anything, anything, anything, anything, anything, (one, two, three, four, five) => {
      const shares = planShares(one as never, two as never, three as never, four as never);
      expect(shares.ok).toBe(false);
      expectSound(shares);
      const returns = planReturns(one as never, two as never, three as never, four as never, five as never);
      expect(returns.ok).toBe(false);
      expectSound(returns);
    }),
    { numRuns },
  );
});

it('one wrong value anywhere in an order and its rules is a violation or a sound plan, never a throw', () => {
  fc.assert(
    fc.property(cases, fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 6 }), nasty, (one, path, by) => {
      const { order, rules, limits } = spoilt(one, path, by) as typeof one & Record<string, unknown>;
      expectSound(planShares(order, rules, limits));
    }),
    { numRuns },
  );
});

const returns = {
  order: { transaction_id: '42', paid: 10_000, refunded: 100, sub_mch_id: '1900000109' },
  shares: [
    {
      out_order_no: 'P1-S1',
      receivers: [
        { type: 'MERCHANT_ID', account: '1900000110', amount: 888, result: 'SUCCESS', detail_id: '3' },
        { type: 'PERSONAL_OPENID', account: 'oA', amount: 12, result: 'SUCCESS' },
      ],
      returns: [{ out_return_no: 'R0', return_account: '1900000110', return_amount: 8, result: 'SUCCESS' }],
      refunded_before: 0,
    },
  ],
  refund: { refund_no: 'RF1', amount: 500, description: 'refund' },
  policy: { kind: 'chosen', first: ['1900000110'], only: false } as const,
};

it('one wrong value anywhere in shares and a refund is a violation or a sound plan, never a throw', () => {
  expect(planReturns(returns.order, returns.shares, returns.refund, returns.policy).ok).toBe(true);
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 5 }), nasty, (path, by) => {
      const { order, shares, refund, policy } = spoilt(returns, path, by) as typeof returns;
      expectSound(planReturns(order, shares, refund, policy));
    }),
    { numRuns },
  );
});

const order = { plan_no: 'P1', transaction_id: '42', paid: 1000 };
const rulesWith = (line: object) => ({ description: 'goods', lines: [{ receiver: merchant('1900000110'), ...line }] });

it.each([
  ['a float', { amount: 0.5 }, 'rules.lines[0].amount', 'integer'],
  ['NaN', { amount: Number.NaN }, 'rules.lines[0].amount', 'integer'],
  ['text', { amount: '5' }, 'rules.lines[0].amount', 'type'],
  ['less than nothing', { amount: -1 }, 'rules.lines[0].amount', 'minimum'],
  ['more than can be computed', { amount: 2 ** 53 }, 'rules.lines[0].amount', 'maximum'],
  ['a ratio as a float', { ratio: 0.3 }, 'rules.lines[0].ratio', 'ratio'],
  ['a ratio above 1', { ratio: '101%' }, 'rules.lines[0].ratio', 'ratio'],
  ['ten-thousandths above 1', { ten_thousandths: 10_001 }, 'rules.lines[0].ten_thousandths', 'maximum'],
  ['a remainder that is false', { remainder: false }, 'rules.lines[0].remainder', 'enum'],
  ['two kinds at once', { amount: 5, ratio: '1%' }, 'rules.lines[0].ratio', 'exactlyOne'],
  ['none of them', {}, 'rules.lines[0].ratio', 'exactlyOne'],
  ['a misspelt bound', { amount: 5, minimun: 3 }, 'rules.lines[0].minimun', 'unknown'],
  ['crossed bounds', { amount: 5, minimum: 9, maximum: 4 }, 'rules.lines[0].minimum', 'bounds'],
])('%s is refused, and the violation says where', (_, line, field, rule) => {
  const plan = planShares(order, rulesWith(line) as never);
  expect(plan).toMatchObject({ ok: false, violations: [{ field, rule }] });
});

it('reads own fields only: what a prototype holds is not there', () => {
  const inherited = Object.create({ ...order, paid: 1_000_000 });
  expect(planShares(inherited, rulesWith({ amount: 5 }))).toMatchObject({ ok: false });
  const rules = JSON.parse('{"description":"goods","lines":[],"__proto__":{"rest":"finish"}}');
  expect(planShares(order, rules)).toMatchObject({ violations: [{ field: 'rules.__proto__', rule: 'unknown' }] });
  const line = Object.create(
    { maximum: 1 },
    { amount: { value: 5, enumerable: true }, receiver: { value: merchant('1'), enumerable: true } },
  );
  expect(planShares(order, { description: 'goods', lines: [line] })).toMatchObject({ ok: true, totals: { lines: 5 } });
});

it('a value that changes between two readings is read once', () => {
  let reads = 0;
  const line = {
    receiver: merchant('1900000110'),
    get amount() {
      reads += 1;
      return reads === 1 ? 5 : 999_999;
    },
  };
  const plan = planShares(order, { description: 'goods', lines: [line] });
  expect(plan).toMatchObject({ ok: true, totals: { lines: 5 } });
  expect(reads).toBe(1);
});

it('what cannot be read at all is a violation', () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const thrower = {
    get paid(): number {
      throw new Error('no');
    },
  };
  for (const bad of [proxy, thrower]) {
    expect(planShares(bad as never, rulesWith({ amount: 5 }))).toMatchObject({ ok: false });
    expect(planShares(order, bad as never, {}, bad as never)).toMatchObject({ ok: false });
  }
});

it('a million lines are one violation, quickly', () => {
  const lines = Array.from({ length: 1_000_000 }, () => ({ receiver: merchant('1'), amount: 1 }));
  const started = Date.now();
  expect(planShares(order, { description: 'goods', lines })).toMatchObject({
    violations: [{ field: 'rules.lines', rule: 'maxItems' }],
  });
  expect(Date.now() - started).toBeLessThan(1000);
});
