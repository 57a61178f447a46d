import { beijingMidnightAfter } from './beijingTime';
import type { Delivery, Order, Receipt } from './records';
import { SetupRefused } from './setupRefused';

const DAY = 86_400_000;

/** Days from shipping until receipt is confirmed and settled without the buyer. */
const AUTOMATIC_DAYS: Readonly<Record<Delivery, number>> = { express: 10, direct: 2 };

/** When the money of an order can be shared, epoch ms: the day after the buyer confirmed receipt, or so many days after shipping. */
export function receiptSettlesAt({ delivery, shippedAt, confirmedAt }: Receipt): number {
  const automatic = shippedAt === undefined ? Number.POSITIVE_INFINITY : shippedAt + AUTOMATIC_DAYS[delivery] * DAY;
  return confirmedAt === undefined ? automatic : Math.min(automatic, beijingMidnightAfter(confirmedAt));
}

export interface ReceiptNews {
  /** The shipping information was uploaded. */
  readonly shipped?: boolean | undefined;
  /** The buyer confirmed receipt. */
  readonly received?: boolean | undefined;
}

/** @throws SetupRefused for an order that waits for no receipt, and for a receipt before shipping */
export function receiptAfter({ receipt }: Order, { shipped, received }: ReceiptNews, now: number): Receipt | undefined {
  if (!shipped && !received) return receipt;
  if (!receipt) throw new SetupRefused(shipped ? 'shipped' : 'received', 'the order waits for no receipt');
  const shippedAt = receipt.shippedAt ?? (shipped ? now : undefined);
  if (shippedAt === undefined) throw new SetupRefused('received', 'not shipped yet');
  const confirmedAt = receipt.confirmedAt ?? (received ? now : undefined);
  return { ...receipt, shippedAt, ...(confirmedAt !== undefined && { confirmedAt }) };
}
