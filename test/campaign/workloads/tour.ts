import fc from 'fast-check';
import type { DatabaseFault } from '../../../sandbox/cloudbase/database/faults';
import { hostileAnswers } from '../../../sandbox/wechatpay/faults';
import type { LinkName } from '../../../shared/operation';
import { person, supplier } from '../../conformance/harness';
import { type Injection, shown } from '../injection';
import { flaws } from '../injections/poison';
import { linksFrom } from '../linkChanges';
import { atOnce, begin } from '../moneySteps';
import type { Run } from '../run';
import { distributor } from '../simulation';
import { type Callers, type Step, step } from '../step';
import type { Workload } from '../workload';

const database: readonly DatabaseFault[] = [
  { kind: 'hang', effect: 'before', action: 'database.insertDocument' },
  { kind: 'hang', effect: 'after', action: 'database.insertDocument' },
  { kind: 'hang', effect: 'before', action: 'database.modifyDocument' },
  { kind: 'drip', delayMs: 100, action: 'database.modifyDocument' },
  { kind: 'error', effect: 'after', action: 'database.insertDocument' },
  { kind: 'error', effect: 'after', action: 'database.modifyDocument' },
  { kind: 'outage', effect: 'after', action: 'database.insertDocument' },
  { kind: 'unmatched', times: 1000 },
  { kind: 'unseen' },
];

/** Everything that is not likely in a few runs. What has nothing to do with the link is shared out among the links. */
export function tourInjections(link: LinkName, share: number, of: number): Injection[] {
  const mine = <T>(all: readonly T[]): T[] => all.filter((_, index) => index % of === share);
  return [
    { seam: 'clock', apartS: 290, signs: [0, 1, -1] },
    { seam: 'late', fault: { delayMs: 3500, times: 3 } },
    ...hostileAnswers.map(
      (answer): Injection => ({ seam: 'hostile', fault: { kind: 'hostile', answer, effect: 'after' } }),
    ),
    ...mine(flaws).map((flaw): Injection => ({ seam: 'poison', flaw })),
    ...mine(database).map((fault): Injection => ({ seam: 'database', fault })),
    ...linksFrom(link).map((to): Injection => ({ seam: 'link', to })),
  ];
}

/** Shares, asks, and shares the same again, while something is wrong. */
function under(injection: Injection, at: number): Step {
  return step({
    name: `under injection: ${shown(injection)}`,
    perform: async (callers: Callers, run: Run) => {
      if (at % 4 === 0) callers.orders.push(run.simulation.placeOrder());
      await run.arm(injection);
      const receivers = [supplier, distributor, person].slice(0, 1 + (at % 3));
      const body = {
        transaction_id: callers.orders.at(-1),
        receivers: receivers.map((to, index) => ({ ...to, amount: 10 + at + index, description: '分账' })),
      };
      const operation = 'multiProfitSharing';
      const request = await begin(callers, run, { operation, family: 'share', body }, atOnce(1));
      await run.together({ do: 'reconcile' });
      run.disarm();
      await run.pass(2000);
      await run.together({ do: 'send', request });
    },
  });
}

/**
 * A run that meets everything once which is not likely to be met in a few runs.
 * @param share of what has nothing to do with the link, counted from 0, and `of` how many shares there are
 */
export function tour(share: number, of: number): Workload {
  return { name: 'tour', steps: (link) => fc.constant(tourInjections(link, share, of).map(under)) };
}
