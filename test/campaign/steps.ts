import fc from 'fast-check';
import type { LinkName } from '../../shared/operation';
import { moneySteps } from './moneySteps';
import { type Step, step } from './step';
import { trouble } from './trouble';
import { worldSteps } from './worldSteps';

/**
 * Every step a life can take.
 * @param most steps in one life
 */
export function steps(link: LinkName, most: number): fc.Arbitrary<Iterable<Step>> {
  const troubled = trouble(link).map((what) =>
    step({
      name: `trouble: ${what.seam} ${JSON.stringify(what.fault)}`,
      run: async (_, life) => life.arm(what),
    }),
  );
  const troubles = Array.from({ length: 7 }, () => troubled);
  return fc.commands([...moneySteps, ...worldSteps, ...troubles], {
    maxCommands: most,
    size: 'max',
    disableReplayLog: true,
  });
}
