import { dueOf } from './due';
import type { AfterSalesOrder, Order, ReturnOrder, ShareOrder } from './records';
import type { State } from './state';

/** Rule 3: the end of the freeze period. */
function expiryOf(state: State, order: Order): number {
  return order.paidAt + state.switches.freezeMs[order.family];
}

export function scheduleOrder(state: State, order: Order): void {
  if (!order.sharing || order.state !== 'OPEN') return;
  state.indexes.due.push({ kind: 'expiry', order, at: expiryOf(state, order), rank: 0, id: order.transactionId });
}

export function scheduleShare(state: State, share: ShareOrder): void {
  const { due } = state.indexes;
  const { lines, rest } = share;
  for (const line of lines) {
    if (line.result === 'PENDING') due.push({ kind: 'line', share, line, at: line.dueAt, rank: 1, id: line.detailId });
  }
  if (rest?.result === 'PENDING') due.push({ kind: 'rest', share, rest, at: rest.dueAt, rank: 1, id: rest.detailId });
}

/** Once when it is made and again with every attempt: one that finds its receiver short of money waits for its end. */
export function scheduleReturn(state: State, order: ReturnOrder): void {
  if (order.result !== 'PROCESSING') return;
  const { due } = state.indexes;
  for (const at of new Set([dueOf(order), order.expiresAt])) {
    due.push({ kind: 'return', order, at, rank: 2, id: order.returnId });
  }
}

export function scheduleAfterSales(state: State, made: AfterSalesOrder): void {
  if (made.result !== 'PROCESSING') return;
  state.indexes.due.push({
    kind: 'afterSales',
    made,
    at: made.dueAt,
    rank: 3,
    id: `${made.createdAt}/${made.refundId}`,
  });
}

/** For a state that was read, or freeze periods that have changed. */
export function scheduleAll(state: State): void {
  state.indexes.due.clear();
  for (const order of state.orders.values()) scheduleOrder(state, order);
  for (const share of state.shares.values()) scheduleShare(state, share);
  for (const order of state.returns.values()) scheduleReturn(state, order);
  for (const made of state.afterSales.values()) scheduleAfterSales(state, made);
}
