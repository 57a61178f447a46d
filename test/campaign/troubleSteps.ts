import fc from 'fast-check';
import type { LinkName } from '../../shared/operation';
import type { Act } from './life';
import { linksFrom } from './linkChanges';
import { begunBy, type Sending } from './moneySteps';
import { type Step, step } from './step';
import { type Seam, shown } from './trouble';
import { trouble } from './troubles/anyTrouble';
import { effect, queryTrouble } from './troubles/wireTrouble';

/** A record is looked at for the first time a minute after it was written. */
const AFTER_FIRST_LOOK_MS = 70_000;

/** Longer than any function of the campaign may run. */
const LATE_MS = 3500;

/** A function sends a request so often while no answer comes. */
const MOST_SENDS = 3;

/** Steps that make something go wrong on these seams: as many as given, which is how likely they are among others. */
export function troubleSteps(link: LinkName, seams: readonly Seam[], many: number): fc.Arbitrary<Step>[] {
  if (seams.length === 0) return [];
  const troubled = trouble(link, seams).map((what) =>
    step({ name: `trouble: ${shown(what)}`, run: (_, life) => life.arm(what) }),
  );
  return Array.from({ length: many }, () => troubled);
}

/** A new request is under way for longer than its sender waits, and reconciliation asks about it before it arrives. */
export function lateSteps(seams: readonly Seam[]): fc.Arbitrary<Step>[] {
  if (!seams.includes('late')) return [];
  const sending = fc.boolean().map((meanwhile): Sending => {
    const reconcile: Act = { do: 'reconcile' };
    return {
      shown: `late, reconciled ${meanwhile ? 'meanwhile' : 'before it arrives'}:`,
      trouble: { seam: 'late', fault: { delayMs: LATE_MS, times: MOST_SENDS } },
      acts: (request) => [{ do: 'send', request }, ...(meanwhile ? [reconcile] : [])],
      next: (life) => life.together(reconcile),
    };
  });
  return [fc.oneof(...begunBy(sending))];
}

/** A new request is left in doubt, and repeated and reconciled over another link with the same merchant number. */
export function moveSteps(link: LinkName, seams: readonly Seam[]): fc.Arbitrary<Step>[] {
  if (!seams.includes('link')) return [];
  const sending = fc.tuple(effect, fc.constantFrom(...linksFrom(link))).map(([when, to]): Sending => {
    return {
      shown: `unanswered (effect ${when}), moved to ${to} and repeated:`,
      trouble: { seam: 'wire', fault: { kind: 'silence', effect: when, times: 2 * MOST_SENDS - 1 } },
      acts: (request) => [{ do: 'send', request }],
      next: async (life, request) => {
        await life.arm({ seam: 'link', to });
        await life.together({ do: 'send', request });
        await life.pass(AFTER_FIRST_LOOK_MS);
        await life.together({ do: 'reconcile' });
      },
    };
  });
  return [fc.oneof(...begunBy(sending))];
}

/** Steps that reconcile while queries are not answered, or answered by lies. */
export function queryTroubleSteps(link: LinkName, seams: readonly Seam[]): fc.Arbitrary<Step>[] {
  const both = (['wire', 'hostile'] as const).filter((seam) => seams.includes(seam));
  return both.map((seam) =>
    queryTrouble(link, seam).map((what) =>
      step({
        name: `reconcile during trouble: ${shown(what)}`,
        run: async (_, life) => {
          await life.arm(what);
          await life.pass(AFTER_FIRST_LOOK_MS);
          await life.together({ do: 'reconcile' });
        },
      }),
    ),
  );
}
