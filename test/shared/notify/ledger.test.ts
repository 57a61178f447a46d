import type { UnknownFields } from '../../../shared/contract';
import { multiProfitSharing } from '../../../shared/generated/operations/multiProfitSharing';
import { profitSharingFinish } from '../../../shared/generated/operations/profitSharingFinish';
import { profitSharingReturn } from '../../../shared/generated/operations/profitSharingReturn';
import { hash } from '../../../shared/ledger/hash';
import type { RecordState } from '../../../shared/ledger/record';
import type { Outcome } from '../../../shared/ledger/transition';
import { masked } from '../../../shared/masked';
import { type SettledReceiver, settledLine } from '../../../shared/settlement';
import { Desk, variables } from './desk';
import { givenBack, paid } from './notification';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
  jest.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => jest.restoreAllMocks());

const SHARE = '1900000109:share:S1';
const RETURN = '1900000109:return:R1';
const merchant = (account = '1900000110', amount = 888): UnknownFields => ({
  type: 'MERCHANT_ID',
  account,
  amount,
  description: '分给商户',
});
const share = (...receivers: UnknownFields[]): UnknownFields => ({
  sub_mch_id: '1900000109',
  transaction_id: paid.transaction_id,
  out_order_no: 'S1',
  receivers: receivers.length > 0 ? receivers : [merchant()],
});
const returnRequest = (over: UnknownFields = {}): UnknownFields => ({
  sub_mch_id: '1900000109',
  out_order_no: 'S1',
  out_return_no: 'R1',
  return_account_type: 'MERCHANT_ID',
  return_account: '1900000110',
  return_amount: 888,
  description: '用户退款',
  ...over,
});
const line = (account: string, result: string, amount = 888): SettledReceiver => ({
  account: masked(account),
  amount,
  result,
});
const accepted: Outcome = { state: 'accepted', settlement: { state: 'accepted', receivers: [] } };

describe('a paid receiver', () => {
  it('settles a share of one, and the notice is kept with its record', async () => {
    await desk.sent(multiProfitSharing, share(), accepted);
    expect(await desk.notify(paid)).toMatchObject({ statusCode: 200 });
    expect(desk.record(SHARE)).toMatchObject({
      state: 'settled',
      settlement: { state: 'settled', receivers: [line('1900000110', 'SUCCESS')] },
      ask: { order_id: paid.order_id },
    });
    expect(desk.record(SHARE)?.lease).toBeUndefined();
    expect(desk.found(SHARE)).toEqual(['settled']);
    expect([...desk.notices.records.values()]).toMatchObject([{ record: SHARE, number: 'S1', amount: 888 }]);
  });

  it('leaves a share of two processing until the other one is paid as well', async () => {
    await desk.sent(multiProfitSharing, share(merchant(), merchant('1900000222', 5)), accepted);
    await desk.notify(paid);
    expect(desk.record(SHARE)).toMatchObject({
      state: 'processing',
      settlement: { receivers: [line('1900000110', 'SUCCESS')] },
    });
    await desk.notify({ ...paid, receiver: merchant('1900000222', 5) }, { id: 'EV-2' });
    expect(desk.record(SHARE)).toMatchObject({ state: 'settled' });
    expect(desk.found(SHARE)).toEqual(['processing', 'settled']);
  });

  it('takes its place among what the answer to the share said', async () => {
    const receivers = [
      line('1900000110', 'PENDING'),
      line('1900000222', 'CLOSED', 5),
      line('oPersonOpenid', 'PENDING'),
    ];
    const people = [merchant(), merchant('1900000222', 5), merchant('oPersonOpenid')];
    await desk.sent(multiProfitSharing, share(...people), {
      state: 'processing',
      settlement: { state: 'processing', receivers },
    });
    await desk.notify(paid);
    expect(desk.record(SHARE)?.settlement?.receivers.map(({ result }) => result)).toEqual([
      'SUCCESS',
      'CLOSED',
      'PENDING',
    ]);
    expect(desk.record(SHARE)).toMatchObject({ state: 'processing' });
  });

  it('that was the last one open leaves a share with a closed line partly failed', async () => {
    const receivers = [line('1900000110', 'PENDING'), line('1900000222', 'CLOSED', 5)];
    await desk.sent(multiProfitSharing, share(merchant(), merchant('1900000222', 5)), {
      state: 'processing',
      settlement: { state: 'processing', receivers },
    });
    await desk.notify(paid);
    expect(desk.record(SHARE)).toMatchObject({ state: 'partly_failed' });
  });

  it('is known by the hash of its account among lines that look alike masked', async () => {
    const alike = [merchant('1900000110'), merchant('1901110110')];
    const receivers = alike.map((paidTo, index) =>
      settledLine({ ...paidTo, result: 'PENDING', detail_id: `36${index}` }, index),
    );
    await desk.sent(multiProfitSharing, share(...alike), {
      state: 'processing',
      settlement: { state: 'processing', receivers },
    });
    await desk.notify({ ...paid, receiver: alike[1] });
    expect(desk.record(SHARE)).toMatchObject({
      state: 'processing',
      settlement: {
        receivers: [
          receivers[0],
          { index: 1, detail_id: '361', account_hash: hash('1901110110'), amount: 888, result: 'SUCCESS' },
        ],
      },
    });
  });

  it('is added with its place in the request where no line was known before', async () => {
    const alike = [merchant('1900000110'), merchant('1901110110')];
    await desk.sent(multiProfitSharing, share(...alike), accepted);
    await desk.notify({ ...paid, receiver: alike[1] });
    expect(desk.record(SHARE)?.settlement?.receivers).toEqual([settledLine({ ...alike[1], result: 'SUCCESS' }, 1)]);
    expect(desk.record(SHARE)).toMatchObject({ state: 'processing' });
    await desk.notify(paid, { id: 'EV-2' });
    expect(desk.record(SHARE)).toMatchObject({
      state: 'settled',
      settlement: { receivers: [{ index: 1 }, { index: 0, account_hash: hash('1900000110'), result: 'SUCCESS' }] },
    });
  });

  it('of two equal lines is one line, and the second notice is the other', async () => {
    await desk.sent(multiProfitSharing, share(merchant(), merchant()), accepted);
    await desk.notify(paid);
    expect(desk.record(SHARE)).toMatchObject({ state: 'processing' });
    await desk.notify(paid, { id: 'EV-2' });
    expect(desk.record(SHARE)).toMatchObject({
      state: 'settled',
      settlement: {
        receivers: [
          { index: 0, result: 'SUCCESS' },
          { index: 1, result: 'SUCCESS' },
        ],
      },
    });
  });

  it.each([
    ['is one of two equal ones, one of them paid', ['SUCCESS', 'PENDING']],
    ['was said to be closed, by its hash', ['CLOSED', 'SUCCESS']],
  ])('that %s is left to a query', async (_what, results) => {
    const other = results[0] === 'CLOSED' ? merchant('1900000222', 5) : merchant();
    const receivers = [merchant(), other].map((paidTo, at) => settledLine({ ...paidTo, result: results[at] }, at));
    await desk.sent(multiProfitSharing, share(merchant(), other), {
      state: 'processing',
      settlement: { state: 'processing', receivers },
    });
    await desk.notify(paid);
    expect(desk.record(SHARE)).toMatchObject({ state: 'processing', settlement: { receivers } });
  });

  it.each([
    ['looks like another one once masked', [line('1900000110', 'PENDING'), line('1909990110', 'PENDING')]],
    ['was said to be closed', [line('1900000110', 'CLOSED'), line('1909990110', 'SUCCESS', 5)]],
  ])('that %s is left to a query', async (_what, receivers) => {
    await desk.sent(multiProfitSharing, share(merchant(), merchant('1909990110')), {
      state: 'processing',
      settlement: { state: 'processing', receivers },
    });
    await desk.notify(paid);
    expect(desk.record(SHARE)).toMatchObject({ state: 'processing', settlement: { receivers } });
    expect(desk.record(SHARE)?.dueAt).toBeDefined();
  });
});

describe('a return', () => {
  it.each([
    ['TRANSACTION.SUCCESS', '分账回退'],
    ['PROFITSHARING.RETURN', '分账回退'],
    ['PROFITSHARING.RETURN', ''],
  ])('is told by %s and the summary "%s"', async (event_type, summary) => {
    await desk.sent(profitSharingReturn, returnRequest(), { state: 'processing' });
    await desk.notify(givenBack, { event_type, summary });
    expect(desk.record(RETURN)).toMatchObject({
      state: 'settled',
      settlement: { state: 'settled', receivers: [line('1900000110', 'SUCCESS')] },
    });
    expect(desk.record(RETURN)?.ask).not.toHaveProperty('order_id');
  });

  it('is not mistaken for the share that carries the same number', async () => {
    await desk.sent(multiProfitSharing, share(), accepted);
    await desk.sent(profitSharingReturn, returnRequest({ out_return_no: 'S1' }), { state: 'processing' });
    await desk.notify(paid, { summary: '分账回退' });
    expect(desk.record(SHARE)).toMatchObject({ state: 'accepted' });
    expect(desk.record('1900000109:return:S1')).toMatchObject({ state: 'settled' });
  });
});

describe('an envelope that does not say which of the two it is', () => {
  const silent = [
    { summary: '' },
    { summary: undefined },
    { event_type: 'PROFITSHARING.RETURN', summary: '分账' },
    { event_type: 'PROFITSHARING.SUCCESS', summary: '分账回退' },
  ];

  it.each(silent)('is decided by what its resource fits: %j', async (over) => {
    await desk.sent(multiProfitSharing, share(), accepted);
    await desk.sent(profitSharingReturn, returnRequest({ out_return_no: 'S1', return_amount: 5 }), {
      state: 'processing',
    });
    await desk.notify(paid, over);
    await desk.notify({ ...paid, receiver: merchant('1900000109', 5) }, { ...over, id: 'EV-2' });
    expect(desk.found(SHARE)).toEqual(['settled']);
    expect(desk.found('1900000109:return:S1')).toEqual(['settled']);
  });

  it('is kept, and books nothing, when it fits both', async () => {
    await desk.sent(multiProfitSharing, share(), accepted);
    await desk.sent(profitSharingReturn, returnRequest({ out_return_no: 'S1' }), { state: 'processing' });
    expect(await desk.notify(paid, { summary: '' })).toMatchObject({ statusCode: 200 });
    expect([desk.found(SHARE), desk.found('1900000109:return:S1')]).toEqual([[], []]);
    expect([...desk.notices.records.values()]).toMatchObject([{ kind: 'unsaid' }]);
  });
});

describe('a notice that does not fit the record of its number is kept, and changes nothing', () => {
  const kept = async (resource: UnknownFields, over: UnknownFields = {}) => {
    expect(await desk.notify(resource, over)).toMatchObject({ statusCode: 200 });
    expect(desk.found(SHARE)).toEqual([]);
    expect(desk.record(SHARE)).toMatchObject({ state: 'accepted' });
    expect([...desk.notices.records.values()]).toEqual([expect.not.objectContaining({ record: expect.anything() })]);
  };

  it.each<[string, UnknownFields]>([
    ['another number', { ...paid, out_order_no: 'S2' }],
    ['another sub-merchant', { ...paid, sub_mchid: '1900000108' }],
    ['another provider', { ...paid, sp_mchid: '1900000999' }],
    ['a direct merchant', { ...paid, sub_mchid: undefined, sp_mchid: undefined, mchid: '1900000100' }],
    ['another payment', { ...paid, transaction_id: '43' }],
    ['another amount', { ...paid, receiver: merchant('1900000110', 889) }],
    ['another receiver', { ...paid, receiver: merchant('1900000111') }],
  ])('%s', async (_what, resource) => {
    await desk.sent(multiProfitSharing, share(), accepted);
    await kept(resource);
  });

  it('an event no page lists', async () => {
    await desk.sent(multiProfitSharing, share(), accepted);
    await kept(paid, { event_type: 'PROFITSHARING.CLOSED' });
  });

  it('the number of a finish', async () => {
    const finish = { ...share(), receivers: undefined, description: '分账已完成' };
    await desk.sent(profitSharingFinish, finish, accepted);
    await kept(paid);
  });
});

it('knows the shares of a direct merchant, and only its own', async () => {
  const { sub_mch_id: _sub, ...request } = share();
  await desk.sent(multiProfitSharing, request, accepted);
  const { sp_mchid: _sp, sub_mchid: _subMchid, ...resource } = paid;
  await desk.notify({ ...resource, mchid: '1900000999' });
  expect(desk.found('own:share:S1')).toEqual([]);
  await desk.notify({ ...resource, mchid: '1900000100' }, { id: 'EV-2' });
  expect(desk.found('own:share:S1')).toEqual(['settled']);
});

it('knows the shares of the platform links, which the platform calls with a number of its own', async () => {
  await desk.sent(multiProfitSharing, share(), accepted, 'cloudpay');
  await desk.notify({ ...paid, sp_mchid: '1800008281' });
  expect(desk.found(SHARE)).toEqual(['settled']);
});

describe('a doubt ends with a notice, and what is final stays', () => {
  it.each<[RecordState, RecordState]>([
    ['unknown', 'settled'],
    ['refused', 'settled'],
    ['processing', 'settled'],
    ['settled', 'settled'],
    ['partly_failed', 'partly_failed'],
    ['closed', 'closed'],
  ])('%s → %s', async (before, after) => {
    await desk.sent(multiProfitSharing, share(), { state: before });
    await desk.notify(paid);
    expect(desk.record(SHARE)).toMatchObject({ state: after });
    expect(desk.found(SHARE)).toEqual([after]);
  });

  it('a share whose sender crashed is found paid', async () => {
    await desk.send(multiProfitSharing, share());
    desk.ahead += 5000;
    expect(await desk.notify(paid)).toMatchObject({ statusCode: 200 });
    expect(desk.record(SHARE)).toMatchObject({ state: 'settled' });
  });
});

describe('the function that is notified how records end', () => {
  it.each<[RecordState, RecordState]>([
    ['accepted', 'settled'],
    ['closed', 'closed'],
  ])('is told of one that was %s before the notice', async (before, after) => {
    desk = new Desk({ ...variables, PROFIT_SHARING_ON_SETTLED: 'onSettled' });
    await desk.sent(multiProfitSharing, share(), { state: before });
    await desk.notify(paid);
    expect(desk.record(SHARE)).toMatchObject({ state: after });
    expect(desk.record(SHARE)?.dueAt).toBeLessThanOrEqual(desk.now());
  });

  it('is not told twice', async () => {
    desk = new Desk({ ...variables, PROFIT_SHARING_ON_SETTLED: 'onSettled' });
    await desk.sent(multiProfitSharing, share(), { state: 'settled' });
    const record = desk.record(SHARE);
    if (record) desk.records.records.set(SHARE, { ...record, announced: `${SHARE}#settled` });
    await desk.notify(paid);
    expect(desk.record(SHARE)?.dueAt).toBeUndefined();
  });
});
