import fc from 'fast-check';
import { commonSteps } from '../commonSteps';
import { moneySteps } from '../moneySteps';
import { lateSteps, moveSteps, queryTroubleSteps, troubleSteps } from '../troubleSteps';
import type { Workload } from '../workload';

/** Everything a merchant, its customers and the state may do, in any order. */
export const mixed: Workload = {
  name: 'mixed',
  steps: (link, most, seams) =>
    fc.commands(
      [
        ...moneySteps,
        ...commonSteps,
        ...troubleSteps(link, seams, 8),
        ...queryTroubleSteps(link, seams),
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
