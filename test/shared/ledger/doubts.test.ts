import { parseCaller } from '../../../shared/caller';
import { realClock } from '../../../shared/clock';
import { Deadline } from '../../../shared/deadline';
import { multiProfitSharing } from '../../../shared/generated/operations/multiProfitSharing';
import { sendsEnd } from '../../../shared/ledger/leaseEnd';
import { type Hold, Ledger } from '../../../shared/ledger/ledger';
import type { LedgerRecord } from '../../../shared/ledger/record';
import { fromFunction } from '../callers';
import { MemoryStore } from './memoryStore';

const caller = parseCaller(fromFunction);
if (!caller) throw new Error('the fixture has an identity');
const share = {
  ...{ sub_mch_id: '1900000109', transaction_id: '42', out_order_no: 'S1' },
  receivers: [{ type: 'MERCHANT_ID' as const, account: '1900000110', amount: 100, description: 'd' }],
};
const MINUTE = 60_000;
const NOT_FOUND = { state: 'refused', code: 'RESOURCE_NOT_EXISTS', conclusive: true } as const;

let time: number;
let store: MemoryStore;
beforeEach(() => {
  time = 1_800_000_000_000;
  store = new MemoryStore(() => time);
});

/** An instance whose clock is ahead of the database's by so many ms; its monotonic clock has a zero of its own. */
function instance(aheadMs = 0) {
  const start = time - 12_345;
  const clock = {
    ...realClock,
    now: () => time + aheadMs,
    elapsed: () => time - start,
    pause: async (ms: number) => {
      time += ms;
    },
  };
  const ledger = new Ledger(store, { clock, notifies: true });
  const within = (ms: number) => new Deadline(ms, clock);
  return {
    ledger,
    within,
    begin: async (ms = 3000): Promise<Hold> => {
      const entry = await ledger.begin(multiProfitSharing, share, { link: 'cloudpay' }, caller as never, within(ms));
      if (entry.kind !== 'go') throw new Error(entry.kind);
      return entry;
    },
    acquire: async (ms = 1000): Promise<Hold> => {
      const hold = await ledger.acquire(await stored(), 'query', ms, within(1000));
      if (!hold) throw new Error('another one has it');
      return hold;
    },
    complete: (hold: Hold, outcome: Parameters<Ledger['complete']>[1]) => ledger.complete(hold, outcome, within(1000)),
  };
}

async function stored(): Promise<LedgerRecord> {
  const [record] = store.records.values();
  if (!record) throw new Error('nothing was written');
  return structuredClone(record);
}

describe('"not found" concludes only what was asked about', () => {
  it('leaves an attempt in doubt that entered after the question was asked', async () => {
    const [first, second, timer] = [instance(), instance(), instance()];
    await first.begin();
    time += 2 * MINUTE;
    const question = await timer.acquire(1000);
    time += 2000;
    await second.begin();
    await timer.complete(question, NOT_FOUND);
    expect(await stored()).toMatchObject({
      state: 'unknown',
      attempts: [{ outcome: { state: 'refused', concluded: true } }, { kind: 'query' }, { kind: 'send' }],
    });
    expect((await stored()).attempts[2]).not.toHaveProperty('outcome');
    expect((await stored()).dueAt).toBeDefined();
  });

  it('is overruled by the sender’s own doubt, whenever that comes', async () => {
    const [sender, timer] = [instance(), instance()];
    const sending = await sender.begin();
    time += 2 * MINUTE;
    await timer.complete(await timer.acquire(), NOT_FOUND);
    expect(await stored()).toMatchObject({ state: 'refused' });
    await sender.complete(sending, { state: 'unknown', code: 'NO_ANSWER' });
    expect(await stored()).toMatchObject({ state: 'unknown', dueAt: expect.any(Number) });
  });

  it('does not end a doubt that its sender confirmed while the question was on its way', async () => {
    const [sender, timer] = [instance(), instance()];
    const sending = await sender.begin();
    time += 2 * MINUTE;
    const question = await timer.acquire();
    await sender.complete(sending, { state: 'unknown', code: 'NO_ANSWER' });
    await timer.complete(question, NOT_FOUND);
    expect(await stored()).toMatchObject({ state: 'unknown' });
  });

  it('never frees what was seen to be accepted', async () => {
    const [sender, timer] = [instance(), instance()];
    const sending = await sender.begin();
    time += 2 * MINUTE;
    const question = await timer.acquire();
    await sender.complete(sending, { state: 'accepted' });
    await timer.complete(question, NOT_FOUND);
    expect(await stored()).toMatchObject({ state: 'accepted' });
  });
});

describe('with clocks five minutes apart', () => {
  it.each([
    ['the sender is behind', -5 * MINUTE, 0],
    ['the sender is ahead', 5 * MINUTE, 0],
    ['the other one is ahead', 0, 5 * MINUTE],
    ['the other one is behind', 0, -5 * MINUTE],
  ])('a lease lasts as long as it was taken for when %s', async (_what, sender, other) => {
    await instance(sender).begin(60_000);
    time += 58_000;
    expect(
      await instance(other).ledger.acquire(await stored(), 'query', 1000, instance().within(1000)),
    ).toBeUndefined();
    time += 2001;
    await expect(instance(other).acquire()).resolves.toMatchObject({ record: { lease: { ms: 1000 } } });
  });

  it.each([-5 * MINUTE, 5 * MINUTE])(
    'knows by the database when a sending ended (sender %d ms ahead)',
    async (skew) => {
      const sender = instance(skew);
      const sending = await sender.begin();
      time += 500;
      await sender.complete(sending, { state: 'unknown' });
      expect(sendsEnd(await stored())).toBe(time);
    },
  );

  it('counts a sender that crashed as sending until its lease was over', async () => {
    await instance().begin(3000);
    const end = time + 3000;
    time += 10 * MINUTE;
    expect(sendsEnd(await stored())).toBe(end);
    await instance().begin(3000);
    expect((await stored()).sendsEndedAt).toBe(end);
  });
});

describe('a record of an older version, which has the times of instances alone', () => {
  const older = async (more: Partial<LedgerRecord>) => {
    await instance().begin();
    const { lease: _lease, leasedAt: _at, ...kept } = await stored();
    store.records.set(kept._id, { ...kept, ...more });
  };

  it('is leased until no clock can think otherwise', async () => {
    await older({ lease: { by: 'older', until: time + 1000 } });
    time += 5 * MINUTE;
    expect(await instance().ledger.acquire(await stored(), 'query', 1000, instance().within(1000))).toBeUndefined();
    time += 1000;
    await expect(instance().acquire()).resolves.toBeDefined();
  });

  it('was sent as late as any clock may have it', async () => {
    await older({});
    expect(sendsEnd(await stored())).toBe(time + 5 * MINUTE);
  });
});

it('counts queries that found no end in one attempt, however many rounds go by', async () => {
  await instance().begin();
  time += MINUTE;
  for (let round = 1; round <= 500; round += 1) {
    const timer = instance();
    const hold = await timer.acquire();
    if (round % 3 !== 0) await timer.complete(hold, { state: round % 2 === 0 ? 'unknown' : 'processing' });
    time += MINUTE;
  }
  expect((await stored()).attempts).toMatchObject([{ kind: 'send' }, { kind: 'query', times: 500 }]);
});
