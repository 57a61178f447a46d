import fc from 'fast-check';
import type { Crash } from '../../sandbox';
import type { DatabaseFault } from '../../sandbox/cloudbase/database/faults';
import type { Fault } from '../../sandbox/wechatpay/faults';
import { noticeFlaws } from '../../sandbox/wechatpay/notices/notice';
import type { NoticeFault } from '../../sandbox/wechatpay/notices/noticeFaults';
import type { LinkName } from '../../shared/operation';
import type { Market } from './market';

/** Something that goes wrong on one of the seams, as soon as somebody comes by. */
export type Trouble =
  | { readonly seam: 'wire'; readonly fault: Fault }
  | { readonly seam: 'database'; readonly fault: DatabaseFault }
  | { readonly seam: 'crash'; readonly fault: Crash }
  | { readonly seam: 'notice'; readonly fault: NoticeFault };

const effect = fc.constantFrom('before' as const, 'after' as const);
const few = fc.integer({ min: 1, max: 5 });

/** Longer than the functions wait for WeChat Pay (500 ms). */
const SLOW_MS = 700;

const moneyOperations = ['multiProfitSharing', 'profitSharing', 'profitSharingFinish', 'profitSharingReturn'] as const;
const queries = ['profitSharingQuery', 'profitSharingReturnQuery'] as const;

function wireFault(link: LinkName): fc.Arbitrary<Fault> {
  const always: fc.Arbitrary<Fault>[] = [
    effect.map((when) => ({ kind: 'code', code: 'SYSTEMERROR', effect: when })),
    fc.constant({ kind: 'code', code: 'FREQUENCY_LIMITED', effect: 'before' }),
    effect.map((when) => ({ kind: 'silence', effect: when })),
    fc.constant({ kind: 'slow', delayMs: SLOW_MS }),
    fc.record({
      kind: fc.constant('broken' as const),
      effect,
      connection: fc.constantFrom('whole' as const, 'cut' as const),
    }),
    effect.map((when) => ({ kind: 'status', status: 502, body: '<html>Bad Gateway</html>', effect: when })),
    fc.constant({ kind: 'otherAnswer', effect: 'after' }),
  ];
  const own = {
    cloudpay: effect.map(
      (when): Fault => ({ kind: 'platform', code: 'SYS_ERR', message: 'system error', effect: when }),
    ),
    apiv2: effect.map((when): Fault => ({ kind: 'envelope', message: '系统繁忙，请稍后再试', effect: when })),
  };
  const flaws = fc.constantFrom('missing' as const, 'wrong' as const);
  const unsigned = flaws.map((flaw): Fault => ({ kind: 'signature', flaw, effect: 'after' }));
  const faults = link === 'cloudpay' ? [...always, own.cloudpay] : [...always, unsigned];
  return fc.oneof(...faults, ...(link === 'apiv2' ? [own.apiv2] : []));
}

const api = fc.option(fc.constantFrom(...moneyOperations, ...queries, ...queries), { nil: undefined });

const databaseFault: fc.Arbitrary<DatabaseFault> = fc.oneof(
  fc.constantFrom<DatabaseFault>({ kind: 'conflict' }, { kind: 'busy' }),
  effect.map((when): DatabaseFault => ({ kind: 'outage', effect: when })),
  fc.constant<DatabaseFault>({ kind: 'slow', delayMs: 300 }),
);

const writes = fc.option(fc.constantFrom('database.insertDocument' as const, 'database.modifyDocument' as const), {
  nil: undefined,
});

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

/** Trouble on the wire of a link, for one kind of call or for all. */
function wireTrouble(link: LinkName, target: fc.Arbitrary<string | undefined>): fc.Arbitrary<Trouble> {
  return fc.tuple(wireFault(link), target, few).map(([fault, aim, times]): Trouble => {
    return { seam: 'wire', fault: { ...fault, times, ...(aim && { api: aim }) } };
  });
}

/** Trouble that only somebody who asks will meet. */
export const queryTrouble = (link: LinkName) => wireTrouble(link, fc.constantFrom(...queries));

/** Any trouble a link can have. */
export function trouble(link: LinkName): fc.Arbitrary<Trouble> {
  const aimed = wireTrouble(link, api);
  const stored = fc.tuple(databaseFault, writes, few).map(([fault, action, times]): Trouble => {
    return { seam: 'database', fault: { ...fault, times, ...(action && { action }) } };
  });
  return fc.oneof(
    { weight: 4, arbitrary: aimed },
    { weight: 2, arbitrary: stored },
    { weight: 4, arbitrary: crash.map((fault): Trouble => ({ seam: 'crash', fault })) },
    { weight: 2, arbitrary: noticeFault.map((fault): Trouble => ({ seam: 'notice', fault })) },
  );
}

/** One word for a kind of trouble, for counting. */
function kindOf({ seam, fault }: Trouble): string {
  if ('function' in fault) return `crash ${fault.moment} ${fault.on}`;
  const what = fault.kind === 'code' ? fault.code : fault.kind;
  return [seam, what, 'effect' in fault ? fault.effect : ''].filter(Boolean).join(' ');
}

export function arm({ sandbox }: Market, { seam, fault }: Trouble): void {
  if (seam === 'wire') sandbox.world.faults.inject(fault);
  else if (seam === 'database') sandbox.database.faults.inject(fault);
  else if (seam === 'crash') sandbox.crash(fault);
  else sandbox.world.notices.faults.inject(fault);
}

/** Everything goes well from here on. @returns the troubles that nobody met */
export function disarm({ sandbox: { world, database } }: Market): Trouble[] {
  const unmet = [
    ...world.faults.list().map((fault): Trouble => ({ seam: 'wire', fault })),
    ...database.faults.list().map((fault): Trouble => ({ seam: 'database', fault })),
    ...world.crashes.list().map((fault): Trouble => ({ seam: 'crash', fault })),
    ...world.notices.faults.list().map((fault): Trouble => ({ seam: 'notice', fault })),
  ];
  for (const seam of [world.faults, database.faults, world.crashes, world.notices.faults]) seam.clear();
  return unmet;
}

/** Adds troubles to a count by kind, or with a sign of -1 takes them off. */
export function count(troubles: readonly Trouble[], into: Map<string, number>, sign: 1 | -1 = 1): void {
  for (const each of troubles) {
    const kind = kindOf(each);
    into.set(kind, (into.get(kind) ?? 0) + sign * (each.fault.times ?? 1));
  }
}
