import { type Due, LedgerUnavailableError } from '../ledger/store';
import type { RunContext } from './run';
import { setAside } from './setAside';

/** Records read at once: 50 receivers each stay under the 1 MB of a query's answer (-602001). */
const BATCH = 20;

/** With so many records held, other instances are at work. */
const MOST_HELD = 100;

/** The records that are due, the longest due first, each once. The next ones are read while these are worked on. */
export class DueRecords {
  private readonly queue: Due[] = [];
  private readonly seen = new Set<string>();
  /** Ids of records that are read and not yet done. */
  private readonly busy = new Set<string>();
  /** Ids of records that are due still: another instance holds them, or they could not be postponed. */
  private readonly passedBy: string[] = [];
  private isOver = false;
  private reading: Promise<void> | undefined;

  constructor(private readonly run: RunContext) {}

  /** @returns nothing when no more are due */
  async next(): Promise<Due | undefined> {
    while (this.queue.length === 0 && !this.isOver) await this.read();
    const one = this.queue.shift();
    // A failure of this read ahead is met by the next one.
    if (this.queue.length < BATCH / 2 && !this.isOver) this.read().catch(() => undefined);
    return one;
  }

  /** Notes that a record was worked on. */
  done({ id }: Due): void {
    this.busy.delete(id);
  }

  private read(): Promise<void> {
    this.reading ??= this.readMore().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  private async readMore(): Promise<void> {
    const due = await this.readDue();
    for (const one of due) {
      if (this.seen.has(one.id)) this.passedBy.push(one.id);
      else {
        this.seen.add(one.id);
        this.busy.add(one.id);
        this.queue.push(one);
      }
    }
    this.isOver = due.length === 0 || this.passedBy.length > MOST_HELD;
  }

  /**
   * Reads the next records, fewer at once where they exceed a query's answer. One that cannot be read is set aside by
   * its id.
   */
  private async readDue(): Promise<Due[]> {
    const { ledger, clock, aheadMs, deadline } = this.run;
    const until = clock.now() + aheadMs;
    for (let size = BATCH; ; ) {
      const except = [...this.passedBy, ...this.busy];
      try {
        return await ledger.due(until, size, except, deadline);
      } catch (error) {
        if (!(error instanceof LedgerUnavailableError)) throw error;
        const [id] = await ledger.dueIds(until, 1, except, deadline);
        if (id === undefined) return [];
        if (size > 1) size = Math.ceil(size / 2);
        else {
          this.passedBy.push(id);
          await setAside(this.run, { id }, error);
          size = BATCH;
        }
      }
    }
  }
}
