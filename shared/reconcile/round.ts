import type { Caller } from '../caller';
import type { Config } from '../config';
import type { Ledger } from '../ledger';
import type { Link } from '../links/index';
import type { Text } from '../locale';
import type { Reply } from '../reply';
import type { Break } from './breaks';
import type { Surroundings } from './surroundings';

/** What a round of reconciliation did, in numbers. */
export interface Counts {
  /** Records WeChat Pay was asked about; each then counts in exactly one of the next four. */
  looked: number;
  /** Nothing changes any more: settled, partly_failed or closed. */
  settled: number;
  processing: number;
  /** WeChat Pay certainly does not know the number. */
  refused: number;
  unknown: number;
  announced: number;
  breaks: number;
  warnings: number;
  /** Records that are due and were not come to. */
  remaining: number;
}

export function noCounts(): Counts {
  const asked = { looked: 0, settled: 0, processing: 0, refused: 0, unknown: 0 };
  return { ...asked, announced: 0, breaks: 0, warnings: 0, remaining: 0 };
}

/** One round of reconciliation: what it works with, until when, and what it has found so far. */
export interface Round {
  readonly config: Config;
  readonly caller: Caller;
  readonly link: Link;
  readonly ledger: Ledger;
  readonly around: Surroundings;
  readonly now: () => number;
  /** Records that become due within this many ms are looked at as well. */
  readonly aheadMs: number;
  /** When everything must be over, epoch ms. */
  readonly deadline: number;
  readonly counts: Counts;
  readonly warnings: Text[];
  readonly breaks: Break[];
  /** Whether WeChat Pay has answered anything yet. */
  answered: boolean;
  /** Questions in a row that nobody answered. */
  unanswered: number;
  /** Announcements that failed. */
  unheard: number;
  /** Once set, nothing more is asked in this round; it says why. */
  blocked?: Reply;
}

/** Time a round still has, in ms. */
export function timeLeft({ deadline, now }: Pick<Round, 'deadline' | 'now'>): number {
  return deadline - now();
}
