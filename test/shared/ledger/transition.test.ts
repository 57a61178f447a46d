import fc from 'fast-check';
import { multiProfitSharing } from '../../../shared/generated/operations/multiProfitSharing';
import { intentOf } from '../../../shared/ledger/intent';
import { isAmbiguous, isOpen, type LedgerRecord, type RecordState } from '../../../shared/ledger/record';
import {
  acquire,
  begin,
  complete,
  coveredBy,
  markNotified,
  type Outcome,
  release,
  reschedule,
} from '../../../shared/ledger/transition';

const caller = { hop: 'scf', source: 'scf', openid: undefined, appid: undefined, fromAppid: undefined, variables: {} };
const intent = (at: number) =>
  intentOf(
    multiProfitSharing,
    {
      ...{ transaction_id: '42', out_order_no: 'S1' },
      receivers: [{ type: 'MERCHANT_ID', account: 'a', amount: 1, description: 'd' }],
    },
    { link: 'cloudpay' },
    caller,
    at,
    3000,
  );

const STATES = ['unknown', 'refused', 'accepted', 'processing', 'settled', 'partly_failed', 'closed'] as const;
const state = fc.constantFrom<RecordState>(...STATES);

/** What may happen to a record, in any order: holders finish late, twice, or never. */
type Step =
  | { readonly do: 'begin' | 'query' | 'notice' | 'notify' | 'reschedule' }
  | { readonly do: 'complete'; readonly whose: number; readonly state: RecordState }
  | { readonly do: 'release'; readonly whose: number }
  | { readonly do: 'markNotified'; readonly whose: number };

const whose = fc.nat(50);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('begin' as const, 'query', 'notice', 'notify', 'reschedule') }),
  fc.record({ do: fc.constant('complete' as const), whose, state }),
  fc.record({ do: fc.constant('release' as const), whose }),
  fc.record({ do: fc.constant('markNotified' as const), whose }),
);

/** Every lease is taken over as if the one before had ended: what no clock may judge, the transitions must bear. */
class Life {
  record: LedgerRecord = intent(0);
  at = 0;
  readonly holds: { readonly by: string; readonly covered: ReturnType<typeof coveredBy>; readonly isQuery: boolean }[] =
    [];
  /** Sendings whose own last word, or whose silence, leaves it open whether money moved. */
  readonly silent = new Set<string>();

  constructor() {
    this.#hold(this.record.attempts[0]?.by ?? '', false);
    this.silent.add(this.record.attempts[0]?.by ?? '');
  }

  #hold(by: string, isQuery: boolean): void {
    this.holds.push({ by, covered: coveredBy(this.record), isQuery });
  }

  take(one: Step): LedgerRecord {
    this.at += 1;
    const before = this.record;
    if (one.do === 'begin') {
      const next = intent(this.at);
      this.record = begin(before, next);
      this.#hold(next.lease.by, false);
      this.silent.add(next.lease.by);
    } else if (one.do === 'query' || one.do === 'notice' || one.do === 'notify') {
      const by = `${one.do}${this.at}`;
      this.record = acquire(before, by, one.do, 1000, this.at);
      this.#hold(by, one.do === 'query');
    } else if (one.do === 'reschedule') {
      this.record = reschedule(before, this.at);
    } else if ('whose' in one) {
      const hold = this.holds[one.whose % this.holds.length];
      if (!hold) throw new Error('there is always one');
      if (one.do === 'release') this.record = release(before, hold.by, this.at);
      else if (one.do === 'markNotified') this.record = markNotified(before, hold.by, 'news');
      else this.#complete(hold, { state: one.state, conclusive: hold.isQuery });
    }
    return before;
  }

  #complete(hold: Life['holds'][number], outcome: Outcome): void {
    const { record } = this;
    const own = record.attempts.find(({ by }) => by === hold.by);
    const isHeard = own && (!own.outcome || own.outcome.concluded);
    this.record = complete(record, hold.by, outcome, hold.covered, this.at, true);
    if (isHeard && own.kind === 'send') {
      if (outcome.state === 'unknown') this.silent.add(hold.by);
      else this.silent.delete(hold.by);
    }
    if (hold.isQuery && outcome.state !== 'unknown') {
      for (const [by, asked] of hold.covered) {
        const current = record.attempts.find((attempt) => attempt.by === by);
        if (current?.outcome?.at === asked?.at) this.silent.delete(by);
      }
    }
  }
}

const lives = (check: (life: Life, before: LedgerRecord, one: Step) => void) =>
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
      const life = new Life();
      for (const one of steps) check(life, life.take(one), one);
    }),
    { numRuns: 500 },
  );

it('never takes a number for refused while an attempt is in doubt', () => {
  lives(({ record, silent }) => {
    if (record.state !== 'refused') return;
    expect(record.attempts.filter(isAmbiguous)).toEqual([]);
    expect(record.attempts.filter(({ by }) => silent.has(by))).toEqual([]);
  });
});

it('never opens again what was seen to be final, and never forgets that money was accepted', () => {
  lives(({ record }, before) => {
    const isFinal = !isOpen(before.state) && before.state !== 'refused';
    if (isFinal) expect(isOpen(record.state) || record.state === 'refused').toBe(false);
    if (before.state === 'accepted' || before.state === 'processing') {
      expect(['intended', 'unknown', 'refused']).not.toContain(record.state);
    }
  });
});

it('keeps every sending, in order, and its own outcome for good', () => {
  lives(({ record }, before) => {
    const sends = ({ attempts }: LedgerRecord) => attempts.filter(({ kind }) => kind === 'send');
    expect(
      sends(record)
        .slice(0, sends(before).length)
        .map(({ by }) => by),
    ).toEqual(sends(before).map(({ by }) => by));
    for (const { by, outcome } of sends(before)) {
      if (!outcome || outcome.concluded) continue;
      const same = sends(record).find((attempt) => attempt.by === by);
      // A doubt of its own may be ended by a query; anything else it said stands.
      if (outcome.state !== 'unknown') expect(same?.outcome).toEqual(outcome);
    }
  });
});

it('ends only the lease of the one that is done', () => {
  lives(({ record, holds }, before, one) => {
    if (!('whose' in one) || !before.lease) return;
    const { by } = holds[one.whose % holds.length] ?? {};
    if (before.lease.by !== by) expect(record.lease).toEqual(before.lease);
    else if (one.do === 'complete' && record !== before) expect(record.lease).toBeUndefined();
  });
});

it('says the same when an outcome is written twice', () => {
  lives(({ record, holds }, _before, one) => {
    if (one.do !== 'complete') return;
    const hold = holds[one.whose % holds.length];
    if (!hold?.by || !record.attempts.some(({ by }) => by === hold.by)) return;
    expect(complete(record, hold.by, { state: one.state, conclusive: hold.isQuery }, hold.covered, 99, true)).toBe(
      record,
    );
  });
});

it('leaves every open record due, so that nothing is forgotten', () => {
  lives(({ record }, _before, one) => {
    if (one.do === 'complete' && isOpen(record.state) && record.updatedAt > 0) expect(record.dueAt).toBeDefined();
  });
});

it('has one query at most between two other attempts that found no end', () => {
  lives(({ record: { attempts } }) => {
    attempts.slice(1).forEach((attempt, index) => {
      const last = attempts[index];
      if (attempt.kind !== 'query' || last?.kind !== 'query') return;
      expect(last.outcome && isOpen(last.outcome.state)).toBe(false);
    });
  });
});
