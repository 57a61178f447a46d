// Generated from schemas/operations/ by `npm run generate`. Do not edit.

import type { Operation } from '../../operation';
import { multiProfitSharing } from './multiProfitSharing';
import { profitSharing } from './profitSharing';
import { profitSharingAddReceiver } from './profitSharingAddReceiver';
import { profitSharingAfterSales } from './profitSharingAfterSales';
import { profitSharingAfterSalesQuery } from './profitSharingAfterSalesQuery';
import { profitSharingBill } from './profitSharingBill';
import { profitSharingFinish } from './profitSharingFinish';
import { profitSharingMerchantRatioQuery } from './profitSharingMerchantRatioQuery';
import { profitSharingOrderAmountQuery } from './profitSharingOrderAmountQuery';
import { profitSharingQuery } from './profitSharingQuery';
import { profitSharingRemoveReceiver } from './profitSharingRemoveReceiver';
import { profitSharingReturn } from './profitSharingReturn';
import { profitSharingReturnQuery } from './profitSharingReturnQuery';

/** Every operation of this build, in the order of the documents. For tools and tests: a handler imports its own only. */
export const operations: readonly Operation[] = [
  profitSharingAddReceiver,
  profitSharingRemoveReceiver,
  profitSharing,
  multiProfitSharing,
  profitSharingQuery,
  profitSharingFinish,
  profitSharingReturn,
  profitSharingReturnQuery,
  profitSharingOrderAmountQuery,
  profitSharingMerchantRatioQuery,
  profitSharingBill,
  profitSharingAfterSales,
  profitSharingAfterSalesQuery,
];
