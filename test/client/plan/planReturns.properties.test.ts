import fc from 'fast-check';
import type { MadeReturn, MadeShare, PaidOrder, PlannedReturns, ReturnPolicy } from '../../../client/plan';
import { planReturns, planShares } from '../../../client/plan';
import { cases, sum } from './plans';

const numRuns = 500;

const order = (paid: number, refunded: number): PaidOrder => ({ transaction_id: '42', paid, refunded });

/** Shares of an order, at most what was paid, of merchants and people, paid, on their way and closed. */
const lives = fc.record({
  paid: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1000, max: 1_000_000_000 })),
  parts: fc.array(
    fc.record({
      share: fc.constantFrom('P1-S1', 'P1-S2'),
      isPerson: fc.boolean(),
      result: fc.constantFrom('SUCCESS', 'SUCCESS', 'SUCCESS', 'PENDING', 'CLOSED'),
      weight: fc.integer({ min: 0, max: 100 }),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  refunds: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
});

type Life = typeof lives extends fc.Arbitrary<infer L> ? L : never;

function sharesOf({ paid, parts }: Life): MadeShare[] {
  const made = new Map<string, MadeShare['receivers'][number][]>();
  parts.forEach(({ share, isPerson, result, weight }, index) => {
    const amount = Number((BigInt(paid) * BigInt(weight)) / 800n);
    const whom = isPerson
      ? { type: 'PERSONAL_OPENID', account: `o${index}` }
      : { type: 'MERCHANT_ID', account: `m${index}` };
    made.set(share, [...(made.get(share) ?? []), { ...whom, amount, result }]);
  });
  return [...made].map(([out_order_no, receivers]) => ({ out_order_no, receivers, returns: [] }));
}

/** The refunds in fen: their sum is what was paid, or less when the order is too small for so many. */
function refundsOf({ paid, refunds }: Life): number[] {
  const weights = sum(refunds);
  const amounts = refunds.map((weight) => Number((BigInt(paid) * BigInt(weight)) / BigInt(weights)));
  const last = paid - sum(amounts);
  return [...amounts, last].filter((amount) => amount > 0);
}

const made = ({ request }: PlannedReturns['requests'][number]): MadeReturn & { share: string } => ({
  share: request.out_order_no,
  out_return_no: request.out_return_no,
  return_account: request.return_account,
  return_amount: request.return_amount,
  result: 'SUCCESS',
});

function after(shares: readonly MadeShare[], { requests }: PlannedReturns): MadeShare[] {
  return shares.map((share) => ({
    ...share,
    returns: [
      ...(share.returns ?? []),
      ...requests.map(made).filter(({ share: number }) => number === share.out_order_no),
    ],
  }));
}

function planned(...[paid, shares, refund, policy]: Parameters<typeof planReturns>): PlannedReturns {
  const plan = planReturns(paid, shares, refund, policy);
  if (!plan.ok) throw new Error(JSON.stringify(plan.violations));
  return plan;
}

/** Every refund of a life, one after the other, and what each left behind. */
function* played(life: Life, policyOf: (index: number, shares: readonly MadeShare[]) => ReturnPolicy) {
  let shares = sharesOf(life);
  let refunded = 0;
  for (const [index, amount] of refundsOf(life).entries()) {
    const refund = { refund_no: `RF${index + 1}`, amount, description: 'refund' };
    const policy = policyOf(index, shares);
    const plan = planned(order(life.paid, refunded), shares, refund, policy);
    const before = shares;
    shares = after(shares, plan);
    yield { plan, refund, policy, before, shares, refunded };
    refunded += amount;
  }
}

const accountsOf = (shares: readonly MadeShare[]) =>
  shares.flatMap(({ receivers }) =>
    receivers.filter(({ result }) => result !== 'CLOSED').map(({ account }) => account),
  );

const anyPolicy = (index: number, shares: readonly MadeShare[]): ReturnPolicy => {
  const accounts = accountsOf(shares);
  const chosen = { kind: 'chosen', first: accounts.slice(0, 2).reverse(), only: index % 2 === 0 } as const;
  return [{ kind: 'proportional' }, { kind: 'full' }, chosen][index % 3] as ReturnPolicy;
};

const returnedFrom = ({ returns = [] }: MadeShare, account: string) =>
  sum(returns.filter((one) => one.return_account === account).map((one) => one.return_amount));

it('takes from each receiver, over all refunds, no more than its paid lines, and nothing from people', () => {
  fc.assert(
    fc.property(lives, fc.nat({ max: 2 }), (life, start) => {
      for (const { shares } of played(life, (index, made) => anyPolicy(index + start, made))) {
        for (const share of shares) {
          for (const { type, account, amount, result } of share.receivers) {
            const most = type === 'MERCHANT_ID' && result === 'SUCCESS' ? amount : 0;
            expect(returnedFrom(share, account)).toBeLessThanOrEqual(most);
          }
        }
      }
    }),
    { numRuns },
  );
});

it('takes back every fen that merchants got once the order is refunded in full, in whatever steps, and not more at any of them', () => {
  fc.assert(
    fc.property(lives, (life) => {
      let last: readonly MadeShare[] = sharesOf(life);
      for (const { shares, refunded, refund } of played(life, () => ({ kind: 'proportional' }))) {
        const total = sum(shares.flatMap(({ returns = [] }) => returns.map((one) => one.return_amount)));
        expect(total).toBeLessThanOrEqual(refunded + refund.amount);
        for (const share of shares) {
          for (const { type, account, amount, result } of share.receivers) {
            if (type !== 'MERCHANT_ID' || result !== 'SUCCESS') continue;
            const due = (BigInt(amount) * BigInt(refunded + refund.amount)) / BigInt(life.paid);
            expect(BigInt(returnedFrom(share, account))).toBe(due);
          }
        }
        last = shares;
      }
      for (const share of last) {
        for (const { type, account, amount, result } of share.receivers) {
          expect(returnedFrom(share, account)).toBe(type === 'MERCHANT_ID' && result === 'SUCCESS' ? amount : 0);
        }
      }
    }),
    { numRuns },
  );
});

it('bears a refund in full as far as merchants hold money, and names what people and pending lines cannot give', () => {
  fc.assert(
    fc.property(lives, (life) => {
      for (const { plan, refund, before } of played(life, () => ({ kind: 'full' }))) {
        const lines = before.flatMap((share) => share.receivers.map((line) => ({ ...line, share })));
        const held = lines
          .filter(({ result }) => result !== 'CLOSED')
          .map(({ type, account, amount, share, result }) => {
            const canReturn = type === 'MERCHANT_ID' && result === 'SUCCESS';
            return { canReturn, fen: amount - returnedFrom(share, account) };
          });
        const able = sum(held.filter(({ canReturn }) => canReturn).map(({ fen }) => fen));
        const all = sum(held.map(({ fen }) => fen));
        expect(plan.totals).toEqual({
          refund: refund.amount,
          held: all,
          returned: Math.min(refund.amount, able),
          missing: Math.max(0, Math.min(refund.amount, all) - able),
        });
        expect(sum(plan.missing.map(({ amount }) => amount))).toBe(plan.totals.missing);
      }
    }),
    { numRuns },
  );
});

it('is repeated after any part of it was made with the same numbers and amounts, and with a new number only after a failure', () => {
  fc.assert(
    fc.property(lives, fc.nat({ max: 2 }), fc.nat(), (life, start, mask) => {
      for (const step of played(life, (index, shares) => anyPolicy(index + start, shares))) {
        const { plan, refund, policy, before, refunded } = step;
        const some = plan.requests.filter((_, index) => (mask >> index) % 2 === 1);
        const again = planned(order(life.paid, refunded), after(before, { ...plan, requests: some }), refund, policy);
        expect(again).toEqual(plan);
        const failed = after(before, { ...plan, requests: some }).map((share) => ({
          ...share,
          returns: share.returns?.map((one) => {
            return one.out_return_no.startsWith(`${refund.refund_no}-`) ? { ...one, result: 'FAILED' } : one;
          }),
        }));
        const retried = planned(order(life.paid, refunded), failed, refund, policy);
        expect(retried.requests.map(({ request }) => request.return_amount)).toEqual(
          plan.requests.map(({ request }) => request.return_amount),
        );
        expect(retried.requests.map(({ request }) => request.out_return_no)).toEqual(
          plan.requests.map((one) => one.request.out_return_no + (some.includes(one) ? '-2' : '')),
        );
      }
    }),
    { numRuns },
  );
});

it('gives the same returns whatever the order of shares, receivers and earlier returns', () => {
  fc.assert(
    fc.property(lives, fc.nat({ max: 2 }), (life, start) => {
      for (const { plan, refund, policy, before, refunded } of played(life, (i, made) => anyPolicy(i + start, made))) {
        const turned = [...before].reverse().map((share) => ({
          ...share,
          receivers: [...share.receivers].reverse(),
          returns: [...(share.returns ?? [])].reverse(),
        }));
        expect(planned(order(life.paid, refunded), turned, refund, policy)).toEqual(plan);
      }
    }),
    { numRuns },
  );
});

it('plan, return, plan: a made plan is computed again as it was, and its merchants give back all of a full refund', () => {
  let planable = 0;
  fc.assert(
    fc.property(cases, (one) => {
      const plan = planShares(one.order, one.rules, one.limits);
      if (!plan.ok) return;
      planable += 1;
      const shares = plan.requests.flatMap(({ request }): MadeShare[] => {
        if (!('receivers' in request)) return [];
        const receivers = request.receivers.map((line) => ({ ...line, result: 'SUCCESS' }));
        return [{ out_order_no: request.out_order_no, receivers, refunded_before: one.order.refunded }];
      });
      const amount = one.order.paid - (one.order.refunded ?? 0);
      const refund = { refund_no: 'RF1', amount, description: 'refund' };
      const back = planned(one.order, shares, refund, { kind: 'proportional' });
      const full = planned(one.order, shares, refund, { kind: 'full' });
      const merchants = shares.flatMap(({ receivers }) =>
        receivers.filter(({ type, account }) => {
          return type === 'MERCHANT_ID' && account !== one.order.payer;
        }),
      );
      expect(back.totals.returned).toBe(sum(merchants.map((line) => line.amount)));
      expect(full.requests).toEqual(back.requests);
      expect(planShares(one.order, one.rules, one.limits)).toEqual(plan);
    }),
    { numRuns },
  );
  expect(planable).toBeGreaterThan(numRuns / 4);
});
