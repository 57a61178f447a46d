import { type Funds, sum } from '../../console';
import { type Locale, translate } from '../../shared/locale';

/** 123456 fen → `¥1,234.56` */
export function yuan(fen: number): string {
  return `¥${(fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`;
}

/** Where all the money is, as a table: the payer, and everyone who holds something. */
export function fundsTable({ orders, merchants, people }: Funds, payer: string, locale: Locale): string {
  const rows: [string, number][] = [
    [
      translate({ zh: '冻结在订单里，尚未分出', en: 'frozen in orders, still to be shared' }, locale),
      sum(orders, 'frozen'),
    ],
    ...merchants
      .filter(({ mchId, available }) => mchId === payer || available > 0)
      .map(({ name, available }): [string, number] => [name, available]),
    ...people.filter(({ received }) => received > 0).map(({ name, received }): [string, number] => [name, received]),
    [translate({ zh: '微信支付收取的手续费', en: 'fee kept by WeChat Pay' }, locale), sum(orders, 'fee')],
  ];
  return rows.map(([label, fen]) => `      ${padded(label, 38)}${yuan(fen).padStart(12)}`).join('\n');
}

/** Pads by what a terminal shows: a Chinese character takes two columns. */
function padded(text: string, columns: number): string {
  const wide = [...text].filter((character) => character > '\u2e7f').length;
  return text + ' '.repeat(Math.max(0, columns - text.length - wide));
}
