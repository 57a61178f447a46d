import type { Database } from '../cloudbase';
import { type LinkName, linkNames } from '../generated/links';
import { asUnavailable, COLLECTION as LEDGER, unwrap } from '../ledger/cloudbaseStore';
import { readRecord } from '../ledger/readRecord';
import type { LedgerRecord } from '../ledger/record';
import { COLLECTION as RECEIVERS } from '../receivers/cloudbaseReceivers';
import type { ReceiverEntry } from '../receivers/receiverEntry';
import type { Break } from '../reconcile/breaks';
import { COLLECTION as BREAKS } from '../reconcile/cloudbaseBreaks';
import type { ReportQueries, Selection } from './reportQueries';

/** What no report shows, and what only processing needs. */
const SHOWN = { lease: false, leasedAt: false, sendsEndedAt: false, clock: false };

/** Queries for reports. They need indexes on createdAt, alone and after state and operation, each followed by _id. */
export function cloudbaseReport(database: Database): ReportQueries {
  const { command } = database;
  const records = (condition: object) => database.collection(LEDGER).where(condition);
  const read = async <Document>(query: ReturnType<typeof records>, limit: number): Promise<Document[]> => {
    const { data } = await unwrap(query.limit(limit).get()).catch(asUnavailable);
    return (data ?? []) as Document[];
  };
  const readRecords = async (query: ReturnType<typeof records>, limit: number) =>
    (await read<{ readonly _id: string; readonly createdAt: number }>(query.field(SHOWN), limit)).map(recordOf);
  const conditionOf = ({ state, operation }: Selection) => ({
    ...(state !== undefined && { state }),
    ...(operation !== undefined && { operation }),
  });
  return {
    after: (selection, at, limit) =>
      readRecords(
        records({ ...conditionOf(selection), createdAt: command.gt(at).and(command.lt(selection.before)) })
          .orderBy('createdAt', 'asc')
          .orderBy('_id', 'asc'),
        limit,
      ),

    within: (selection, createdAt, id, limit) =>
      readRecords(records({ ...conditionOf(selection), createdAt, _id: command.gt(id) }).orderBy('_id', 'asc'), limit),

    byIds: (ids) => readRecords(records({ _id: command.in(ids) }), ids.length),

    ofPayments: (transactionIds, limit) =>
      readRecords(records({ 'ask.transaction_id': command.in(transactionIds) }), limit),

    ofShares: (numbers, limit) => readRecords(records({ 'ask.out_order_no': command.in(numbers) }), limit),

    ofOrderIds: (ids, limit) => readRecords(records({ 'ask.order_id': command.in(ids) }), limit),

    breaks: (after, before, limit) =>
      read<Break>(
        database
          .collection(BREAKS)
          .where({ _id: command.gt(after).and(command.lt(before)) })
          .orderBy('_id', 'asc'),
        limit,
      ),

    receivers: (after, limit) =>
      read<ReceiverEntry>(
        database
          .collection(RECEIVERS)
          .where({ _id: command.gt(after) })
          .orderBy('_id', 'asc'),
        limit,
      ),
  };
}

/** What is no record keeps its place: a report that left it out would not say so. */
function recordOf(document: { readonly _id: string; readonly createdAt: number }): LedgerRecord {
  return readRecord(document) ?? unreadable(document);
}

function unreadable({ _id, createdAt }: { readonly _id: string; readonly createdAt: number }): LedgerRecord {
  const [merchant = '', family = '', number = ''] = String(_id).split(':');
  return {
    ...{
      _id: String(_id),
      version: 0,
      operation: 'unreadable',
      link: linkNames[0] as LinkName,
      merchant,
      number,
      state: 'unknown',
    },
    ...{ family: family === 'return' ? 'return' : 'share', payload: {}, ask: {}, attempts: [] },
    ...{ createdAt, updatedAt: createdAt },
  };
}
