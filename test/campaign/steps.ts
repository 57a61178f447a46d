import fc from 'fast-check';
import type { LinkName } from '../../shared/operation';
import { moneySteps } from './moneySteps';
import { type Step, step } from './step';
import { queryTrouble, trouble } from './trouble';
import { worldSteps } from './worldSteps';

/** A record is looked at for the first time a minute after it was written. */
const AFTER_FIRST_LOOK_MS = 70_000;

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
  const failingLook = queryTrouble(link).map((what) =>
    step({
      name: `reconcile while queries fail: ${JSON.stringify(what.fault)}`,
      run: async (_, life) => {
        life.arm(what);
        await life.pass(AFTER_FIRST_LOOK_MS);
        await life.together({ do: 'reconcile' });
      },
    }),
  );
  const troubles = Array.from({ length: 7 }, () => troubled);
  return fc.commands([...moneySteps, ...worldSteps, ...troubles, failingLook, failingLook], {
    maxCommands: most,
    size: 'max',
    disableReplayLog: true,
  });
}
