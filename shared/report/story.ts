import type { LedgerRecord } from '../ledger/record';
import { text } from '../text';
import { moneyOf } from './moneyOf';
import type { ReportQueries } from './reportQueries';

/** One thing that was asked for about an order: by whom, when, what came of it, receiver by receiver. */
export interface Chapter {
  readonly id: string;
  readonly operation: string;
  readonly link: string;
  readonly number: string;
  readonly state: LedgerRecord['state'];
  /** Epoch ms. */
  readonly created_at: number;
  readonly receivers: readonly { readonly account: string; readonly amount: number; readonly result: string }[];
  readonly attempts: readonly {
    readonly kind: string;
    readonly at: number;
    readonly caller: string;
    readonly times: number;
    readonly state?: string;
    readonly code?: string;
    readonly request_id?: string;
  }[];
}

const MOST = 200;

/**
 * The whole story of an order, the oldest first.
 * @param number a transaction_id of WeChat Pay, or the number of a share, finish or return
 * @param merchant a sub-merchant, or empty for the direct merchant's own
 */
export async function storyOf(
  queries: ReportQueries,
  number: string,
  merchant: string,
  counts: { reads: number },
): Promise<Chapter[]> {
  const owner = merchant || 'own';
  const records = new Map<string, LedgerRecord>();
  const keep = (found: readonly LedgerRecord[]) => {
    counts.reads += 1;
    for (const record of found) if (record.merchant === owner) records.set(record._id, record);
  };
  const known = (name: 'transaction_id' | 'out_order_no' | 'order_id') =>
    [...new Set([...records.values()].map(({ ask }) => text(ask[name])))].filter((value) => value !== '');
  keep(await queries.byIds(['share', 'return'].map((family) => `${owner}:${family}:${number}`)));
  keep(await queries.ofPayments([number], MOST));
  // A return leads to its share, the share to its payment, and that to all other shares and their returns.
  for (let before = -1; records.size > before; ) {
    before = records.size;
    if (before === 0) return [];
    keep(await queries.ofPayments(known('transaction_id'), MOST));
    keep(await queries.ofShares(known('out_order_no'), MOST));
    keep(await queries.ofOrderIds(known('order_id'), MOST));
  }
  return [...records.values()].sort((one, other) => one.createdAt - other.createdAt).map(chapterOf);
}

function chapterOf(record: LedgerRecord): Chapter {
  const { _id, operation, link, number, state, createdAt, attempts } = record;
  return {
    ...{ id: _id, operation, link, number, state, created_at: createdAt },
    receivers: moneyOf(record).map(({ shown, amount, fate }) => ({ account: shown, amount, result: fate })),
    attempts: attempts.map(({ kind, at, caller, times = 1, outcome }) => ({
      ...{ kind, at, caller, times },
      ...(outcome && { state: outcome.state }),
      ...(outcome?.code && { code: outcome.code }),
      ...(outcome?.requestId && { request_id: outcome.requestId }),
    })),
  };
}
