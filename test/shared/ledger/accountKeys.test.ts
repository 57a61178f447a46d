import { parseCaller } from '../../../shared/caller';
import { claimIn, compare } from '../../../shared/claim';
import { realClock } from '../../../shared/clock';
import type { UnknownFields } from '../../../shared/contract';
import { Deadline } from '../../../shared/deadline';
import { multiProfitSharing } from '../../../shared/generated/operations/multiProfitSharing';
import { accountKeysOf } from '../../../shared/ledger/accountKeys';
import { hash } from '../../../shared/ledger/hash';
import { type Entry, Ledger } from '../../../shared/ledger/ledger';
import type { LedgerRecord, RecordState } from '../../../shared/ledger/record';
import type { Settlement } from '../../../shared/settled';
import { settlementFor } from '../../../shared/settlement';
import { fromFunction } from '../callers';
import { MemoryStore } from './memoryStore';

const caller = parseCaller(fromFunction);
if (!caller) throw new Error('the fixture has an identity');

const OPENID = 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o';
const LOOKALIKE = 'oUpXXXXXXXXXXXXXXXXXXXXXeS6o';
const [FIRST, SECOND] = ['a'.repeat(32), 'b'.repeat(32)];

const person = { type: 'PERSONAL_OPENID', account: OPENID, name: '张三丰', amount: 100, description: 'd' };
const merchant = { type: 'MERCHANT_ID', account: '1900000110', name: '示例商户', amount: 50, description: 'd' };
const share = (receivers: object[] = [person, merchant]): UnknownFields => ({
  sub_mch_id: '1900000109',
  nonce_str: String(Math.random()),
  transaction_id: '42',
  out_order_no: 'S1',
  receivers,
});

let store: MemoryStore;
let now: number;
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
});

const ledgerWith = (...secrets: string[]) => new Ledger(store, { clock, keys: accountKeysOf(secrets) });
const begin = (ledger: Ledger, request = share()) =>
  ledger.begin(multiProfitSharing, request, { link: 'cloudpay' }, caller, within(3000));

async function shared(ledger: Ledger, state: RecordState = 'accepted', settlement?: Settlement): Promise<void> {
  const entry = await begin(ledger);
  if (entry.kind !== 'go') throw new Error(entry.kind);
  await ledger.complete(entry, { state, ...(settlement && { settlement }) }, within(1000));
}

function record(): LedgerRecord {
  const [only] = store.records.values();
  if (!only) throw new Error('the ledger is empty');
  return only;
}

/** As every version before wrote it: plain hashes, of merchant numbers too. */
async function sharedByAnOlderVersion(): Promise<void> {
  await shared(ledgerWith());
  const receivers = [person, merchant].map((line) => ({ ...line, account: hash(line.account), name: hash(line.name) }));
  const { _id, payload } = record();
  store.records.set(_id, { ...record(), payload: { ...payload, receivers } } as LedgerRecord);
}

const differing = (entry: Entry) =>
  entry.kind === 'conflict' ? entry.differences.map(({ field, rule }) => `${field} ${rule}`) : entry.kind;

it('keeps merchant numbers, and of persons only what a list of openids cannot be tried against', async () => {
  await shared(ledgerWith(FIRST));
  expect(record().payload.receivers).toEqual([
    {
      ...person,
      account: expect.stringMatching(/^#[0-9a-f]{8}:[0-9a-f]{32}$/),
      account_masked: 'oUp****eS6o',
      name: expect.stringMatching(/^#[0-9a-f]{8}:[0-9a-f]{32}$/),
      name_masked: '张**',
    },
    { ...merchant, name: expect.stringMatching(/^#[0-9a-f]{8}:/), name_masked: '示**' },
  ]);
  const written = JSON.stringify(record());
  for (const secret of [OPENID, hash(OPENID), '张三丰', hash('张三丰'), FIRST]) expect(written).not.toContain(secret);
});

it('gives the same person the same hash in every record, and another one under another key', async () => {
  const accountWith = async (secret: string) => {
    store.records.clear();
    await shared(ledgerWith(secret));
    const [line] = record().payload.receivers as unknown as { account: string }[];
    return line?.account;
  };
  expect(await accountWith(FIRST)).toBe(await accountWith(FIRST));
  expect(await accountWith(FIRST)).not.toBe(await accountWith(SECOND));
});

const histories: [string, () => Promise<void>, () => Ledger][] = [
  ['with the same key', () => shared(ledgerWith(FIRST)), () => ledgerWith(FIRST)],
  ['by an older version, before there was a key', sharedByAnOlderVersion, () => ledgerWith(FIRST)],
  ['by an older version, and there is no key still', sharedByAnOlderVersion, () => ledgerWith()],
  ['without a key', () => shared(ledgerWith()), () => ledgerWith(FIRST)],
  ['with a key that another one stands before now', () => shared(ledgerWith(FIRST)), () => ledgerWith(SECOND, FIRST)],
  ['with a key that is gone', () => shared(ledgerWith(FIRST)), () => ledgerWith(SECOND)],
  ['with a key, and there is none any more', () => shared(ledgerWith(FIRST)), () => ledgerWith()],
];

describe.each(histories)('a share that was written %s', (_how, past, present) => {
  beforeEach(past);

  it('is recognised when it is repeated', async () => {
    expect(differing(await begin(present()))).toBe('go');
  });

  it('is not taken for one of another amount, person, merchant, or order of its receivers', async () => {
    const entered = async (receivers: object[]) => differing(await begin(present(), share(receivers)));
    expect(await entered([{ ...person, amount: 101 }, merchant])).toEqual(['receivers[0].amount differs']);
    expect(await entered([{ ...person, account: `o${'x'.repeat(27)}` }, merchant])).toEqual([
      'receivers[0].account differs',
    ]);
    expect(await entered([person, { ...merchant, account: '1900000111' }])).toEqual(['receivers[1].account differs']);
    expect(await entered([merchant, person])).toEqual(['receivers otherOrder']);
  });

  it('is proven by WeChat Pay’s answer, and by no answer about other money', () => {
    const claim = claimIn(record(), present().keys);
    const verdict = (lines: object[]) =>
      compare(claim, { transaction_id: '42', out_order_no: 'S1', receivers: '[…]' }, lines).kind;
    expect(verdict([merchant, person])).toBe('proven');
    expect(verdict([merchant, { ...person, account: `o${'x'.repeat(27)}` }])).toBe('differs');
    expect(verdict([merchant])).toBe('differs');
    expect(verdict([person, person])).toBe('differs');
  });
});

it('tells two persons apart who look alike masked, as long as the key is there', async () => {
  await shared(ledgerWith(FIRST));
  const alike = share([{ ...person, account: LOOKALIKE }, merchant]);
  expect(LOOKALIKE.slice(0, 3) + LOOKALIKE.slice(-4)).toBe(OPENID.slice(0, 3) + OPENID.slice(-4));
  expect(differing(await begin(ledgerWith(FIRST), alike))).toEqual(['receivers[0].account differs']);
});

it('does not take the stored hash itself for the account', async () => {
  await shared(ledgerWith(FIRST));
  const { payload } = record();
  const lines = payload.receivers as unknown as object[];
  expect(
    compare(claimIn(record(), ledgerWith(FIRST).keys), { transaction_id: '42', out_order_no: 'S1' }, lines).kind,
  ).toBe('differs');
});

it('keeps a settlement without plain hashes of persons; lines are known by their index', async () => {
  const ledger = ledgerWith(FIRST);
  await shared(ledger, 'unknown');
  const answer = {
    ...{ transaction_id: '42', out_order_no: 'S1', status: 'FINISHED' },
    receivers: JSON.stringify([merchant, person].map((line) => ({ ...line, result: 'SUCCESS' }))),
  };
  const { settlement } = settlementFor(claimIn(record(), ledger.keys), answer);
  const hold = await ledger.acquire(record(), 'query', 1000, within(1000));
  if (!settlement || !hold) throw new Error('the answer is about this share');
  await ledger.complete(hold, { state: settlement.state, settlement, conclusive: true }, within(1000));
  expect(record().settlement?.receivers).toEqual([
    { index: 1, account: '190****0110', account_hash: hash('1900000110'), amount: 50, result: 'SUCCESS' },
    { index: 0, account: 'oUp****eS6o', amount: 100, result: 'SUCCESS' },
  ]);
});
