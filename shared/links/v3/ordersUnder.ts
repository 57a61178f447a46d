import type { Contract } from '../../operation';
import type { Violation } from '../../violations';
import { order, plain, returned } from './answers';
import type { RouteTable } from './route';
import * as rules from './rules';
import { RETURN_FIELDS, sending } from './sending';

/** ecommerce and brand always share the money of a sub-merchant. */
export function needsSubMerchant(request: Contract): Violation[] {
  return rules.present(request, 'sub_mch_id');
}

/**
 * The routes that ecommerce and brand have in common, under the folder of either.
 * @param returnExtras contract fields a return carries beyond the common ones
 */
export function ordersUnder(folder: string, ...returnExtras: string[]) {
  return {
    profitSharingQuery: {
      method: 'GET',
      path: `${folder}/orders`,
      toWire: sending('sub_mch_id', 'transaction_id', 'out_order_no'),
      fromWire: order,
      violations: needsSubMerchant,
    },
    profitSharingFinish: {
      method: 'POST',
      path: `${folder}/finish-order`,
      toWire: sending('sub_mch_id', 'transaction_id', 'out_order_no', 'description'),
      fromWire: order,
      violations: needsSubMerchant,
    },
    profitSharingReturn: {
      method: 'POST',
      path: `${folder}/returnorders`,
      failsAs: 'error_code',
      toWire: sending(...RETURN_FIELDS, ...returnExtras),
      fromWire: returned,
      violations: (request) => [...needsSubMerchant(request), ...rules.returnAccountFits(request)],
    },
    profitSharingReturnQuery: {
      method: 'GET',
      path: `${folder}/returnorders`,
      failsAs: 'error_code',
      toWire: sending('sub_mch_id', 'out_return_no', 'order_id', 'out_order_no'),
      fromWire: returned,
      violations: needsSubMerchant,
    },
    profitSharingOrderAmountQuery: {
      method: 'GET',
      path: `${folder}/orders/{transaction_id}/amounts`,
      toWire: sending('transaction_id'),
      fromWire: plain,
      violations: (request) => rules.namesNoFolder(request, 'transaction_id'),
    },
  } satisfies RouteTable;
}
