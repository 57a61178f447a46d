import type { Clock } from '../../shared/clock';

interface Planned {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** Time that passes only when all are waiting: hours of simulated waiting take no time, and always the same course. */
export class VirtualTime {
  /** True time, epoch ms. */
  now: number;
  readonly #planned: Planned[] = [];
  #order = 0;

  constructor(start = Date.parse('2026-11-20T15:00:00+08:00')) {
    this.now = start;
  }

  readonly sleep = (ms: number): Promise<void> => new Promise((resolve) => this.after(ms, resolve));

  readonly after = (ms: number, run: () => void): (() => void) => {
    const planned = { at: this.now + Math.max(0, ms), order: this.#order++, run };
    this.#planned.push(planned);
    return () => {
      const index = this.#planned.indexOf(planned);
      if (index >= 0) this.#planned.splice(index, 1);
    };
  };

  /** The clocks of an instance that is ahead of the true time by so many ms. */
  clock(aheadMs = 0): Clock {
    const start = this.now;
    return {
      now: () => this.now + aheadMs,
      elapsed: () => this.now - start,
      pause: this.sleep,
      after: this.after,
    };
  }

  /** Lets time pass until the work is done, or until a moment of the true time. */
  async run<Result>(work: Promise<Result>, until = Number.POSITIVE_INFINITY): Promise<Result> {
    let isDone = false;
    const ended = work.finally(() => {
      isDone = true;
    });
    ended.catch(() => {});
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      if (isDone) return ended;
      const next = this.#takeNext();
      if (!next || next.at > until) throw new Error('the work never ends');
      this.now = Math.max(this.now, next.at);
      next.run();
    }
  }

  #takeNext(): Planned | undefined {
    const first = this.#planned.reduce<Planned | undefined>(
      (least, one) => (!least || one.at < least.at || (one.at === least.at && one.order < least.order) ? one : least),
      undefined,
    );
    if (first) this.#planned.splice(this.#planned.indexOf(first), 1);
    return first;
  }
}
