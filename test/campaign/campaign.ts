import fc from 'fast-check';
import type { LinkName } from '../../shared/operation';
import { compare, settleAll } from './audit';
import { Late } from './discrepancy';
import { seams as everySeam, type Seam } from './injection';
import { Run } from './run';
import { openSimulation, type Simulation } from './simulation';
import { newStatistics, type Statistics, tell } from './statistics';
import type { Callers, Step } from './step';
import type { Workload } from './workload';

/** The links of a campaign: both kinds of wire, with and without keys of one's own, and the platform's family. */
export const campaignLinks = ['cloudpay', 'apiv2', 'apiv3', 'ecommerce'] as const satisfies readonly LinkName[];

export interface CampaignOptions {
  readonly link: LinkName;
  readonly runs: readonly PlannedRun[];
  /** Steps in one run at most, 80 by default; a run is half as long on average. */
  readonly steps?: number;
  /** Where things go wrong, everywhere by default. */
  readonly seams?: readonly Seam[];
  /** How many runs go on at the same time, each in a simulation of its own; 1 by default. */
  readonly jobs?: number;
  /** How long a run that failed is made smaller, in ms; 60 000 by default. */
  readonly shrinkMs?: number;
  readonly onRun?: (runs: number, seed: number) => void;
}

/** A run of a workload, made from a seed of its own so that it can be repeated alone. */
export interface PlannedRun {
  readonly workload: Workload;
  readonly seed: number;
}

/** A run in which bank, ledger and replies did not agree. */
export interface Failure {
  readonly seed: number;
  readonly workload: string;
  /** The shortest run found that fails too. */
  readonly steps: string;
  readonly why: string;
}

export interface Campaign {
  readonly statistics: Statistics;
  readonly failures: readonly Failure[];
}

/** Makes many runs on one link. */
export async function runCampaign(options: CampaignOptions): Promise<Campaign> {
  const { link, jobs = 1, onRun } = options;
  const statistics = newStatistics();
  const failures: Failure[] = [];
  const waiting = [...options.runs];
  let runs = 0;
  const work = async (): Promise<void> => {
    const simulation = await openSimulation(link);
    try {
      for (let run = waiting.shift(); run; run = waiting.shift()) {
        const failure = await runOnce(simulation, run, statistics, options);
        if (failure) failures.push(failure);
        runs += 1;
        onRun?.(runs, run.seed);
      }
    } finally {
      await simulation.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, waiting.length) }, work));
  return { statistics, failures: failures.sort((a, b) => a.seed - b.seed) };
}

async function runOnce(
  simulation: Simulation,
  { seed, workload }: PlannedRun,
  statistics: Statistics,
  { steps: most = 80, shrinkMs = 60_000, seams = everySeam }: CampaignOptions,
): Promise<Failure | undefined> {
  let shownSteps = '';
  let shrinkUntil = Number.POSITIVE_INFINITY;
  let why = '';
  const property = fc.asyncProperty(workload.steps(simulation.link, most, seams), async (steps) => {
    if (Date.now() > shrinkUntil) return;
    try {
      // Smaller versions of a run that failed are no runs of their own.
      await attempt(simulation, steps, workload, why ? newStatistics() : statistics);
    } catch (error) {
      shrinkUntil = Math.min(shrinkUntil, Date.now() + shrinkMs);
      shownSteps = String(steps).replace(/,\n/g, '\n').trim();
      why = error instanceof Error ? (error.stack ?? error.message) : String(error);
      throw error;
    }
  });
  await fc.check(property, { seed, numRuns: 1, unbiased: true });
  return why ? { seed, workload: workload.name, steps: shownSteps, why } : undefined;
}

/** One run: its steps under faults, then the audit. One that was only late has a second chance. */
async function attempt(
  simulation: Simulation,
  steps: Iterable<Step>,
  workload: Workload,
  statistics: Statistics,
): Promise<void> {
  let slow = 0;
  for (;;) {
    const run = new Run(simulation, workload.rules?.());
    try {
      await runThrough(run, steps, workload);
      run.counts.runs = 1;
      run.counts.slow = slow;
      return tell(statistics, workload.name, run.counts, run.met);
    } catch (error) {
      if (error instanceof Late && slow === 0) {
        slow = 1;
        continue;
      }
      tell(statistics, workload.name, { ...run.counts, runs: 1, discrepancies: 1 }, run.met);
      throw error;
    }
  }
}

async function runThrough(run: Run, steps: Iterable<Step>, { begin, end }: Workload): Promise<void> {
  await run.simulation.open();
  const callers: Callers = { orders: [run.simulation.placeOrder()], requests: [], givenUp: [], numbers: 0 };
  try {
    await begin?.(run);
    await fc.asyncModelRun(() => ({ model: callers, real: run }), steps);
    await settleAll(run);
    await end?.(callers, run);
  } finally {
    run.disarm();
  }
  compare(run, [...callers.requests, ...callers.givenUp]);
}
