import { describePlan } from '../collections/describePlan';
import { MEMORY_MB, RUNTIME } from './functionSettings';
import type { Deployment } from './planDeployment';
import { type FunctionPlan, hasWork } from './planFunction';

/** A plan for people: `=` is there, `+` will be made, `~` will be changed, `-` is left out, `!` needs a person. */
export function describeDeployment(deployment: Deployment): string {
  const { functions, path, collections, leftOut, link, ignored, unread, rule } = deployment;
  return [
    `Link ${link}`,
    ...(ignored.length > 0 ? [`Ignored, as they are not for these functions: ${ignored.join(', ')}`] : []),
    ...(unread.length > 0 ? [`Given to no function, as none of these functions reads them: ${unread.join(', ')}`] : []),
    ...functions.flatMap(linesOf),
    ...leftOut.map(({ name, why }) => `- ${name}: ${why}`),
    ...(path ? [`${path.missing ? '+' : '='} HTTP path ${path.path} to ${path.to}`, ...path.notes.map(note)] : []),
    ...(path?.blocked ? [note(path.blocked)] : []),
    ...(collections.length > 0 ? [describePlan(collections)] : []),
    ...(rule ? [`! ${rule}`] : []),
  ].join('\n');
}

/** What a plan does to a function, in short. */
export function actionsOf({ exists, sendsCode, changes, variables, triggers }: FunctionPlan): string[] {
  const configures = changes.length + variables.added.length + variables.changed.length > 0;
  return [
    ...(exists ? [] : ['create']),
    ...(exists && sendsCode ? ['update code'] : []),
    ...(exists && configures ? ['update configuration'] : []),
    ...(triggers.missing.length > 0 ? ['add trigger'] : []),
  ];
}

function linesOf(plan: FunctionPlan): string[] {
  const { name, settings, exists, changes, variables, triggers } = plan;
  const sign = exists ? (hasWork(plan) ? '~' : '=') : '+';
  const listed = (mark: string, names: readonly string[], what: string) =>
    names.length > 0 ? [`  ${mark} ${what}: ${names.join(', ')}`] : [];
  return [
    `${sign} ${name}: ${actionsOf(plan).join(', ') || 'unchanged'}`,
    ...(exists ? [] : [`  + ${RUNTIME}, ${MEMORY_MB} MB, ${settings.timeout} s`]),
    ...(plan.sendsCode ? [codeLine(plan)] : []),
    ...changes.map(([what, from, to]) => `  ~ ${what} ${from} → ${to}`),
    ...listed('+', variables.added, 'new variables'),
    ...listed('~', variables.changed, 'changed variables'),
    ...listed('=', variables.same, 'same variables'),
    ...listed('=', variables.kept, 'variables that stay as they are there'),
    ...triggers.missing.map((trigger) => `  + trigger ${trigger.name} (${trigger.config})`),
    ...triggers.present.map((trigger) => `  = trigger ${trigger.name}`),
    ...[...plan.notes, ...(plan.blocked ? [plan.blocked] : [])].map(note),
  ];
}

function codeLine({ exists, package: { digest, size, credentials } }: FunctionPlan): string {
  const files = credentials.length > 0 ? `, with ${credentials.map((file) => `credentials/${file}`).join(', ')}` : '';
  return `  ${exists ? '~' : '+'} code ${digest.slice(0, 12)}, ${(size / 1024).toFixed(0)} KB${files}`;
}

function note(words: string): string {
  return `  ! ${words}`;
}
