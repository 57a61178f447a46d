import fc from 'fast-check';
import { type PlannedShares, planShares, type ShareRules } from '../../../client/plan';
import { type Case, cases, paidBy, payer, sum } from './plans';

const numRuns = 1000;

/** Runs `then` on every plan, and makes sure that the cases are not all refused. */
function onPlans(then: (plan: PlannedShares, of: Case) => void): void {
  let planned = 0;
  fc.assert(
    fc.property(cases, (one) => {
      const plan = planShares(one.order, one.rules, one.limits);
      if (!plan.ok) return expect(plan.violations.length).toBeGreaterThan(0);
      planned += 1;
      return then(plan, one);
    }),
    { numRuns },
  );
  expect(planned).toBeGreaterThan(numRuns / 4);
}

const shuffled = (rules: ShareRules, seed: number): ShareRules => {
  const turn = <T>(list: readonly T[]): T[] => {
    const [...rest] = list;
    return rest.map((_, index) => rest[(index * 7 + seed) % rest.length] as T);
  };
  // 7 and the length must have no common divisor for a permutation.
  const safe = <T>(list: readonly T[]) => (list.length % 7 === 0 ? [...list].reverse() : turn(list));
  return {
    ...rules,
    lines: safe(rules.lines).map((line) => ('members' in line ? { ...line, members: safe(line.members) } : line)),
  };
};

it('accounts for every fen: lines and rest together are what is left in the order', () => {
  onPlans(({ lines, leftOut, totals, groups, requests }, { order, rules }) => {
    const { paid, fee = 0, refunded = 0, shared = 0, released = 0 } = order;
    expect(totals.unsplit).toBe(paid - fee - refunded - shared - released);
    expect(totals.lines + totals.rest).toBe(totals.unsplit);
    expect(sum(lines.map(({ amount }) => amount))).toBe(totals.lines);
    expect(sum(paidBy({ requests } as PlannedShares).values())).toBe(totals.lines);
    expect(lines.length + leftOut.length).toBe(
      sum(rules.lines.map((line) => ('members' in line ? line.members.length : 1))),
    );
    for (const { field, amount, left } of groups) {
      const members = lines.filter((line) => line.field.startsWith(`${field}.members`));
      expect(sum(members.map((line) => line.amount)) + left).toBe(amount);
    }
  });
});

it('has nothing negative, no zero line, no fraction', () => {
  onPlans(({ lines, leftOut, totals, groups }) => {
    const amounts = [...lines, ...leftOut, ...groups].map(({ amount }) => amount);
    const rests = groups.map(({ left }) => left);
    const { unsplit, toOthers, limit, rest } = totals;
    for (const fen of [...amounts, ...rests, unsplit, totals.lines, toOthers, limit, rest]) {
      expect(Number.isSafeInteger(fen) && fen >= 0).toBe(true);
    }
    expect(lines.every(({ amount }) => amount > 0)).toBe(true);
    expect(leftOut.every(({ amount }) => amount === 0)).toBe(true);
  });
});

it('never gives others more than the maximum ratio allows over the life of the order', () => {
  onPlans((plan, { order, limits }) => {
    const { paid, refunded = 0, shared = 0 } = order;
    const cap = (BigInt(paid - refunded) * BigInt(limits.max_ratio ?? 3000)) / 10_000n;
    const toOthers = sum([...paidBy(plan)].map(([who, fen]) => (who === `MERCHANT_ID ${order.payer}` ? 0 : fen)));
    if (toOthers > 0) expect(BigInt(shared + toOthers)).toBeLessThanOrEqual(cap);
    expect(toOthers).toBe(plan.totals.toOthers);
  });
});

it('rounds no ratio by a fen or more, and rounds down where it says so', () => {
  onPlans(({ lines, leftOut }, { rules }) => {
    for (const { amount, exact, bound, rule, field } of [...lines, ...leftOut]) {
      if (bound || rule !== 'ratio') continue;
      const whole = exact.includes('/') ? (exact.includes(' ') ? Number(exact.split(' ')[0]) : 0) : Number(exact);
      expect(amount - whole).toBeGreaterThanOrEqual(0);
      expect(amount - whole).toBeLessThanOrEqual(exact.includes('/') ? 1 : 0);
      if (rules.rounding === 'down' && !field.includes('members')) expect(amount).toBe(whole);
    }
  });
});

it('gives the same requests, amounts and numbers for the same rules in any order', () => {
  fc.assert(
    fc.property(cases, fc.nat({ max: 20 }), ({ order, rules, limits }, seed) => {
      const [one, other] = [planShares(order, rules, limits), planShares(order, shuffled(rules, seed), limits)];
      expect(other.ok).toBe(one.ok);
      if (one.ok && other.ok) expect([other.requests, other.totals]).toEqual([one.requests, one.totals]);
    }),
    { numRuns },
  );
});

it('speaks another language about the same requests', () => {
  onPlans((plan, { order, rules, limits }) => {
    const english = planShares(order, rules, limits, { locale: 'en' });
    expect(english).toMatchObject({ ok: true, requests: plan.requests, totals: plan.totals });
  });
});

it('pays each receiver once in a request, never the payer by a single share, and finishes last or not at all', () => {
  onPlans(({ requests, totals }, { order, rules }) => {
    const operations = requests.map(({ operation }) => operation);
    const shares = requests.flatMap(({ request }) => ('receivers' in request ? [request.receivers] : []));
    for (const receivers of shares) {
      expect(new Set(receivers.map(({ type, account }) => `${type} ${account}`)).size).toBe(receivers.length);
    }
    const isFinished = operations.indexOf('profitSharingFinish');
    expect(isFinished === -1 || isFinished === operations.length - 1).toBe(true);
    if (rules.rest === 'finish') expect(isFinished !== -1).toBe(totals.rest > 0);
    if (rules.rest === 'keep') expect(isFinished).toBe(-1);
    if (rules.rest === 'single') {
      expect(requests.length).toBeLessThanOrEqual(1);
      const accounts = shares.flat().map(({ account }) => account);
      if (order.payer === payer) expect(accounts).not.toContain(payer);
    }
  });
});

it('refuses nothing because of rounding: what fits rounded down fits rounded in any way', () => {
  let refusedNone = 0;
  fc.assert(
    fc.property(cases, ({ order, rules, limits }) => {
      const lines = rules.lines.filter((line) => !('members' in line));
      const plans = (['down', 'half_up', 'largest_remainder'] as const).map((rounding) => {
        return planShares(order, { ...rules, lines, rounding }, limits);
      });
      const [down, ...others] = plans.map(({ ok }) => ok);
      if (!down) return;
      refusedNone += 1;
      expect(others).toEqual([true, true]);
    }),
    { numRuns },
  );
  expect(refusedNone).toBeGreaterThan(numRuns / 4);
});
