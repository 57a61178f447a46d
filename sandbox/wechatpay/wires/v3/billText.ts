import { beijingStamp } from '../../bank/beijingTime';
import type { Books } from '../../bank/books';

export interface BillOf {
  /** Who asks: the party that shared. */
  readonly mchId: string;
  /** One sub-merchant only. */
  readonly subMchId?: string;
  /** yyyy-MM-dd, a Beijing day. */
  readonly date: string;
}

interface Row {
  readonly at: number;
  readonly cells: readonly string[];
  readonly share: number;
  readonly back: number;
}

/** The official list of columns is in no source: these titles are ours, the way values are printed is not. */
const columns = [
  '分账时间',
  '分账发起方',
  '分账方',
  '微信订单号',
  '微信分账/回退单号',
  '商户分账/回退单号',
  '订单金额',
  '分账接收方',
  '分账金额',
  '业务类型',
  '处理状态',
  '分账描述',
  '备注',
];
const totals = ['分账笔数', '分账总金额', '回退笔数', '回退总金额'];

const yuan = (fen: number) => (fen / 100).toFixed(2);

/** yyyy-MM-dd of the Beijing day. */
function beijingDate(epochMs: number): string {
  return beijingStamp(epochMs).replace(/^(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3');
}

function moment(epochMs: number): string {
  const clock = beijingStamp(epochMs).replace(/^\d{8}(\d\d)(\d\d)(\d\d)$/, '$1:$2:$3');
  return `${beijingDate(epochMs)} ${clock}`;
}

/** A backtick before every value keeps spreadsheets from reading numbers; a comma or line feed would break the row. */
const printed = (cells: readonly string[]) => cells.map((cell) => `\`${cell.replace(/[,\r\n`]/g, ' ')}`).join(',');

function rowsOf(books: Books, { mchId, subMchId, date }: BillOf): Row[] {
  const asked = (made: { callerMchId: string; payerMchId: string }) =>
    made.callerMchId === mchId && (subMchId === undefined || made.payerMchId === subMchId);
  const paidFor = new Map(books.orders.map((order) => [order.transactionId, order.paid]));
  const that = (at: number | undefined): at is number => at !== undefined && beijingDate(at) === date;
  const rows: Row[] = [];

  for (const share of books.shares.filter(asked)) {
    const { callerMchId, payerMchId, transactionId, orderId, outOrderNo } = share;
    const rest = share.rest ? [{ ...share.rest, account: payerMchId }] : [];
    // Failed shares are not listed.
    for (const line of [...share.lines, ...rest]) {
      const { finishedAt: at, amount, account, description, result } = line;
      if (result !== 'SUCCESS' || !that(at)) continue;
      const who = [moment(at), callerMchId, payerMchId, transactionId, orderId, outOrderNo];
      const what = [yuan(paidFor.get(transactionId) ?? 0), account, yuan(amount), '分账', '成功', description, ''];
      rows.push({ at, cells: [...who, ...what], share: amount, back: 0 });
    }
  }
  for (const made of books.returns.filter(asked)) {
    const { finishedAt: at, amount, transactionId, description } = made;
    if (made.result !== 'SUCCESS' || !that(at)) continue;
    const who = [moment(at), made.callerMchId, made.payerMchId, transactionId, made.returnId, made.outReturnNo];
    const order = yuan(paidFor.get(transactionId) ?? 0);
    const cells = [...who, order, made.returnMchId, yuan(amount), '分账回退', '成功', description, ''];
    rows.push({ at, cells, share: 0, back: amount });
  }
  return rows.sort((a, b) => a.at - b.at);
}

/**
 * The bill of one Beijing day as CSV: details, then totals, amounts in yuan.
 * @returns undefined for a day on which nothing was shared or returned
 */
export function billText(books: Books, of: BillOf): string | undefined {
  const rows = rowsOf(books, of);
  if (rows.length === 0) return undefined;
  const shares = rows.filter(({ share }) => share > 0);
  const backs = rows.filter(({ back }) => back > 0);
  const shared = shares.reduce((sum, { share }) => sum + share, 0);
  const returned = backs.reduce((sum, { back }) => sum + back, 0);
  const summary = [String(shares.length), yuan(shared), String(backs.length), yuan(returned)];
  const lines = [columns.join(','), ...rows.map(({ cells }) => printed(cells)), totals.join(','), printed(summary)];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
