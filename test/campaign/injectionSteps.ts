import fc from 'fast-check';
import type { LinkName } from '../../shared/operation';
import { type Seam, shown } from './injection';
import { injection } from './injections/anyInjection';
import { effect, queryInjection } from './injections/wireFaults';
import { linksFrom } from './linkChanges';
import { begunBy, type Sending } from './moneySteps';
import type { Act } from './run';
import { type Step, step } from './step';

/** A record is looked at for the first time a minute after it was written. */
const AFTER_FIRST_LOOK_MS = 70_000;

/** Longer than any function of the campaign may run. */
const LATE_MS = 3500;

/** A function sends a request so often while no answer comes. */
const MOST_SENDS = 3;

/** Steps that inject faults on these seams: as many as given, which is how likely they are among others. */
export function injectionSteps(link: LinkName, seams: readonly Seam[], many: number): fc.Arbitrary<Step>[] {
  if (seams.length === 0) return [];
  const injected = injection(link, seams).map((what) =>
    step({ name: `injection: ${shown(what)}`, perform: (_, run) => run.arm(what) }),
  );
  return Array.from({ length: many }, () => injected);
}

/** A new request is under way for longer than its sender waits, and reconciliation asks about it before it arrives. */
export function lateSteps(seams: readonly Seam[]): fc.Arbitrary<Step>[] {
  if (!seams.includes('late')) return [];
  const sending = fc.boolean().map((meanwhile): Sending => {
    const reconcile: Act = { do: 'reconcile' };
    return {
      shown: `late, reconciled ${meanwhile ? 'meanwhile' : 'before it arrives'}:`,
      injection: { seam: 'late', fault: { delayMs: LATE_MS, times: MOST_SENDS } },
      acts: (request) => [{ do: 'send', request }, ...(meanwhile ? [reconcile] : [])],
      next: (run) => run.together(reconcile),
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
      injection: { seam: 'wire', fault: { kind: 'silence', effect: when, times: 2 * MOST_SENDS - 1 } },
      acts: (request) => [{ do: 'send', request }],
      next: async (run, request) => {
        await run.arm({ seam: 'link', to });
        await run.together({ do: 'send', request });
        await run.pass(AFTER_FIRST_LOOK_MS);
        await run.together({ do: 'reconcile' });
      },
    };
  });
  return [fc.oneof(...begunBy(sending))];
}

/** Steps that reconcile while queries are not answered, or answered by lies. */
export function queryInjectionSteps(link: LinkName, seams: readonly Seam[]): fc.Arbitrary<Step>[] {
  const both = (['wire', 'hostile'] as const).filter((seam) => seams.includes(seam));
  return both.map((seam) =>
    queryInjection(link, seam).map((what) =>
      step({
        name: `reconcile during injection: ${shown(what)}`,
        perform: async (_, run) => {
          await run.arm(what);
          await run.pass(AFTER_FIRST_LOOK_MS);
          await run.together({ do: 'reconcile' });
        },
      }),
    ),
  );
}
