import fc from 'fast-check';
import { Bank, book, type Identity, type Order, type Step, told } from './bookBank';

/** Accounts of which several look alike when masked. */
const accounts = ['1900000110', '1901110110', '1902220110', '1900000111', '1901110111'];
const payee = fc.record({ type: fc.constant('MERCHANT_ID'), account: fc.constantFrom(...accounts) });
const title = fc.oneof(
  fc.string(),
  fc.constantFrom('', ' ', '🍵'.repeat(90), '\ud83c', '茶\u0000叶'),
  fc.constant(undefined),
);
/** Few amounts, so that many are equal. */
const item = fc.record({ title, price: fc.nat(), cost: fc.constantFrom(0, 100, 200), payee });
const identity = fc.constantFrom<Identity>('nothing', 'index', 'hash', 'both');

describe('the plan of an order', () => {
  it('pays every payee once and, together, what the items cost', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 120 }), (items) => {
        const { lines, problem } = book.planOf({ items, total: 1_000_000 });
        expect(problem).toBeUndefined();
        expect(sum(lines)).toBe(items.reduce((total, { cost }) => total + cost, 0));
        expect(new Set(lines.map(book.keyOf)).size).toBe(lines.length);
        for (const { amount, description } of lines) {
          expect(amount).toBeGreaterThan(0);
          expect(description.trim()).not.toBe('');
          expect(description.length).toBeLessThanOrEqual(80);
          expect(description).not.toMatch(/[\p{Cs}\p{Cc}]/u);
        }
      }),
    );
  });

  it('whatever an order holds, is either right to the fen or none', () => {
    const cost = fc.oneof(fc.constantFrom(0, 100, '100', -1, 0.5, Number.NaN, 1e21, null), fc.anything());
    const anyItem = fc.oneof(
      fc.record({ title: fc.anything(), cost, payee: fc.oneof(payee, fc.anything()) }),
      fc.anything(),
    );
    fc.assert(
      fc.property(fc.oneof(fc.array(anyItem), fc.anything()), fc.anything(), (items, orderTitle) => {
        const { lines, problem } = book.planOf({ items, total: 10_000, title: orderTitle });
        if (problem !== undefined) expect(lines).toEqual([]);
        expect(sum(lines)).toBeLessThanOrEqual(10_000);
        for (const { amount } of lines) expect(Number.isSafeInteger(amount) && amount > 0).toBe(true);
      }),
    );
  });

  it('is sent in requests of at most 50, no payee twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 180 }), (count) => {
        const items = Array.from({ length: count }, (_, index) => ({
          ...{ title: 'tea', cost: 1, payee: { type: 'PERSONAL_OPENID', account: `o${index}` } },
        }));
        const rounds = book.withNextRound(placed(items), round) ?? [];
        expect(rounds.map(({ number }) => number)).toEqual(rounds.map((_, nth) => `T1@S${nth + 1}`));
        for (const { lines } of rounds) expect(lines.length).toBeLessThanOrEqual(50);
        expect(new Set(rounds.flatMap(({ lines }) => lines.map(book.keyOf))).size).toBe(count);
      }),
    );
  });
});

describe('the lines of a settlement', () => {
  const lines = fc.uniqueArray(
    fc.record({ account: fc.constantFrom(...accounts), amount: fc.constantFrom(100, 200) }),
    {
      selector: ({ account }) => account,
      minLength: 1,
    },
  );

  it('are never taken for another’s, in whichever order and however little they say', () => {
    const saying = fc.array(
      fc.record({ identity, result: fc.constantFrom('SUCCESS', 'CLOSED', 'PENDING'), at: fc.nat() }),
      {
        minLength: 5,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(lines, saying, fc.boolean(), (some, says, isWhole) => {
        const asked = some.map((line) => ({ type: 'MERCHANT_ID', description: '', ...line }));
        const truth = asked.map((line, index) => ({
          ...told(line, index, says[index]?.result ?? '', says[index]?.identity ?? 'nothing'),
        }));
        const shuffled = truth
          .map((one, index) => ({ one, at: says[index]?.at ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .slice(isWhole ? 0 : 1)
          .map(({ one }) => one);
        const matched = book.matchLines(asked, shuffled);
        expect(matched.isStrange).toBe(false);
        for (const [index, { result }] of matched.told) expect(result).toBe(truth[index]?.result);
        const isNamed = says.slice(0, asked.length).every(({ identity }) => identity !== 'nothing');
        if (isNamed) expect(matched.told.size).toBe(shuffled.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('may be anything without anything being thrown', () => {
    const receivers = fc.array(
      fc.oneof(fc.anything(), fc.record({ account: fc.anything(), amount: fc.constant(100) })),
    );
    fc.assert(
      fc.property(lines, receivers, (asked, answer) => {
        expect(book.matchLines(asked, answer).told.size).toBeLessThanOrEqual(answer.length);
      }),
    );
  });
});

/** What may happen to an order, in any order and any number. */
const happening = fc.oneof(
  fc.record({ what: fc.constant('send' as const), held: fc.nat(31), by: fc.constantFrom('timer', 'person') }),
  fc.record({ what: fc.constant('arrive' as const), nth: fc.nat(), isTaken: fc.boolean() }),
  fc.record({
    what: fc.constant('answer' as const),
    nth: fc.nat(),
    how: fc.constantFrom('said', 'lost', 'later', 'refused'),
    identity,
  }),
  fc.record({
    what: fc.constant('end' as const),
    nth: fc.nat(),
    result: fc.constantFrom('SUCCESS' as const, 'CLOSED' as const),
  }),
  fc.record({ what: fc.constant('note' as const), nth: fc.nat(), identity, reversed: fc.boolean() }),
  fc.record({ what: fc.constant('tell' as const), nth: fc.nat() }),
  fc.record({ what: fc.constant('noteRefusal' as const), nth: fc.nat() }),
  fc.record({ what: fc.constant('wait' as const), minutes: fc.constantFrom(1, 3, 200) }),
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

/** A request on its way: it reaches WeChat Pay before its sender's lease ends, or never. */
interface Flight {
  readonly step: Step;
  readonly until: number;
  fate: 'open' | 'taken' | 'refused' | 'dead';
}

/** A shop with its bank, in which everything may happen at any time. */
class Life {
  readonly bank = new Bank();
  now = 1_000_000;
  flights: Flight[] = [];
  /** News that was true once and may be told at any time, however often. */
  readonly news: { number: string; settlement: object }[] = [];

  constructor(public order: Order) {}

  let(one: Happening): void {
    if (one.what === 'send')
      this.send(one.by === 'timer' ? undefined : accounts.filter((_, bit) => !((one.held >> bit) & 1)));
    if (one.what === 'arrive') this.arrive(pick(this.flights, one.nth), one.isTaken);
    if (one.what === 'answer') this.answer(pick(this.flights, one.nth), one.how, one.identity);
    if (one.what === 'end') this.bank.end(one.nth, one.result);
    if (one.what === 'note') this.note(pick(this.bank.numbers(), one.nth), one.identity, one.reversed);
    if (one.what === 'noteRefusal') this.noteRefusal(pick(this.order.rounds, one.nth));
    if (one.what === 'tell') this.tell(pick(this.news, one.nth));
    if (one.what === 'wait') this.wait(one.minutes * 60_000);
  }

  /** As `runStep` does, up to the moment the request leaves. */
  send(chosen?: string[]): void {
    const rounds = chosen && book.withNextRound(this.order, round, chosen);
    const step = chosen ? rounds && book.openRound({ rounds }) : book.dueStep(this.order, this.now);
    if (!step || step.busyUntil > this.now || this.order.trouble) return;
    this.change(book.withStep({ ...this.order, rounds: rounds ?? this.order.rounds }, book.begun(step, this.now)));
    this.flights.push({ step, until: this.now + 120_000, fate: 'open' });
  }

  arrive(flight: Flight | undefined, isTaken: boolean): void {
    if (flight?.fate !== 'open') return;
    const isKnown = this.bank.knows(flight.step.number);
    flight.fate = isKnown || isTaken ? 'taken' : 'refused';
    if (flight.fate === 'taken') this.bank.accept(flight.step);
  }

  /** The sender hears what became of its request, or does not. */
  answer(flight: Flight | undefined, how: string, identity: Identity): void {
    if (!flight || flight.fate === 'open') return;
    const doubt = { refusal: { code: 'NO_ANSWER' }, state: 'unknown' };
    const refusal = { refusal: { code: 'X' }, state: how === 'later' ? 'planned' : 'refused' };
    const said = flight.fate === 'taken' ? { settlement: this.bank.settlement(flight.step.number, identity) } : refusal;
    const outcome = how === 'lost' || flight.fate === 'dead' ? doubt : said;
    this.change(book.concluded(this.order, flight.step, outcome, this.now));
    this.flights = this.flights.filter((one) => one !== flight);
  }

  note(number: string | undefined, identity: Identity, reversed: boolean): void {
    if (number) this.news.push({ number, settlement: this.bank.settlement(number, identity, reversed) });
  }

  /** Reconciliation found nothing under a number that has left, and says so now or later. */
  noteRefusal(step: Step | undefined): void {
    if (!step || step.sends === 0 || this.bank.knows(step.number)) return;
    this.news.push({ number: step.number, settlement: { state: 'refused', receivers: [] } });
  }

  tell(one: { number: string; settlement: object } | undefined): void {
    if (one) this.change({ ...this.order, ...book.settle(this.order, one.number, one.settlement) });
  }

  wait(ms: number): void {
    this.now += ms;
    for (const flight of this.flights) if (flight.fate === 'open' && flight.until <= this.now) flight.fate = 'dead';
  }

  private change(order: Order): void {
    this.order = { ...order, ...book.fieldsOf(order) };
  }
}

describe('an order, whatever happens to it', () => {
  const life = fc.record({
    items: fc.array(item, { minLength: 1, maxLength: 8 }),
    happenings: fc.array(happening, { maxLength: 60, size: 'max' }),
  });
  const start = (items: object[]) => {
    const empty = placed(items);
    const order = { ...empty, rounds: book.withNextRound(empty, round) ?? [] };
    return new Life({ ...order, ...book.fieldsOf(order) });
  };

  it('pays no payee twice', () => {
    fc.assert(
      fc.property(life, ({ items, happenings }) => {
        const shop = start(items);
        const plan = planned(shop.order);
        for (const one of happenings) {
          shop.let(one);
          for (const [key, amount] of shop.bank.received('SUCCESS', 'PENDING')) {
            expect(amount).toBeLessThanOrEqual(plan.get(key) ?? 0);
          }
          expect(shop.order.trouble).toBeNull();
        }
      }),
      { numRuns: 800 },
    );
  });

  it('pays every payee in the end, and the sum is right', () => {
    fc.assert(
      fc.property(life, ({ items, happenings }) => {
        const shop = start(items);
        for (const one of happenings) shop.let(one);
        for (let day = 0; day < 30; day += 1) quietDay(shop);
        expect(shop.bank.received('SUCCESS')).toEqual(planned(shop.order));
        const { shared, moving, rest, paid } = book.moneyOf(shop.order);
        expect({ moving, sum: shared + moving + rest }).toEqual({ moving: 0, sum: paid });
        expect(shared).toBe(sum(book.planOf(shop.order).lines));
      }),
      { numRuns: 300 },
    );
  });

  /** Nothing goes wrong: what is on its way arrives, WeChat Pay pays, is asked, and answers. */
  function quietDay(shop: Life): void {
    shop.wait(24 * 3_600_000);
    for (const flight of [...shop.flights]) shop.answer(flight, 'lost', 'hash');
    for (const number of shop.bank.numbers()) shop.tell({ number, settlement: shop.bank.settlement(number, 'hash') });
    const missing = book.outstanding({
      ...shop.order,
      rounds: shop.order.rounds.filter(({ state }) => state !== 'unknown'),
    });
    shop.send(book.openRound(shop.order)?.state === 'unknown' ? undefined : missing.map(({ account }) => account));
    if (shop.flights.length === 0) shop.send(accounts);
    for (const flight of [...shop.flights]) {
      shop.arrive(flight, true);
      shop.answer(flight, 'said', 'hash');
    }
    shop.bank.endAll('SUCCESS');
  }
});

function placed(items: object[]): Order {
  const paid = { transactionId: '42', total: 10_000, at: 0 };
  const empty = { rounds: [], returns: [], finish: null, trouble: null, heard: [], dueAt: 0, version: 1 };
  return { _id: 'T1', title: 'tea', total: 10_000, paid, ...empty, items } as Order;
}

function round(number: string, lines: Step['lines']): Step {
  return book.newStep(number, { lines, dueAt: 1 });
}

function planned(order: Order): Map<string, number> {
  return new Map(book.planOf(order).lines.map((line) => [book.keyOf(line), line.amount]));
}

function sum(lines: readonly { amount: number }[]): number {
  return lines.reduce((total, { amount }) => total + amount, 0);
}

function pick<T>(some: readonly T[], nth: number): T | undefined {
  return some[nth % Math.max(some.length, 1)];
}
