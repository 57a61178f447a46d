import { type Exact, multiplied } from './exact';

/**
 * How fractions of a fen become whole fen. `down`: every line loses its fraction. `half_up`: lines with half a fen or
 * more gain one. `largest_remainder`: lines lose their fractions, and the whole fen these add up to go one each to the
 * largest fractions.
 */
export type Rounding = 'down' | 'half_up' | 'largest_remainder';

/** How much a rule asks for: of a ratio `units / per` of `base`, the same `per` for all that are rounded together. */
export type Portion =
  | { readonly kind: 'ratio'; readonly base: number; readonly units: number; readonly per: number }
  | { readonly kind: 'amount'; readonly fen: number }
  | { readonly kind: 'equal' }
  | { readonly kind: 'remainder' };

export interface Part {
  readonly portion: Portion;
  /** In fen. */
  readonly minimum: number;
  /** In fen. */
  readonly maximum: number;
  /** Whether the maximum ratio counts it: false for money to the payer. */
  readonly isCounted: boolean;
  /** What decides between equal fractions, whatever the order of the rules. */
  readonly key: string;
}

/** What a part gets, in fen, and what it would get with fractions and without its bounds. */
export interface Apportioned<P> {
  readonly part: P;
  readonly exact: Exact;
  readonly amount: number;
  /** The bound that decided, and not the rounding. */
  readonly bound?: 'minimum' | 'maximum';
}

/** How much there is, in fen. `counted`: of it, for parts the maximum ratio counts. */
export interface Room {
  readonly all: number;
  readonly counted: number;
}

/**
 * Gives fixed amounts first, then ratios, then what is left to the remainder or in equal parts. `left` is what no part
 * gets; below 0 it is what is missing.
 */
export function apportion<P extends Part>(
  parts: readonly P[],
  room: Room,
  rounding: Rounding,
): { readonly portions: readonly Apportioned<P>[]; readonly left: number } {
  const done = new Map<P, Apportioned<P>>();
  const isLeft = ({ all, counted }: Room): Room => {
    const given = [...done.values()];
    return { all: all - sumOf(given), counted: counted - sumOf(given.filter(({ part }) => part.isCounted)) };
  };
  const give = (some: readonly Apportioned<P>[]) => {
    for (const one of some) done.set(one.part, one);
  };
  const ratios: Apportioned<P>[] = [];
  const last: P[] = [];
  for (const part of parts) {
    const { portion } = part;
    if (portion.kind === 'amount') give([bounded(part, { whole: portion.fen, over: 0, of: 1 })]);
    else if (portion.kind === 'ratio') ratios.push(bounded(part, multiplied(portion.base, portion.units, portion.per)));
    else last.push(part);
  }
  give(rounded(ratios, isLeft(room), rounding));
  const before = isLeft(room);
  const rest = Math.max(0, before.all);
  const exacts = last.map((part) => bounded(part, multiplied(rest, 1, last.length)));
  give(rounded(exacts, before, rounding));
  const portions = parts.flatMap((part) => done.get(part) ?? []);
  return { portions, left: isLeft(room).all };
}

/** Every amount is at least its exact value without the fraction; the odd fen stay within the room. */
function rounded<P extends Part>(
  portions: readonly Apportioned<P>[],
  room: Room,
  rounding: Rounding,
): readonly Apportioned<P>[] {
  let all = room.all - sumOf(portions);
  let counted = room.counted - sumOf(portions.filter(({ part }) => part.isCounted));
  // A part at one of its bounds has its amount already.
  const open = portions.filter(({ part, exact, amount, bound }) => exact.over > 0 && !bound && amount < part.maximum);
  const raised = new Set<P>();
  let odd = oddFen(open, rounding);
  for (const { part } of [...open].sort(byClaim)) {
    if (odd === 0 || all <= 0) break;
    if (part.isCounted && counted <= 0) continue;
    raised.add(part);
    odd -= 1;
    all -= 1;
    if (part.isCounted) counted -= 1;
  }
  return portions.map((one) => (raised.has(one.part) ? { ...one, amount: one.amount + 1 } : one));
}

/** All fractions of one rounding have the same denominator. */
function oddFen(open: readonly { readonly exact: Exact }[], rounding: Rounding): number {
  if (rounding === 'down') return 0;
  if (rounding === 'half_up') return open.filter(({ exact }) => exact.over * 2 >= exact.of).length;
  const { of = 1 } = open[0]?.exact ?? {};
  const over = open.reduce((sum, { exact }) => sum + exact.over, 0);
  return (over - (over % of)) / of;
}

/** The largest fraction first, then the larger amount, then the key. */
function byClaim<P extends Part>(one: Apportioned<P>, other: Apportioned<P>): number {
  return (
    other.exact.over - one.exact.over || other.exact.whole - one.exact.whole || byText(one.part.key, other.part.key)
  );
}

/** By code units: the same order on every engine and in every language. */
export function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The amount without its fraction, or the bound it passes. */
function bounded<P extends Part>(part: P, exact: Exact): Apportioned<P> {
  const { minimum, maximum } = part;
  if (exact.whole < minimum) return { part, exact, amount: minimum, bound: 'minimum' };
  if (exact.whole > maximum) return { part, exact, amount: maximum, bound: 'maximum' };
  return { part, exact, amount: exact.whole };
}

export function sumOf(items: readonly { readonly amount: number }[]): number {
  return items.reduce((sum, { amount }) => sum + amount, 0);
}
