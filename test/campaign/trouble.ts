import type { Crash } from '../../sandbox';
import type { DatabaseFault } from '../../sandbox/cloudbase/database/faults';
import type { Hold } from '../../sandbox/cloudbase/transit';
import type { Fault } from '../../sandbox/wechatpay/faults';
import type { NoticeFault } from '../../sandbox/wechatpay/notices/noticeFaults';
import type { LinkName } from '../../shared/operation';
import type { Market } from './market';
import type { Flaw } from './troubles/poison';

/** Where things go wrong. */
export const seams = ['wire', 'late', 'hostile', 'database', 'crash', 'notice', 'clock', 'poison', 'link'] as const;

export type Seam = (typeof seams)[number];

/** Faults wait for the calls they hit; the rest is so from this moment on. */
export type Trouble =
  | { readonly seam: 'wire' | 'hostile'; readonly fault: Fault }
  /** A request arrives after its sender has given it up. */
  | { readonly seam: 'late'; readonly fault: Hold }
  | { readonly seam: 'database'; readonly fault: DatabaseFault }
  | { readonly seam: 'crash'; readonly fault: Crash }
  | { readonly seam: 'notice'; readonly fault: NoticeFault }
  /** Clocks of instances are so many seconds off: behind (-1), right (0) or ahead (1), in turn. */
  | { readonly seam: 'clock'; readonly apartS: number; readonly signs: readonly (-1 | 0 | 1)[] }
  /** A record in the ledger that the functions did not write, or that has grown beyond all bounds. */
  | { readonly seam: 'poison'; readonly flaw: Flaw }
  /** The functions are configured for another link, which calls with the same merchant number. */
  | { readonly seam: 'link'; readonly to: LinkName };

type Waiting = Extract<Trouble, { readonly fault: unknown }>;

/** One word for a kind of trouble, for counting. */
export function kindOf(trouble: Trouble): string {
  if (trouble.seam === 'clock') return `clock ${trouble.apartS} s off`;
  if (trouble.seam === 'poison') return `poison ${trouble.flaw}`;
  if (trouble.seam === 'link') return `link to ${trouble.to}`;
  const { seam, fault } = trouble;
  if (seam === 'late') return `late by ${fault.delayMs} ms`;
  if ('function' in fault) return `crash ${fault.moment} ${fault.on}`;
  const what = fault.kind === 'code' ? fault.code : fault.kind === 'hostile' ? fault.answer : fault.kind;
  return [seam, what, 'effect' in fault ? fault.effect : ''].filter(Boolean).join(' ');
}

export function shown(trouble: Trouble): string {
  const { seam, ...rest } = trouble;
  return `${seam} ${JSON.stringify('fault' in rest ? rest.fault : rest)}`;
}

/** @returns false when it makes no difference here, like another link where it is already configured */
export async function arm(market: Market, trouble: Trouble): Promise<boolean> {
  const { state, database } = market.sandbox;
  if (trouble.seam === 'clock') market.setClocks(trouble.signs.map((sign) => sign * trouble.apartS * 1000));
  else if (trouble.seam === 'poison') return market.poison(trouble.flaw);
  else if (trouble.seam === 'link') return market.setLink(trouble.to);
  else if (trouble.seam === 'database') database.faults.inject(trouble.fault);
  else if (trouble.seam === 'crash') market.crash(trouble.fault);
  else if (trouble.seam === 'late') state.transit.inject(trouble.fault);
  else if (trouble.seam === 'notice') state.notices.faults.inject(trouble.fault);
  else state.faults.inject(trouble.fault);
  return true;
}

/**
 * No fault waits any more, and clocks that are further off than WeChat Pay accepts are set right; poison and link stay.
 * @returns the faults that nothing met
 */
export function disarm(market: Market): Trouble[] {
  const { state, database } = market.sandbox;
  const unmet: Waiting[] = [
    ...state.faults.list().map((fault) => ({ seam: fault.kind === 'hostile' ? 'hostile' : 'wire', fault }) as const),
    ...state.transit.list().map((fault) => ({ seam: 'late', fault }) as const),
    ...database.faults.list().map((fault) => ({ seam: 'database', fault }) as const),
    ...state.crashes.list().map((fault) => ({ seam: 'crash', fault }) as const),
    ...state.notices.faults.list().map((fault) => ({ seam: 'notice', fault }) as const),
  ];
  for (const seam of [state.faults, state.transit, database.faults, state.crashes, state.notices.faults]) seam.clear();
  if (market.clocksApartMs() >= MOST_APART_MS) market.setClocks([]);
  return unmet;
}

/** API v3 refuses signatures that are further off. */
const MOST_APART_MS = 300_000;

/** How many calls a trouble hits. */
export const hits = (trouble: Trouble): number => ('fault' in trouble ? (trouble.fault.times ?? 1) : 1);
