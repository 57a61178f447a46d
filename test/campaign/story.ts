import { hits, kindOf, type Trouble } from './trouble';

/** What came of calls, in numbers. */
export interface Counts {
  lives: number;
  calls: number;
  /** Calls whose function died. */
  deaths: number;
  /** Replies that left their caller in doubt. */
  doubts: number;
  /** Records in doubt that a round of reconciliation settled. */
  settledDoubts: number;
  /** Numbers the bank knew in the end. */
  numbers: number;
  notices: number;
  /** Lives in which a function was late once and not when the life was lived again. */
  slow: number;
  discrepancies: number;
}

export function noCounts(): Counts {
  const calls = { calls: 0, deaths: 0, doubts: 0, settledDoubts: 0, numbers: 0, notices: 0 };
  return { lives: 0, ...calls, slow: 0, discrepancies: 0 };
}

/** A kind of trouble: how often it was met, and in the lives in which it was, what came of them. */
export interface Met extends Pick<Counts, 'lives' | 'numbers' | 'discrepancies'> {
  hits: number;
}

/** What came of many lives, by workload and by kind of trouble. */
export interface Story {
  readonly workloads: Map<string, Counts>;
  readonly troubles: Map<string, Met>;
}

export const newStory = (): Story => ({ workloads: new Map(), troubles: new Map() });

/** One life of a workload is over. */
export function tell(story: Story, workload: string, counts: Counts, met: ReadonlyMap<string, number>): void {
  const all = story.workloads.get(workload) ?? noCounts();
  for (const name of Object.keys(counts) as (keyof Counts)[]) all[name] += counts[name];
  story.workloads.set(workload, all);
  for (const [kind, times] of met) {
    if (times === 0) continue;
    const known = story.troubles.get(kind) ?? { hits: 0, lives: 0, numbers: 0, discrepancies: 0 };
    known.hits += times;
    for (const name of ['lives', 'numbers', 'discrepancies'] as const) known[name] += counts[name];
    story.troubles.set(kind, known);
  }
}

/** Adds troubles to a count by kind, or with a sign of -1 takes them off. */
export function count(troubles: readonly Trouble[], into: Map<string, number>, sign: 1 | -1 = 1): void {
  for (const each of troubles) into.set(kindOf(each), (into.get(kindOf(each)) ?? 0) + sign * hits(each));
}
