import fc from 'fast-check';
import type { LinkName } from '../../shared/operation';
import { Late } from './discrepancy';
import { Life } from './life';
import { type Market, openMarket } from './market';
import { compare, settleAll } from './reckoning';
import type { Callers, Step } from './step';
import { newStory, type Story, tell } from './story';
import { seams as everySeam, type Seam } from './trouble';
import type { Workload } from './workload';

/** The links of a campaign: both kinds of wire, with and without keys of one's own, and the platform's family. */
export const campaignLinks = ['cloudpay', 'apiv2', 'apiv3', 'ecommerce'] as const satisfies readonly LinkName[];

export interface CampaignOptions {
  readonly link: LinkName;
  readonly lives: readonly LifeToLive[];
  /** Steps in one life at most, 80 by default; a life is half as long on average. */
  readonly steps?: number;
  /** Where things go wrong, everywhere by default. */
  readonly seams?: readonly Seam[];
  /** How many lives are lived at the same time, each in a market of its own; 1 by default. */
  readonly jobs?: number;
  /** How long a life that failed is made smaller, in ms; 60 000 by default. */
  readonly shrinkMs?: number;
  readonly onLife?: (lives: number, seed: number) => void;
}

/** A life of a workload, made from a seed of its own so that it can be lived again alone. */
export interface LifeToLive {
  readonly workload: Workload;
  readonly seed: number;
}

/** A life in which bank, ledger and replies did not agree. */
export interface Failure {
  readonly seed: number;
  readonly workload: string;
  /** The shortest life found that fails too. */
  readonly steps: string;
  readonly why: string;
}

export interface Campaign {
  readonly story: Story;
  readonly failures: readonly Failure[];
}

/** Lives many lives on one link. */
export async function runCampaign(options: CampaignOptions): Promise<Campaign> {
  const { link, jobs = 1, onLife } = options;
  const story = newStory();
  const failures: Failure[] = [];
  const waiting = [...options.lives];
  let lives = 0;
  const work = async (): Promise<void> => {
    const market = await openMarket(link);
    try {
      for (let life = waiting.shift(); life; life = waiting.shift()) {
        const failure = await liveOnce(market, life, story, options);
        if (failure) failures.push(failure);
        lives += 1;
        onLife?.(lives, life.seed);
      }
    } finally {
      await market.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, waiting.length) }, work));
  return { story, failures: failures.sort((a, b) => a.seed - b.seed) };
}

async function liveOnce(
  market: Market,
  { seed, workload }: LifeToLive,
  story: Story,
  { steps: most = 80, shrinkMs = 60_000, seams = everySeam }: CampaignOptions,
): Promise<Failure | undefined> {
  let shownSteps = '';
  let shrinkUntil = Number.POSITIVE_INFINITY;
  let why = '';
  const property = fc.asyncProperty(workload.steps(market.link, most, seams), async (steps) => {
    if (Date.now() > shrinkUntil) return;
    try {
      // Smaller versions of a life that failed are no lives of their own.
      await live(market, steps, workload, why ? newStory() : story);
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

/** One life: its steps with everything that goes wrong, then the reckoning. One that was only late has a second chance. */
async function live(market: Market, steps: Iterable<Step>, workload: Workload, story: Story): Promise<void> {
  let slow = 0;
  for (;;) {
    const life = new Life(market, workload.rules?.());
    try {
      await liveThrough(life, steps, workload);
      life.counts.lives = 1;
      life.counts.slow = slow;
      return tell(story, workload.name, life.counts, life.met);
    } catch (error) {
      if (error instanceof Late && slow === 0) {
        slow = 1;
        continue;
      }
      tell(story, workload.name, { ...life.counts, lives: 1, discrepancies: 1 }, life.met);
      throw error;
    }
  }
}

async function liveThrough(life: Life, steps: Iterable<Step>, { begin, end }: Workload): Promise<void> {
  await life.market.open();
  const callers: Callers = { orders: [life.market.placeOrder()], requests: [], givenUp: [], numbers: 0 };
  try {
    await begin?.(life);
    await fc.asyncModelRun(() => ({ model: callers, real: life }), steps);
    await settleAll(life);
    await end?.(callers, life);
  } finally {
    life.disarm();
  }
  compare(life, [...callers.requests, ...callers.givenUp]);
}
