import { parseCaller } from '../../../shared/caller';
import { realClock } from '../../../shared/clock';
import type { UnknownFields } from '../../../shared/contract';
import { Deadline } from '../../../shared/deadline';
import { multiProfitSharing } from '../../../shared/generated/operations/multiProfitSharing';
import { profitSharingFinish } from '../../../shared/generated/operations/profitSharingFinish';
import { profitSharingReturn } from '../../../shared/generated/operations/profitSharingReturn';
import { hash } from '../../../shared/ledger/hash';
import { type Entry, type Hold, Ledger } from '../../../shared/ledger/ledger';
import type { RecordState } from '../../../shared/ledger/record';
import type { Outcome } from '../../../shared/ledger/transition';
import type { LinkName, Operation } from '../../../shared/operation';
import { fromFunction } from '../callers';
import { MemoryStore } from './memoryStore';

const caller = parseCaller(fromFunction);
if (!caller) throw new Error('the fixture has an identity');
const openid = 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o';
const share = (amount = 100, more: UnknownFields = {}): UnknownFields => ({
  sub_mch_id: '1900000109',
  nonce_str: String(Math.random()),
  transaction_id: '42',
  out_order_no: 'S1',
  receivers: [{ type: 'PERSONAL_OPENID', account: openid, name: '张三', amount, description: 'd' }],
  ...more,
});

let store: MemoryStore;
let now: number;
let ledger: Ledger;
const clock = {
  ...realClock,
  now: () => now,
  elapsed: () => now,
  pause: async (ms: number) => {
    now += ms;
  },
};
const within = (ms: number) => new Deadline(ms, clock);
beforeEach(() => {
  store = new MemoryStore(() => now);
  now = 1_800_000_000_000;
  ledger = new Ledger(store, { clock });
});

const enter = (request: UnknownFields = share(), operation: Operation = multiProfitSharing, mchId?: string) =>
  ledger.begin(operation, request, { link: 'cloudpay', mchId }, caller, within(3000));

async function entered(request?: UnknownFields): Promise<Extract<Entry, { kind: 'go' }>> {
  const entry = await enter(request);
  if (entry.kind !== 'go') throw new Error(`expected to enter, got ${entry.kind}`);
  return entry;
}
const leave = (hold: Hold, outcome: Outcome) => ledger.complete(hold, outcome, within(1000));
const record = () => [...store.records.values()][0];

it('writes the intent before anything is sent, without a name or an openid in the clear', async () => {
  await entered();
  expect(record()).toMatchObject({ _id: '1900000109:share:S1', state: 'intended', operation: 'multiProfitSharing' });
  expect(record()?.payload).toMatchObject({ receivers: [{ amount: 100 }], transaction_id: '42' });
  expect(JSON.stringify(record())).not.toMatch(/张三|oUpF8uMuAJO/);
});

it('lets the same number and payload in again, and keeps both attempts', async () => {
  await leave(await entered(), { state: 'unknown', code: 'NO_ANSWER' });
  await leave(await entered(), { state: 'accepted' });
  expect(record()).toMatchObject({ state: 'accepted' });
  expect(record()?.attempts.map(({ outcome }) => outcome?.state)).toEqual(['unknown', 'accepted']);
});

describe('a number that belongs to another request is refused, with what differs', () => {
  const differences = (entry: Entry) => (entry.kind === 'conflict' ? entry.differences : undefined);
  beforeEach(async () => {
    await leave(await entered(), { state: 'accepted' });
  });

  it('another amount', async () => {
    expect(differences(await enter(share(101)))).toEqual([
      { field: 'receivers[0].amount', rule: 'differs', params: { before: 100, after: 101 } },
    ]);
  });

  it('another person, without saying which', async () => {
    const receivers = [{ type: 'PERSONAL_OPENID', account: 'oOther', name: '张三', amount: 100, description: 'd' }];
    expect(differences(await enter(share(100, { receivers })))).toEqual([
      { field: 'receivers[0].account', rule: 'differs', params: {} },
    ]);
  });

  it('a finish with the number of a share', async () => {
    expect(differences(await enter(share(), profitSharingFinish))).toEqual([
      { field: 'out_order_no', rule: 'numberTaken', params: { owner: 'multiProfitSharing' } },
    ]);
  });

  it('the same request on behalf of another merchant number, which would be another payment', async () => {
    expect(differences(await enter(share(), multiProfitSharing, '1900000100'))?.[0]).toMatchObject({
      field: 'PROFIT_SHARING_LINK',
    });
  });

  it('the same receivers in another order, named as exactly that', async () => {
    const [first] = share().receivers as UnknownFields[];
    const other = { ...first, account: '1900000110', type: 'MERCHANT_ID' };
    await leave(await entered(share(100, { out_order_no: 'S2', receivers: [first, other] })), { state: 'accepted' });
    const turned = share(100, { out_order_no: 'S2', receivers: [other, first] });
    expect(differences(await enter(turned))).toEqual([{ field: 'receivers', rule: 'otherOrder' }]);
    expect(differences(await enter({ ...turned, transaction_id: '43' }))).toEqual([
      { field: 'receivers', rule: 'otherOrder' },
      { field: 'transaction_id', rule: 'differs', params: { before: '42', after: '43' } },
    ]);
  });

  it('but a return may carry the number of a share', async () => {
    expect(await enter(share(100, { out_return_no: 'S1' }), profitSharingReturn)).toMatchObject({ kind: 'go' });
  });
});

describe('a number stays with the family of links it went over', () => {
  const over = (link: LinkName, mchId: string | undefined) =>
    ledger.begin(multiProfitSharing, share(), { link, mchId }, caller, within(3000));

  it.each<[LinkName, LinkName]>([
    ['brand', 'apiv3'],
    ['ecommerce', 'apiv3'],
    ['apiv2', 'brand'],
    ['apiv3', 'ecommerce'],
    ['apiv2', 'cloudpay'],
    ['cloudpay', 'apiv3'],
  ])('%s → %s is refused while the first is open, and once it has ended', async (first, second) => {
    const entry = await over(first, '1900000100');
    if (entry.kind !== 'go') throw new Error(entry.kind);
    for (const [state, rule] of [
      ['unknown', 'openOverLink'],
      ['settled', 'endedOverLink'],
    ] as const) {
      await leave({ ...entry, by: state }, { state });
      now += 3001;
      expect(await over(second, '1900000100')).toMatchObject({
        kind: 'conflict',
        differences: [{ field: 'PROFIT_SHARING_LINK', rule, params: { link: first } }],
      });
      expect(record()?.link).toBe(first);
    }
  });

  it.each<[LinkName, LinkName]>([
    ['apiv2', 'apiv3'],
    ['cloudpay', 'cloudrun'],
  ])('%s → %s reaches the same shares and goes on', async (first, second) => {
    const entry = await over(first, undefined);
    if (entry.kind === 'go') await leave(entry, { state: 'unknown' });
    expect(await over(second, undefined)).toMatchObject({ kind: 'go', record: { link: second } });
  });

  it('until WeChat Pay certainly refused it', async () => {
    const entry = await over('brand', '1900000100');
    if (entry.kind === 'go') await leave(entry, { state: 'refused' });
    expect(await over('apiv3', '1900000100')).toMatchObject({ kind: 'go', record: { link: 'apiv3' } });
  });
});

it('gives a number free again that WeChat Pay certainly refused', async () => {
  await leave(await entered(), { state: 'refused', code: 'AMOUNT_OVERDUE' });
  await leave(await entered(share(50)), { state: 'accepted' });
  expect(record()?.payload).toMatchObject({ receivers: [{ amount: 50 }] });
  expect(record()?.attempts).toHaveLength(2);
});

describe('a doubt is only ended by knowledge', () => {
  const following = async (...states: (RecordState | 'crash')[]) => {
    for (const state of states) {
      const entry = await entered();
      if (state === 'crash') now += 10_000;
      else await leave(entry, { state });
    }
    return record()?.state;
  };

  it.each<[string, (RecordState | 'crash')[], RecordState]>([
    ['a refusal of the first attempt frees the number', ['refused'], 'refused'],
    ['a refusal after a lost answer leaves the doubt', ['unknown', 'refused'], 'unknown'],
    ['a refusal after a crash leaves the doubt', ['crash', 'refused'], 'unknown'],
    ['a refusal after an acceptance changes nothing', ['accepted', 'refused'], 'accepted'],
    ['a lost answer after an acceptance changes nothing', ['accepted', 'unknown'], 'accepted'],
    ['a lost answer after a refusal is a doubt', ['refused', 'unknown'], 'unknown'],
    ['an acceptance ends a doubt', ['unknown', 'accepted'], 'accepted'],
    ['what is settled stays settled', ['settled', 'processing'], 'settled'],
  ])('%s', async (_what, states, state) => {
    expect(await following(...states)).toBe(state);
  });

  it('being told that WeChat Pay has no such number frees it', async () => {
    await following('crash', 'unknown');
    const found = record();
    const look = found && (await ledger.acquire(found, 'query', 1000, within(1000)));
    if (!look) throw new Error('there is no other query');
    await ledger.complete(look, { state: 'refused', conclusive: true }, within(1000));
    expect(record()).toMatchObject({ state: 'refused' });
    expect(record()?.dueAt).toBeUndefined();
    expect(record()?.attempts.map(({ kind, outcome }) => [kind, outcome?.state])).toEqual([
      ['send', 'refused'],
      ['send', 'refused'],
      ['query', 'refused'],
    ]);
  });
});

describe('one sender at a time', () => {
  it('the second waits for the first and then goes', async () => {
    const first = await entered();
    const second = enter();
    await leave(first, { state: 'accepted' });
    expect(await second).toMatchObject({ kind: 'go', record: { state: 'accepted' } });
  });

  it('the second gives up when the first does not finish', async () => {
    await ledger.begin(multiProfitSharing, share(), { link: 'cloudpay' }, caller, within(60_000));
    expect(await enter()).toMatchObject({ kind: 'busy', record: { state: 'intended' } });
  });

  it('a crashed sender is followed once its lease is over', async () => {
    await entered();
    now += 3001;
    expect(await enter()).toMatchObject({ kind: 'go' });
    expect(record()?.attempts).toHaveLength(2);
  });

  it('an outcome that comes after its lease was taken over is kept beside the new one', async () => {
    const slow = await entered();
    now += 5000;
    const next = await entered();
    await leave(slow, { state: 'accepted' });
    await leave(next, { state: 'accepted' });
    expect(record()?.attempts.map(({ outcome }) => outcome?.state)).toEqual(['accepted', 'accepted']);
  });
});

it('lets nothing leave while it is down', async () => {
  store.down = true;
  expect(await enter()).toEqual({ kind: 'down', reason: 'outage' });
});

it('keeps a person under one hash, written on one version of Node.js and compared on another', () => {
  expect(hash('张三')).toBe('#1d841bc0ee98309cb7916670b7f0fdef');
  expect(hash('张三', false)).toBe(hash('张三'));
});
