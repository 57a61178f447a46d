import { type Due, LedgerUnavailableError } from '../ledger/store';
import type { RunContext } from './run';
import * as warnings from './warnings';

export const HOUR_MS = 3_600_000;

export const MOST_MS = 24 * HOUR_MS;

/**
 * Postpones a record that could not be processed: an hour, then twice as long each time, up to a day; what cannot be
 * read waits a day.
 * @throws {LedgerUnavailableError} when it cannot be postponed: then the database fails
 */
export async function setAside(run: RunContext, { id, record }: Due, error: unknown): Promise<void> {
  const { ledger, clock, aheadMs, deadline } = run;
  const troubles = (record?.troubles ?? 0) + 1;
  const waitMs = record ? Math.min(MOST_MS, HOUR_MS * 2 ** (troubles - 1)) : MOST_MS;
  await ledger.postpone(id, clock.now() + aheadMs, clock.now() + waitMs, troubles, deadline);
  const isOfTheLedger = error instanceof LedgerUnavailableError;
  run.result.counts.failed += 1;
  run.result.warnings.push(warnings.recordSetAside(id, isOfTheLedger ? error.reason : 'ADAPTER_ERROR'));
  if (!isOfTheLedger) run.result.defects.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
