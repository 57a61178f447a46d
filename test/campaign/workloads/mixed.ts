import fc from 'fast-check';
import { commonSteps } from '../commonSteps';
import { injectionSteps, lateSteps, moveSteps, queryInjectionSteps } from '../injectionSteps';
import { moneySteps } from '../moneySteps';
import type { Workload } from '../workload';

/** Everything a merchant, its customers and the state may do, in any order. */
export const mixed: Workload = {
  name: 'mixed',
  steps: (link, most, seams) =>
    fc.commands(
      [
        ...moneySteps,
        ...commonSteps,
        ...injectionSteps(link, seams, 8),
        ...queryInjectionSteps(link, seams),
        ...lateSteps(seams),
        ...moveSteps(link, seams),
      ],
      {
        maxCommands: most,
        size: 'max',
        disableReplayLog: true,
      },
    ),
};
