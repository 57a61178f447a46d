/**
 * `k=v;k=v` as the platform writes it (dumps of 2019 and 2020): the person's variables and the list of their names, the
 * call's and the list of theirs, the credentials.
 */
export function environOf(
  wx: Readonly<Record<string, string>>,
  tcb: Readonly<Record<string, string>>,
  rest: Readonly<Record<string, string>> = {},
): string {
  const names = (variables: object) => Object.keys(variables).join(',');
  const pairs = [
    ...Object.entries(wx),
    ...(Object.keys(wx).length > 0 ? [['WX_CONTEXT_KEYS', names(wx)]] : []),
    ...Object.entries(tcb),
    ['TCB_CONTEXT_KEYS', names(tcb)],
    ...Object.entries(rest),
  ];
  return pairs.map(([name, value]) => `${name}=${value}`).join(';');
}

/** The second argument of a handler, as the runtime passes it (old `environ`, new `environment`, or both). */
export function contextOf(
  variables: Record<string, string>,
  shape: 'environment' | 'environ' | 'both' = 'both',
  remainingMs = 20_000,
): Record<string, unknown> {
  const those = (isWanted: (name: string) => boolean) =>
    Object.fromEntries(Object.entries(variables).filter(([name]) => isWanted(name)));
  const environ = environOf(
    those((name) => name.startsWith('WX_')),
    those((name) => !name.startsWith('WX_')),
  );
  return {
    getRemainingTimeInMillis: () => remainingMs,
    ...(shape !== 'environ' && { environment: JSON.stringify(variables) }),
    ...(shape !== 'environment' && { environ }),
  };
}

/** Another cloud function calling on behalf of a person in the mini program. */
export const fromFunction = contextOf({
  TCB_SOURCE: 'wx_client,scf',
  WX_OPENID: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
  WX_APPID: 'wx8888888888888889',
});

/** A person in the mini program, calling directly. */
export const fromClient = contextOf({
  TCB_SOURCE: 'wx_client',
  WX_OPENID: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
  WX_APPID: 'wx8888888888888889',
});
