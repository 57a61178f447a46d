import { type Clock, realClock } from './clock';

/** The longest delay `setTimeout` takes, in ms; anything longer would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

type Elapsed = Pick<Clock, 'elapsed'>;

/** When the work of an invocation must be over, measured on one monotonic clock. */
export class Deadline {
  private readonly end: number;

  /** @param ms from now on; anything that is no positive number is over at once */
  constructor(
    ms: number,
    private readonly clock: Elapsed = realClock,
  ) {
    this.end = clock.elapsed() + Math.max(Number.isNaN(ms) ? 0 : ms, 0);
  }

  /** ms that are left; never negative. */
  get leftMs(): number {
    return Math.max(0, this.end - this.clock.elapsed());
  }

  /** A deadline `ms` before this one. */
  earlier(ms: number): Deadline {
    return new Deadline(this.leftMs - ms, this.clock);
  }

  /** A deadline after this part (0 to 1) of the time that is left. */
  part(share: number): Deadline {
    return new Deadline(this.leftMs * share, this.clock);
  }

  /**
   * Waits for work, and not beyond the deadline. Work that comes later is left to itself; none is begun once it is over.
   * @param late what it rejects with then
   */
  async race<T>(work: () => Promise<T>, late: () => Error): Promise<T> {
    const { leftMs } = this;
    if (leftMs <= 0) throw late();
    let timer: NodeJS.Timeout | undefined;
    const expired = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(late()), Math.min(leftMs, LONGEST_TIMER_MS));
    });
    try {
      return await Promise.race([work(), expired]);
    } finally {
      clearTimeout(timer);
    }
  }
}
