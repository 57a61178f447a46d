import type { Caller } from '../caller';
import type { Clock } from '../clock';
import type { Deadline } from '../deadline';
import type { Ledger } from '../ledger/ledger';
import type { Text } from '../locale';
import type { Break } from './breaks';
import type { Channel, Channels } from './channels';
import type { Environment } from './environment';

/** What a run of reconciliation did, in numbers. */
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
  /** Records that could not be processed; each was put off, and the run went on. */
  failed: number;
}

export function noCounts(): Counts {
  const asked = { looked: 0, settled: 0, processing: 0, refused: 0, unknown: 0 };
  return { ...asked, announced: 0, breaks: 0, warnings: 0, remaining: 0, failed: 0 };
}

/** What one run has found so far: the only part of it that changes. */
export interface RunResult {
  readonly counts: Counts;
  readonly warnings: Text[];
  readonly breaks: Break[];
  /** Whether WeChat Pay has answered anything yet. */
  answered: boolean;
  /** Calls of PROFIT_SHARING_ON_SETTLED that failed. */
  notifyFailures: number;
  /** Defects met while single records were processed, for the log. */
  readonly defects: string[];
}

/** What one run of reconciliation works with, and until when. */
export interface RunContext {
  readonly caller: Caller;
  /** The configured link. */
  readonly main: Channel;
  readonly channels: Channels;
  readonly ledger: Ledger;
  readonly environment: Environment;
  readonly clock: Clock;
  /** Records that become due within this many ms are looked at as well. */
  readonly aheadMs: number;
  /** When everything must be over. */
  readonly deadline: Deadline;
  readonly result: RunResult;
}
