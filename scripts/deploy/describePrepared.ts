import { type Locale, type Text, translate } from '../../shared/locale';
import { typed } from '../terminal/invocation';
import { MEMORY_MB, RUNTIME } from './functionSettings';
import type { Prepared, PreparedFunction } from './prepareFunctions';

/** What a tool sets of a function besides its code. */
export type SetByTool = ReadonlySet<'runtime' | 'timeout' | 'memory' | 'variables' | 'triggers'>;

/** What was prepared, and what is left to be set by hand, function by function. */
export function describePrepared(prepared: Prepared, setByTool: SetByTool, locale: Locale): string {
  const { link, functions, leftOut, usesLedger } = prepared;
  const paths = functions.flatMap(({ settings: { name, httpPath } }) => (httpPath ? [{ name, httpPath }] : []));
  const byHand: Text[] = [
    ...paths.map(({ name, httpPath }) => ({
      zh: `手工：HTTP 路径 ${httpPath} 指向 ${name}，不要求登录。`,
      en: `By hand: the HTTP path ${httpPath} to ${name}, without a login.`,
    })),
    ...(usesLedger ? [collectionsByHand(typed('collections'))] : []),
    {
      zh: `之后 ${typed('doctor')} --env <envId> 会指出是否都已设好。`,
      en: `Then ${typed('doctor')} --env <envId> says whether everything is set.`,
    },
  ];
  return [
    translate({ zh: `接入方式 ${link}`, en: `Link ${link}` }, locale),
    ...functions.flatMap((one) => linesOf(one, setByTool, locale)),
    ...leftOut.map(({ name, why }) => `- ${name}: ${translate(why, locale)}`),
    ...byHand.map((words) => translate(words, locale)),
  ].join('\n');
}

function collectionsByHand(command: string): Text {
  return {
    zh: `手工：${command} --env <envId>，创建账本的集合。`,
    en: `By hand: ${command} --env <envId> for the collections of the ledger.`,
  };
}

function linesOf(prepared: PreparedFunction, setByTool: SetByTool, locale: Locale): string[] {
  const { settings, folder, variables, credentials, missing } = prepared;
  const limits: readonly (readonly [what: 'runtime' | 'timeout' | 'memory', words: Text])[] = [
    ['runtime', { zh: `运行时 ${RUNTIME}`, en: `runtime ${RUNTIME}` }],
    ['timeout', { zh: `超时 ${settings.timeout} 秒`, en: `timeout ${settings.timeout} s` }],
    ['memory', { zh: `内存 ${MEMORY_MB} MB`, en: `memory ${MEMORY_MB} MB` }],
  ];
  const byHand = limits.filter(([what]) => !setByTool.has(what)).map(([, words]) => translate(words, locale));
  const triggers = setByTool.has('triggers') ? [] : settings.triggers.map(({ name, config }) => `${name} (${config})`);
  const listed = (what: Text, names: readonly string[]) =>
    names.length > 0 ? [`  ${translate(what, locale)}: ${names.join(', ')}`] : [];
  return [
    `${settings.name}: ${folder}`,
    ...listed(
      { zh: '附带', en: 'with' },
      [...credentials.keys()].map((file) => `credentials/${file}`),
    ),
    ...listed({ zh: '手工设置', en: 'by hand' }, byHand),
    ...listed({ zh: '手工设置变量', en: 'variables by hand' }, setByTool.has('variables') ? [] : variables),
    ...listed({ zh: '手工设置触发器', en: 'trigger by hand' }, triggers),
    ...missing.map((name) => `  ! ${translate(notSet(name), locale)}`),
  ];
}

function notSet(name: string): Text {
  return {
    zh: `未设置 ${name}，其接入方式没有它无法工作`,
    en: `${name} is not set, and its link cannot work without it`,
  };
}
