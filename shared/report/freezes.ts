import { LINKS } from '../generated/links';
import type { LedgerRecord } from '../ledger/record';
import { DAY_MS } from '../reconcile/beijingDay';
import { text } from '../text';
import type { ReportQueries } from './reportQueries';

/** A payment that was shared and never finished. */
export interface Freeze {
  readonly transaction_id: string;
  readonly merchant: string;
  /** Epoch ms. */
  readonly first_shared_at: number;
  /** The latest moment at which the freeze can end, epoch ms: it runs from the payment, which was before the share. */
  readonly ends_at: number;
}

const SHARES_PER_PAGE = 1000;

/** The payments first shared by one of these records whose order was never finished. */
export async function freezesAmong(
  shares: readonly LedgerRecord[],
  queries: ReportQueries,
  counts: { reads: number },
): Promise<Freeze[]> {
  const payments = [...new Set(shares.map(paymentOf))].filter((id) => id !== '');
  if (payments.length === 0) return [];
  counts.reads += 1;
  const related = await queries.ofPayments(payments, SHARES_PER_PAGE);
  return payments.flatMap((id): Freeze[] => {
    const records = related.filter((record) => record.family === 'share' && paymentOf(record) === id);
    if (records.some(closesTheOrder)) return [];
    const [first] = records.filter(isShare).sort((one, other) => one.createdAt - other.createdAt);
    if (!first || !shares.some(({ _id }) => _id === first._id)) return [];
    const ends_at = first.createdAt + LINKS[first.link].freezeDays * DAY_MS;
    return [{ transaction_id: id, merchant: first.merchant, first_shared_at: first.createdAt, ends_at }];
  });
}

function paymentOf({ ask }: LedgerRecord): string {
  return text(ask.transaction_id);
}

function isShare({ operation, state }: LedgerRecord): boolean {
  return operation === 'multiProfitSharing' && state !== 'refused';
}

/** A finish, or a single share, which gives the rest back to the payer by itself. */
function closesTheOrder({ operation, state }: LedgerRecord): boolean {
  return operation !== 'multiProfitSharing' && state !== 'refused' && state !== 'closed';
}
