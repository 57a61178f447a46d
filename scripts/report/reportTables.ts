import { type Locale, type Text, translate } from '../../shared/locale';
import { beijingDay } from '../../shared/reconcile/beijingDay';
import type { Sums, TotalRow } from '../../shared/report/totals';
import { table } from '../call/table';
import { type Cell, csv, yuan } from './csv';
import { isReconciled, type WholeReport } from './gatherReport';

const AMOUNTS = ['asked', 'paid', 'pending', 'failed', 'unknown', 'refused'] as const satisfies readonly (keyof Sums)[];

const WORDS = {
  receiver: { zh: '接收方', en: 'receiver' },
  merchant: { zh: '商户', en: 'merchant' },
  operation: { zh: '操作', en: 'operation' },
  day: { zh: '日期', en: 'day' },
  share: { zh: '分账', en: 'share' },
  return: { zh: '回退', en: 'return' },
  kind: { zh: '类型', en: 'kind' },
  key: { zh: '账本中的标识', en: 'key in the ledger' },
  records: { zh: '笔数', en: 'records' },
  asked: { zh: '请求', en: 'asked' },
  paid: { zh: '成功', en: 'paid' },
  pending: { zh: '处理中', en: 'pending' },
  failed: { zh: '失败', en: 'failed' },
  unknown: { zh: '未知', en: 'unknown' },
  refused: { zh: '未受理', en: 'refused' },
  yuan: { zh: '（元）', en: ' (yuan)' },
  fen: { zh: '（分）', en: ' (fen)' },
  total: { zh: '合计', en: 'total' },
  state: { zh: '状态', en: 'state' },
  number: { zh: '单号', en: 'number' },
  transaction: { zh: '微信支付订单号', en: 'transaction_id' },
  age: { zh: '已过小时', en: 'hours' },
  code: { zh: '错误码', en: 'code' },
  advice: { zh: '怎么办', en: 'what to do' },
  issues: { zh: '需要留意的请求', en: 'Requests that want attention' },
  freezes: { zh: '七天内结束的冻结', en: 'Freezes that end within seven days' },
  breaks: { zh: '与账单的差异', en: 'Breaks with the bill' },
  totals: { zh: '合计', en: 'Totals' },
  none: { zh: '没有', en: 'none' },
  more: { zh: '其余见 --csv', en: 'the others are in --csv' },
  equal: { zh: '各行之和与账本一致，精确到分', en: 'the rows add up to the ledger, to the fen' },
  differs: {
    zh: '各行之和与账本不一致：请报告这个错误',
    en: 'the rows do not add up to the ledger: please report this',
  },
  reads: { zh: '次数据库读取', en: 'reads of the database' },
} as const satisfies Record<string, Text>;

/** Most lines of one section on a terminal. */
const MOST_LINES = 30;

/** The totals for a spreadsheet: every amount in yuan and in fen. */
export function totalsCsv(report: WholeReport, locale: Locale): string {
  const say = (word: keyof typeof WORDS) => translate(WORDS[word], locale);
  const headings = [say('kind'), say(report.by), say('key'), say('records')];
  for (const name of AMOUNTS) headings.push(say(name) + say('yuan'), say(name) + say('fen'));
  const line = (sums: Sums, family: TotalRow['family'], shown: string, key: string): Cell[] => [
    ...[say(family), shown, key, sums.records],
    ...AMOUNTS.flatMap((name) => [yuan(sums[name]), sums[name]]),
  ];
  const sums = (['share', 'return'] as const).map((family) => line(report.all[family], family, say('total'), ''));
  return csv([headings, ...report.rows.map((row) => line(row, row.family, row.shown, row.key)), ...sums]);
}

/** What wants attention, for a spreadsheet. */
export function issuesCsv({ issues }: WholeReport, locale: Locale): string {
  const say = (word: keyof typeof WORDS) => translate(WORDS[word], locale);
  const headings = [
    ...[say('state'), say('operation'), say('merchant'), say('number'), say('transaction')],
    ...[say('asked') + say('yuan'), say('asked') + say('fen'), say('age'), say('code'), say('advice')],
  ];
  const rows = issues.map((one): Cell[] => [
    ...[one.state, one.operation, one.merchant, one.number, one.transaction_id],
    ...[yuan(one.amount), one.amount, hours(one.age_ms), one.code ?? '', one.advice],
  ]);
  return csv([headings, ...rows]);
}

/** The report for a terminal. */
export function reportText(report: WholeReport, locale: Locale): string {
  const say = (word: keyof typeof WORDS) => translate(WORDS[word], locale);
  const { by, from, to, rows, all, issues, freezes, breaks, reads } = report;
  const section = (word: keyof typeof WORDS, lines: readonly string[], count: number) => [
    '',
    `${say(word)}: ${count === 0 ? say('none') : count}`,
    ...(count === 0 ? [] : lines.slice(0, MOST_LINES + 1)),
    ...(count > MOST_LINES ? [`… ${say('more')}`] : []),
  ];
  const money = (fen: number) => yuan(fen).decimal;
  const line = (sums: Sums, family: TotalRow['family'], shown: string) => [
    ...[say(family), shown, String(sums.records)],
    ...AMOUNTS.map((name) => money(sums[name])),
  ];
  const totalRows = [
    ...rows.slice(0, MOST_LINES).map((row) => line(row, row.family, row.shown)),
    ...(['share', 'return'] as const).map((family) => line(all[family], family, say('total'))),
  ];
  const amounts = AMOUNTS.map((name) => say(name) + say('yuan'));
  return [
    `${beijingDay(from)} – ${beijingDay(to - 1)}`,
    ...section(
      'issues',
      table(
        [say('state'), say('number'), say('asked') + say('yuan'), say('age'), say('code'), say('advice')],
        issues.map((one) => [
          ...[one.state, one.number, money(one.amount), String(hours(one.age_ms)), one.code ?? '', one.advice],
        ]),
        [2, 3],
      ),
      issues.length,
    ),
    ...section(
      'freezes',
      freezes.map((one) => `${beijingDay(one.ends_at)}  ${one.merchant}  ${one.transaction_id}`),
      freezes.length,
    ),
    ...section(
      'breaks',
      breaks.map((one) => `${one.day}  ${one.kind}  ${one.number}  ${money(one.here)} / ${money(one.there)}`),
      breaks.length,
    ),
    ...section(
      'totals',
      table([say('kind'), say(by), say('records'), ...amounts], totalRows, [2, 3, 4, 5, 6, 7, 8]),
      rows.length,
    ),
    '',
    say(isReconciled(report) ? 'equal' : 'differs'),
    `${reads} ${say('reads')}`,
  ].join('\n');
}

function hours(ms: number): number {
  return Math.floor(ms / 3_600_000);
}
