import type { AfterSalesOrder } from './records';
import { scheduleAll } from './schedule';
import type { State } from './state';

/** The order is proved at the end of this step, with everything that was made of it and everyone it paid. */
export function touch(state: State, transactionId: string): void {
  const order = state.orders.get(transactionId);
  if (order) state.indexes.touched.orders.add(order);
}

export function countReceivers(state: State, owner: string, more: number): void {
  const { receivers } = state.indexes;
  receivers.set(owner, (receivers.get(owner) ?? 0) + more);
}

export function indexAfterSales(state: State, made: AfterSalesOrder): void {
  const parties = `${made.callerMchId}/${made.payerMchId}`;
  state.indexes.lastAfterSales.set(parties, made).set(`${parties}/${made.transactionId}`, made);
}

/** For a state that was read. */
export function indexAll(state: State): void {
  for (const { owner } of state.relations.values()) countReceivers(state, owner, 1);
  for (const { openid } of state.people.values()) state.indexes.openids.add(openid);
  for (const made of state.afterSales.values()) indexAfterSales(state, made);
  scheduleAll(state);
}
