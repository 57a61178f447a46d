/** What Excel takes as the beginning of a formula, in either width, and what it skips before one. */
const FORMULA = /^[\s=+\-@＝＋－＠|%]/;

/** Excel in China reads a file without this mark as GBK. */
const BOM = '\ufeff';

/** A number that floating point would not keep. */
export interface Decimal {
  readonly decimal: string;
}

/** A cell of a spreadsheet: text, or a number that is to be added up. */
export type Cell = string | number | Decimal;

/** A table as Excel opens it: UTF-8 with a byte order mark, CRLF, no cell that could be a formula. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return BOM + rows.map((row) => `${row.map(written).join(',')}\r\n`).join('');
}

function written(cell: Cell): string {
  if (typeof cell === 'object') return cell.decimal;
  return typeof cell === 'number' ? String(cell) : `"${asText(cell).replaceAll('"', '""')}"`;
}

/** A tab makes digits a text: as a number, Excel would round one of more than 15 digits. */
function asText(text: string): string {
  if (/^\d+$/.test(text)) return `\t${text}`;
  return FORMULA.test(text) ? `'${text}` : text;
}

/** 123456 fen → `1234.56`; none is negative. @throws {RangeError} for a sum that is no longer exact */
export function yuan(fen: number): Decimal {
  if (!Number.isSafeInteger(fen)) throw new RangeError('a sum of more than 2^53 fen');
  return { decimal: `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}` };
}
