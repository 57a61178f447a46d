import { randomBytes } from 'node:crypto';
import type { Config } from '../../shared/config';
import type { OperationName, RequestFields } from '../../shared/contract';
import { LINKS } from '../../shared/generated/links';

/** An operation that only reads, and its request. */
export type Question = readonly [operation: OperationName, request: RequestFields];

/** Of the right form, and no payment's. */
const UNKNOWN_TRANSACTION = '4200000000000000000000000000';

/**
 * What to ask WeChat Pay so that its answers tell whether signature, numbers and permission are right: the maximum ratio
 * where a link can be asked for it, else after a share that does not exist.
 */
export function probesFor({ link, subMchId, brandMchId }: Config): readonly Question[] {
  const unused = `doctor${randomBytes(12).toString('hex')}`;
  const ratio: Question = ['profitSharingMerchantRatioQuery', {}];
  const share: Question = ['profitSharingQuery', { transaction_id: UNKNOWN_TRANSACTION, out_order_no: unused }];
  const { protocol, scope } = LINKS[link];
  if (protocol === 'v3' && (scope === 'chain' || (scope === 'ordinary' && subMchId))) return [ratio];
  // Without a sub-merchant, ecommerce only answers queries of an order.
  if (scope === 'platform' && !subMchId)
    return [['profitSharingOrderAmountQuery', { transaction_id: UNKNOWN_TRANSACTION }]];
  if (protocol !== 'v2') return [share];
  // The query of a return is the one question of API v2 that carries the appid (allocation_sl.php 25_8).
  const appid: Question = ['profitSharingReturnQuery', { out_order_no: unused, out_return_no: unused }];
  return [subMchId || brandMchId ? ratio : share, appid];
}
