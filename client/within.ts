/**
 * What can end waiting from outside: an `AbortSignal`, or in a mini program, which has none, any object with `aborted`.
 * Without `addEventListener` it is looked at between two queries only.
 */
export interface Signal {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener?(type: 'abort', listener: () => void): void;
  removeEventListener?(type: 'abort', listener: () => void): void;
}

/** Takes the place of a result that did not come in time. */
export const LATE = Symbol('late');

/** setTimeout takes no longer time and would fire at once. */
const LONGEST_MS = 2_147_483_647;

/**
 * Resolves and rejects as `work` does, or resolves to {@link LATE} after `ms`, whichever comes first. What the work comes
 * to afterwards is dropped.
 *
 * @throws the signal's reason as soon as it is aborted
 */
export async function within<T>(work: Promise<T>, ms: number, signal?: Signal): Promise<T | typeof LATE> {
  let timer: unknown;
  let stop = (): void => undefined;
  const limit = new Promise<typeof LATE>((resolve, reject) => {
    timer = setTimeout(() => resolve(LATE), Math.min(ms, LONGEST_MS));
    stop = () => reject(reasonOf(signal));
  });
  signal?.addEventListener?.('abort', stop);
  try {
    return await Promise.race([work, limit]);
  } finally {
    if (typeof clearTimeout === 'function') clearTimeout(timer);
    signal?.removeEventListener?.('abort', stop);
  }
}

/** @throws the signal's reason when it is aborted */
export function throwIfAborted(signal: Signal | undefined): void {
  if (signal?.aborted) throw reasonOf(signal);
}

function reasonOf(signal: Signal | undefined): unknown {
  return signal?.reason ?? Object.assign(new Error('waiting was aborted'), { name: 'AbortError' });
}

declare function setTimeout(run: () => void, ms: number): unknown;
declare function clearTimeout(timer: unknown): void;
