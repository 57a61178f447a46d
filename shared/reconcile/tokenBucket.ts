import type { Clock } from '../clock';

/** Spaces calls out: at most `perSecond + burst` of them in any one second, in the order they were asked for. */
export class TokenBucket {
  private readonly intervalMs: number;
  private nextAt = Number.NEGATIVE_INFINITY;

  /** @param burst calls that may go at once after a pause, at least 1 */
  constructor(
    perSecond: number,
    private readonly burst: number,
    private readonly clock: Pick<Clock, 'elapsed' | 'pause'>,
  ) {
    this.intervalMs = 1000 / perSecond;
  }

  /** Resolves when the next call may go. */
  async take(): Promise<void> {
    const now = this.clock.elapsed();
    const at = Math.max(this.nextAt, now - (this.burst - 1) * this.intervalMs);
    this.nextAt = at + this.intervalMs;
    if (at > now) await this.clock.pause(at - now);
  }
}
