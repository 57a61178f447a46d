import type { ReadPayee, ReadRule } from './ReadRule';
import type { PlannedLine } from './SharePlan';

/** Everyone a rule may pay, members of groups among them. */
export function payeesOf(rules: readonly ReadRule[]): ReadPayee[] {
  return rules.flatMap((rule) => ('members' in rule ? rule.members : [rule]));
}

/** One text for one receiver. Types have no spaces, so no two receivers share one. */
export function identityOf({ type, account }: PlannedLine['receiver']): string {
  return `${type} ${account}`;
}
