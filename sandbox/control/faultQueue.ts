/** What a test has ordered to go wrong. */
interface Ordered {
  /** How many targets it hits, default 1. */
  readonly times?: number;
}

/**
 * Faults that wait for their targets, first in, first served.
 * @param F the fault
 * @param T what a fault can hit: a call, a notification, a step of a run
 */
export class FaultQueue<F extends Ordered, T> {
  #waiting: { readonly fault: F; left: number }[] = [];

  constructor(private readonly hits: (fault: F, target: T) => boolean) {}

  inject(fault: F): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  /** Takes the first fault that hits this target, if any. */
  next(target: T): F | undefined {
    const found = this.#waiting.find(({ fault }) => this.hits(fault, target));
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.#waiting = this.#waiting.filter((other) => other !== found);
    return found.fault;
  }

  /** The faults still waiting, `times` being what is left. */
  list(): F[] {
    return this.#waiting.map(({ fault, left }) => ({ ...fault, times: left }));
  }

  /** These and no others wait from now on. */
  replace(faults: readonly F[]): void {
    this.clear();
    for (const fault of faults) this.inject(fault);
  }

  clear(): void {
    this.#waiting = [];
  }
}
