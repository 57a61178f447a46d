import type { Config } from '../config';
import type { AnswerFields } from '../contract';
import { descriptionOf } from '../failure';
import { profitSharingBill } from '../generated/operations/profitSharingBill';
import { inBoth, type Text } from '../locale';
import { text } from '../text';
import type { RunContext } from './run';
import { sendQuery } from './sendQuery';

/** One line of a bill; amounts in fen, times in epoch ms. */
export interface Billed {
  readonly id: string;
  readonly merchant: string;
  readonly family: 'share' | 'return';
  readonly number: string;
  readonly amount: number;
  /** Money that went back to the payer: links list it differently, or not at all. */
  readonly released: boolean;
  readonly at: number;
}

/** WeChat Pay documents no list of columns: they are found by the words a title must have. */
const TITLES = {
  at: /^分账时间|^(分账|回退|完成).*时间/,
  number: /商户.*(分账|回退).*单号/,
  amount: /^分账金额|^(分账|回退)?金额/,
  kind: /业务类型/,
  payer: /^分账方|^分账出资/,
  receiver: /接收方/,
} as const;

/** The bill of a Beijing day, all its pages. @returns why there is none; an empty list for a day without a bill */
export async function billedOn(run: RunContext, day: string): Promise<Billed[] | Text> {
  const { subMchId } = run.main.config;
  const request = { bill_date: day, ...(subMchId && { sub_mch_id: subMchId }) };
  const lines: Billed[] = [];
  let cursor: string | undefined;
  do {
    if (run.deadline.leftMs <= 0) return inBoth('TIMEOUT');
    const query = cursor === undefined ? request : { ...request, cursor };
    const { failure, answer = {} } = (await sendQuery(run, run.main, profitSharingBill, query)).result;
    if (failure?.code === 'NO_STATEMENT_EXIST') return [];
    if (failure) {
      const { zh, en } = descriptionOf(failure);
      return { zh: `${failure.code} ${zh}`, en: `${failure.code} ${en}` };
    }
    const read = billedLines(answer, run.main.config);
    if (typeof read === 'string') return inBoth(read);
    lines.push(...read);
    cursor = text(answer.next_cursor) || undefined;
  } while (cursor !== undefined);
  return lines;
}

function billedLines({ columns, rows }: AnswerFields, config: Config): Billed[] | string {
  if (!isTable([columns, rows])) return 'columns, rows';
  const titles = columns as string[];
  const column = (title: RegExp) => titles.findIndex((name) => title.test(name.trim()));
  const at = Object.fromEntries(Object.entries(TITLES).map(([name, title]) => [name, column(title)]));
  const missing = (['at', 'number', 'amount', 'kind'] as const).filter((name) => at[name] === -1);
  if (missing.length > 0) return `columns ${missing.join(', ')}: ${titles.join(', ')}`;
  const lines: Billed[] = [];
  for (const row of rows as string[][]) {
    const cell = (name: keyof typeof TITLES) => row[at[name] ?? -1]?.trim() ?? '';
    const amount = fenOf(cell('amount'));
    const moment = Date.parse(`${cell('at').replace(' ', 'T')}+08:00`);
    if (amount === undefined || Number.isNaN(moment)) return `row ${lines.length + 1}`;
    const payer = cell('payer') || config.subMchId || config.mchId || '';
    const merchant = payer === config.mchId ? 'own' : payer;
    const family = cell('kind').includes('回退') ? 'return' : 'share';
    const number = cell('number');
    lines.push({
      id: `${merchant}:${family}:${number}`,
      ...{ merchant, family, number, amount },
      released: family === 'share' && cell('receiver') === payer,
      at: moment,
    });
  }
  return lines;
}

/** The link passes on answers that break WeChat Pay's documentation. */
function isTable(value: unknown): boolean {
  return Array.isArray(value) ? value.every((part) => typeof part === 'string' || isTable(part)) : false;
}

/** `8.88` → 888, without a floating point number on the way. */
function fenOf(yuan: string): number | undefined {
  const [, whole, cents = ''] = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(yuan) ?? [];
  return whole === undefined ? undefined : Number(whole + cents.padEnd(2, '0'));
}
