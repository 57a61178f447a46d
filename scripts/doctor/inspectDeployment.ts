import { type Variable, variables } from '../../shared/generated/config';
import { LINKS, type LinkName, linkNames } from '../../shared/generated/links';
import { operations } from '../../shared/generated/operations';
import { CloudFailure, explained } from '../collections/cloudFailure';
import { accountKey, openCloud, readCredentials } from '../collections/openCloud';
import { chooseFunctions } from '../deploy/chooseFunctions';
import { cloudFunctions, type FunctionState, type FunctionsPort } from '../deploy/cloudFunctions';
import {
  cloudNameOf,
  type FunctionSettings,
  functionSettings,
  MEMORY_MB,
  withPrefix,
} from '../deploy/functionSettings';
import { blockOf } from '../deploy/planFunction';
import { Redactor } from '../terminal/redactor';
import { type Finding, fine, problem } from './finding';
import type { Settings } from './settings';

/** The environment to look at, and what should be in it. */
export interface DeploymentQuestion {
  readonly envId: string;
  /** Before the names of the functions. */
  readonly prefix: string;
  readonly link: LinkName;
  readonly ledger: 'cloudbase' | 'off';
  /** The project's folder. */
  readonly root: string;
}

/**
 * Whether the functions that are deployed are set up as they need it: tools that upload code leave the platform's own
 * limits, which are too short for money. Reads and changes nothing.
 * @param env holds the account's key
 */
export async function inspectDeployment(question: DeploymentQuestion, env: Settings['env']): Promise<Finding[]> {
  const { protect, redact } = new Redactor();
  protect(accountKey(env));
  try {
    const app = openCloud(question.envId, readCredentials(env), env);
    return await inspectFunctions(cloudFunctions(app), question);
  } catch (error) {
    if (!(error instanceof CloudFailure)) throw error;
    const [zh, en] = [explained(error, 'zh-CN', redact), explained(error, 'en', redact)];
    const fix = { zh: zh.advice ?? '稍后再试。', en: en.advice ?? 'Try again later.' };
    return [problem('deployment', { zh: zh.what, en: en.what }, fix)];
  }
}

async function inspectFunctions(
  functions: Pick<FunctionsPort, 'read'>,
  { prefix, link, ledger, root }: DeploymentQuestion,
): Promise<Finding[]> {
  const rows = linkNames.map((name) => ({ name, notifications: LINKS[name].notifications }));
  const settings = withPrefix(prefix, functionSettings(root, operations, rows));
  const findings: Finding[] = [];
  const { chosen } = chooseFunctions(settings, undefined, link, ledger);
  for (const one of chosen) findings.push(...wrongWith(one, await functions.read(cloudNameOf(one)), link));
  if (findings.length > 0) return findings;
  return [
    fine('deployment', {
      zh: `${chosen.length} 个函数均已部署，超时、内存、变量与触发器符合要求`,
      en: `All ${chosen.length} functions are deployed, with the limits, variables and triggers they need`,
    }),
  ];
}

function wrongWith(settings: FunctionSettings, state: FunctionState | undefined, link: LinkName): Finding[] {
  const name = cloudNameOf(settings);
  const wrong = (zh: string, en: string, fixZh: string, fixEn: string) =>
    problem('deployment', { zh: `${name} ${zh}`, en: `${name} ${en}` }, { zh: fixZh, en: fixEn });
  if (!state) return [wrong('未部署', 'is not deployed', '部署它。', 'Deploy it.')];
  const blocked = blockOf(state);
  if (blocked)
    return [
      wrong(
        `不能使用：${blocked.zh}`,
        `cannot be used: ${blocked.en}`,
        '删除后重新部署。',
        'Delete it, then deploy it anew.',
      ),
    ];
  const { timeout, triggers } = settings;
  const given = state.variables.PROFIT_SHARING_LINK?.trim() || linkNames[0];
  const missing = given === link ? missingVariables(state, link) : [];
  const absent = triggers.filter((trigger) => !state.triggers.some((one) => one.name === trigger.name));
  return [
    ...(state.timeout < timeout
      ? [
          wrong(
            `超时为 ${state.timeout} 秒`,
            `may run ${state.timeout} s`,
            `设为 ${timeout} 秒。`,
            `Set its timeout to ${timeout} s.`,
          ),
        ]
      : []),
    ...(state.memory < MEMORY_MB
      ? [
          wrong(
            `内存为 ${state.memory} MB`,
            `has ${state.memory} MB`,
            `设为 ${MEMORY_MB} MB。`,
            `Set its memory to ${MEMORY_MB} MB.`,
          ),
        ]
      : []),
    ...(given === link
      ? []
      : [
          wrong(
            '在另一条接入方式上',
            'is on another link',
            `把 PROFIT_SHARING_LINK 设为 ${link}。`,
            `Set PROFIT_SHARING_LINK to ${link}.`,
          ),
        ]),
    ...missing.map((variable) =>
      wrong(`没有变量 ${variable}`, `has no ${variable}`, `设置 ${variable}。`, `Set ${variable}.`),
    ),
    ...absent.map(({ name: trigger, config }) =>
      wrong(
        `没有触发器 ${trigger}`,
        `has no trigger ${trigger}`,
        `创建定时触发器 ${trigger}（${config}）；cloudpay 接入方式上请用微信开发者工具“上传触发器”。`,
        `Make the timer ${trigger} (${config}); on cloudpay, upload it from WeChat DevTools.`,
      ),
    ),
  ];
}

/** What may lie beside the bundle as a file cannot be seen from here. */
function missingVariables({ variables: given }: FunctionState, link: LinkName): string[] {
  return (variables as readonly Variable[])
    .filter(({ name, file, requiredOn }) => !file && requiredOn?.includes(link) && !given[name]?.trim())
    .map(({ name }) => name);
}
