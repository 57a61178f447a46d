import type { Text } from '../../shared/locale';
import type { FunctionState, Variables } from './cloudFunctions';
import { codeDigest, hasDigest } from './codeDigest';
import { cloudNameOf, type FunctionSettings, HANDLER, MEMORY_MB, RUNTIME, type Trigger } from './functionSettings';
import type { Package } from './packFunction';

/** One function as it is, and what it takes to make it as it should be. */
export interface FunctionPlan {
  readonly name: string;
  readonly settings: FunctionSettings;
  readonly package: Package;
  readonly exists: boolean;
  /** What it says of itself now. */
  readonly description: string;
  /** Whether code is sent. */
  readonly sendsCode: boolean;
  /** Limits that differ: what, from, to. */
  readonly changes: readonly (readonly [what: string, from: string, to: string])[];
  /** Names of variables; their values are shown nowhere. */
  readonly variables: Readonly<Record<'added' | 'changed' | 'same' | 'kept', readonly string[]>>;
  /** What it is given, over what it has by then. */
  readonly given: Variables;
  readonly triggers: Readonly<Record<'missing' | 'present', readonly Trigger[]>>;
  /** What only a person can decide, in words. */
  readonly notes: readonly Text[];
  /** Whether something else than this command deployed it, and it may not be replaced. */
  readonly isForeign: boolean;
  /** Why it cannot be deployed at all. */
  readonly blocked: Text | undefined;
}

/**
 * Compares a function with its settings, its code and the variables it is given, and changes nothing.
 * @param adopt whether a function that something else deployed may be replaced
 */
export function planFunction(
  settings: FunctionSettings,
  state: FunctionState | undefined,
  code: Package,
  given: Variables,
  adopt: boolean,
): FunctionPlan {
  const now = state?.variables ?? {};
  const names = Object.keys(given);
  const scheduled = (trigger: Trigger) => state?.triggers.find(({ name }) => name === trigger.name);
  const present = settings.triggers.filter((trigger) => scheduled(trigger));
  const isForeign = state !== undefined && !hasDigest(state.description);
  const marked = state?.description.endsWith(codeDigest(code.digest, state.storedHash)) ?? false;
  return {
    name: cloudNameOf(settings),
    settings,
    package: code,
    exists: state !== undefined,
    description: state?.description ?? '',
    sendsCode: !marked || state?.handler !== HANDLER,
    changes: state ? changesOf(settings, state) : [],
    variables: {
      added: names.filter((name) => !(name in now)),
      changed: names.filter((name) => name in now && now[name] !== given[name]),
      same: names.filter((name) => now[name] === given[name]),
      kept: Object.keys(now).filter((name) => !(name in given)),
    },
    given,
    triggers: { present, missing: settings.triggers.filter((trigger) => !present.includes(trigger)) },
    notes: [
      ...(isForeign ? [adopt ? ADOPTED : FOREIGN] : []),
      ...present
        .filter((trigger) => scheduled(trigger)?.config !== trigger.config)
        .map(({ name, config }) => ({
          zh: `触发器 ${name}：它有自己的时间表，不是 ${config}，予以保留`,
          en: `trigger ${name}: it has a schedule of its own, not ${config}, and keeps it`,
        })),
      ...(state && state.runtime !== RUNTIME && !blockOf(state) ? [otherRuntime(state.runtime)] : []),
    ],
    isForeign: isForeign && !adopt,
    blocked: state && blockOf(state),
  };
}

const FOREIGN: Text = { zh: '它不是由本命令部署的', en: 'this command did not deploy it' };
const ADOPTED: Text = {
  zh: '它不是由本命令部署的，--adopt 允许替换',
  en: 'this command did not deploy it, and --adopt lets it be replaced',
};

function otherRuntime(runtime: string): Text {
  return {
    zh: `运行时为 ${runtime}，不是 ${RUNTIME}：创建后不能更改，代码在两者上都能运行`,
    en: `runtime ${runtime}, not ${RUNTIME}: it is fixed when a function is created, and the code runs on both`,
  };
}

/** Whether this plan sends a configuration. New code changes the mark in the description. */
export function configures({ exists, sendsCode, changes, variables }: FunctionPlan): boolean {
  return !exists || sendsCode || changes.length > 0 || variables.added.length + variables.changed.length > 0;
}

/** Whether this plan changes anything. */
export function hasWork(plan: FunctionPlan): boolean {
  return configures(plan) || plan.triggers.missing.length > 0;
}

function changesOf({ timeout }: FunctionSettings, state: FunctionState): FunctionPlan['changes'] {
  const limits = [
    ['timeout', `${state.timeout} s`, `${timeout} s`],
    ['memory', `${state.memory} MB`, `${MEMORY_MB} MB`],
  ] as const;
  return limits.filter(([, from, to]) => from !== to);
}

/** The bundle is built for Node.js 18 and newer. */
export const OLDEST_NODE = 18;

/** Runtime and type are fixed when a function is created (docs.cloudbase.net/cloud-function/function-configuration/config). */
export function blockOf({ runtime, type, status }: FunctionState): Text | undefined {
  const node = Number(/^Nodejs(\d+)/.exec(runtime)?.[1] ?? 0);
  if (node < OLDEST_NODE)
    return {
      zh: `其运行时为 ${runtime}，不能更改；需要 ${RUNTIME}`,
      en: `its runtime is ${runtime} and cannot be changed; needed is ${RUNTIME}`,
    };
  if (type !== 'Event')
    return {
      zh: `其类型为 ${type}，不能更改；需要 Event`,
      en: `it is of the type ${type}, which cannot be changed; needed is Event`,
    };
  return /^(CreateFailed|Deleting|DeleteFailed)$/.test(status)
    ? { zh: `其状态为 ${status}`, en: `it is ${status}` }
    : undefined;
}
