import fc from 'fast-check';
import type { MadeShare, OrderToShare, PlannedRequest, ShareLimits } from '../../../client/plan';
import { planReturns, planShares } from '../../../client/plan';
import { got, me, meOnV3, merchantGets, openBank, payerMchId } from '../../sandbox/wechatpay/bank/openBank';
import { cases, paidBy, payer, sum } from './plans';

const merchants = ['1900000110', '1900000111', '1900000112', '1900000113'];
const people = ['oA', 'oB'];

/** The sandbox's bank, which shares no line of code with the planner, and everyone the cases may pay. */
function openWith(maxRatio: number) {
  const opened = openBank({ rates: 'off', personMonthlyLimit: Number.MAX_SAFE_INTEGER, finishCountsAsRequest: true });
  const { bank } = opened;
  bank.setMerchant(payerMchId, { maxRatio, available: 100_000_000 });
  for (const account of merchants) {
    bank.setMerchant(account, { name: account, accountOpen: true, returnsEnabled: true });
    got(bank.addReceiver(me, { type: 'MERCHANT_ID', account, name: account, relationType: 'SUPPLIER' }));
  }
  for (const account of people) {
    bank.setPerson(account, { appid: me.appid ?? '' });
    got(bank.addReceiver(me, { type: 'PERSONAL_OPENID', account, relationType: 'USER' }));
  }
  return opened;
}

type Opened = ReturnType<typeof openWith>;

/** Pays an order and gives it a past: a refund, a share with a merchant, money back to the payer. */
function live({ bank, order, share, settle, page }: Opened, wanted: OrderToShare): OrderToShare {
  const { paid, fee = 0, refunded = 0, shared = 0, released = 0, plan_no } = wanted;
  const transaction_id = order(paid, { fee });
  if (refunded > 0) bank.refund({ transactionId: transaction_id, amount: refunded });
  let requests = 0;
  for (const receiver of [merchantGets('1900000113', shared), merchantGets(payerMchId, released)]) {
    if (receiver.amount > 0 && share(transaction_id, [receiver]).ok) requests += 1;
  }
  settle();
  const book = page(transaction_id);
  const now = {
    paid: book.paid,
    fee: book.fee,
    refunded: book.refunded,
    shared: book.shared,
    released: book.givenBack,
  };
  return { plan_no, transaction_id, payer, ...now, unsplit: book.unsplit, requests };
}

function carryOut({ bank, settle }: Opened, requests: readonly PlannedRequest[], as = me): void {
  for (const { operation, request } of requests) {
    const { transaction_id: transactionId, out_order_no: outOrderNo } = request;
    if (operation === 'profitSharingFinish') {
      got(bank.finish(as, { transactionId, outOrderNo, description: request.description }));
    } else {
      const kind = operation === 'profitSharing' ? 'single' : 'multi';
      got(bank.share(as, { kind, transactionId, outOrderNo, receivers: request.receivers }));
    }
    settle();
  }
}

function madeShares({ bank }: Opened, requests: readonly PlannedRequest[], refunded: number): MadeShare[] {
  return requests.flatMap(({ request }) => {
    if (!('receivers' in request)) return [];
    const { lines, returnIds } = got(
      bank.queryShare(me, { transactionId: request.transaction_id, outOrderNo: request.out_order_no }),
    );
    const returns = bank.books().returns.filter(({ returnId }) => returnIds.includes(returnId));
    return [
      {
        out_order_no: request.out_order_no,
        receivers: lines,
        refunded_before: refunded,
        returns: returns.map((one) => ({
          out_return_no: one.outReturnNo,
          return_account: one.returnMchId,
          return_amount: one.amount,
          result: one.result,
        })),
      },
    ];
  });
}

const small = cases.filter(({ order }) => order.paid <= 1_000_000);

it('WeChat Pay’s own rules accept every request of every plan, and its books then equal the plan to the fen', () => {
  let planned = 0;
  fc.assert(
    fc.property(small, fc.constantFrom(me, meOnV3), ({ order: wanted, rules, limits }, as) => {
      const opened = openWith(limits.max_ratio ?? 3000);
      const order = live(opened, wanted);
      const plan = planShares(order, rules, limits);
      if (!plan.ok) return;
      planned += 1;
      carryOut(opened, plan.requests, as);
      const { page } = opened;
      const book = page(order.transaction_id);
      expect(book.shared - (order.shared ?? 0)).toBe(plan.totals.toOthers);
      expect(book.unsplit).toBe(plan.totals.restGoes === 'stays_frozen' ? plan.totals.rest : 0);
      if (plan.totals.restGoes === 'to_payer') expect(book.state).toBe('CLOSED');
    }),
    { numRuns: 400 },
  );
  expect(planned).toBeGreaterThan(100);
});

it('one fen above the plan’s limit, WeChat Pay’s own rules refuse', () => {
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 1_000_000 }), fc.integer({ min: 100, max: 9_000 }), (paid, maxRatio) => {
      const opened = openWith(maxRatio);
      const limits: ShareLimits = { max_ratio: maxRatio };
      const order = { plan_no: 'P1', transaction_id: opened.order(paid, { fee: 0 }), paid };
      const rulesFor = (amount: number) => ({
        description: 'goods',
        lines: [{ receiver: { type: 'MERCHANT_ID', account: '1900000110' } as const, amount }],
      });
      const free = planShares(order, { description: 'goods', lines: [] }, limits);
      const limit = free.ok ? free.totals.limit : Number.NaN;
      expect(planShares(order, rulesFor(limit + 1), limits)).toMatchObject({ violations: [{ rule: 'overRatio' }] });
      expect(opened.share(order.transaction_id, [merchantGets('1900000110', limit + 1)]).ok).toBe(false);
      const most = planShares(order, rulesFor(limit), limits);
      expect(most.ok).toBe(true);
      if (most.ok) carryOut(opened, most.requests);
    }),
    { numRuns: 200 },
  );
});

it('and every return of every refund, and each merchant has given back what the answer says', () => {
  let returned = 0;
  const policies = [{ kind: 'proportional' }, { kind: 'full' }, { kind: 'chosen', first: ['1900000110'] }] as const;
  fc.assert(
    fc.property(
      small,
      fc.array(fc.nat({ max: 2 }), { minLength: 3, maxLength: 3 }),
      ({ order: wanted, rules, limits }, kinds) => {
        const opened = openWith(limits.max_ratio ?? 3000);
        const order = live(opened, wanted);
        const plan = planShares(order, { ...rules, rest: 'finish' }, limits);
        if (!plan.ok || !paidBy(plan).has('MERCHANT_ID 1900000110')) return;
        carryOut(opened, plan.requests);
        const before = order.refunded ?? 0;
        for (const [index, kind] of kinds.entries()) {
          const { refunded } = opened.page(order.transaction_id);
          const left = order.paid - refunded;
          const amount = index === kinds.length - 1 ? left : Math.ceil(left / 3);
          if (amount === 0) return;
          const shares = madeShares(opened, plan.requests, before);
          const refund = { refund_no: `RF${index}`, amount, description: 'refund' };
          const back = planReturns({ ...order, refunded }, shares, refund, policies[kind] ?? { kind: 'full' });
          if (!back.ok) throw new Error(JSON.stringify(back.violations));
          for (const { request } of back.requests) {
            got(
              opened.bank.returnShare(me, {
                outOrderNo: request.out_order_no,
                outReturnNo: request.out_return_no,
                returnMchId: request.return_account,
                amount: request.return_amount,
                description: request.description,
              }),
            );
          }
          const after = sum(
            madeShares(opened, plan.requests, before).flatMap(({ returns = [] }) =>
              returns.map((one) => one.return_amount),
            ),
          );
          const earlier = sum(shares.flatMap(({ returns = [] }) => returns.map((one) => one.return_amount)));
          expect(after - earlier).toBe(back.totals.returned);
          returned += back.requests.length;
          got(opened.bank.refund({ transactionId: order.transaction_id, amount }));
        }
      },
    ),
    { numRuns: 300 },
  );
  expect(returned).toBeGreaterThan(100);
});
