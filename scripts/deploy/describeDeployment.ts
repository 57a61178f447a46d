import { type Locale, type Text, translate } from '../../shared/locale';
import { describePlan } from '../collections/describePlan';
import { MEMORY_MB, RUNTIME } from './functionSettings';
import type { Deployment } from './planDeployment';
import { type FunctionPlan, hasWork } from './planFunction';

/** A plan for people: `=` is there, `+` will be made, `~` will be changed, `-` is left out, `!` needs a person. */
export function describeDeployment(deployment: Deployment, locale: Locale): string {
  const { functions, path, collections, leftOut, link, ignored, unread, rule } = deployment;
  const note = (words: Text) => `  ! ${translate(words, locale)}`;
  const named = (words: Text, names: readonly string[]) =>
    names.length > 0 ? [`${translate(words, locale)}${names.join(', ')}`] : [];
  return [
    translate({ zh: `接入方式 ${link}`, en: `Link ${link}` }, locale),
    ...named(IGNORED, ignored),
    ...named(UNREAD, unread),
    ...functions.flatMap((plan) => linesOf(plan, locale)),
    ...leftOut.map(({ name, why }) => `- ${name}: ${translate(why, locale)}`),
    ...(path ? [pathLine(path, locale), ...path.notes.map(note)] : []),
    ...(path?.blocked ? [note(path.blocked)] : []),
    ...(collections.length > 0 ? [describePlan(collections, locale)] : []),
    ...(rule ? [`! ${translate(rule, locale)}`] : []),
  ].join('\n');
}

const IGNORED: Text = { zh: '忽略，与这些函数无关：', en: 'Ignored, as they are not for these functions: ' };
const UNREAD: Text = {
  zh: '没有给任何函数，因为没有函数读取：',
  en: 'Given to no function, as none of these functions reads them: ',
};

function pathLine({ missing, path, to }: NonNullable<Deployment['path']>, locale: Locale): string {
  const words = { zh: `HTTP 路径 ${path} 指向 ${to}`, en: `HTTP path ${path} to ${to}` };
  return `${missing ? '+' : '='} ${translate(words, locale)}`;
}

/** What a plan does to a function, in short. */
function actionsOf({ exists, sendsCode, changes, variables, triggers }: FunctionPlan): Text[] {
  const configures = changes.length + variables.added.length + variables.changed.length > 0;
  return [
    ...(exists ? [] : [{ zh: '创建', en: 'create' }]),
    ...(exists && sendsCode ? [{ zh: '更新代码', en: 'update code' }] : []),
    ...(exists && configures ? [{ zh: '更新配置', en: 'update configuration' }] : []),
    ...(triggers.missing.length > 0 ? [{ zh: '添加触发器', en: 'add trigger' }] : []),
  ];
}

/** {@link actionsOf}, as one text. */
export function actionsIn(plan: FunctionPlan): Text {
  const actions = actionsOf(plan);
  return { zh: actions.map(({ zh }) => zh).join('、'), en: actions.map(({ en }) => en).join(', ') };
}

const UNCHANGED: Text = { zh: '不变', en: 'unchanged' };
const CHANGED: Readonly<Record<string, Text>> = {
  timeout: { zh: '超时', en: 'timeout' },
  memory: { zh: '内存', en: 'memory' },
};

function linesOf(plan: FunctionPlan, locale: Locale): string[] {
  const { name, settings, exists, changes, variables, triggers } = plan;
  const sign = exists ? (hasWork(plan) ? '~' : '=') : '+';
  const listed = (mark: string, names: readonly string[], what: Text) =>
    names.length > 0 ? [`  ${mark} ${translate(what, locale)}: ${names.join(', ')}`] : [];
  const trigger = translate({ zh: '触发器', en: 'trigger' }, locale);
  return [
    `${sign} ${name}: ${translate(actionsIn(plan), locale) || translate(UNCHANGED, locale)}`,
    ...(exists ? [] : [`  + ${RUNTIME}, ${MEMORY_MB} MB, ${settings.timeout} s`]),
    ...(plan.sendsCode ? [codeLine(plan, locale)] : []),
    ...changes.map(
      ([what, from, to]) => `  ~ ${translate(CHANGED[what] ?? { zh: what, en: what }, locale)} ${from} → ${to}`,
    ),
    ...listed('+', variables.added, { zh: '新变量', en: 'new variables' }),
    ...listed('~', variables.changed, { zh: '更改的变量', en: 'changed variables' }),
    ...listed('=', variables.same, { zh: '相同的变量', en: 'same variables' }),
    ...listed('=', variables.kept, { zh: '保持原样的变量', en: 'variables that stay as they are there' }),
    ...triggers.missing.map(({ name: one, config }) => `  + ${trigger} ${one} (${config})`),
    ...triggers.present.map(({ name: one }) => `  = ${trigger} ${one}`),
    ...[...plan.notes, ...(plan.blocked ? [plan.blocked] : [])].map((words) => `  ! ${translate(words, locale)}`),
  ];
}

function codeLine({ exists, package: { digest, size, credentials } }: FunctionPlan, locale: Locale): string {
  const listed = credentials.map((file) => `credentials/${file}`).join(', ');
  const files = listed && translate({ zh: `，含 ${listed}`, en: `, with ${listed}` }, locale);
  const code = translate({ zh: '代码', en: 'code' }, locale);
  return `  ${exists ? '~' : '+'} ${code} ${digest.slice(0, 12)}, ${(size / 1024).toFixed(0)} KB${files}`;
}
