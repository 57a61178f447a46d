import { closest } from 'fastest-levenshtein';
import schema from '../../schemas/config.json';
import type { Config, ConfigProblem } from '../../shared/config';
import { variables } from '../../shared/generated/config';
import { LINKS } from '../../shared/generated/links';
import type { Text } from '../../shared/locale';
import { typed } from '../terminal/invocation';
import { type Finding, fine, problem, unchecked, warning } from './finding';
import type { Settings } from './settings';

/** A function's variables hold this many bytes together (docs.cloudbase.net, environment variables). */
const MOST_BYTES = 4096;

/** What the variables say by themselves, before any key is read or request sent. */
export function inspectConfiguration(
  env: Settings['env'],
  { config, problems }: { readonly config: Config; readonly problems: readonly ConfigProblem[] },
): Finding[] {
  const amiss = [...problems.map(unusable), ...unknownNames(env), ...tooLarge(env), ...missing(config)];
  const { link, subMchId } = config;
  const whom = {
    zh: subMchId ? `子商户 ${subMchId}` : '未设子商户',
    en: subMchId ? `sub-merchant ${subMchId}` : 'no sub-merchant',
  };
  const readable = fine('configuration', {
    zh: `接入方式 ${link}，${whom.zh}，所有变量均可用`,
    en: `Link ${link}, ${whom.en}, every variable can be used`,
  });
  return [...(amiss.length > 0 ? amiss : [readable]), ...callers(config), ledger(config)];
}

function unusable({ variable, expected }: ConfigProblem): Finding {
  const link = /^required on (\w+)$/.exec(expected)?.[1];
  return problem(
    'configuration',
    {
      zh: link
        ? `${variable} 未设置，接入方式 ${link} 必须有它`
        : `${variable} 的值不可用，应为 ${inChinese(expected)}`,
      en: link ? `${variable} is not set, and the link ${link} needs it` : `${variable} is not ${expected}`,
    },
    meaningOf(variable, { zh: `设置 ${variable}：`, en: `Set ${variable}: ` }),
  );
}

/** What `readConfig` expects is worded once, for logs; patterns need no translation. */
function inChinese(expected: string): string {
  return expected
    .replace(/^integer /, '整数 ')
    .replace(/^PEM text$/, 'PEM 文本')
    .replace(/, or http:\/\/ on a loopback host$/, '，或本机回环地址的 http://');
}

/** The sentence of docs/configuration.md about a variable. */
function meaningOf(variable: string, before: Text): Text {
  const { zh = '', en = '' } = schema.variables.find(({ name }) => name === variable) ?? {};
  return { zh: `${before.zh}${zh}。`, en: `${before.en}${en}.` };
}

/** Names that look like ours and that no function reads: a typing error is a setting that silently does nothing. */
function unknownNames(env: Settings['env']): Finding[] {
  const known = variables.map(({ name }): string => name);
  return Object.keys(env)
    .filter((name) => /^(PROFIT_SHARING|WECHATPAY)_/.test(name) && !known.includes(name))
    .map((name) =>
      warning(
        'configuration',
        { zh: `没有函数读取 ${name}`, en: `No function reads ${name}` },
        {
          zh: `若想写的是 ${closest(name, known)}，请改名；否则删除它。`,
          en: `Rename it if you meant ${closest(name, known)}, else remove it.`,
        },
      ),
    );
}

function tooLarge(env: Settings['env']): Finding[] {
  const bytes = variables.reduce(
    (sum, { name }) => sum + Buffer.byteLength(env[name] ? `${name}=${env[name]}` : ''),
    0,
  );
  if (bytes <= MOST_BYTES) return [];
  return [
    warning(
      'configuration',
      {
        zh: `变量共 ${bytes} 字节，一个云函数最多 ${MOST_BYTES}`,
        en: `The variables have ${bytes} bytes, a function holds ${MOST_BYTES}`,
      },
      {
        zh: '把 PEM 从变量中移出，放入 credentials/ 文件夹（文件名见 docs/configuration.md）。',
        en: 'Take the PEM texts out of the variables and put them into the folder credentials/ (docs/configuration.md names the files).',
      },
    ),
  ];
}

function missing({ link, subMchId, appid }: Config): Finding[] {
  const findings: Finding[] = [];
  if (!subMchId && LINKS[link].needsSubMerchant) {
    findings.push(
      warning(
        'configuration',
        {
          zh: `未设 PROFIT_SHARING_SUB_MCH_ID，每个请求都得自带 sub_mch_id`,
          en: 'Without PROFIT_SHARING_SUB_MCH_ID every request has to bring sub_mch_id',
        },
        {
          zh: '设置 PROFIT_SHARING_SUB_MCH_ID 为子商户号。',
          en: 'Set PROFIT_SHARING_SUB_MCH_ID to the number of the sub-merchant.',
        },
      ),
    );
  }
  if (!appid && LINKS[link].appidFor === 'receivers') {
    findings.push(
      warning(
        'configuration',
        {
          zh: '未设 WECHATPAY_APPID，无法增删接收方，也无法分给 PERSONAL_OPENID',
          en: 'Without WECHATPAY_APPID no receiver can be added or removed, and no PERSONAL_OPENID be paid',
        },
        {
          zh: '设置 WECHATPAY_APPID 为与商户号绑定的 AppID。',
          en: 'Set WECHATPAY_APPID to the AppID bound to the merchant number.',
        },
      ),
    );
  }
  return findings;
}

function callers({ clientAccess }: Config): Finding[] {
  if (clientAccess !== 'all') return [];
  return [
    warning(
      'callers',
      { zh: '任何用户都能从小程序端动用资金', en: 'Any user of the mini program can move money' },
      {
        zh: '上线前把 PROFIT_SHARING_CLIENT_ACCESS 改回 none 或 read。',
        en: 'Set PROFIT_SHARING_CLIENT_ACCESS back to none or read before going live.',
      },
    ),
  ];
}

function ledger({ ledger }: Config): Finding {
  if (ledger === 'off') {
    return warning(
      'ledger',
      {
        zh: '账本已关闭：同号异参、崩溃与丢失的应答只能自行追查',
        en: 'The ledger is off: reused numbers, crashes and lost answers are yours to trace',
      },
      {
        zh: '部署的函数请去掉 PROFIT_SHARING_LEDGER=off。',
        en: 'Remove PROFIT_SHARING_LEDGER=off for functions that are deployed.',
      },
    );
  }
  return unchecked(
    'ledger',
    {
      zh: '账本在函数自己的云数据库里，终端看不到',
      en: "The ledger is in the functions' own database, out of sight from here",
    },
    {
      zh: `运行 ${typed('collections')} --env <envId> --dry-run，看集合与索引是否齐全。`,
      en: `Run ${typed('collections')} --env <envId> --dry-run to see whether its collections and indexes are there.`,
    },
  );
}
