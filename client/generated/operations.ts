// Generated from schemas/operations/ by `npm run generate`. Do not edit.

import type { OperationName } from './ProfitSharingClient';

/** What the client must know of an operation to read its replies. */
export interface Traits {
  /** What a call does: moves money, changes the list of receivers, or only reads. */
  readonly effect: 'money' | 'register' | 'read';
  /** Whether its replies say what became of the money. */
  readonly settles?: true;
  /** A reply field that holds JSON. */
  readonly json?: 'receiver' | 'receivers';
  /** WeChat's page lists no result_code: return_code alone reports success. */
  readonly unmarked?: true;
}

/** Every operation, in the order of the documents. */
export const operations: Readonly<Record<OperationName, Traits>> = {
  profitSharingAddReceiver: { effect: 'register', json: 'receiver' },
  profitSharingRemoveReceiver: { effect: 'register', json: 'receiver' },
  profitSharing: { effect: 'money', settles: true, json: 'receivers' },
  multiProfitSharing: { effect: 'money', settles: true, json: 'receivers' },
  profitSharingQuery: { effect: 'read', settles: true, json: 'receivers' },
  profitSharingFinish: { effect: 'money', settles: true },
  profitSharingReturn: { effect: 'money', settles: true, unmarked: true },
  profitSharingReturnQuery: { effect: 'read', settles: true, unmarked: true },
  profitSharingOrderAmountQuery: { effect: 'read', unmarked: true },
  profitSharingMerchantRatioQuery: { effect: 'read', unmarked: true },
  profitSharingBill: { effect: 'read' },
  profitSharingAfterSales: { effect: 'money', settles: true },
  profitSharingAfterSalesQuery: { effect: 'read' },
};
