import { type Clock, realClock } from './clock';

type Timer = Pick<Clock, 'elapsed' | 'after'>;

/** When the work of an invocation must be over, measured on one monotonic clock. */
export class Deadline {
  private readonly end: number;

  /** @param ms from now on; anything that is no positive number is over at once */
  constructor(
    ms: number,
    private readonly clock: Timer = realClock,
  ) {
    this.end = clock.elapsed() + Math.max(Number.isNaN(ms) ? 0 : ms, 0);
  }

  get leftMs(): number {
    return Math.max(0, this.end - this.clock.elapsed());
  }

  earlier(ms: number): Deadline {
    return new Deadline(this.leftMs - ms, this.clock);
  }

  /** A deadline after this part (0 to 1) of the time that is left. */
  part(share: number): Deadline {
    return new Deadline(this.leftMs * share, this.clock);
  }

  /**
   * Waits for work until the deadline. Work that takes longer goes on unattended; none is begun once the deadline has
   * passed.
   * @param late makes the error it rejects with then
   */
  async race<T>(work: () => Promise<T>, late: () => Error): Promise<T> {
    const { leftMs } = this;
    if (leftMs <= 0) throw late();
    let callOff = () => {};
    const expired = new Promise<never>((_resolve, reject) => {
      callOff = this.clock.after(leftMs, () => reject(late()));
    });
    try {
      return await Promise.race([work(), expired]);
    } finally {
      callOff();
    }
  }
}
