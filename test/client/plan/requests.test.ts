import { profitSharing } from '../../../client';
import { MOST_FEN, type OrderToShare, planReturns, planShares, type ShareRules } from '../../../client/plan';
import { operations } from '../../../shared/generated/operations';
import { violationsOf } from '../../../shared/violations';
import { merchant, sum } from './plans';

const order: OrderToShare = { plan_no: 'P1001', transaction_id: '42', paid: 1_000_000, sub_mch_id: '1900000109' };
const limits = { max_ratio: 10_000 };
const account = (index: number) => `19${String(index).padStart(8, '0')}`;
const payees = (count: number, more: object = {}) =>
  Array.from({ length: count }, (_, index) => ({ receiver: merchant(account(index)), amount: 10, ...more }));
const rules = (lines: ShareRules['lines'], rest: ShareRules['rest'] = 'finish'): ShareRules => ({
  description: 'goods',
  rest,
  lines,
});

function planned(...input: Parameters<typeof planShares>) {
  const plan = planShares(...input);
  if (!plan.ok) throw new Error(JSON.stringify(plan.violations));
  return plan;
}

const numbersOf = ({ requests }: ReturnType<typeof planned>) => requests.map(({ request }) => request.out_order_no);

function violationsIn({ operation: name, request }: { operation: string; request: object }): unknown[] {
  const operation = operations.find((one) => one.name === name);
  if (!operation) throw new Error(name);
  const whole = { sub_mch_id: '1900000109', nonce_str: 'n', ...request, ...operation.constants };
  return operation.links.flatMap((link) => violationsOf(operation, whole, { link }));
}

/** What every page of every link allows in a number; the page of v3 returns leaves out the |. */
const onEveryLink = /^[0-9A-Za-z_*@-]{1,64}$/;

describe('requests', () => {
  it('60 receivers are two shares and a finish, each with its own number', () => {
    const plan = planned(order, rules(payees(60)), limits);
    expect(numbersOf(plan)).toEqual(['P1001-S1', 'P1001-S2', 'P1001-F']);
    expect(plan.requests.map(({ request }) => ('receivers' in request ? request.receivers.length : 0))).toEqual([
      50, 10, 0,
    ]);
    expect(plan.lines.map(({ out_order_no }) => out_order_no)).toContain('P1001-S2');
  });

  it('keep the contract on every link, with the longest number, texts and lists there are', () => {
    const plan_no = 'p'.repeat(54);
    const long = payees(1500, { description: '货款"\\'.repeat(20).slice(0, 80) }).map((line, index) => ({
      ...line,
      receiver:
        index < 300
          ? { type: 'PERSONAL_OPENID' as const, account: `o${index}`.padEnd(64, 'x'), name: '张'.repeat(300) }
          : line.receiver,
    }));
    const plan = planned({ ...order, plan_no, paid: MOST_FEN }, rules(long), limits);
    for (const request of plan.requests) expect(violationsIn(request)).toEqual([]);
    expect(numbersOf(plan).every((number) => onEveryLink.test(number))).toBe(true);
    expect(new Set(numbersOf(plan)).size).toBe(plan.requests.length);
    expect(sum(plan.lines.map(({ amount }) => amount))).toBe(15_000);

    const shares = plan.requests.flatMap(({ request }) => {
      if (!('receivers' in request)) return [];
      const receivers = request.receivers.map((line) => ({ ...line, result: 'SUCCESS' }));
      return [{ out_order_no: request.out_order_no, receivers }];
    });
    const refund = { refund_no: 'r'.repeat(54), amount: MOST_FEN, description: 'refund' };
    const back = planReturns({ ...order, paid: MOST_FEN }, shares, refund, { kind: 'proportional' });
    if (!back.ok) throw new Error(JSON.stringify(back.violations));
    expect(back.totals).toMatchObject({ returned: 12_000, missing: 3_000 });
    for (const request of back.requests) expect(violationsIn(request)).toEqual([]);
    const numbers = back.requests.map(({ request }) => request.out_return_no);
    expect(numbers.every((number) => onEveryLink.test(number))).toBe(true);
    expect(new Set(numbers).size).toBe(1200);
  });

  it('of two plans never share a number, even when one is called like a request of the other', () => {
    const numbers = ['A', 'A-S1', 'A-F', 'A-S1-S1'].flatMap((plan_no) =>
      numbersOf(planned({ ...order, plan_no }, rules(payees(60)), limits)),
    );
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('of a single share are one, which releases the rest itself', () => {
    const plan = planned(order, rules(payees(2), 'single'), limits);
    expect(plan.requests.map(({ operation }) => operation)).toEqual(['profitSharing']);
    expect(plan.totals).toMatchObject({ rest: 999_980, restGoes: 'to_payer' });
    expect(planShares(order, rules(payees(51), 'single'), limits, { locale: 'en' })).toEqual({
      ok: false,
      violations: [
        {
          field: 'rules.rest',
          rule: 'overSingle',
          message: 'a single share is one request and the receivers need 2; use finish',
        },
      ],
    });
  });

  it('of a single share without receivers are a finish, since WeChat Pay takes no empty list', () => {
    const plan = planned(order, rules([{ receiver: merchant('1900000110'), amount: 0 }], 'single'), limits);
    expect(plan.requests).toMatchObject([{ operation: 'profitSharingFinish', request: { out_order_no: 'P1001-F' } }]);
    expect(plan.leftOut).toMatchObject([{ field: 'rules.lines[0]', amount: 0 }]);
  });

  it('do not finish an order with nothing left, which would be refused', () => {
    const plan = planned(order, rules([{ receiver: merchant('1900000110'), remainder: true }]), limits);
    expect(plan.requests.map(({ operation }) => operation)).toEqual(['multiProfitSharing']);
    expect(plan.totals.restGoes).toBe('nothing_left');
  });

  it('are counted against the 50 of an order, those made before and the finish included', () => {
    expect(numbersOf(planned({ ...order, requests: 47 }, rules(payees(100)), limits))).toHaveLength(3);
    expect(planShares({ ...order, requests: 48 }, rules(payees(100)), limits, { locale: 'en' })).toMatchObject({
      violations: [{ rule: 'overRequests', message: '3 requests are needed and the order has 2 left' }],
    });
  });

  it('are what the methods of the client take', () => {
    const calls: string[] = [];
    const client = profitSharing({
      async callFunction({ name }) {
        calls.push(name);
        return { result: { return_code: 'SUCCESS', result_code: 'SUCCESS' } };
      },
    });
    for (const step of planned(order, rules(payees(60)), limits).requests) {
      if (step.operation === 'multiProfitSharing') void client.multiProfitSharing(step.request);
      else if (step.operation === 'profitSharing') void client.profitSharing(step.request);
      else void client.profitSharingFinish(step.request);
    }
    expect(calls).toEqual(['multiProfitSharing', 'multiProfitSharing', 'profitSharingFinish']);
  });
});

describe('receivers', () => {
  const line = (more: object) => ({ receiver: merchant('1900000110'), ...more });

  it('named by two rules are one line, with both reasons', () => {
    const { requests, lines } = planned(
      order,
      rules([line({ amount: 5, description: 'tea' }), line({ amount: 7, description: 'cup' })] as never),
      limits,
    );
    expect(requests[0]?.request).toMatchObject({
      receivers: [{ account: '1900000110', amount: 12, description: 'cup + tea' }],
    });
    expect(lines.map(({ amount }) => amount)).toEqual([5, 7]);
  });

  it('have one name', () => {
    const named = (name: string) => ({ receiver: { ...merchant('1900000110'), name }, amount: 1 });
    expect(planShares(order, rules([named('甲'), named('乙')]), limits)).toMatchObject({
      violations: [{ field: 'rules.lines[1].receiver.name', rule: 'differs' }],
    });
  });

  it('of a single share are not the payer, of several shares they may be, outside the maximum ratio', () => {
    const toPayer = [{ receiver: merchant('1900000109'), ratio: '50%' }];
    expect(planShares(order, rules(toPayer, 'single'), { max_ratio: 100 })).toMatchObject({
      violations: [{ field: 'rules.lines[0].receiver.account', rule: 'payer' }],
    });
    expect(planned(order, rules(toPayer, 'keep'), { max_ratio: 100 }).totals).toMatchObject({
      lines: 500_000,
      toOthers: 0,
    });
  });
});

it('rounding half up gives no fen that the order does not have: the fee is gone', () => {
  const halves = [merchant('1900000110'), merchant('1900000111')].map((receiver) => ({ receiver, ratio: '25%' }));
  const plan = planned({ ...order, paid: 2, fee: 1 }, { ...rules(halves), rounding: 'half_up' }, limits);
  expect(plan.lines).toMatchObject([{ receiver: { account: '1900000110' }, amount: 1, rounding: '+1/2' }]);
  expect(plan.leftOut).toMatchObject([{ receiver: { account: '1900000111' }, rounding: '-1/2' }]);
});

describe('a refusal says by how many fen', () => {
  const says = (paid: Partial<OrderToShare>, lines: ShareRules['lines'], ratio = 3000) => {
    const [zh, en] = (['zh-CN', 'en'] as const).map((locale) =>
      planShares({ ...order, ...paid }, rules(lines), { max_ratio: ratio }, { locale }),
    );
    return [zh, en].flatMap((plan) => (plan && !plan.ok ? plan.violations.map(({ message }) => message) : []));
  };
  const to = (amounts: object) => ({ receiver: merchant('1900000110'), ...amounts });

  it('the maximum ratio is exceeded, and counts what was shared before', () => {
    expect(says({ paid: 1005, shared: 100 }, [to({ amount: 202 })])).toEqual([
      '分给他人的金额超出最大分账比例 1 分：1005 分的万分之 3000（向下取整）减去已分的 100 分，最多还可分 201 分',
      'what goes to others is 1 fen over the maximum ratio: 3000 ten-thousandths of 1005 fen, rounded down, less 100 fen shared before, leave at most 201 fen',
    ]);
  });

  it('more is asked for than the order has left, as WeChat Pay itself counts it where it was asked', () => {
    expect(says({ paid: 1000, fee: 6, unsplit: 500 }, [to({ amount: 503 })], 10_000)).toEqual([
      '各条合计比订单剩余待分的 500 分多 3 分',
      'the lines are 3 fen more than the 500 fen left in the order',
    ]);
  });

  it('members ask for more than their group has', () => {
    const members = [to({ amount: 60 }), to({ amount: 41 })];
    expect(says({}, [{ group: 'g', amount: 100, members }])).toEqual([
      '成员合计比该组的 100 分多 1 分',
      'the members are 1 fen more than the 100 fen of the group',
    ]);
  });

  it('the facts of the order contradict each other', () => {
    expect(says({ paid: 100, fee: 60, shared: 50 }, [])).toEqual([
      '合计比实付 100 分多 10 分',
      'together they are 10 fen more than the 100 fen paid',
    ]);
  });

  it('a minimum of the remainder is more than is left', () => {
    const most = { paid: 200, unsplit: 100 };
    expect(says(most, [to({ amount: 95 }), to({ remainder: true, minimum: 8 })], 10_000)).toEqual([
      '各条合计比订单剩余待分的 100 分多 3 分',
      'the lines are 3 fen more than the 100 fen left in the order',
    ]);
  });
});
