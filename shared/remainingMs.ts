/** What the platform still gives this invocation, in ms; a context without the method sets no limit of its own. */
export function remainingMs(context: unknown): number {
  const remaining = (context as { getRemainingTimeInMillis?: unknown } | undefined)?.getRemainingTimeInMillis;
  return typeof remaining === 'function' ? Number(remaining.call(context)) : Number.POSITIVE_INFINITY;
}
