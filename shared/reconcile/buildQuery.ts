import type { OperationName, RequestField, RequestFields, RequestOf } from '../contract';
import { profitSharingQuery } from '../generated/operations/profitSharingQuery';
import { profitSharingReturnQuery } from '../generated/operations/profitSharingReturnQuery';
import type { LedgerRecord } from '../ledger/record';
import type { Link } from '../links/link';
import type { Operation } from '../operation';
import type { RunContext } from './run';

export interface Query<Name extends OperationName = 'profitSharingQuery' | 'profitSharingReturnQuery'> {
  readonly operation: Operation<Name>;
  readonly request: RequestOf<Name>;
}

/** The query of a record; nothing when this link cannot send one. */
export async function buildQuery(
  link: Link,
  { environment }: Pick<RunContext, 'environment'>,
  { family, ask }: LedgerRecord,
): Promise<Query | undefined> {
  if (family === 'share') {
    const request = requestFrom<'profitSharingQuery'>(ask, 'sub_mch_id', 'transaction_id', 'out_order_no');
    return ifSendable(link, { operation: profitSharingQuery, request });
  }
  const share = ask.out_order_no === undefined ? 'order_id' : 'out_order_no';
  const operation = profitSharingReturnQuery;
  const query = {
    operation,
    request: requestFrom<'profitSharingReturnQuery'>(ask, 'sub_mch_id', share, 'out_return_no'),
  };
  if (share === 'out_order_no' || ifSendable(link, query)) return ifSendable(link, query);
  // apiv3 knows the share of a return by out_order_no only; the ledger may know which one that is.
  const known = await environment.queries.shareNamed(String(ask.order_id));
  const { order_id: _id, ...rest } = query.request;
  return known && ifSendable(link, { operation, request: { ...rest, out_order_no: known.number } });
}

/** A record holds what its query has to name. */
function requestFrom<Name extends OperationName>(
  ask: RequestFields,
  ...fields: readonly (keyof RequestOf<Name> & RequestField)[]
): RequestOf<Name> {
  const given = fields.filter((field) => ask[field] !== undefined);
  return Object.fromEntries(given.map((field) => [field, ask[field]])) as RequestOf<Name>;
}

function ifSendable(link: Link, query: Query): Query | undefined {
  return (link.check?.(query.operation, query.request) ?? []).length === 0 ? query : undefined;
}
