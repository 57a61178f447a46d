// Generated from schemas/ by `npm run generate`. Do not edit.

import type {
  MultiProfitSharingReply,
  MultiProfitSharingRequest,
  ProfitSharingAddReceiverReply,
  ProfitSharingAddReceiverRequest,
  ProfitSharingAfterSalesQueryReply,
  ProfitSharingAfterSalesQueryRequest,
  ProfitSharingAfterSalesReply,
  ProfitSharingAfterSalesRequest,
  ProfitSharingBillReply,
  ProfitSharingBillRequest,
  ProfitSharingFinishReply,
  ProfitSharingFinishRequest,
  ProfitSharingMerchantRatioQueryReply,
  ProfitSharingMerchantRatioQueryRequest,
  ProfitSharingOrderAmountQueryReply,
  ProfitSharingOrderAmountQueryRequest,
  ProfitSharingQueryReply,
  ProfitSharingQueryRequest,
  ProfitSharingRemoveReceiverReply,
  ProfitSharingRemoveReceiverRequest,
  ProfitSharingReply,
  ProfitSharingRequest,
  ProfitSharingReturnQueryReply,
  ProfitSharingReturnQueryRequest,
  ProfitSharingReturnReply,
  ProfitSharingReturnRequest,
} from './types';

/** The completed request of every operation. */
export interface Requests {
  readonly profitSharingAddReceiver: ProfitSharingAddReceiverRequest;
  readonly profitSharingRemoveReceiver: ProfitSharingRemoveReceiverRequest;
  readonly profitSharing: ProfitSharingRequest;
  readonly multiProfitSharing: MultiProfitSharingRequest;
  readonly profitSharingQuery: ProfitSharingQueryRequest;
  readonly profitSharingFinish: ProfitSharingFinishRequest;
  readonly profitSharingReturn: ProfitSharingReturnRequest;
  readonly profitSharingReturnQuery: ProfitSharingReturnQueryRequest;
  readonly profitSharingOrderAmountQuery: ProfitSharingOrderAmountQueryRequest;
  readonly profitSharingMerchantRatioQuery: ProfitSharingMerchantRatioQueryRequest;
  readonly profitSharingBill: ProfitSharingBillRequest;
  readonly profitSharingAfterSales: ProfitSharingAfterSalesRequest;
  readonly profitSharingAfterSalesQuery: ProfitSharingAfterSalesQueryRequest;
}

/** WeChat's documented fields of every operation's reply. */
export interface Replies {
  readonly profitSharingAddReceiver: ProfitSharingAddReceiverReply;
  readonly profitSharingRemoveReceiver: ProfitSharingRemoveReceiverReply;
  readonly profitSharing: ProfitSharingReply;
  readonly multiProfitSharing: MultiProfitSharingReply;
  readonly profitSharingQuery: ProfitSharingQueryReply;
  readonly profitSharingFinish: ProfitSharingFinishReply;
  readonly profitSharingReturn: ProfitSharingReturnReply;
  readonly profitSharingReturnQuery: ProfitSharingReturnQueryReply;
  readonly profitSharingOrderAmountQuery: ProfitSharingOrderAmountQueryReply;
  readonly profitSharingMerchantRatioQuery: ProfitSharingMerchantRatioQueryReply;
  readonly profitSharingBill: ProfitSharingBillReply;
  readonly profitSharingAfterSales: ProfitSharingAfterSalesReply;
  readonly profitSharingAfterSalesQuery: ProfitSharingAfterSalesQueryReply;
}

/** The name of an operation, which is the name of its cloud function. */
export type OperationName = keyof Requests;

/** The operations that each link carries: its routes are typed by them, so that one that is missing does not compile. */
export interface Carried {
  readonly cloudpay: 'profitSharingAddReceiver' | 'profitSharingRemoveReceiver' | 'profitSharing' | 'multiProfitSharing' | 'profitSharingQuery' | 'profitSharingFinish' | 'profitSharingReturn' | 'profitSharingReturnQuery';
  readonly cloudrun: 'profitSharingAddReceiver' | 'profitSharingRemoveReceiver' | 'profitSharing' | 'multiProfitSharing' | 'profitSharingQuery' | 'profitSharingFinish' | 'profitSharingReturn' | 'profitSharingReturnQuery';
  readonly apiv2: 'profitSharingAddReceiver' | 'profitSharingRemoveReceiver' | 'profitSharing' | 'multiProfitSharing' | 'profitSharingQuery' | 'profitSharingFinish' | 'profitSharingReturn' | 'profitSharingReturnQuery' | 'profitSharingOrderAmountQuery' | 'profitSharingMerchantRatioQuery';
  readonly apiv3: 'profitSharingAddReceiver' | 'profitSharingRemoveReceiver' | 'profitSharing' | 'multiProfitSharing' | 'profitSharingQuery' | 'profitSharingFinish' | 'profitSharingReturn' | 'profitSharingReturnQuery' | 'profitSharingOrderAmountQuery' | 'profitSharingMerchantRatioQuery' | 'profitSharingBill';
  readonly ecommerce: 'profitSharingAddReceiver' | 'profitSharingRemoveReceiver' | 'profitSharing' | 'multiProfitSharing' | 'profitSharingQuery' | 'profitSharingFinish' | 'profitSharingReturn' | 'profitSharingReturnQuery' | 'profitSharingOrderAmountQuery' | 'profitSharingBill' | 'profitSharingAfterSales' | 'profitSharingAfterSalesQuery';
  readonly brand: 'profitSharingAddReceiver' | 'profitSharingRemoveReceiver' | 'profitSharing' | 'multiProfitSharing' | 'profitSharingQuery' | 'profitSharingFinish' | 'profitSharingReturn' | 'profitSharingReturnQuery' | 'profitSharingOrderAmountQuery' | 'profitSharingMerchantRatioQuery' | 'profitSharingBill';
}
