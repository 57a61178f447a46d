import type { AfterSalesOrder, Line, Order, Rest, ReturnOrder, ShareOrder } from './records';

/** Work that waits for its moment. */
type Work =
  | { readonly kind: 'expiry'; readonly order: Order }
  | { readonly kind: 'line'; readonly share: ShareOrder; readonly line: Line }
  | { readonly kind: 'rest'; readonly share: ShareOrder; readonly rest: Rest }
  | { readonly kind: 'return'; readonly order: ReturnOrder }
  | { readonly kind: 'afterSales'; readonly made: AfterSalesOrder };

export type Due = Work & {
  /** Epoch ms. */
  readonly at: number;
  /** Of two at the same moment: expiries, shares, returns, fees, and within each the older number first. */
  readonly rank: number;
  readonly id: string;
};

export function isDueBefore(first: Due, second: Due): boolean {
  if (first.at !== second.at) return first.at < second.at;
  return first.rank === second.rank ? first.id < second.id : first.rank < second.rank;
}

/** When a return is tried, or given up. */
export function dueOf({ dueAt, expiresAt }: ReturnOrder): number {
  return Math.min(dueAt ?? expiresAt, expiresAt);
}

/** Whether the work is still to be done: an order may be closed meanwhile, a return tried again. */
export function isStillDue(due: Due): boolean {
  switch (due.kind) {
    case 'expiry':
      return due.order.state === 'OPEN';
    case 'line':
      return due.line.result === 'PENDING';
    case 'rest':
      return due.rest.result === 'PENDING';
    case 'return':
      return due.order.result === 'PROCESSING' && dueOf(due.order) === due.at;
    case 'afterSales':
      return due.made.result === 'PROCESSING';
  }
}
