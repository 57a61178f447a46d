import type { OperationName } from '../../shared/generated/contract';
import { operations } from '../../shared/generated/operations';
import { type Fields, type Harness, openHarness, person, registerReceivers, supplier } from './harness';
import type { LinkUnderTest } from './links';
import { recorded, sees } from './seen';

/** The scenarios of the contract, money first: every link passes all of them unchanged. */
export function conforms(link: LinkUnderTest): void {
  let harness: Harness;
  const seen = new Map<string, Set<string>>();
  let payer: string;
  let order: string;
  beforeAll(async () => {
    harness = recorded(await openHarness(link), seen);
    payer = harness.payer;
  });
  afterAll(() => harness.close());
  beforeEach(async () => {
    harness.reset();
    await registerReceivers(harness);
    order = await harness.paidOrder({ amount: 10_000, fee: 60 });
  });

  const share = (out_order_no: string, ...receivers: Fields[]) => ({ transaction_id: order, out_order_no, receivers });
  const to = (receiver: Fields, amount: number, description = '分到商户') => ({ ...receiver, amount, description });
  const linesOf = (reply: Fields) => JSON.parse(String(reply.receivers)) as Fields[];
  const query = (out_order_no: string) => harness.call('profitSharingQuery', { transaction_id: order, out_order_no });
  const finish = (out_order_no: string) => ({ transaction_id: order, out_order_no, description: '分账已完成' });
  const returnRequest = (out_return_no: string, return_amount: number, out_order_no = 'S1') => ({
    out_order_no,
    out_return_no,
    return_account: supplier.account,
    return_amount,
    description: '用户退款',
  });
  const success = { return_code: 'SUCCESS', result_code: 'SUCCESS' };
  const failed = (err_code: string, advice: Fields = {}) => ({
    err_code,
    err_code_des: expect.stringMatching(/./),
    advice: expect.objectContaining(advice),
  });

  describe('sharing', () => {
    it('is accepted first and paid later, and says so per receiver', async () => {
      const accepted = await harness.call('multiProfitSharing', share('S1', to(supplier, 2000), to(person, 300)));
      expect(accepted).toMatchObject({
        ...success,
        transaction_id: order,
        out_order_no: 'S1',
        order_id: expect.any(String),
      });
      expect(accepted).not.toHaveProperty('deviations');
      expect(harness.balanceOf(supplier.account)).toBe(0);
      expect(linesOf(await query('S1')).map(({ result }) => result)).toEqual(['PENDING', 'PENDING']);
      await harness.settle();
      const settled = await query('S1');
      expect(settled).toMatchObject({ ...success, status: 'FINISHED', order_id: accepted.order_id });
      expect(settled).not.toHaveProperty('deviations');
      expect(linesOf(settled)).toEqual([
        expect.objectContaining({
          ...supplier,
          amount: 2000,
          result: 'SUCCESS',
          finish_time: expect.stringMatching(/^\d{14}$/),
        }),
        expect.objectContaining({ ...person, amount: 300, result: 'SUCCESS' }),
      ]);
      expect(harness.balanceOf(supplier.account)).toBe(2000);
      expect(harness.frozenIn(order)).toBe(9940 - 2300);
    });

    it('moves money once for one out_order_no, however often it is asked', async () => {
      const first = await harness.call('multiProfitSharing', share('S1', to(supplier, 2000)));
      await harness.settle();
      const again = await harness.call('multiProfitSharing', share('S1', to(supplier, 2000)));
      expect(again).toMatchObject({ ...success, order_id: first.order_id });
      await harness.settle();
      expect(harness.balanceOf(supplier.account)).toBe(2000);
    });

    it('a query that finds the share paid completes its record in the ledger', async () => {
      await harness.call('multiProfitSharing', share('S1', to(supplier, 2000)));
      await harness.settle();
      const states = () =>
        (harness.sandbox.database.read('profit_sharing_ledger') as unknown as Fields[]).map(({ state }) => state);
      expect(states()).toEqual([expect.stringMatching(/^(accepted|processing)$/)]);
      await query('S1');
      expect(states()).toEqual(['settled']);
    });

    it('refuses the same number with another amount, and keeps the number while the first share is open', async () => {
      await harness.call('multiProfitSharing', share('S1', to(supplier, 2000)));
      const before = harness.arrived();
      const other = await harness.call('multiProfitSharing', share('S1', to(supplier, 2001)));
      expect(other).toMatchObject(failed('NUMBER_CONFLICT', { number: 'reuse', funds: 'unknown' }));
      expect((other.settlement as Fields).state).toMatch(/^(accepted|processing)$/);
      expect(other.violations).toEqual([
        { field: 'receivers[0].amount', rule: 'differs', message: 'was 2000, is now 2001' },
      ]);
      expect(harness.arrived()).toBe(before);
    });

    it('without a ledger leaves that to WeChat Pay, which refuses it too', async () => {
      harness.configure('multiProfitSharing', { PROFIT_SHARING_LEDGER: 'off' });
      await harness.call('multiProfitSharing', share('S1', to(supplier, 2000)));
      const other = await harness.call('multiProfitSharing', share('S1', to(supplier, 2001)));
      harness.configure('multiProfitSharing');
      expect(other).toMatchObject(failed('PARAM_ERROR', { number: 'new', retry: 'query_first' }));
    });

    it('once: pays the receivers, releases the rest at once and closes the order', async () => {
      expect(await harness.call('profitSharing', share('S1', to(supplier, 2000)))).toMatchObject(success);
      await harness.settle();
      expect([harness.balanceOf(supplier.account), harness.balanceOf(payer), harness.frozenIn(order)]).toEqual([
        2000, 7940, 0,
      ]);
      const late = await harness.call('multiProfitSharing', share('S2', to(supplier, 1)));
      expect(late).toMatchObject(failed('AMOUNT_OVERDUE', { funds: 'unchanged' }));
    });

    it('once: never to the payer itself', async () => {
      const reply = await harness.call('profitSharing', share('S1', to({ type: 'MERCHANT_ID', account: payer }, 100)));
      expect(reply.err_code).toMatch(/PARAM_ERROR|REQUEST_INVALID/);
      expect(harness.frozenIn(order)).toBe(9940);
    });

    it('shows why a receiver was not paid, and keeps its money in the order', async () => {
      await harness.control('PATCH', `merchants/${supplier.account}`, { abnormal: true });
      await harness.call('multiProfitSharing', share('S1', to(supplier, 2000)));
      await harness.settle();
      expect(linesOf(await query('S1'))).toEqual([
        expect.objectContaining({ result: 'CLOSED', fail_reason: 'ACCOUNT_ABNORMAL' }),
      ]);
      expect([harness.balanceOf(supplier.account), harness.frozenIn(order)]).toEqual([0, 9940]);
    });

    it('carries Chinese, emoji and the characters wires trip over', async () => {
      const description = '分账💰 <a>&"\'\\ ]]> 100%+=?';
      await harness.call('multiProfitSharing', share('S|1*@_-', to(supplier, 1, description)));
      await harness.settle();
      expect(linesOf(await query('S|1*@_-'))).toEqual([expect.objectContaining({ description, result: 'SUCCESS' })]);
    });

    it('takes fifty receivers in one request', async () => {
      const many = Array.from({ length: 50 }, (_, i) => ({
        type: 'MERCHANT_ID',
        account: `19000020${String(i).padStart(2, '0')}`,
      }));
      for (const { account } of many) {
        harness.sandbox.state.bank.setMerchant(account, { name: `商户${account}` });
        await harness.call('profitSharingAddReceiver', {
          receiver: { type: 'MERCHANT_ID', account, name: `商户${account}`, relation_type: 'SUPPLIER' },
        });
      }
      expect(
        await harness.call('multiProfitSharing', share('S1', ...many.map((receiver) => to(receiver, 10)))),
      ).toMatchObject(success);
      await harness.settle();
      expect(linesOf(await query('S1')).every(({ result }) => result === 'SUCCESS')).toBe(true);
    });
  });

  describe('a share WeChat refuses moves nothing and says why', () => {
    it('too early after the payment', async () => {
      order = await harness.paidOrder({ ready: false });
      const reply = await harness.call('multiProfitSharing', share('S1', to(supplier, 100)));
      expect(reply).toMatchObject(failed('ORDER_NOT_READY', { retry: 'later', number: 'reuse', funds: 'unchanged' }));
    });

    it('an order paid without the flag', async () => {
      order = await harness.paidOrder({ sharing: false });
      const reply = await harness.call('multiProfitSharing', share('S1', to(supplier, 100)));
      expect(reply).toMatchObject(failed('NOT_SHARE_ORDER', { retry: 'never' }));
    });

    it('a receiver that was never registered', async () => {
      const reply = await harness.call(
        'multiProfitSharing',
        share('S1', to({ type: 'MERCHANT_ID', account: '1900000111' }, 100)),
      );
      expect(reply).toMatchObject(failed('PARAM_ERROR', { category: 'config', retry: 'after_fix' }));
    });

    it('more than the maximum ratio, counted over all shares of the order', async () => {
      await harness.call('multiProfitSharing', share('S1', to(supplier, 2000)));
      await harness.settle();
      const reply = await harness.call('multiProfitSharing', share('S2', to(supplier, 1001)));
      expect(reply).toMatchObject(failed('AMOUNT_OVERDUE', { category: 'funds', funds: 'unchanged' }));
      await harness.settle();
      expect(await harness.call('multiProfitSharing', share('S3', to(supplier, 1000)))).toMatchObject(success);
    });

    it('a merchant without the permission', async () => {
      await harness.control('PATCH', `merchants/${payer}`, { permission: 'none' });
      const reply = await harness.call('multiProfitSharing', share('S1', to(supplier, 100)));
      expect(reply).toMatchObject(failed('NOAUTH', { category: 'config' }));
    });

    it('a payment that was not made', async () => {
      order = '4200000000000000000000000000';
      const reply = await harness.call('multiProfitSharing', share('S1', to(supplier, 100)));
      expect(reply).toMatchObject(failed(String(reply.err_code), { funds: 'unchanged' }));
    });
  });

  describe('finishing', () => {
    it('releases the rest to the payer under its own number, and the query of that number says so', async () => {
      await harness.call('multiProfitSharing', share('S1', to(supplier, 2000)));
      await harness.settle();
      expect(await harness.call('profitSharingFinish', finish('F1'))).toMatchObject({ ...success, out_order_no: 'F1' });
      await harness.settle();
      expect([harness.balanceOf(payer), harness.frozenIn(order)]).toEqual([7940, 0]);
      const asked = await query('F1');
      expect(asked).toMatchObject({ ...success, status: 'FINISHED' });
      expect(Number(asked.amount)).toBe(7940);
    });

    it('with the number of an open share releases nothing, and says what that share is', async () => {
      await harness.call('multiProfitSharing', share('S1', to(supplier, 2000)));
      await harness.settle();
      expect(await harness.call('profitSharingFinish', finish('S1'))).toMatchObject(
        failed('NUMBER_CONFLICT', { number: 'reuse' }),
      );
      expect(harness.frozenIn(order)).toBe(7940);
    });

    it('twice under two numbers says that nothing is left', async () => {
      await harness.call('profitSharingFinish', finish('F1'));
      await harness.settle();
      expect(await harness.call('profitSharingFinish', finish('F2'))).toMatchObject(
        failed('AMOUNT_OVERDUE', { funds: 'unchanged' }),
      );
    });
  });

  describe('returning', () => {
    beforeEach(async () => {
      await harness.call('multiProfitSharing', share('S1', to(supplier, 2000)));
      await harness.settle();
    });

    it('brings the money back to the payer, once for one out_return_no', async () => {
      const first = await harness.call('profitSharingReturn', returnRequest('R1', 800));
      expect(first).toMatchObject({ return_code: 'SUCCESS', return_no: expect.any(String), return_amount: 800 });
      await harness.settle();
      await harness.call('profitSharingReturn', returnRequest('R1', 800));
      await harness.settle();
      const asked = await harness.call('profitSharingReturnQuery', { out_order_no: 'S1', out_return_no: 'R1' });
      expect(asked).toMatchObject({ return_code: 'SUCCESS', result: 'SUCCESS', return_no: first.return_no });
      expect(asked).not.toHaveProperty('err_code');
      expect([harness.balanceOf(supplier.account), harness.balanceOf(payer)]).toEqual([1200, 800]);
    });

    it('never more than was received', async () => {
      await harness.call('profitSharingReturn', returnRequest('R1', 1500));
      await harness.settle();
      const reply = await harness.call('profitSharingReturn', returnRequest('R2', 501));
      expect(reply).toMatchObject(failed('AMOUNT_OVERDUE', { category: 'funds', funds: 'unchanged' }));
    });

    it('that lacks balance exists all the same: top up, repeat the same number', async () => {
      await harness.control('PATCH', `merchants/${supplier.account}`, { available: 0 });
      const short = await harness.call('profitSharingReturn', returnRequest('R1', 800));
      expect(short).toMatchObject({ advice: expect.objectContaining({ number: 'reuse', funds: 'unknown' }) });
      const asked = await harness.call('profitSharingReturnQuery', { out_order_no: 'S1', out_return_no: 'R1' });
      expect(asked).toMatchObject({ result: 'PROCESSING' });
      await harness.control('PATCH', `merchants/${supplier.account}`, { available: 5000 });
      expect(await harness.call('profitSharingReturn', returnRequest('R1', 800))).toMatchObject({
        return_code: 'SUCCESS',
      });
      await harness.settle();
      expect(harness.balanceOf(supplier.account)).toBe(4200);
    });

    it(`of a receiver that did not agree is ${link.returnsAgreed ? 'made all the same' : 'refused'}`, async () => {
      await harness.control('PATCH', `merchants/${supplier.account}`, { returnsEnabled: false });
      const reply = await harness.call('profitSharingReturn', returnRequest('R1', 800));
      const refused = failed('NOAUTH', { category: 'config', funds: 'unchanged' });
      expect(reply).toMatchObject(link.returnsAgreed ? { return_code: 'SUCCESS' } : refused);
    });
  });

  describe('the list of receivers', () => {
    it('takes a receiver twice without complaint and never repeats its name', async () => {
      const reply = await harness.call('profitSharingAddReceiver', {
        receiver: { ...supplier, name: '示例供应商', relation_type: 'SUPPLIER' },
      });
      expect(reply).toMatchObject(success);
      expect(JSON.parse(String(reply.receiver))).toMatchObject(supplier);
      expect(JSON.stringify(reply)).not.toContain('示例供应商');
    });

    it('refuses a merchant under a name that is not its own', async () => {
      const reply = await harness.call('profitSharingAddReceiver', {
        receiver: { type: 'MERCHANT_ID', account: '1900000111', name: '别的商户', relation_type: 'SUPPLIER' },
      });
      expect(reply).toMatchObject(failed('INVALID_REQUEST', { retry: 'after_fix' }));
    });

    it('no longer pays who was removed', async () => {
      expect(await harness.call('profitSharingRemoveReceiver', { receiver: supplier })).toMatchObject(success);
      const reply = await harness.call('multiProfitSharing', share('S1', to(supplier, 100)));
      expect(reply).toMatchObject(failed('PARAM_ERROR'));
    });
  });

  describe('when something breaks between us and WeChat Pay', () => {
    /** Longer than the function keeps trying. */
    const lasting = { times: 9 };
    const faults = async (fault: Fields) => {
      await harness.control('POST', 'faults', { api: 'multiProfitSharing', ...fault });
      await harness.control('POST', 'faults', { api: 'profitSharingQuery', ...fault });
    };
    const over = () => harness.control('DELETE', 'faults');

    it.each([
      ['no answer', 'before', { kind: 'silence' }],
      ['no answer', 'after', { kind: 'silence' }],
      ['SYSTEMERROR', 'before', { kind: 'code', code: 'SYSTEMERROR' }],
      ['SYSTEMERROR', 'after', { kind: 'code', code: 'SYSTEMERROR' }],
    ])('%s once (%s the money moved): asked, sent again if need be, paid once', async (_what, effect, fault) => {
      await harness.control('POST', 'faults', { api: 'multiProfitSharing', effect, ...fault });
      const reply = await harness.call('multiProfitSharing', share('S1', to(supplier, 2000)));
      expect(reply).toMatchObject({ ...success, settlement: { state: expect.stringMatching(/accepted|processing/) } });
      await harness.settle();
      expect(harness.balanceOf(supplier.account)).toBe(2000);
    });

    it.each(['before', 'after'])(
      'no answer at all (%s the money moved): a doubt, until the number is sent again',
      async (effect) => {
        await faults({ kind: 'silence', effect, ...lasting });
        const reply = await harness.call('multiProfitSharing', share('S1', to(supplier, 2000)));
        expect(reply).toMatchObject(failed('NO_ANSWER', { retry: 'query_first', number: 'reuse', funds: 'unknown' }));
        expect(reply).toMatchObject({ settlement: { state: 'unknown' } });
        await over();
        expect(await harness.call('multiProfitSharing', share('S1', to(supplier, 2000)))).toMatchObject(success);
        await harness.settle();
        expect(harness.balanceOf(supplier.account)).toBe(2000);
      },
    );

    it.each(['before', 'after'])(
      'SYSTEMERROR that stays (%s the money moved): same number, paid once',
      async (effect) => {
        await faults({ kind: 'code', code: 'SYSTEMERROR', effect, ...lasting });
        const reply = await harness.call('multiProfitSharing', share('S1', to(supplier, 2000)));
        expect(reply).toMatchObject(failed('SYSTEMERROR', { number: 'reuse', funds: 'unknown' }));
        await over();
        expect(await harness.call('multiProfitSharing', share('S1', to(supplier, 2000)))).toMatchObject(success);
        await harness.settle();
        expect(harness.balanceOf(supplier.account)).toBe(2000);
      },
    );

    it('too many calls: nothing was accepted, same number later', async () => {
      await harness.control('POST', 'faults', { api: 'multiProfitSharing', kind: 'code', code: 'FREQUENCY_LIMITED' });
      const reply = await harness.call('multiProfitSharing', share('S1', to(supplier, 2000)));
      expect(reply).toMatchObject(failed('FREQUENCY_LIMITED', { retry: 'later', number: 'reuse', funds: 'unchanged' }));
    });

    it.each(['whole', 'cut'])('half an answer (%s): the funds are in doubt', async (connection) => {
      await faults({ kind: 'broken', effect: 'after', connection, ...lasting });
      const reply = await harness.call('multiProfitSharing', share('S1', to(supplier, 2000)));
      expect(reply.err_code).toMatch(/BAD_ANSWER|NO_ANSWER/);
      expect(reply).toMatchObject({ advice: { retry: 'query_first', number: 'reuse', funds: 'unknown' } });
    });

    it('a page of HTML: the funds are in doubt', async () => {
      const page = { status: 502, body: '<html>Bad Gateway</html>', contentType: 'text/html' };
      await faults({ kind: 'status', ...page, ...lasting });
      const reply = await harness.call('multiProfitSharing', share('S1', to(supplier, 2000)));
      expect(reply).toMatchObject({ advice: { retry: 'query_first', number: 'reuse', funds: 'unknown' } });
    });

    it('an answer slower than the function may wait: the funds are in doubt', async () => {
      harness.configure('multiProfitSharing', { PROFIT_SHARING_TIMEOUT_MS: '2000' });
      await faults({ kind: 'slow', delayMs: 60_000, ...lasting });
      const reply = await harness.call('multiProfitSharing', share('S1', to(supplier, 2000)));
      harness.configure('multiProfitSharing');
      expect(reply).toMatchObject(failed('NO_ANSWER', { funds: 'unknown' }));
    });

    it('a query that fails leaves no doubt about the funds', async () => {
      await harness.control('POST', 'faults', { api: 'profitSharingQuery', kind: 'silence', effect: 'before' });
      expect(await query('S1')).toMatchObject(failed('NO_ANSWER', { funds: 'unchanged' }));
    });
  });

  describe('what only some links can say', () => {
    const requests: Readonly<Record<OperationName, (transaction_id: string) => Fields>> = {
      profitSharing: () => share('S1', to(supplier, 1)),
      multiProfitSharing: () => share('S1', to(supplier, 1)),
      profitSharingAddReceiver: () => ({ receiver: { ...person, relation_type: 'DISTRIBUTOR' } }),
      profitSharingRemoveReceiver: () => ({ receiver: person }),
      profitSharingQuery: (transaction_id) => ({ transaction_id, out_order_no: 'S1' }),
      profitSharingFinish: () => finish('F1'),
      profitSharingReturn: () => returnRequest('R1', 1),
      profitSharingReturnQuery: () => ({ out_order_no: 'S1', out_return_no: 'R1' }),
      profitSharingOrderAmountQuery: (transaction_id) => ({ transaction_id }),
      profitSharingMerchantRatioQuery: () => ({}),
      profitSharingBill: () => ({ bill_date: '2026-03-01' }),
      profitSharingAfterSales: (transaction_id) => ({
        transaction_id,
        amount: 1,
        type: 'SERVICE_FEE_INCOME',
        scene: 'REFUND_TICKET',
        refund_id: '50000000382019052709732678859',
      }),
      profitSharingAfterSalesQuery: (transaction_id) => ({ transaction_id }),
    };

    const requestOf = (name: string) => requests[name as OperationName](order);
    const carried = operations.filter(({ links }) => links.includes(link.link));
    const notCarried = operations.filter(({ links }) => !links.includes(link.link));
    const ofPartners = carried.filter(({ name }) => name === 'profitSharingMerchantRatioQuery');
    const sent = link.direct ? carried.filter((operation) => !ofPartners.includes(operation)) : carried;

    it.each(sent.map(({ name }) => name))('%s arrives at WeChat Pay', async (name) => {
      const before = harness.arrived();
      const reply = await harness.call(name, requestOf(name));
      // An address that the sandbox does not know is logged under another name.
      expect(harness.asked().slice(before)).toContain(name);
      expect(['CONFIG_ERROR', 'ADAPTER_ERROR']).not.toContain(reply.err_code);
    });

    if (notCarried.length > 0)
      it.each(notCarried)('$name is refused, and the links that carry it are named', async ({ name, links }) => {
        const before = harness.arrived();
        const reply = await harness.call(name, requestOf(name));
        expect(reply).toMatchObject(failed('NOT_SUPPORTED', { category: 'config', funds: 'unchanged' }));
        for (const other of links) expect(reply.err_code_des).toContain(other);
        expect(harness.arrived()).toBe(before);
      });

    if (link.direct)
      it.each(ofPartners)('$name is of partners only: a direct merchant is told what is missing', async ({ name }) => {
        const before = harness.arrived();
        expect(await harness.call(name, requestOf(name))).toMatchObject(failed('REQUEST_INVALID'));
        expect(harness.arrived()).toBe(before);
      });

    const carries = (name: OperationName) => sent.some((operation) => operation.name === name);

    if (carries('profitSharingOrderAmountQuery'))
      it('how much of an order is still to be shared', async () => {
        await harness.call('multiProfitSharing', share('S1', to(supplier, 2000)));
        await harness.settle();
        const reply = await harness.call('profitSharingOrderAmountQuery', { transaction_id: order });
        expect(reply).toMatchObject({ return_code: 'SUCCESS', transaction_id: order, unsplit_amount: 7940 });
      });

    if (carries('profitSharingMerchantRatioQuery'))
      it('how much of an order may go to others at most', async () => {
        const reply = await harness.call('profitSharingMerchantRatioQuery', {});
        expect(reply).toMatchObject({ return_code: 'SUCCESS', max_ratio: 3000 });
      });

    if (carries('profitSharingAfterSales'))
      it('a fee for a refund after the finish moves from the sub-merchant once, and its query says how it ended', async () => {
        await harness.call('profitSharingFinish', finish('F1'));
        await harness.settle();
        const { refundId } = await harness.control('POST', 'refunds', { transactionId: order, amount: 5000 });
        const fee = { amount: 300, type: 'SERVICE_FEE_INCOME', scene: 'RETURN_GOODS', refund_id: refundId };
        const held = harness.balanceOf(payer);
        for (let time = 0; time < 2; time += 1) {
          const reply = await harness.call('profitSharingAfterSales', { transaction_id: order, ...fee });
          expect(reply).toMatchObject(success);
        }
        await harness.settle();
        const ended = await harness.call('profitSharingAfterSalesQuery', { transaction_id: order });
        expect(ended).toMatchObject({ ...success, amount: 300, result: 'SUCCESS' });
        expect(harness.balanceOf(payer)).toBe(held - 300);
      });

    if (carries('profitSharingBill'))
      it('a bill lists the day’s shares', async () => {
        await harness.call('multiProfitSharing', share('S1', to(supplier, 2000)));
        await harness.settle();
        await harness.control('POST', 'clock/advance', { days: 2 });
        const reply = await harness.call('profitSharingBill', { bill_date: '2026-03-02' });
        expect(reply).toMatchObject({ ...success, bill_date: '2026-03-02' });
        const rows = reply.rows as string[][];
        expect(
          rows.filter((row) => row.includes('S1') && row.includes(supplier.account) && row.includes('20.00')),
        ).toHaveLength(1);
      });
  });

  it('sends nothing for a stranger or a mistake', async () => {
    const before = harness.arrived();
    const stranger = await harness.call('multiProfitSharing', share('S1', to(supplier, 1)), 'client');
    const mistake = await harness.call('multiProfitSharing', share('S1', to(supplier, 1.5)));
    expect([stranger.err_code, mistake.err_code]).toEqual(['CALLER_REFUSED', 'REQUEST_INVALID']);
    expect(harness.arrived()).toBe(before);
  });

  sees('conforms', link, seen);
}
