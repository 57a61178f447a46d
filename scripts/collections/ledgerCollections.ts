export interface IndexSpec {
  readonly name: string;
  /** Fields, dotted when nested, in the order of the index; 1 ascending, -1 descending. */
  readonly keys: Readonly<Record<string, 1 | -1>>;
  readonly unique: boolean;
}

/** Collections by name, each with its indexes besides the one on `_id`. */
export type Collections = Readonly<Record<string, readonly IndexSpec[]>>;

/** Where the ledger has its records. */
export const LEDGER = 'profit_sharing_ledger';

/** Where the example shop has its orders. */
export const exampleCollections: Collections = {
  shop_orders: [
    { name: 'dueAt', keys: { dueAt: 1 }, unique: false },
    { name: 'placedAt', keys: { placedAt: 1 }, unique: false },
  ],
};

/**
 * Everything the functions keep in the database of their environment. No index is unique: what must not be there twice
 * is an `_id`.
 */
export const ledgerCollections: Collections = {
  [LEDGER]: [
    { name: 'dueAt', keys: { dueAt: 1 }, unique: false },
    { name: 'createdAt_id', keys: { createdAt: 1, _id: 1 }, unique: false },
    { name: 'operation_createdAt_id', keys: { operation: 1, createdAt: 1, _id: 1 }, unique: false },
    { name: 'state_createdAt_id', keys: { state: 1, createdAt: 1, _id: 1 }, unique: false },
    { name: 'updatedAt_createdAt', keys: { updatedAt: 1, createdAt: 1 }, unique: false },
    { name: 'transaction_id', keys: { 'ask.transaction_id': 1 }, unique: false },
    { name: 'order_id', keys: { 'ask.order_id': 1 }, unique: false },
    { name: 'out_order_no', keys: { 'ask.out_order_no': 1 }, unique: false },
  ],
  // These are asked for by `_id` only.
  profit_sharing_notices: [],
  profit_sharing_breaks: [],
  profit_sharing_receivers: [],
};
