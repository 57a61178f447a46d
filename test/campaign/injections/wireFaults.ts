import fc from 'fast-check';
import { type Fault, hostileAnswers } from '../../../sandbox/wechatpay/faults';
import type { LinkName } from '../../../shared/operation';
import type { Injection } from '../injection';

export const effect = fc.constantFrom('before' as const, 'after' as const);
export const few = fc.integer({ min: 1, max: 5 });

/** Longer than the functions wait for WeChat Pay (500 ms). */
const SLOW_MS = 700;

export const moneyOperations = [
  'multiProfitSharing',
  'profitSharing',
  'profitSharingFinish',
  'profitSharingReturn',
] as const;

const queries = ['profitSharingQuery', 'profitSharingReturnQuery'] as const;

/** No answer comes, or none that can be read. */
const noAnswer: fc.Arbitrary<Fault> = fc.oneof(
  effect.map((when): Fault => ({ kind: 'silence', effect: when })),
  fc.constant<Fault>({ kind: 'slow', delayMs: SLOW_MS }),
  fc.record({
    kind: fc.constant('broken' as const),
    effect,
    connection: fc.constantFrom('whole' as const, 'cut' as const),
  }),
  effect.map((when): Fault => ({ kind: 'status', status: 502, body: '<html>Bad Gateway</html>', effect: when })),
);

const own: Partial<Record<LinkName, fc.Arbitrary<Fault>>> = {
  cloudpay: effect.map((when): Fault => ({ kind: 'platform', code: 'SYS_ERR', message: 'system error', effect: when })),
  apiv2: effect.map((when): Fault => ({ kind: 'envelope', message: '系统繁忙，请稍后再试', effect: when })),
};

const isPrivate = (link: LinkName) => link === 'cloudpay' || link === 'cloudrun';

function wireFault(link: LinkName): fc.Arbitrary<Fault> {
  const flaws = fc.constantFrom('missing' as const, 'wrong' as const);
  const kinds: fc.Arbitrary<Fault>[] = [
    effect.map((when) => ({ kind: 'code', code: 'SYSTEMERROR', effect: when })),
    fc.constant({ kind: 'code', code: 'FREQUENCY_LIMITED', effect: 'before' }),
    noAnswer,
    noAnswer,
    noAnswer,
    fc.constant({ kind: 'otherAnswer', effect: 'after' }),
  ];
  // What is signed on the private links cannot be checked.
  if (!isPrivate(link)) kinds.push(flaws.map((flaw): Fault => ({ kind: 'signature', flaw, effect: 'after' })));
  const mine = own[link];
  return fc.oneof(...kinds, ...(mine ? [mine] : []));
}

/** A faulty answer to one kind of call or to all. */
function aimed(seam: 'wire' | 'hostile', faults: fc.Arbitrary<Fault>, target: fc.Arbitrary<string | undefined>) {
  return fc.tuple(faults, target, few).map(([fault, aim, times]): Injection => {
    return { seam, fault: { ...fault, times, ...(aim && { api: aim }) } };
  });
}

const anyCall = fc.option(fc.constantFrom(...moneyOperations, ...queries, ...queries), { nil: undefined });

const lie = fc.tuple(fc.constantFrom(...hostileAnswers), effect).map(([answer, when]): Fault => {
  // It names everything that was asked for: that the bank never saw the request cannot be known from it.
  return { kind: 'hostile', answer, effect: answer === 'objectResult' ? 'after' : when };
});

/** Faults on the wire of a link. */
export const wireInjection = (link: LinkName) => aimed('wire', wireFault(link), anyCall);

/** Answers as well signed as true ones that do not say what was asked for. */
export const hostileInjection = () => aimed('hostile', lie, anyCall);

/** Faults that only queries will meet. */
export const queryInjection = (link: LinkName, seam: 'wire' | 'hostile') =>
  aimed(seam, seam === 'wire' ? wireFault(link) : lie, fc.constantFrom(...queries));
