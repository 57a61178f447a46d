import fc from 'fast-check';
import type { Crash } from '../../../sandbox';
import { noticeFlaws } from '../../../sandbox/wechatpay/notices/notice';
import type { NoticeFault } from '../../../sandbox/wechatpay/notices/noticeFaults';
import type { LinkName } from '../../../shared/operation';
import type { Injection, Seam } from '../injection';
import { linksFrom } from '../linkChanges';
import { databaseInjection } from './databaseFaults';
import { flaws } from './poison';
import { effect, hostileInjection, moneyOperations, wireInjection } from './wireFaults';

/** A run writes its intent first and its outcome second; it asks WeChat Pay in between. */
const moment = fc.constantFrom<Pick<Crash, 'on' | 'nth'>>(
  { on: 'pay' },
  { on: 'pay' },
  { on: 'database' },
  { on: 'database', nth: 2 },
);

const crash: fc.Arbitrary<Crash> = fc
  .tuple(
    fc.constantFrom(...moneyOperations, 'multiProfitSharing', 'profitSharingReconcile', 'profitSharingNotify'),
    moment,
    effect,
    fc.integer({ min: 1, max: 2 }),
  )
  .map(([name, when, effectOf, times]) => ({ function: name, ...when, moment: effectOf, times }));

const noticeFault: fc.Arbitrary<NoticeFault> = fc.oneof(
  fc.integer({ min: 1, max: 2 }).map((copies): NoticeFault => ({ kind: 'duplicate', copies })),
  fc.constantFrom<NoticeFault>({ kind: 'reorder' }, { kind: 'drop' }, { kind: 'lostAnswer' }),
  fc.constantFrom(60_000, 7_200_000).map((ms): NoticeFault => ({ kind: 'delay', ms })),
  fc.constantFrom(...noticeFlaws).map((flaw): NoticeFault => ({ kind: 'forge', flaw })),
);

/** Functions wait 500 ms for an answer, and ask about the number before they end. */
const late = fc
  .tuple(fc.constantFrom(600, 1500, 3500), fc.integer({ min: 1, max: 3 }))
  .map(([delayMs, times]): Injection => ({ seam: 'late', fault: { delayMs, times } }));

/** How far clocks are off, in s. WeChat Pay refuses signatures that are more than 300 s off; 290 are still good. */
const APART_S = [5, 30, 90, 290, 300] as const;

const sign = fc.constantFrom(-1 as const, 0 as const, 1 as const);

const clock = fc
  .tuple(fc.constantFrom(...APART_S), fc.array(sign, { minLength: 3, maxLength: 3 }))
  .map(([apartS, signs]): Injection => {
    const differ = new Set(signs).size > 1;
    return { seam: 'clock', apartS, signs: differ ? signs : [0, 1, -1] };
  });

const bySeam: Readonly<Record<Seam, { readonly weight: number; of(link: LinkName): fc.Arbitrary<Injection> }>> = {
  wire: { weight: 5, of: wireInjection },
  hostile: { weight: 3, of: hostileInjection },
  late: { weight: 2, of: () => late },
  database: { weight: 4, of: () => databaseInjection },
  crash: { weight: 3, of: () => crash.map((fault): Injection => ({ seam: 'crash', fault })) },
  notice: { weight: 2, of: () => noticeFault.map((fault): Injection => ({ seam: 'notice', fault })) },
  clock: { weight: 3, of: () => clock },
  poison: { weight: 1, of: () => fc.constantFrom(...flaws).map((flaw): Injection => ({ seam: 'poison', flaw })) },
  link: {
    weight: 1,
    of: (link) => fc.constantFrom(link, ...linksFrom(link)).map((to): Injection => ({ seam: 'link', to })),
  },
};

/** Any fault a link can have on these seams. */
export function injection(link: LinkName, seams: readonly Seam[]): fc.Arbitrary<Injection> {
  return fc.oneof(...seams.map((seam) => ({ weight: bySeam[seam].weight, arbitrary: bySeam[seam].of(link) })));
}
