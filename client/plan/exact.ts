/** The largest amount the planner takes, in fen: ten thousand million yuan. WeChat Pay documents no largest amount. */
export const MOST_FEN = 1_000_000_000_000;

/** A ratio of 1, in the units ratios are parsed to: eight decimals. */
export const WHOLE = 100_000_000;

/** Fen that need not be whole: `whole + over / of`, with 0 <= over < of. */
export interface Exact {
  readonly whole: number;
  readonly over: number;
  readonly of: number;
}

/**
 * `amount × numerator ÷ denominator` in whole numbers, by long division in digits of base 1000. For an amount up to
 * {@link MOST_FEN} and 0 <= numerator <= denominator <= MOST_FEN no step passes 1000 × 10^12 + 999 × 10^12 < 2^53, so
 * nothing is rounded and no BigInt is needed, which not every mini program engine has.
 */
export function multiplied(amount: number, numerator: number, denominator: number): Exact {
  let whole = 0;
  let over = 0;
  for (let unit = MOST_FEN; unit >= 1; unit /= 1000) {
    const below = amount % unit;
    const digit = ((amount - below) / unit) % 1000;
    const sum = over * 1000 + digit * numerator;
    over = sum % denominator;
    whole = whole * 1000 + (sum - over) / denominator;
  }
  return { whole, over, of: denominator };
}

/** `1543 1/8`: whole fen and the reduced fraction of one. */
export function exactText({ whole, over, of }: Exact): string {
  if (over === 0) return String(whole);
  const divisor = commonDivisor(over, of);
  const fraction = `${over / divisor}/${of / divisor}`;
  return whole === 0 ? fraction : `${whole} ${fraction}`;
}

/** What rounding `exact` to `amount`, one of its two whole neighbours, added or took: `+7/8`, `-1/8` or `0`. */
export function roundingText({ whole, over, of }: Exact, amount: number): string {
  if (over === 0) return '0';
  return amount > whole ? `+${exactText({ whole: 0, over: of - over, of })}` : `-${exactText({ whole: 0, over, of })}`;
}

function commonDivisor(one: number, other: number): number {
  return other === 0 ? one : commonDivisor(other, one % other);
}
