import type fc from 'fast-check';
import type { LinkName } from '../../shared/operation';
import type { Life, Rules } from './life';
import type { Callers, Step } from './step';
import type { Seam } from './trouble';

/** What the lives of one kind are made of. */
export interface Workload {
  readonly name: string;
  /**
   * @param most steps in one life
   * @param seams where things may go wrong
   */
  steps(link: LinkName, most: number, seams: readonly Seam[]): fc.Arbitrary<Iterable<Step>>;
  /** Made anew for every life. */
  rules?(): Rules;
  /** Before the first step. */
  begin?(life: Life): Promise<void>;
  /** Once everything has come to its end, before the books are compared. */
  end?(callers: Callers, life: Life): Promise<void>;
}
