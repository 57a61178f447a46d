import { descriptionOf } from '../failure';
import { profitSharingBill } from '../generated/operations/profitSharingBill';
import { inBoth, type Text } from '../locale';
import { text } from '../text';
import { type Billed, billedLines, type LineReader } from './billedLines';
import type { RunContext } from './run';
import { sendQuery } from './sendQuery';

export interface Bill {
  readonly rows: number;
  /** Its SHA-1; absent where a link gives pages instead of a whole file. */
  readonly sha1?: string;
}

/**
 * Reads the bill of a Beijing day, in one download where the link streams its rows.
 * @param take gets every line, also those of a bill that turns out to be none: lines count only once this resolves to a
 *   bill
 * @returns why there is none; a day without a bill has one without rows
 */
export async function billedOn(run: RunContext, day: string, take: (line: Billed) => void): Promise<Bill | Text> {
  const { config } = run.main;
  const request = { bill_date: day, ...(config.subMchId && { sub_mch_id: config.subMchId }) };
  let reader: LineReader | undefined;
  let problem: string | undefined;
  let rows = 0;
  let sha1: string | undefined;
  const columns = (names: readonly string[]) => {
    const lines = billedLines(names, config);
    if (typeof lines === 'string') {
      problem ??= lines;
      return [];
    }
    reader = lines;
    return lines.columns;
  };
  const row = (values: readonly string[]) => {
    rows += 1;
    const line = problem === undefined ? reader?.read(values) : undefined;
    if (line) take(line);
    else problem ??= `row ${rows}`;
  };
  const verified = (of: string) => {
    sha1 = of;
  };

  let cursor: string | undefined;
  do {
    if (run.deadline.leftMs <= 0) return inBoth('TIMEOUT');
    const query = cursor === undefined ? request : { ...request, cursor };
    const sent = await sendQuery(run, run.main, profitSharingBill, query, { columns, row, verified });
    const { failure, answer = {} } = sent.result;
    if (failure?.code === 'NO_STATEMENT_EXIST') return { rows: 0, sha1: NO_BILL };
    if (failure) {
      const { zh, en } = descriptionOf(failure);
      return { zh: `${failure.code} ${zh}`, en: `${failure.code} ${en}` };
    }
    if (!isTable([answer.columns, answer.rows])) return inBoth('columns, rows');
    if (sha1 === undefined) {
      columns(answer.columns as string[]);
      (answer.rows as string[][]).forEach(row);
    }
    if (problem !== undefined) return inBoth(problem);
    cursor = text(answer.next_cursor) || undefined;
  } while (cursor !== undefined);
  return { rows, ...(sha1 !== undefined && { sha1 }) };
}

const NO_BILL = 'none';

/** The link passes on answers that break WeChat Pay's documentation. */
function isTable(value: unknown): boolean {
  return Array.isArray(value) ? value.every((part) => typeof part === 'string' || isTable(part)) : false;
}
