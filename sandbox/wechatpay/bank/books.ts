import { paid, refunded, sharesOf, tally } from './amounts';
import { receiptSettlesAt } from './receipt';
import type { Merchant, Order, Person, Receipt, Relation, ReturnOrder, ShareOrder } from './records';
import type { State } from './state';

export interface OrderPage {
  readonly transactionId: string;
  readonly payerMchId: string;
  readonly state: Order['state'];
  readonly closedBy?: Order['closedBy'];
  /** All in fen. */
  readonly paid: number;
  readonly fee: number;
  readonly frozen: number;
  readonly unsplit: number;
  /** To others, paid or on its way. */
  readonly shared: number;
  /** Of that, on its way (with money on its way to the payer). */
  readonly inFlight: number;
  /** To the payer, by finish, single share, closed lines or expiry. */
  readonly givenBack: number;
  /** From receivers back to the payer. */
  readonly returned: number;
  readonly refunded: number;
  /** Of an order whose money waits for the receipt of its goods. */
  readonly receipt?: Readonly<Receipt> & {
    /** When it can be shared, epoch ms; absent while it has not been shipped. */
    readonly settlesAt?: number;
  };
}

export interface Books {
  readonly now: number;
  readonly orders: readonly OrderPage[];
  readonly merchants: readonly Merchant[];
  readonly people: readonly Person[];
  readonly receivers: readonly Relation[];
  readonly shares: readonly ShareOrder[];
  readonly returns: readonly ReturnOrder[];
}

function page(state: State, order: Order): OrderPage {
  const returns = sharesOf(state, order).flatMap((share) =>
    share.returnIds.flatMap((id) => state.returns.get(id) ?? []),
  );
  const { unsplit, shared, inFlight, given } = tally(state, order);
  return {
    transactionId: order.transactionId,
    payerMchId: order.payerMchId,
    state: order.state,
    ...(order.closedBy ? { closedBy: order.closedBy } : {}),
    paid: paid(order),
    fee: order.fee - order.refunds.reduce((sum, refund) => sum + refund.feeBack, 0),
    frozen: order.frozen,
    unsplit,
    shared,
    inFlight,
    givenBack: given,
    returned: returns.reduce((sum, { result, amount }) => sum + (result === 'SUCCESS' ? amount : 0), 0),
    refunded: refunded(order),
    ...(order.receipt && { receipt: { ...order.receipt, ...settling(order.receipt) } }),
  };
}

function settling(receipt: Receipt): { readonly settlesAt?: number } {
  const settlesAt = receiptSettlesAt(receipt);
  return Number.isFinite(settlesAt) ? { settlesAt } : {};
}

/** One order; undefined when there is none. */
export function readOrder(state: State, transactionId: string): OrderPage | undefined {
  const order = state.orders.get(transactionId);
  return order && page(state, order);
}

/** A readable copy of everything; changing it changes nothing. */
export function readBooks(state: State): Books {
  return structuredClone({
    now: state.now,
    orders: [...state.orders.values()].map((order) => page(state, order)),
    merchants: [...state.merchants.values()],
    people: [...state.people.values()],
    receivers: [...state.relations.values()],
    shares: [...state.shares.values()],
    returns: [...state.returns.values()],
  });
}
