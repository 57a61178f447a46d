import type { Config } from '../config';

/** One line of a bill; amounts in fen, times in epoch ms. */
export interface Billed {
  /** `_id` of its record: `<merchant>:<family>:<number>`. */
  readonly id: string;
  readonly amount: number;
  /** Money that went back to the payer: links list it differently, or not at all. */
  readonly released: boolean;
  readonly at: number;
}

/** How the rows of a bill are read. */
export interface LineReader {
  /** Indexes of the columns that are read. */
  readonly columns: readonly number[];
  /** @returns nothing for a row that cannot be read */
  read(row: readonly string[]): Billed | undefined;
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

/** @returns how to read the rows below these titles, or which columns are missing */
export function billedLines(titles: readonly string[], config: Config): LineReader | string {
  const column = (title: RegExp) => titles.findIndex((name) => title.test(name.trim()));
  const at = Object.fromEntries(Object.entries(TITLES).map(([name, title]) => [name, column(title)]));
  const missing = (['at', 'number', 'amount', 'kind'] as const).filter((name) => at[name] === -1);
  if (missing.length > 0) return `columns ${missing.join(', ')}: ${titles.join(', ')}`;
  const cellOf = (name: keyof typeof TITLES) => {
    const index = at[name] ?? -1;
    return (row: readonly string[]) => row[index]?.trim() ?? '';
  };
  const cells = {
    ...{ at: cellOf('at'), number: cellOf('number'), amount: cellOf('amount') },
    ...{ kind: cellOf('kind'), payer: cellOf('payer'), receiver: cellOf('receiver') },
  };
  const epochMs = momentReader();
  const read = (row: readonly string[]) => {
    const amount = fenOf(cells.amount(row));
    const moment = epochMs(cells.at(row));
    if (amount === undefined || Number.isNaN(moment)) return undefined;
    const payer = cells.payer(row) || config.subMchId || config.mchId || '';
    const merchant = payer === config.mchId ? 'own' : payer;
    const family: 'return' | 'share' = cells.kind(row).includes('回退') ? 'return' : 'share';
    const released = family === 'share' && cells.receiver(row) === payer;
    return { id: `${merchant}:${family}:${cells.number(row)}`, amount, released, at: moment };
  };
  return { columns: Object.values(at).filter((index) => index !== -1), read };
}

/** `yyyy-MM-dd HH:mm:ss` in Beijing as epoch ms. Neighbouring rows often share their second. */
function momentReader(): (text: string) => number {
  let last = '';
  let moment = Number.NaN;
  return (text) => {
    if (text === last) return moment;
    last = text;
    moment = Date.parse(`${text.replace(' ', 'T')}+08:00`);
    return moment;
  };
}

/** `8.88` → 888, without a floating point number on the way. */
function fenOf(yuan: string): number | undefined {
  const [, whole, cents = ''] = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(yuan) ?? [];
  return whole === undefined ? undefined : Number(whole + cents.padEnd(2, '0'));
}
