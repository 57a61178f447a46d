/** The second argument of a handler, as the runtime passes it (old `environ`, new `environment`, or both). */
export function contextOf(
  variables: Record<string, string>,
  shape: 'environment' | 'environ' | 'both' = 'both',
  remainingMs = 20_000,
): Record<string, unknown> {
  const environ = Object.entries(variables)
    .map(([name, value]) => `${name}=${value}`)
    .join(';');
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
