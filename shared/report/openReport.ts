import type { Caller } from '../caller';
import { LedgerUnavailableError } from '../ledger/store';
import type { ReportQueries } from './reportQueries';

/** @throws {LedgerUnavailableError} when there are no credentials */
export async function openReport(caller: Caller): Promise<ReportQueries> {
  const { cloudBase, missingCredentials } = await import('../cloudbase');
  const missing = missingCredentials();
  if (missing) throw new LedgerUnavailableError(missing);
  const { cloudbaseReport } = await import('./cloudbaseReport');
  return cloudbaseReport(cloudBase(caller).database());
}
