/** The part of `GET /_sandbox/books` that says where all money is, in fen. */
export interface Funds {
  readonly orders: readonly { paid: number; fee: number; frozen: number; refunded: number }[];
  readonly merchants: readonly { mchId: string; name: string; available: number; deposited: number }[];
  readonly people: readonly { name: string; received: number }[];
}

export interface Balance {
  readonly broughtIn: number;
  readonly accountedFor: number;
}

export function sum<Key extends string>(items: readonly Record<Key, number>[], key: Key): number {
  return items.reduce((total, item) => total + item[key], 0);
}

/** What buyers and merchants brought in, and where it is now, in fen: equal, or money was made or lost. */
export function balanceOf({ orders, merchants, people }: Funds): Balance {
  return {
    broughtIn: sum(orders, 'paid') + sum(merchants, 'deposited'),
    accountedFor:
      sum(orders, 'frozen') +
      sum(orders, 'fee') +
      sum(orders, 'refunded') +
      sum(merchants, 'available') +
      sum(people, 'received'),
  };
}
