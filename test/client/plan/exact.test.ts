import fc from 'fast-check';
import { exactText, MOST_FEN, multiplied, roundingText, WHOLE } from '../../../client/plan/exact';
import { parseRatio } from '../../../client/plan/parseRatio';

const upToMost = fc.oneof(fc.integer({ min: 0, max: MOST_FEN }), fc.integer({ min: MOST_FEN - 1000, max: MOST_FEN }));

describe('multiplying an amount by a fraction', () => {
  it('is exact up to the largest amount, as whole numbers of any size say', () => {
    fc.assert(
      fc.property(upToMost, upToMost, upToMost, (amount, one, other) => {
        const [numerator, denominator] = [Math.min(one, other), Math.max(one, other, 1)];
        const { whole, over, of } = multiplied(amount, numerator, denominator);
        const product = BigInt(amount) * BigInt(numerator);
        expect([BigInt(whole), BigInt(over), of]).toEqual([
          product / BigInt(denominator),
          product % BigInt(denominator),
          denominator,
        ]);
      }),
      { numRuns: 5000 },
    );
  });

  it('has no step that a double could round: its largest sum stays below 2^53', () => {
    expect(MOST_FEN * 1000 + 999 * MOST_FEN).toBeLessThan(Number.MAX_SAFE_INTEGER);
    expect(multiplied(MOST_FEN, MOST_FEN, MOST_FEN)).toEqual({ whole: MOST_FEN, over: 0, of: MOST_FEN });
    expect(multiplied(MOST_FEN, MOST_FEN - 1, MOST_FEN)).toEqual({ whole: MOST_FEN - 1, over: 0, of: MOST_FEN });
  });
});

describe('a ratio', () => {
  it.each([
    ['0.125', 12_500_000],
    ['12.5%', 12_500_000],
    ['0', 0],
    ['1', WHOLE],
    ['100%', WHOLE],
    ['0.00000001', 1],
    ['0.000001%', 1],
    ['33.333333%', 33_333_333],
    ['0.3', 30_000_000],
  ])('%s is read to the last decimal', (text, units) => {
    expect(parseRatio(text)).toBe(units);
  });

  it.each([
    '',
    ' ',
    '.5',
    '1.',
    '1.00000001',
    '101%',
    '0.123456789',
    '1.2345678%',
    '-0.1',
    '+0.1',
    '1e-1',
    '0,5',
    '30％',
    '٣',
    '0x1',
    '00.5',
    'NaN',
    '0.5 ',
    '0.5\n',
  ])('%j is none', (text) => expect(parseRatio(text)).toBeUndefined());

  it('and written again is the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: WHOLE - 1 }), (units) => {
        const decimals = String(units).padStart(8, '0');
        expect(parseRatio(`0.${decimals}`)).toBe(units);
        expect(parseRatio(`${Number(decimals.slice(0, 2))}.${decimals.slice(2)}%`)).toBe(units);
      }),
      { numRuns: 2000 },
    );
  });
});

it.each([
  [{ whole: 1543, over: 12_500_000, of: WHOLE }, 1543, '1543 1/8', '-1/8'],
  [{ whole: 1543, over: 12_500_000, of: WHOLE }, 1544, '1543 1/8', '+7/8'],
  [{ whole: 0, over: 1, of: 3 }, 0, '1/3', '-1/3'],
  [{ whole: 5, over: 0, of: 3 }, 5, '5', '0'],
])('a fraction of a fen is written so that it can be checked by hand: %j as %i', (exact, amount, text, rounding) => {
  expect([exactText(exact), roundingText(exact, amount)]).toEqual([text, rounding]);
});
