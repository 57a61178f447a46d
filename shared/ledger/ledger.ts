import { randomUUID } from 'node:crypto';
import type { Caller } from '../caller';
import { type Clock, realClock } from '../clock';
import type { RequestFields } from '../contract';
import type { Deadline } from '../deadline';
import type { Operation } from '../operation';
import type { Violation } from '../violations';
import type { AccountKey } from './accountKeys';
import type { Channel } from './channel';
import { differencesBetween } from './diff';
import { type Intent, intentOf } from './intent';
import { leaseEnd } from './leaseEnd';
import { withoutPlainHashes } from './personalValues';
import type { LedgerRecord } from './record';
import { type Due, LedgerUnavailableError, type Store } from './store';
import {
  acquire,
  begin,
  complete,
  coveredBy,
  markNotified,
  type Outcome,
  type Purpose,
  release,
  reschedule,
} from './transition';

/** A record that no other process changes while the lease lasts. */
export interface Hold {
  readonly record: LedgerRecord;
  readonly by: string;
}

/** What the ledger answers to a request that is about to be sent. */
export type Entry =
  /** Written down, and no other sender has this number. */
  | (Hold & { readonly kind: 'go' })
  /** The number belongs to another request: what differs, field by field. */
  | { readonly kind: 'conflict'; readonly record: LedgerRecord; readonly differences: Violation[] }
  | { readonly kind: 'busy'; readonly record: LedgerRecord }
  | { readonly kind: 'down'; readonly reason: string };

/** Pause between two reads of a number that another sender holds, in ms. */
const LOOK_AGAIN_MS = 150;

/** Pauses after a conflicting change: doubled each time, up to the longest, in ms. */
const OVERTAKEN_MS = { first: 5, longest: 200 };

/** Part of its time that a request may wait for the ledger before it is sent. */
const PATIENCE = 1 / 2;

/** Part of that for the first write, so that one whose answer is lost can still be read back. */
const FIRST_WRITE = 2 / 3;

export interface LedgerOptions {
  readonly clock?: Clock;
  /** Whether PROFIT_SHARING_ON_SETTLED is set: ended records then stay due until it was called. */
  readonly notifies?: boolean;
  /** Of PROFIT_SHARING_LEDGER_KEY, the one to write with first; without one, hashes are plain. */
  readonly keys?: readonly AccountKey[];
}

/**
 * Writes an intent before money moves and its outcome after. One ledger serves one invocation; what the database does
 * not do by a deadline is {@link LedgerUnavailableError}.
 */
export class Ledger {
  readonly keys: readonly AccountKey[];
  private readonly clock: Clock;
  private readonly notifies: boolean;
  /** One moment on both clocks: the database's time was at least this. */
  private anchor: { readonly database: number; readonly elapsed: number } | undefined;

  constructor(
    private readonly store: Store,
    { clock = realClock, notifies = false, keys = [] }: LedgerOptions = {},
  ) {
    this.clock = clock;
    this.notifies = notifies;
    this.keys = keys;
  }

  /**
   * Writes the intent. The same number with the same payload over the same links may begin again, one sender at a time;
   * anything else only after a certain refusal.
   * @param deadline when the sender stops; half of the time may go by waiting for the number
   */
  async begin(
    operation: Operation,
    request: RequestFields,
    channel: Channel,
    caller: Caller,
    deadline: Deadline,
  ): Promise<Entry> {
    try {
      const patience = deadline.part(PATIENCE);
      const leaseMs = Math.ceil(deadline.leftMs);
      const intent = intentOf(operation, request, channel, caller, this.clock.now(), leaseMs, this.keys);
      return await this.beginWithin(intent, request, patience, deadline);
    } catch (error) {
      if (error instanceof LedgerUnavailableError) return { kind: 'down', reason: error.reason };
      throw error;
    }
  }

  private async beginWithin(
    intent: Intent,
    request: RequestFields,
    patience: Deadline,
    deadline: Deadline,
  ): Promise<Entry> {
    const { by } = intent.lease;
    let found: LedgerRecord | undefined;
    for (let turn = 0; ; turn += 1) {
      if (!found && (await this.insert(intent, turn === 0 ? patience.part(FIRST_WRITE) : patience))) {
        return { kind: 'go', record: intent, by };
      }
      found = await this.read(intent._id, patience);
      if (found?.lease?.by === by) return { kind: 'go', record: found, by };
      const differences =
        found && found.state !== 'refused' ? differencesBetween(found, intent, request, this.keys) : [];
      if (found && differences.length > 0) return { kind: 'conflict', record: found, differences };
      if (found && !(await this.isLeased(found, patience))) {
        const leasedAnew = { ...intent, lease: { by, ms: Math.ceil(deadline.leftMs) } };
        const record = await this.changeUnlessOvertaken(found, by, (current) => begin(current, leasedAnew), patience);
        if (record) return { kind: 'go', record, by };
        await this.pauseAfter(turn, patience);
      } else await this.clock.pause(LOOK_AGAIN_MS);
      if (patience.leftMs > 0) continue;
      if (found) return { kind: 'busy', record: found };
      throw new LedgerUnavailableError('UNREADABLE');
    }
  }

  /** Whether this call wrote the record. When its answer was lost, reading the record tells. */
  private async insert(intent: Intent, deadline: Deadline): Promise<boolean> {
    try {
      return await this.within(deadline, () => this.store.insert(intent));
    } catch (error) {
      if (!(error instanceof LedgerUnavailableError)) throw error;
      const found = await this.read(intent._id, deadline).catch(() => undefined);
      if (!found) throw error;
      return false;
    }
  }

  /**
   * Leases a record as it was read.
   * @param ms how long the lease lasts
   * @returns nothing when another process has it or was faster
   */
  async acquire(record: LedgerRecord, purpose: Purpose, ms: number, deadline: Deadline): Promise<Hold | undefined> {
    if (await this.isLeased(record, deadline)) return undefined;
    const by = randomUUID();
    const now = this.clock.now();
    const change = (current: LedgerRecord) => acquire(current, by, purpose, Math.ceil(ms), now);
    const taken = await this.changeUnlessOvertaken(record, by, change, deadline);
    return taken && { record: taken, by };
  }

  /** Writes what became of an attempt and ends its lease. @throws {LedgerUnavailableError} when it could not be written */
  async complete({ record, by }: Hold, outcome: Outcome, deadline: Deadline): Promise<LedgerRecord> {
    const covered = coveredBy(record);
    const now = this.clock.now();
    const settlement = withoutPlainHashes(outcome.settlement, record, this.keys);
    const kept = { ...outcome, ...(settlement && { settlement }) };
    return this.change(record, (current) => complete(current, by, kept, covered, now, this.notifies), deadline);
  }

  async reschedule(record: LedgerRecord, dueAt: number | undefined, deadline: Deadline): Promise<void> {
    await this.changeUnlessOvertaken(record, '', (current) => reschedule(current, dueAt), deadline);
  }

  async release({ record, by }: Hold, dueAt: number | undefined, deadline: Deadline): Promise<void> {
    await this.change(record, (current) => release(current, by, dueAt), deadline);
  }

  /** Notes that PROFIT_SHARING_ON_SETTLED was called with this event, and ends the lease. */
  async markNotified({ record, by }: Hold, eventId: string, deadline: Deadline): Promise<void> {
    await this.change(record, (current) => markNotified(current, by, eventId), deadline);
  }

  read(id: string, deadline: Deadline): Promise<LedgerRecord | undefined> {
    return this.within(deadline, () => this.store.read(id));
  }

  /** Records due at or before `now`, the longest due first; see {@link Store.due}. */
  due(now: number, limit: number, except: readonly string[], deadline: Deadline): Promise<Due[]> {
    return this.within(deadline, () => this.store.due(now, limit, except));
  }

  dueIds(now: number, limit: number, except: readonly string[], deadline: Deadline): Promise<string[]> {
    return this.within(deadline, () => this.store.dueIds(now, limit, except));
  }

  postpone(id: string, now: number, dueAt: number, troubles: number, deadline: Deadline): Promise<void> {
    return this.within(deadline, () => this.store.postpone(id, now, dueAt, troubles));
  }

  /**
   * The least the database's clock can have shown, epoch ms. Asks the database once; after that the monotonic clock
   * counts.
   * @param elapsed the moment, on the clock's `elapsed`; now when absent
   */
  async databaseTime(id: string, deadline: Deadline, elapsed = this.clock.elapsed()): Promise<number> {
    if (!this.anchor) {
      const database = await this.within(deadline, () => this.store.time(id));
      if (database === undefined) throw new LedgerUnavailableError(`${id} is gone`);
      this.anchor = { database, elapsed: this.clock.elapsed() };
    }
    return this.anchor.database + elapsed - this.anchor.elapsed;
  }

  private async isLeased(record: LedgerRecord, deadline: Deadline): Promise<boolean> {
    const end = leaseEnd(record);
    return end !== undefined && (await this.databaseTime(record._id, deadline)) < end;
  }

  /** Changes a record unless it has changed since it was read. */
  private changeUnlessOvertaken(
    record: LedgerRecord,
    by: string,
    transition: (current: LedgerRecord) => LedgerRecord,
    deadline: Deadline,
  ): Promise<LedgerRecord | undefined> {
    const isOurs = (current: LedgerRecord) => current !== record && current.lease?.by === by;
    return this.change(
      record,
      (current) => (isOurs(current) ? current : current.version === record.version ? transition(current) : undefined),
      deadline,
    );
  }

  /**
   * The one way a record changes: over the version it was read with, again over the next one when another change was
   * faster. Where a write's answer is lost, the record tells: a transition that is in it already returns it as it is.
   */
  private async change<Result extends LedgerRecord | undefined>(
    record: LedgerRecord,
    transition: (current: LedgerRecord) => LedgerRecord | Result,
    deadline: Deadline,
  ): Promise<LedgerRecord | Result> {
    let current = record;
    let hasFailed = false;
    for (let turn = 0; ; turn += 1) {
      const next = transition(current);
      if (next === undefined || next === current) return next;
      const after: LedgerRecord = { ...next, version: current.version + 1 };
      const before = current;
      try {
        if (await this.within(deadline, () => this.store.replace(after, before))) return after;
      } catch (error) {
        if (!(error instanceof LedgerUnavailableError) || hasFailed) throw error;
        hasFailed = true;
      }
      if (turn > 0) await this.pauseAfter(turn, deadline);
      const read = await this.read(record._id, deadline);
      if (!read) throw new LedgerUnavailableError(`${record._id} is gone`);
      current = read;
    }
  }

  private async pauseAfter(turn: number, { leftMs }: Deadline): Promise<void> {
    await this.clock.pause(Math.min(OVERTAKEN_MS.longest, OVERTAKEN_MS.first * 2 ** turn, leftMs));
  }

  private within<Result>(deadline: Deadline, work: () => Promise<Result>): Promise<Result> {
    return deadline.race(work, () => new LedgerUnavailableError('TIMEOUT'));
  }
}
