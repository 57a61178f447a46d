import { brandOf } from './brand';
import type { ProfitSharingError } from './ProfitSharingError';

const brand = brandOf('SettlementTimeout');

/** As with a ProfitSharingError: replies may hold openids that no log should keep. */
const replies = new WeakMap<object, unknown>();

/**
 * Waiting ended before the money did. This is no failure: the share or return goes on, and its number stays the one to
 * ask about. Wait again, or leave it to `profitSharingReconcile`. `instanceof` also recognises the one of another copy of
 * this module.
 */
export class SettlementTimeout<Reply = unknown> extends Error {
  override readonly name = 'SettlementTimeout';

  constructor(
    /** How long was waited, in ms. */
    readonly waitedMs: number,
    reply: Reply | undefined,
    /** Why the last query failed, when it did. */
    readonly lastError: ProfitSharingError | undefined,
  ) {
    super(`not settled within ${waitedMs} ms`);
    replies.set(this, reply);
    brand.mark(this);
  }

  /** The last reply, when one came; not final. */
  get reply(): Reply | undefined {
    return replies.get(this) as Reply | undefined;
  }

  static override [Symbol.hasInstance](value: unknown): value is SettlementTimeout {
    // biome-ignore lint/complexity/noThisInStatic: a derived class inherits this and means its own instances only.
    return this === SettlementTimeout ? brand.isOn(value) : Function.prototype[Symbol.hasInstance].call(this, value);
  }
}
