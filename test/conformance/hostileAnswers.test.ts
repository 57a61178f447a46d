import { LINKS } from '../../shared/generated/links';
import { hash } from '../../shared/ledger/hash';
import { type Fields, type Harness, openHarness, person, registerReceivers, supplier } from './harness';
import { linksUnderTest } from './links';

/** What WeChat Pay answers is well signed here, and not about the request it answers. */
describe.each(linksUnderTest.map((link) => [link.name, link] as const))('a signed answer on %s', (_name, link) => {
  const isV3 = LINKS[link.link].protocol === 'v3';
  let harness: Harness;
  let order: string;
  beforeAll(async () => {
    harness = await openHarness(link);
  });
  afterAll(() => harness.close());
  beforeEach(async () => {
    harness.reset();
    await registerReceivers(harness);
    order = await harness.paidOrder({ amount: 10_000, fee: 60 });
  });

  const first = { ...supplier, amount: 1000, description: '货款' };
  const second = { ...person, amount: 300, description: '佣金' };
  const receivers = [first, second];
  const share = (out_order_no = 'S1') =>
    harness.call('multiProfitSharing', { transaction_id: order, out_order_no, receivers });
  const finish = (out_order_no: string) =>
    harness.call('profitSharingFinish', { transaction_id: order, out_order_no, description: '分账已完成' });
  const sendReturn = () =>
    harness.call('profitSharingReturn', {
      out_order_no: 'S1',
      out_return_no: 'R1',
      return_account: supplier.account,
      return_amount: 400,
      description: '用户退款',
    });
  const reconcile = () => harness.call('profitSharingReconcile', { look_ahead_ms: 86_400_000 });
  const stateOf = (number: string) =>
    (harness.sandbox.database.read('profit_sharing_ledger') as unknown as { number: string; state: string }[]).find(
      (record) => record.number === number,
    )?.state;

  const inject = (api: string, fields: Fields, more: Fields = {}) =>
    harness.control('POST', 'faults', { kind: 'fields', api, fields, ...more });
  /** Receivers as the wire of this link writes them. */
  const wire = (...lines: Fields[]) => {
    const written = lines.map(({ account, ...line }) => ({
      [link.link === 'ecommerce' ? 'receiver_account' : 'account']: account,
      ...{ ...line, result: 'SUCCESS', detail_id: '36' },
    }));
    return { receivers: isV3 ? written : JSON.stringify(written) };
  };
  const status = (value: string) => ({ [link.link === 'apiv3' ? 'state' : 'status']: value });
  const nothing = isV3 ? {} : { return_code: 'SUCCESS', result_code: 'SUCCESS' };
  const stranger = { type: 'MERCHANT_ID', account: '1900000111', amount: 1, description: '货款' };
  const doubt = {
    err_code: 'BAD_ANSWER',
    advice: { retry: 'query_first', number: 'reuse', funds: 'unknown' },
    settlement: { state: 'unknown', receivers: [] },
  };

  const hostile: { what: string; fields: Fields; alone?: true }[] = [
    { what: 'that says nothing of a share', fields: nothing, alone: true },
    { what: 'that names no number', fields: { out_order_no: null } },
    { what: 'that names another payment', fields: { transaction_id: '4200000000000000000000000000' } },
    { what: 'that says FINISHED without receivers', fields: { ...status('FINISHED'), receivers: null } },
    {
      what: 'that pays another amount',
      fields: { ...status('FINISHED'), ...wire({ ...first, amount: 1001 }, second) },
    },
    {
      what: 'that pays another receiver',
      fields: { ...status('FINISHED'), ...wire({ ...first, account: '1900000111' }, second) },
    },
    { what: 'that leaves a receiver out', fields: { ...status('FINISHED'), ...wire(first) } },
    { what: 'that pays a stranger as well', fields: { ...status('FINISHED'), ...wire(first, second, stranger) } },
    {
      what: 'that pays a stranger in the words of a release',
      fields: { ...status('FINISHED'), ...wire(first, second, { ...stranger, description: '解冻给分账方' }) },
    },
  ];

  it.each(hostile)('$what is taken to a query, which knows the truth', async ({ fields, alone = false }) => {
    await inject('multiProfitSharing', fields, { alone });
    const reply = await share();
    const asked = harness.sandbox.state.calls.list().map(({ api }) => api);
    expect(asked.filter((api) => /^multi|Query$/.test(api))).toEqual(['multiProfitSharing', 'profitSharingQuery']);
    expect(reply).not.toHaveProperty('err_code');
    expect(reply.settlement).toEqual({
      state: 'processing',
      receivers: receivers.map(({ account, amount }, index) =>
        expect.objectContaining({ index, account_hash: hash(account), amount, detail_id: expect.any(String) }),
      ),
    });
  });

  it('that pays a stranger, on every link, leaves a doubt; the same number then pays once', async () => {
    const fields = { ...status('FINISHED'), ...wire(first, second, stranger) };
    for (const api of ['multiProfitSharing', 'profitSharingQuery']) await inject(api, fields, { times: 9 });
    expect(await share()).toMatchObject(doubt);
    await harness.settle();
    const { warnings } = await reconcile();
    expect(warnings).toEqual(expect.arrayContaining([expect.stringContaining('another request')]));
    expect(stateOf('S1')).toBe('unknown');
    await harness.control('DELETE', 'faults');
    expect(await share()).toMatchObject({ settlement: { state: 'settled' } });
    expect([harness.balanceOf(supplier.account), stateOf('S1')]).toEqual([1000, 'settled']);
  });

  it('to a query of another number is never read as the asked one', async () => {
    await share();
    await inject('profitSharingQuery', { out_order_no: 'S2' });
    const reply = await harness.call('profitSharingQuery', { transaction_id: order, out_order_no: 'S1' });
    expect(reply).toMatchObject({ err_code: 'BAD_ANSWER', advice: { funds: 'unchanged' } });
  });

  describe('to a return', () => {
    beforeEach(async () => {
      await share();
      await harness.settle();
    });

    it.each<{ what: string; fields: Fields; alone?: true }>([
      { what: 'that is nothing but a success', fields: isV3 ? {} : { return_code: 'SUCCESS' }, alone: true },
      { what: 'of another amount', fields: { [isV3 ? 'amount' : 'return_amount']: 401 } },
      { what: 'of another account', fields: { [isV3 ? 'return_mchid' : 'return_account']: '1900000111' } },
      { what: 'of another number', fields: { out_return_no: 'R2' } },
      { what: 'of another share', fields: { out_order_no: 'S2' } },
    ])('$what is a doubt, until a query ends it', async ({ fields, alone = false }) => {
      await inject('profitSharingReturn', fields, { alone });
      expect(await sendReturn()).toMatchObject({
        settlement: {
          state: 'settled',
          receivers: [{ account_hash: hash(supplier.account), amount: 400, result: 'SUCCESS' }],
        },
      });
      expect(harness.balanceOf(supplier.account)).toBe(600);
    });
  });

  describe('to a finish', () => {
    it('with the number of a share that releases nothing is never called settled', async () => {
      await harness.control('PATCH', 'switches', { finishWithUsedNumber: 'successWithoutEffect' });
      harness.configure('multiProfitSharing', { PROFIT_SHARING_LEDGER: 'off' });
      await share();
      harness.configure('multiProfitSharing');
      await harness.settle();
      const reply = await finish('S1');
      expect(reply).toMatchObject(link.link === 'apiv3' ? doubt : { settlement: { state: 'accepted', receivers: [] } });
      const { warnings } = await reconcile();
      expect(warnings).toEqual(expect.arrayContaining([expect.stringContaining('another request')]));
      expect(stateOf('S1')).toMatch(/^(accepted|unknown)$/);
      expect(harness.frozenIn(order)).toBe(9940 - 1300);
    });

    it('is settled once a query shows what went back to the payer', async () => {
      expect(await finish('F1')).toMatchObject({
        settlement: { state: expect.stringMatching(/^(accepted|processing)$/) },
      });
      await harness.settle();
      expect((await reconcile()).report).toMatchObject({ settled: 1 });
      expect([stateOf('F1'), harness.frozenIn(order)]).toEqual(['settled', 0]);
    });
  });
});
