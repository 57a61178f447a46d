import type { Part, Rounding } from './portions';
import type { PlannedLine } from './SharePlan';
import type { RatioBase } from './ShareRules';

/** What a rule says, to explain it by. */
interface Said {
  readonly field: string;
  readonly of: RatioBase | 'group' | 'left';
  readonly ratio?: string;
}

export interface ReadPayee extends Part {
  readonly said: Said;
  readonly receiver: PlannedLine['receiver'];
  readonly name: string | undefined;
  readonly description: string;
}

export interface ReadGroup extends Part {
  readonly said: Said;
  readonly group: string;
  readonly rounding: Rounding;
  readonly members: readonly ReadPayee[];
}

export type ReadRule = ReadPayee | ReadGroup;
