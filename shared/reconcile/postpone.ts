import type { LedgerRecord } from '../ledger/record';
import type { Store } from '../ledger/store';

/** Makes a record due later without a word of news, so that those behind it get their turn; somebody else may win. */
export async function postpone(store: Store, record: LedgerRecord, dueAt: number | undefined): Promise<undefined> {
  const { dueAt: _due, ...kept } = record;
  const later = { ...kept, version: record.version + 1, ...(dueAt !== undefined && { dueAt }) };
  await store.replace(later, record.version);
}
