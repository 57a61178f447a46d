import fc from 'fast-check';
import type { DatabaseFault } from '../../../sandbox/cloudbase/database/faults';
import { hostileAnswers } from '../../../sandbox/wechatpay/faults';
import type { LinkName } from '../../../shared/operation';
import { person, supplier } from '../../conformance/harness';
import type { Life } from '../life';
import { linksFrom } from '../linkChanges';
import { distributor } from '../market';
import { atOnce, begin } from '../moneySteps';
import { type Callers, type Step, step } from '../step';
import { shown, type Trouble } from '../trouble';
import { flaws } from '../troubles/poison';
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

/** Everything that is not likely in a few lives. What has nothing to do with the link is shared out among the links. */
export function tourTroubles(link: LinkName, share: number, of: number): Trouble[] {
  const mine = <T>(all: readonly T[]): T[] => all.filter((_, index) => index % of === share);
  return [
    { seam: 'clock', apartS: 290, signs: [0, 1, -1] },
    { seam: 'late', fault: { delayMs: 3500, times: 3 } },
    ...hostileAnswers.map(
      (answer): Trouble => ({ seam: 'hostile', fault: { kind: 'hostile', answer, effect: 'after' } }),
    ),
    ...mine(flaws).map((flaw): Trouble => ({ seam: 'poison', flaw })),
    ...mine(database).map((fault): Trouble => ({ seam: 'database', fault })),
    ...linksFrom(link).map((to): Trouble => ({ seam: 'link', to })),
  ];
}

/** Shares, asks, and shares the same again, while something is wrong. */
function under(trouble: Trouble, at: number): Step {
  return step({
    name: `under trouble: ${shown(trouble)}`,
    run: async (callers: Callers, life: Life) => {
      if (at % 4 === 0) callers.orders.push(life.market.placeOrder());
      await life.arm(trouble);
      const receivers = [supplier, distributor, person].slice(0, 1 + (at % 3));
      const body = {
        transaction_id: callers.orders.at(-1),
        receivers: receivers.map((to, index) => ({ ...to, amount: 10 + at + index, description: '分账' })),
      };
      const operation = 'multiProfitSharing';
      const request = await begin(callers, life, { operation, family: 'share', body }, atOnce(1));
      await life.together({ do: 'reconcile' });
      life.disarm();
      await life.pass(2000);
      await life.together({ do: 'send', request });
    },
  });
}

/**
 * A life that meets everything once which is not likely to be met in a few lives.
 * @param share of what has nothing to do with the link, counted from 0, and `of` how many shares there are
 */
export function tour(share: number, of: number): Workload {
  return { name: 'tour', steps: (link) => fc.constant(tourTroubles(link, share, of).map(under)) };
}
