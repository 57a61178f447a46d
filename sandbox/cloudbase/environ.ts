import type { CloudEnv, Invocation } from './invocation';

// Callers without a person get the full list too: no page shows theirs, the docs promise them SOURCE through
// getWXContext() (which needs the list), and with it the stale OPENID of a warm instance shows, as measured.
const wxKeys = ['WX_CLIENTIP', 'WX_CLIENTIPV6', 'WX_APPID', 'WX_OPENID', 'WX_API_TOKEN'];
const tcbKeys = ['TCB_ENV', 'TCB_SEQID', 'TRIGGER_SRC', 'TCB_ISANONYMOUS_USER', 'TCB_SESSIONTOKEN'];

/** A timer whose trigger was uploaded with WeChat DevTools gets its call token under a name of its own (SDK: wxCloudToken). */
const tokenName = (source: string) => (source === 'wx_trigger' ? 'WX_TRIGGER_API_TOKEN_V0' : 'WX_API_TOKEN');

function wxValues({ caller, apiToken }: Invocation): Record<string, string> {
  if (caller.source === undefined) return {};
  const token = tokenName(caller.source);
  const keys = new Set([...wxKeys, token, ...(caller.unionid !== undefined ? ['WX_UNIONID'] : [])]);
  return {
    ...(caller.openid !== undefined && { WX_CLIENTIP: '127.0.0.1', WX_CLIENTIPV6: '::ffff:127.0.0.1' }),
    ...(caller.appid !== undefined && { WX_APPID: caller.appid }),
    ...(caller.openid !== undefined && { WX_OPENID: caller.openid }),
    ...(caller.unionid !== undefined && { WX_UNIONID: caller.unionid }),
    ...(apiToken !== undefined && { [token]: apiToken }),
    WX_CONTEXT_KEYS: [...keys].join(','),
  };
}

/** The values the platform hands over with one invocation, in the order of a real dump. */
export function environ(env: CloudEnv, invocation: Invocation): Readonly<Record<string, string>> {
  const { source } = invocation.caller;
  return {
    ...wxValues(invocation),
    TCB_ENV: env.envId,
    TCB_SEQID: invocation.requestId,
    TRIGGER_SRC: source === 'wx_trigger' ? 'timer' : 'tcb',
    TCB_ISANONYMOUS_USER: 'false',
    TCB_SESSIONTOKEN: invocation.sessionToken,
    ...(source !== undefined && { TCB_SOURCE: source }),
    // In every published dump this list names exactly what is set.
    TCB_CONTEXT_KEYS: [...tcbKeys, ...(source !== undefined ? ['TCB_SOURCE'] : [])].join(','),
    TENCENTCLOUD_SECRETID: invocation.secretId,
    TENCENTCLOUD_SECRETKEY: invocation.secretKey,
    TENCENTCLOUD_SESSIONTOKEN: invocation.sessionToken,
    SCF_NAMESPACE: env.envId,
  };
}

/** The old runtimes pass everything as `k=v;k=v`; values must not hold a semicolon. */
export function environText(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}=${value}`)
    .join(';');
}
