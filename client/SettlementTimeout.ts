import type { ProfitSharingError } from './ProfitSharingError';

/**
 * Waiting ended before the money did. This is no failure: the share or return goes on, and its number stays the one to
 * ask about. Wait again, or leave it to `profitSharingReconcile`.
 */
export class SettlementTimeout<Reply = unknown> extends Error {
  override readonly name = 'SettlementTimeout';

  constructor(
    /** How long was waited, in ms. */
    readonly waitedMs: number,
    /** The last reply, when one came; not final. */
    readonly reply: Reply | undefined,
    /** Why the last query failed, when it did. */
    readonly lastError: ProfitSharingError | undefined,
  ) {
    super(`not settled within ${waitedMs} ms`);
    // As in a ProfitSharingError: replies may hold openids that no log should keep.
    Object.defineProperty(this, 'reply', { enumerable: false });
  }
}
