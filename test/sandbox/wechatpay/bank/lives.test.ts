import fc from 'fast-check';
import { Bank } from '../../../../sandbox/wechatpay/bank/bank';
import type { ShareReceiver } from '../../../../sandbox/wechatpay/bank/share';
import { day, distributor, li, me, merchantGets, minute, openBank, payerMchId, personGets, supplier } from './openBank';

const accounts = [supplier.mchId, distributor.mchId, payerMchId];
const amounts = fc.integer({ min: 1, max: 4_000 });
const which = fc.nat({ max: 3 });
const receivers = fc.array(
  fc.oneof(
    fc.tuple(fc.constantFrom(...accounts), amounts).map(([account, amount]) => merchantGets(account, amount)),
    amounts.map((amount) => personGets(li.openid, amount)),
  ),
  { minLength: 1, maxLength: 3 },
);

/** One move in the life of a few orders; numbers repeat on purpose. */
const move = fc.oneof(
  fc.record({ do: fc.constant('pay'), amount: fc.integer({ min: 1, max: 20_000 }), sharing: fc.boolean() }),
  fc.record({
    do: fc.constant('share'),
    order: which,
    number: which,
    kind: fc.constantFrom('single', 'multi'),
    receivers,
  }),
  fc.record({ do: fc.constant('share'), order: which, number: which, kind: fc.constant('multi'), receivers }),
  fc.record({ do: fc.constant('finish'), order: which, number: which }),
  fc.record({
    do: fc.constant('returnShare'),
    number: which,
    returnNumber: which,
    from: fc.constantFrom(...accounts),
    amount: amounts,
  }),
  fc.record({ do: fc.constant('refund'), order: which, amount: fc.integer({ min: 1, max: 20_000 }) }),
  fc.record({ do: fc.constant('wait'), ms: fc.constantFrom(1, 1_000, minute, day, 6 * day, 31 * day) }),
  fc.record({ do: fc.constant('abnormal'), mchId: fc.constantFrom(...accounts), abnormal: fc.boolean() }),
  fc.record({ do: fc.constant('top up'), mchId: fc.constantFrom(...accounts), available: fc.nat({ max: 5_000 }) }),
);
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

/** Makes a move and returns its outcome. */
function play(bank: Bank, moves: Move): unknown {
  const order = (index: number) => bank.books().orders[index]?.transactionId ?? 'none';
  if ('sharing' in moves) return bank.payOrder({ payerMchId, amount: moves.amount, sharing: moves.sharing });
  if ('kind' in moves) {
    const input: readonly ShareReceiver[] = moves.receivers;
    const kind = moves.kind === 'single' ? 'single' : 'multi';
    return bank.share(me, {
      kind,
      transactionId: order(moves.order),
      outOrderNo: `N${moves.number}`,
      receivers: input,
    });
  }
  if ('from' in moves) {
    const { number, returnNumber, from: returnMchId, amount } = moves;
    const input = { outOrderNo: `N${number}`, outReturnNo: `R${returnNumber}`, returnMchId, amount, description: '退' };
    return bank.returnShare(me, input);
  }
  if ('number' in moves) {
    return bank.finish(me, { transactionId: order(moves.order), outOrderNo: `N${moves.number}`, description: '完结' });
  }
  if ('order' in moves) return bank.refund({ transactionId: order(moves.order), amount: moves.amount });
  if ('ms' in moves) return bank.clock.advance(moves.ms);
  if ('abnormal' in moves) return bank.setMerchant(moves.mchId, { abnormal: moves.abnormal });
  return bank.setMerchant(moves.mchId, { available: moves.available });
}

/** All money inside the bank, and all that ever came in less what left. */
function inAndOut(bank: Bank): [number, number] {
  const { merchants, people, orders } = bank.books();
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  const inside = [
    ...merchants.map(({ available }) => available),
    ...people.map(({ received }) => received),
    ...orders.map(({ frozen }) => frozen),
  ];
  const deposits = merchants.map(({ deposited }) => deposited);
  return [sum(inside), sum([...deposits, ...orders.map(({ paid, fee, refunded }) => paid - fee - refunded)])];
}

describe('any life of a few orders', () => {
  const lives = fc.array(move, { minLength: 10, maxLength: 60 });

  test('no fen appears or disappears, and the laws of the books hold after every move', () => {
    fc.assert(
      fc.property(lives, (moves) => {
        const { bank, order } = openBank();
        order(10_000);
        for (const each of moves) {
          play(bank, each);
          bank.prove();
          const [inside, expected] = inAndOut(bank);
          expect(inside).toBe(expected);
        }
        bank.clock.advance(400 * day);
        bank.prove();
        expect(bank.books().orders.every(({ frozen }) => frozen === 0)).toBe(true);
        expect(bank.books().returns.every(({ result }) => result !== 'PROCESSING')).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('an accepted request repeated at any later time moves no money', () => {
    fc.assert(
      fc.property(lives, (moves) => {
        const { bank, order } = openBank();
        order(10_000);
        for (const each of moves) {
          const outcome = play(bank, each);
          if (!('number' in each) || typeof outcome !== 'object' || !outcome || !('ok' in outcome) || !outcome.ok)
            continue;
          const before = bank.export();
          play(bank, each);
          expect(bank.export()).toBe(before);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('a life exported and imported in the middle continues identically', () => {
    fc.assert(
      fc.property(lives, lives, (before, after) => {
        const { bank, order } = openBank();
        order(10_000);
        for (const each of before) play(bank, each);
        const copy = new Bank();
        copy.import(bank.export());
        expect(copy.export()).toBe(bank.export());
        for (const each of after) expect(JSON.stringify(play(copy, each))).toBe(JSON.stringify(play(bank, each)));
        expect(copy.export()).toBe(bank.export());
      }),
      { numRuns: 60 },
    );
  });
});
