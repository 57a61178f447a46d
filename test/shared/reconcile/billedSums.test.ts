import fc from 'fast-check';
import { ABSENT, BilledSums, ELSEWHERE } from '../../../shared/reconcile/billedSums';

interface Line {
  readonly id: string;
  readonly amount: number;
  readonly released: boolean;
  readonly isCompared: boolean;
}

const line: fc.Arbitrary<Line> = fc.record({
  id: fc.constantFrom('own:share:', '1900000109:return:').chain((of) => fc.nat(60).map((n) => `${of}P${n}_|*@`)),
  amount: fc.nat(1_000_000),
  released: fc.boolean(),
  isCompared: fc.boolean(),
});

/** A bill read once for each of its parts, as one run after the other does. */
function partsOf(lines: readonly Line[], mostNumbers: number): BilledSums[] {
  const read = (sums: BilledSums) => {
    for (const { id, amount, released, isCompared } of lines) sums.add(id, amount, released, isCompared);
    return sums;
  };
  const first = read(new BilledSums(0, 1, mostNumbers));
  const others = Array.from({ length: first.parts - 1 }, (_, index) => new BilledSums(index + 1, first.parts));
  return [first, ...others.map(read)];
}

const sum = (lines: readonly Line[]) => lines.reduce((total, { amount }) => total + amount, 0);

it('keeps what a bill paid under each number to the fen, whole or in parts', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 400 }), fc.constantFrom(3, 20, 1000), (lines, mostNumbers) => {
      const parts = partsOf(lines, mostNumbers);
      expect(parts[0]?.size).toBeLessThanOrEqual(mostNumbers);
      const ids = [...new Set(lines.map(({ id }) => id))];
      for (const id of ids) {
        const of = lines.filter((one) => one.id === id);
        const [part, ...more] = parts.filter((one) => one.indexOf(id) !== ELSEWHERE);
        expect(more).toEqual([]);
        expect(part?.paidAt(part.indexOf(id))).toBe(sum(of.filter(({ released }) => !released)));
      }
      const unmatched = parts.flatMap((part) => [...part.unmatched(0)].map(({ id, amount }) => [id, amount]));
      const compared = ids.filter((id) => lines.some((one) => one.id === id && one.isCompared));
      const wanted = compared.map((id) => [id, sum(lines.filter((one) => one.id === id && one.isCompared))]);
      expect(new Map(unmatched as [string, number][])).toEqual(new Map(wanted as [string, number][]));
      expect(unmatched).toHaveLength(wanted.length);
    }),
  );
});

it('knows in another instance which numbers were compared', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 200 }), fc.infiniteStream(fc.boolean()), (lines, choices) => {
      const [here = new BilledSums()] = partsOf(lines, 1000);
      const ids = [...new Set(lines.map(({ id }) => id))];
      const matched = ids.filter(() => choices.next().value);
      for (const id of matched)
        expect([here.matchAt(here.indexOf(id)), here.matchAt(here.indexOf(id))]).toEqual([true, false]);
      const [there = new BilledSums()] = partsOf(lines, 1000);
      there.matched = here.matched;
      expect([...there.unmatched(0)]).toEqual([...here.unmatched(0)]);
      expect([...there.unmatched(0)].filter(({ id }) => matched.includes(id))).toEqual([]);
    }),
  );
});

it('holds nothing of a number that the bill does not have', () => {
  const sums = new BilledSums();
  const at = sums.indexOf('own:share:P1');
  expect([at, sums.paidAt(at), sums.matchAt(at), sums.matchAt(at)]).toEqual([ABSENT, 0, true, true]);
});
