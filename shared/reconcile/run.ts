import type { Caller } from '../caller';
import type { Clock } from '../clock';
import type { Deadline } from '../deadline';
import type { Ledger } from '../ledger/ledger';
import type { Text } from '../locale';
import type { Break } from './breaks';
import type { Environment } from './environment';
import type { RunLink, RunLinks } from './runLinks';

export interface Counts {
  /** Records that were queried; each counts in one of the next four. */
  looked: number;
  settled: number;
  processing: number;
  refused: number;
  unknown: number;
  announced: number;
  breaks: number;
  warnings: number;
  remaining: number;
  failed: number;
}

export function noCounts(): Counts {
  const asked = { looked: 0, settled: 0, processing: 0, refused: 0, unknown: 0 };
  return { ...asked, announced: 0, breaks: 0, warnings: 0, remaining: 0, failed: 0 };
}

export interface RunResult {
  readonly counts: Counts;
  readonly warnings: Text[];
  readonly breaks: Break[];
  answered: boolean;
  notifyFailures: number;
  readonly defects: string[];
}

export interface RunContext {
  readonly caller: Caller;
  readonly main: RunLink;
  readonly links: RunLinks;
  readonly ledger: Ledger;
  readonly environment: Environment;
  readonly clock: Clock;
  /** Records due within this many ms are queried as well. */
  readonly aheadMs: number;
  readonly deadline: Deadline;
  readonly result: RunResult;
}
