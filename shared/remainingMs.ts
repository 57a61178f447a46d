/** What the platform still gives this invocation, in ms; infinite where the context does not say. */
export function remainingMs(context: unknown): number {
  const remaining = (context as { getRemainingTimeInMillis?: unknown } | null | undefined)?.getRemainingTimeInMillis;
  if (typeof remaining !== 'function') return Number.POSITIVE_INFINITY;
  try {
    const ms: unknown = remaining.call(context);
    return typeof ms === 'number' && !Number.isNaN(ms) ? ms : Number.POSITIVE_INFINITY;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
