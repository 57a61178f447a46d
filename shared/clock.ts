export interface Clock {
  /** Epoch ms. Instances' clocks differ: for schedules and display, never to compare. */
  now(): number;
  /** Monotonic, in ms since an arbitrary moment: durations within one invocation are measured on it. */
  elapsed(): number;
  pause(ms: number): Promise<unknown>;
  /** Runs something later. @returns cancels it */
  after(ms: number, run: () => void): () => void;
}

/** Longest delay of `setTimeout`, in ms; a longer one would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const realClock: Clock = {
  now: Date.now,
  elapsed: () => performance.now(),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  after(ms, run) {
    const timer = setTimeout(run, Math.min(ms, LONGEST_TIMER_MS));
    return () => clearTimeout(timer);
  },
};
