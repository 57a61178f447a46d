import type { Books, Line, OrderPage, ReturnOrder, ShareOrder } from '../sandbox';
import type { LineView, MoneyBar, OrderView, ReceiptView, ReturnView, ShareView } from './views';

/** The numbers of people and merchants, with the names a reader knows them by. */
type NameOf = (account: string) => string;

function namesIn({ merchants, people }: Books): NameOf {
  const names = new Map([
    ...merchants.map(({ mchId, name }): [string, string] => [mchId, name]),
    ...people.map(({ openid, name }): [string, string] => [openid, name]),
  ]);
  return (account) => names.get(account) ?? '';
}

function total<T extends { readonly amount: number }>(items: readonly T[], counts: (item: T) => boolean): number {
  return items.reduce((sum, item) => sum + (counts(item) ? item.amount : 0), 0);
}

/** Where the money of one order is; the parts add up to what was paid. */
function moneyBar(order: OrderPage, shares: readonly ShareOrder[]): MoneyBar {
  const lines = shares.flatMap((share) => share.lines);
  const toOthers = total(lines, ({ result, toPayer }) => result === 'SUCCESS' && !toPayer);
  const { paid, fee, frozen, unsplit, inFlight, returned, refunded } = order;
  const parts = { shared: toOthers - returned, onItsWay: inFlight, frozen: unsplit, returned, refunded, fee };
  const left = paid - Object.values(parts).reduce((sum, part) => sum + part, 0);
  const isShareable = frozen > 0 || order.closedBy !== undefined || shares.length > 0;
  // A refund after the end that exceeds what this order released is paid out of the merchant's other money.
  const own = Math.max(left, 0);
  return {
    ...parts,
    refunded: refunded + Math.min(left, 0),
    released: isShareable ? own : 0,
    unshareable: isShareable ? 0 : own,
  };
}

function lineView({ account, toPayer, amount, description, result, failReason }: Line, nameOf: NameOf): LineView {
  const reason = failReason === undefined ? {} : { failReason };
  return { account, name: nameOf(account), toPayer, amount, description, result, ...reason };
}

function returnView(order: ReturnOrder, nameOf: NameOf): ReturnView {
  const { outReturnNo: number, returnMchId: account, amount, result, failReason } = order;
  return { number, account, name: nameOf(account), amount, result, ...(failReason && { failReason }) };
}

function shareView(share: ShareOrder, returns: readonly ReturnOrder[], nameOf: NameOf): ShareView {
  const { outOrderNo: number, kind, acceptedAt: at, lines, rest, payerMchId } = share;
  const payer = { account: payerMchId, name: nameOf(payerMchId), toPayer: true };
  return {
    number,
    kind,
    at,
    lines: [
      ...lines.map((line) => lineView(line, nameOf)),
      ...(rest ? [{ ...payer, amount: rest.amount, description: rest.description, result: rest.result }] : []),
    ],
    returns: returns.map((order) => returnView(order, nameOf)),
  };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function awaited({ receipt, state }: OrderPage, now: number): ReceiptView | undefined {
  const { shippedAt, confirmedAt, settlesAt } = receipt ?? {};
  if (!receipt || state === 'CLOSED' || (settlesAt !== undefined && settlesAt <= now)) return undefined;
  const next = shippedAt === undefined ? 'shipped' : confirmedAt === undefined ? 'received' : 'settlement';
  return { next, ...(settlesAt !== undefined && { settlesAt }) };
}

/** The orders in the books, newest first, so many at most. */
export function orderViews(books: Books, most = Number.POSITIVE_INFINITY): OrderView[] {
  const nameOf = namesIn(books);
  const sharesOf = grouped(books.shares, ({ transactionId }) => transactionId);
  const returns = grouped(books.returns, ({ orderId }) => orderId);
  const views = books.orders.slice(-most).map((order): OrderView => {
    const { transactionId, payerMchId: mchId, state, closedBy, paid } = order;
    const shares = sharesOf.get(transactionId) ?? [];
    const awaits = awaited(order, books.now);
    const returnsOf = ({ orderId }: ShareOrder) => returns.get(orderId) ?? [];
    return {
      transactionId,
      payer: { mchId, name: nameOf(mchId) },
      state,
      ...(closedBy && { closedBy }),
      paid,
      ...(awaits && { awaits }),
      bar: moneyBar(order, shares),
      shares: shares.map((share) => shareView(share, returnsOf(share), nameOf)),
    };
  });
  return views.reverse();
}
