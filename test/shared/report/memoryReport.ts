import type { LedgerRecord } from '../../../shared/ledger/record';
import { LedgerUnavailableError } from '../../../shared/ledger/store';
import type { ReceiverEntry } from '../../../shared/receivers/receiverEntry';
import type { Break } from '../../../shared/reconcile/breaks';
import type { ReportQueries, Selection } from '../../../shared/report/reportQueries';

/** A database in memory that gives no answer with more receivers than `most`. */
export function memoryReport(
  records: readonly LedgerRecord[],
  { breaks = [], receivers = [], most = 1000 }: { breaks?: Break[]; receivers?: ReceiverEntry[]; most?: number } = {},
): ReportQueries {
  const byId = <Kept extends { readonly _id: string }>(one: Kept, other: Kept) => (one._id < other._id ? -1 : 1);
  const select = (fits: (record: LedgerRecord) => boolean) =>
    records.filter(fits).sort((one, other) => one.createdAt - other.createdAt || byId(one, other));
  const isSelected = ({ state, operation, before }: Selection) => {
    return (record: LedgerRecord) =>
      record.createdAt < before && isEqual(state, record.state) && isEqual(operation, record.operation);
  };
  const answer = (found: LedgerRecord[], limit: number) => {
    const page = found.slice(0, limit);
    const size = page.reduce(
      (sum, { payload }) => sum + ((payload.receivers as unknown[] | undefined)?.length ?? 0),
      0,
    );
    if (size > most && page.length > 1) throw new LedgerUnavailableError('-602001');
    return page;
  };
  return {
    after: async (selection, at, limit) =>
      answer(
        select((record) => isSelected(selection)(record) && record.createdAt > at),
        limit,
      ),
    within: async (selection, at, id, limit) =>
      answer(
        select((record) => isSelected(selection)(record) && record.createdAt === at && record._id > id),
        limit,
      ),
    byIds: async (ids) => select(({ _id }) => ids.includes(_id)),
    ofPayments: async (ids, limit) =>
      answer(
        select(({ ask }) => ids.includes(String(ask.transaction_id))),
        limit,
      ),
    ofShares: async (numbers, limit) =>
      answer(
        select(({ ask }) => numbers.includes(String(ask.out_order_no))),
        limit,
      ),
    ofOrderIds: async (ids, limit) =>
      answer(
        select(({ ask }) => ids.includes(String(ask.order_id))),
        limit,
      ),
    breaks: async (after, before, limit) =>
      breaks
        .filter(({ _id }) => _id > after && _id < before)
        .sort(byId)
        .slice(0, limit),
    receivers: async (after, limit) =>
      receivers
        .filter(({ _id }) => _id > after)
        .sort(byId)
        .slice(0, limit),
  };
}

function isEqual(asked: string | undefined, is: string): boolean {
  return asked === undefined || asked === is;
}
