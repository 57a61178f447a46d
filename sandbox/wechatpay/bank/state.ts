import { emptyIndexes, type Indexes } from './indexes';
import type { AfterSalesOrder, Merchant, Order, Person, Relation, ReturnOrder, ShareOrder } from './records';
import type { Switches } from './switches';

/** Everything the bank remembers. Maps, because a merchant may name a number `__proto__`. */
export interface State {
  now: number;
  /** The callers' clock at this step, epoch ms; undefined where the bank's clock stands still. Not exported. */
  callersTime?: number;
  serial: number;
  switches: Switches;
  readonly merchants: Map<string, Merchant>;
  readonly people: Map<string, Person>;
  readonly relations: Map<string, Relation>;
  readonly orders: Map<string, Order>;
  readonly shares: Map<string, ShareOrder>;
  /** caller/out_order_no → order_id */
  readonly shareNumbers: Map<string, string>;
  readonly returns: Map<string, ReturnOrder>;
  /** caller/out_return_no → return_id */
  readonly returnNumbers: Map<string, string>;
  /** transaction_id/refund_id → the fee */
  readonly afterSales: Map<string, AfterSalesOrder>;
  /** Rate bucket → times of the calls counted in the last second. */
  readonly rates: Map<string, number[]>;
  readonly indexes: Indexes;
}

export function emptyState(startAt: number, switches: Switches): State {
  return {
    now: startAt,
    serial: 0,
    switches,
    merchants: new Map(),
    people: new Map(),
    relations: new Map(),
    orders: new Map(),
    shares: new Map(),
    shareNumbers: new Map(),
    returns: new Map(),
    returnNumbers: new Map(),
    afterSales: new Map(),
    rates: new Map(),
    indexes: emptyIndexes(),
  };
}
