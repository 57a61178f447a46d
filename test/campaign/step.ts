import fc from 'fast-check';
import type { Request } from './request';
import type { Act, Run } from './run';

/** What the callers of one run have so far; all of it is theirs, the functions know none of it. */
export interface Callers {
  readonly orders: string[];
  readonly requests: Request[];
  /** Requests given up for others under new numbers. */
  readonly givenUp: Request[];
  numbers: number;
}

export type Step = fc.AsyncCommand<Callers, Run>;

interface StepOptions {
  readonly name: string;
  /** Nothing to be done without it. */
  readonly needs?: 'request' | 'share';
  perform(callers: Callers, run: Run): Promise<unknown>;
}

export function step({ name, needs, perform }: StepOptions): Step {
  return {
    check: ({ requests }) =>
      needs === undefined || requests.some(({ family }) => needs === 'request' || family === 'share'),
    run: async (callers, run) => {
      await perform(callers, run);
    },
    // One line for each in the list of a run that failed.
    toString: () => `\n   ${name}`,
  };
}

/** Points at one of so many things, modulo their number. */
export const index = fc.nat({ max: 40 });

export function pick<T>(items: readonly T[], at: number): T {
  const item = items[at % items.length];
  if (item === undefined) throw new TypeError('nothing to pick from');
  return item;
}

export const times = (many: number, act: Act): Act[] => Array.from({ length: many }, () => act);
