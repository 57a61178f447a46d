import { hits, type Injection, kindOf } from './injection';

/** What came of calls, in numbers. */
export interface Counts {
  runs: number;
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
  /** Runs in which a function was late once and not when they were repeated. */
  slow: number;
  discrepancies: number;
}

export function noCounts(): Counts {
  const calls = { calls: 0, deaths: 0, doubts: 0, settledDoubts: 0, numbers: 0, notices: 0 };
  return { runs: 0, ...calls, slow: 0, discrepancies: 0 };
}

/** A kind of injection: how often it was met, and in the runs in which it was, what came of them. */
export interface Met extends Pick<Counts, 'runs' | 'numbers' | 'discrepancies'> {
  hits: number;
}

/** What came of many runs, by workload and by kind of injection. */
export interface Statistics {
  readonly workloads: Map<string, Counts>;
  readonly injections: Map<string, Met>;
}

export const newStatistics = (): Statistics => ({ workloads: new Map(), injections: new Map() });

/** One run of a workload is over. */
export function tell(statistics: Statistics, workload: string, counts: Counts, met: ReadonlyMap<string, number>): void {
  const all = statistics.workloads.get(workload) ?? noCounts();
  for (const name of Object.keys(counts) as (keyof Counts)[]) all[name] += counts[name];
  statistics.workloads.set(workload, all);
  for (const [kind, times] of met) {
    if (times === 0) continue;
    const known = statistics.injections.get(kind) ?? { hits: 0, runs: 0, numbers: 0, discrepancies: 0 };
    known.hits += times;
    for (const name of ['runs', 'numbers', 'discrepancies'] as const) known[name] += counts[name];
    statistics.injections.set(kind, known);
  }
}

/** Adds injections to a count by kind, or with a sign of -1 takes them off. */
export function count(injections: readonly Injection[], into: Map<string, number>, sign: 1 | -1 = 1): void {
  for (const each of injections) into.set(kindOf(each), (into.get(kindOf(each)) ?? 0) + sign * hits(each));
}
