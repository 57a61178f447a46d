import type { Crash } from '../../sandbox';
import type { DatabaseFault } from '../../sandbox/cloudbase/database/faults';
import type { Hold } from '../../sandbox/cloudbase/transit';
import type { Fault } from '../../sandbox/wechatpay/faults';
import type { NoticeFault } from '../../sandbox/wechatpay/notices/noticeFaults';
import type { LinkName } from '../../shared/operation';
import type { Flaw } from './injections/poison';
import type { Simulation } from './simulation';

/** Where things go wrong. */
export const seams = ['wire', 'late', 'hostile', 'database', 'crash', 'notice', 'clock', 'poison', 'link'] as const;

export type Seam = (typeof seams)[number];

/** Faults wait for the calls they hit; the rest is so from this moment on. */
export type Injection =
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

type Waiting = Extract<Injection, { readonly fault: unknown }>;

/** One word for a kind of injected fault, for counting. */
export function kindOf(injection: Injection): string {
  if (injection.seam === 'clock') return `clock ${injection.apartS} s off`;
  if (injection.seam === 'poison') return `poison ${injection.flaw}`;
  if (injection.seam === 'link') return `link to ${injection.to}`;
  const { seam, fault } = injection;
  if (seam === 'late') return `late by ${fault.delayMs} ms`;
  if ('function' in fault) return `crash ${fault.moment} ${fault.on}`;
  const what = fault.kind === 'code' ? fault.code : fault.kind === 'hostile' ? fault.answer : fault.kind;
  return [seam, what, 'effect' in fault ? fault.effect : ''].filter(Boolean).join(' ');
}

export function shown(injection: Injection): string {
  const { seam, ...rest } = injection;
  return `${seam} ${JSON.stringify('fault' in rest ? rest.fault : rest)}`;
}

/** @returns false when it makes no difference here, like another link where it is already configured */
export async function arm(simulation: Simulation, injection: Injection): Promise<boolean> {
  const { state, database } = simulation.sandbox;
  if (injection.seam === 'clock') simulation.setClocks(injection.signs.map((sign) => sign * injection.apartS * 1000));
  else if (injection.seam === 'poison') return simulation.poison(injection.flaw);
  else if (injection.seam === 'link') return simulation.setLink(injection.to);
  else if (injection.seam === 'database') database.faults.inject(injection.fault);
  else if (injection.seam === 'crash') simulation.crash(injection.fault);
  else if (injection.seam === 'late') state.transit.inject(injection.fault);
  else if (injection.seam === 'notice') state.notices.faults.inject(injection.fault);
  else state.faults.inject(injection.fault);
  return true;
}

/**
 * No fault waits any more, and clocks that are further off than WeChat Pay accepts are set right; poison and link stay.
 * @returns the faults that nothing met
 */
export function disarm(simulation: Simulation): Injection[] {
  const { state, database } = simulation.sandbox;
  const unmet: Waiting[] = [
    ...state.faults.list().map((fault) => ({ seam: fault.kind === 'hostile' ? 'hostile' : 'wire', fault }) as const),
    ...state.transit.list().map((fault) => ({ seam: 'late', fault }) as const),
    ...database.faults.list().map((fault) => ({ seam: 'database', fault }) as const),
    ...state.crashes.list().map((fault) => ({ seam: 'crash', fault }) as const),
    ...state.notices.faults.list().map((fault) => ({ seam: 'notice', fault }) as const),
  ];
  for (const seam of [state.faults, state.transit, database.faults, state.crashes, state.notices.faults]) seam.clear();
  if (simulation.clocksApartMs() >= MOST_APART_MS) simulation.setClocks([]);
  return unmet;
}

/** API v3 refuses signatures that are further off. */
const MOST_APART_MS = 300_000;

/** How many calls an injected fault hits. */
export const hits = (injection: Injection): number => ('fault' in injection ? (injection.fault.times ?? 1) : 1);
