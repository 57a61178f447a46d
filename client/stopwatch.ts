/** Measures how long something takes, in ms. */
export interface Stopwatch {
  /**
   * The time since the start. It never goes back, whatever the clock does.
   * @param atLeast what went by for certain since the last look, such as a pause
   */
  elapsed(atLeast?: number): number;
}

/** A clock that cannot be set, where there is one. Mini programs have only the time of day, which may be set back. */
export function clock(): number {
  return typeof performance === 'object' && typeof performance?.now === 'function' ? performance.now() : Date.now();
}

declare const performance: { now(): number } | undefined;

export function startStopwatch(now: () => number): Stopwatch {
  let before = now();
  let total = 0;
  return {
    elapsed(atLeast = 0) {
      const at = now();
      total += Math.max(at - before, atLeast);
      before = at;
      return total;
    },
  };
}
