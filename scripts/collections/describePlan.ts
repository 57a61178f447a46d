import type { IndexSpec } from './ledgerCollections';
import type { CollectionPlan } from './planCollections';

/** A plan for people: `=` is there, `+` will be made, `!` needs a person. */
export function describePlan(plans: readonly CollectionPlan[]): string {
  return plans.flatMap(linesOf).join('\n');
}

function linesOf(plan: CollectionPlan): string[] {
  return [
    plan.exists ? `= ${plan.name}` : `+ ${plan.name}`,
    `  ${accessLine(plan)}`,
    ...plan.present.map((index) => `  = index ${shown(index)}`),
    ...plan.missing.map((index) => `  + index ${shown(index)}`),
    ...plan.conflicts.map((found) => `  ! in the way: index ${found}`),
  ];
}

function accessLine({ access, accessNow }: CollectionPlan): string {
  if (access === 'closed') return '= access: administrators only';
  if (access === 'close') return `+ access: administrators only${accessNow ? `, ${accessNow} until now` : ''}`;
  return accessNow ? `! access: a rule of your own (${accessNow})` : '! access: not shown by the cloud API';
}

export function shown({ name, keys }: IndexSpec): string {
  const fields = Object.entries(keys).map(([field, direction]) => (direction === 1 ? field : `${field} descending`));
  return `${name} (${fields.join(', ')})`;
}

/** What a person has to do about the access of one collection. */
export function byHand(collection: string): string {
  return `By hand: make sure that ${collection} is for administrators only (ADMINONLY) in the CloudBase console. Whoever can write to it can make up payments.`;
}
