/** The part of the sandbox's books the demo reads; all amounts in fen. */
export interface Books {
  readonly orders: readonly { paid: number; fee: number; frozen: number; refunded: number }[];
  readonly merchants: readonly {
    mchId: string;
    name: string;
    isProvider: boolean;
    available: number;
    deposited: number;
  }[];
  readonly people: readonly { name: string; received: number }[];
}

/** 123456 fen → `¥1,234.56` */
export function yuan(fen: number): string {
  return `¥${(fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`;
}

/** Where all the money is, as a table: the payer, and whoever holds something. */
export function fundsTable({ orders, merchants, people }: Books, payer: string): string {
  const rows: [string, number][] = [
    ['frozen in orders, still to be shared', sum(orders, 'frozen')],
    ...merchants
      .filter(({ mchId, available }) => mchId === payer || available > 0)
      .map(({ name, available }): [string, number] => [name, available]),
    ...people.filter(({ received }) => received > 0).map(({ name, received }): [string, number] => [name, received]),
    ['fee kept by WeChat Pay', sum(orders, 'fee')],
  ];
  return rows.map(([label, fen]) => `      ${padded(label, 38)}${yuan(fen).padStart(12)}`).join('\n');
}

/** What buyers and merchants brought in, and where it is now: equal, or money was made or lost. */
export function balanceOf({ orders, merchants, people }: Books): { broughtIn: number; accountedFor: number } {
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

function sum<Key extends string>(items: readonly Record<Key, number>[], key: Key): number {
  return items.reduce((total, item) => total + item[key], 0);
}

/** Pads by what a terminal shows: a Chinese character takes two columns. */
function padded(text: string, columns: number): string {
  const wide = [...text].filter((character) => character > '\u2e7f').length;
  return text + ' '.repeat(Math.max(0, columns - text.length - wide));
}
