import fc from 'fast-check';
import type { LinkName } from '../../shared/operation';
import { Life, newStory, type Story } from './life';
import { type Market, openMarket } from './market';
import { compare, settleAll } from './reckoning';
import type { Callers, Step } from './step';
import { steps } from './steps';

/** The links of a campaign: both kinds of wire, with and without keys of one's own, and the platform's family. */
export const campaignLinks = ['cloudpay', 'apiv2', 'apiv3', 'ecommerce'] as const satisfies readonly LinkName[];

export interface CampaignOptions {
  readonly link: LinkName;
  /** How many lives. */
  readonly runs: number;
  /** Of the first life; the next ones take the numbers after it. */
  readonly seed: number;
  /** Steps in one life at most, 80 by default; a life is half as long on average. */
  readonly steps?: number;
  /** How long a life that failed is made smaller, in ms; 60 000 by default. */
  readonly shrinkMs?: number;
  readonly onLife?: (seed: number, story: Story) => void;
}

/** A life in which bank, ledger and replies did not agree. */
export interface Failure {
  readonly seed: number;
  /** The shortest life found that fails too. */
  readonly steps: string;
  readonly why: string;
}

export interface Campaign {
  readonly story: Story;
  readonly failures: readonly Failure[];
}

/** Lives many lives on one link, one after the other, each from a seed of its own so that it can be lived again alone. */
export async function runCampaign(options: CampaignOptions): Promise<Campaign> {
  const { link, runs, seed, onLife } = options;
  const market = await openMarket(link);
  const story = newStory();
  const failures: Failure[] = [];
  try {
    for (let each = seed; each < seed + runs; each += 1) {
      const failure = await liveOnce(market, each, story, options);
      if (failure) failures.push(failure);
      onLife?.(each, story);
    }
  } finally {
    await market.close();
  }
  return { story, failures };
}

async function liveOnce(
  market: Market,
  seed: number,
  story: Story,
  { steps: most = 80, shrinkMs = 60_000 }: CampaignOptions,
): Promise<Failure | undefined> {
  let shownSteps = '';
  let shrinkUntil = Number.POSITIVE_INFINITY;
  let why = '';
  const property = fc.asyncProperty(steps(market.link, most), async (life) => {
    if (Date.now() > shrinkUntil) return;
    try {
      // Smaller versions of a life that failed are no lives of their own.
      await live(market, life, why ? newStory() : story);
    } catch (error) {
      shrinkUntil = Math.min(shrinkUntil, Date.now() + shrinkMs);
      shownSteps = String(life);
      why = error instanceof Error ? (error.stack ?? error.message) : String(error);
      throw error;
    }
  });
  await fc.check(property, { seed, numRuns: 1, unbiased: true });
  return why ? { seed, steps: shownSteps, why } : undefined;
}

/** One life: its steps with everything that goes wrong, then the reckoning. */
async function live(market: Market, life: Iterable<Step>, story: Story): Promise<void> {
  await market.open();
  const callers: Callers = { orders: [market.placeOrder()], requests: [], givenUp: [], numbers: 0 };
  const real = new Life(market, story);
  try {
    await fc.asyncModelRun(() => ({ model: callers, real }), life);
    await settleAll(real);
  } finally {
    real.disarm();
  }
  compare(real, [...callers.requests, ...callers.givenUp]);
}
