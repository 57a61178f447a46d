import { Heap } from '../heap';
import { type Due, isDueBefore } from './due';
import type { AfterSalesOrder, Order } from './records';

/** What is found quickly in a state. All of it follows from the records, so it is not exported. */
export interface Indexes {
  readonly due: Heap<Due>;
  /** Merchant number → entries of its receiver list. */
  readonly receivers: Map<string, number>;
  /** The openids of all people, under whatever appid. */
  readonly openids: Set<string>;
  /** caller/payer, and caller/payer/transaction_id → the last fee. */
  readonly lastAfterSales: Map<string, AfterSalesOrder>;
  /** What has changed since the books were last proved. */
  readonly touched: { readonly orders: Set<Order>; readonly parties: Set<string> };
}

export function emptyIndexes(): Indexes {
  return {
    due: new Heap(isDueBefore),
    receivers: new Map(),
    openids: new Set(),
    lastAfterSales: new Map(),
    touched: { orders: new Set(), parties: new Set() },
  };
}
