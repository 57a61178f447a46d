import fc from 'fast-check';
import { moneySteps } from '../moneySteps';
import { lateSteps, moveSteps, queryTroubleSteps, troubleSteps } from '../troubleSteps';
import type { Workload } from '../workload';
import { worldSteps } from '../worldSteps';

/** Everything a merchant, its customers and the world may do, in any order. */
export const mixed: Workload = {
  name: 'mixed',
  steps: (link, most, seams) =>
    fc.commands(
      [
        ...moneySteps,
        ...worldSteps,
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
