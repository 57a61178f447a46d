import type { RequestFields } from '../../contract';
import type { Violation } from '../../violations';
import { mapCommon, mapOrder, mapReturn } from './answers';
import { pick, RETURN_FIELDS } from './pick';
import type { RouteTable } from './route';
import * as rules from './rules';

export function needsSubMerchant(request: RequestFields): Violation[] {
  return rules.required(request, 'sub_mch_id');
}

/** The routes that ecommerce and brand have in common. @param returnExtras further contract fields of a return */
export function ordersUnder(folder: string, ...returnExtras: readonly 'transaction_id'[]) {
  return {
    profitSharingQuery: {
      method: 'GET',
      path: `${folder}/orders`,
      toWire: pick<'profitSharingQuery'>('sub_mch_id', 'transaction_id', 'out_order_no'),
      fromWire: mapOrder,
      violations: needsSubMerchant,
    },
    profitSharingFinish: {
      method: 'POST',
      path: `${folder}/finish-order`,
      toWire: pick<'profitSharingFinish'>('sub_mch_id', 'transaction_id', 'out_order_no', 'description'),
      fromWire: mapOrder,
      violations: needsSubMerchant,
    },
    profitSharingReturn: {
      method: 'POST',
      path: `${folder}/returnorders`,
      errorField: 'error_code',
      toWire: pick<'profitSharingReturn'>(...RETURN_FIELDS, ...returnExtras),
      fromWire: mapReturn,
      violations: (request) => [...needsSubMerchant(request), ...rules.returnAccountFits(request)],
    },
    profitSharingReturnQuery: {
      method: 'GET',
      path: `${folder}/returnorders`,
      errorField: 'error_code',
      toWire: pick<'profitSharingReturnQuery'>('sub_mch_id', 'out_return_no', 'order_id', 'out_order_no'),
      fromWire: mapReturn,
      violations: needsSubMerchant,
    },
    profitSharingOrderAmountQuery: {
      method: 'GET',
      path: `${folder}/orders/{transaction_id}/amounts`,
      toWire: pick<'profitSharingOrderAmountQuery'>('transaction_id'),
      fromWire: mapCommon,
      violations: (request) => rules.namesNoFolder(request, 'transaction_id'),
    },
  } satisfies RouteTable;
}
