import type { Config } from './config';
import { readVariables, type Variables } from './environ';
import type { Text } from './locale';
import type { Effect } from './operation';

/** Who invoked the function, as the platform says it for this one invocation. */
export interface Caller {
  /** Last hop of the SOURCE chain: who called us directly, e.g. `scf`, `wx_client`. */
  readonly hop: string;
  readonly source: string;
  readonly openid: string | undefined;
  readonly appid: string | undefined;
  /** The appid that shares this environment, when the call comes from another mini program (环境共享). */
  readonly fromAppid: string | undefined;
  readonly variables: Variables;
}

/** Another cloud function, a timer, the server HTTP API. */
const SERVER_HOPS = new Set(['scf', 'wx_trigger', 'wx_http']);

/** A person with a WeChat client. */
const CLIENT_HOPS = new Set(['wx_client', 'wx_devtools', 'wx_localdebug']);

/**
 * Reads the caller from the handler's second argument and from nowhere else: a warm instance keeps the previous
 * caller's variables in `process.env`. Returns nothing when the argument carries no trustworthy identity.
 */
export function parseCaller(context: unknown): Caller | undefined {
  const variables = readVariables(context);
  const source = variables?.TCB_SOURCE;
  if (!variables || !source) return undefined;
  return {
    hop: source.slice(source.lastIndexOf(',') + 1),
    source,
    openid: variables.WX_FROM_OPENID || variables.WX_OPENID || undefined,
    appid: variables.WX_FROM_APPID || variables.WX_APPID || undefined,
    fromAppid: variables.WX_FROM_APPID || undefined,
    variables,
  };
}

/** Why this caller may not use an operation of this effect; nothing when the caller may. */
export function authorize(
  caller: Caller | undefined,
  effect: Effect,
  config: Pick<Config, 'clientAccess' | 'allowedOpenids'>,
): Text | undefined {
  if (!caller) return NO_IDENTITY;
  // Anyone can be behind a public HTTP route. No page says whether the platform passes this variable on to the functions
  // that a routed one calls, nor which source a route has, so a source that looks like a function's makes no exception.
  if (caller.variables.TCB_HTTP_CONTEXT !== undefined) return OVER_HTTP;
  if (SERVER_HOPS.has(caller.hop)) return undefined;
  if (!CLIENT_HOPS.has(caller.hop)) return STRANGER;
  if (config.clientAccess === 'all' || (config.clientAccess === 'read' && effect === 'read')) return undefined;
  if (caller.openid && config.allowedOpenids.has(caller.openid)) return undefined;
  return effect === 'read' ? CLIENT_READ : CLIENT_WRITE;
}

const NO_IDENTITY: Text = {
  zh: '无法识别调用者：请通过微信云开发调用本函数。没有任何配置可以放行没有身份的调用。',
  en: 'The caller carries no identity: call this function through CloudBase. No setting allows calls without one.',
};
const STRANGER: Text = {
  zh: '该来源不允许调用分账函数。请从云函数、定时触发器或服务端 HTTP API 调用；没有任何配置可以放行该来源。',
  en: 'This source may not call profit sharing. Call from a cloud function, a timer or the server HTTP API; no setting allows this source.',
};
const OVER_HTTP: Text = {
  zh: '该调用来自公开的 HTTP 路径（TCB_HTTP_CONTEXT），没有可信的调用者身份；没有任何配置可以放行。请从云函数、定时触发器或服务端 HTTP API 调用。',
  en: 'This call came over a public HTTP route (TCB_HTTP_CONTEXT), which carries no trustworthy caller; no setting allows it. Call from a cloud function, a timer or the server HTTP API.',
};
const CLIENT_READ: Text = {
  zh: '小程序端默认不能调用分账函数。如需放行查询：PROFIT_SHARING_CLIENT_ACCESS=read，或把该用户加入 PROFIT_SHARING_ALLOWED_OPENIDS。',
  en: 'Mini-program clients may not call profit sharing by default. To allow reading, set PROFIT_SHARING_CLIENT_ACCESS=read or add this user to PROFIT_SHARING_ALLOWED_OPENIDS.',
};
const CLIENT_WRITE: Text = {
  zh: '小程序端默认不能调用分账函数。如确需放行：把该用户加入 PROFIT_SHARING_ALLOWED_OPENIDS，或设置 PROFIT_SHARING_CLIENT_ACCESS=all（任何用户都能动用资金，慎用）。',
  en: 'Mini-program clients may not call profit sharing by default. To allow it, add this user to PROFIT_SHARING_ALLOWED_OPENIDS, or set PROFIT_SHARING_CLIENT_ACCESS=all (any user can then move money).',
};
