import type fc from 'fast-check';
import type { LinkName } from '../../shared/operation';
import type { Seam } from './injection';
import type { Rules, Run } from './run';
import type { Callers, Step } from './step';

/** What the runs of one kind are made of. */
export interface Workload {
  readonly name: string;
  /**
   * @param most steps in one run
   * @param seams where things may go wrong
   */
  steps(link: LinkName, most: number, seams: readonly Seam[]): fc.Arbitrary<Iterable<Step>>;
  /** Made anew for every run. */
  rules?(): Rules;
  /** Before the first step. */
  begin?(run: Run): Promise<void>;
  /** Once everything has come to its end, before the books are compared. */
  end?(callers: Callers, run: Run): Promise<void>;
}
