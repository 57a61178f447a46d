import { Deadline } from '../../shared/deadline';
import { hash } from '../../shared/ledger/hash';
import type { Locale } from '../../shared/locale';
import type { Break } from '../../shared/reconcile/breaks';
import { type Asked, readAsked } from '../../shared/report/askedReport';
import type { Freeze } from '../../shared/report/freezes';
import type { Listed } from '../../shared/report/issues';
import type { ReportQueries } from '../../shared/report/reportQueries';
import type { Grouping, Sums, TotalRow } from '../../shared/report/totals';
import { type Report, viewOf } from '../../shared/report/views';

/** A whole report: every page of every view. Amounts in fen, times in epoch ms. */
export interface WholeReport {
  readonly by: Grouping;
  /** Epoch ms, the first included and the last not. */
  readonly from: number;
  readonly to: number;
  readonly issues: readonly Listed[];
  readonly freezes: readonly Freeze[];
  readonly breaks: readonly Break[];
  readonly rows: readonly TotalRow[];
  readonly all: { readonly share: Sums; readonly return: Sums };
  /** How often the database was asked. */
  readonly reads: number;
}

/** Longest time for one page, in ms. */
const PAGE_MS = 600_000;

/** A question that is not put as it has to be: the fields that are wrong. */
export class WrongQuestion extends Error {
  constructor(readonly fields: readonly string[]) {
    super(fields.join(', '));
  }
}

/**
 * Reads all of a report.
 * @param given `from`, `to` and `by`, each where it is given
 * @throws {WrongQuestion}
 * @throws {LedgerUnavailableError}
 */
export async function gatherReport(
  queries: ReportQueries,
  given: { readonly from?: string; readonly to?: string; readonly by?: string },
  locale: Locale,
  now: number,
): Promise<WholeReport> {
  const asked = readAsked(given, now, '');
  if (!('view' in asked)) throw new WrongQuestion(asked.map(({ field }) => field));
  const counts = { reads: 0 };
  const pagesOf = async (view: Asked['view']) => {
    const pages: Report[] = [];
    let cursor: string | undefined;
    do {
      const page = readAsked({ ...given, view, ...(cursor !== undefined && { cursor }) }, now, '');
      if (!('view' in page)) throw new WrongQuestion(page.map(({ field }) => field));
      const context = { queries, deadline: new Deadline(PAGE_MS), locale, now, counts };
      pages.push(await viewOf(page, context));
      cursor = pages.at(-1)?.next_cursor;
    } while (cursor !== undefined);
    return pages;
  };
  const totals = await pagesOf('totals');
  const issues = await pagesOf('issues');
  const freezes = await pagesOf('freezes');
  const breaks = await pagesOf('breaks');
  return {
    ...{ by: asked.by, from: asked.from, to: asked.to },
    issues: issues.flatMap((page) => page.records ?? []),
    freezes: freezes.flatMap((page) => page.freezes ?? []),
    breaks: breaks.flatMap((page) => page.breaks ?? []),
    rows: merged(totals.flatMap((page) => page.rows ?? [])),
    all: {
      share: totals.map((page) => page.all?.share ?? NOTHING).reduce(added, NOTHING),
      return: totals.map((page) => page.all?.return ?? NOTHING).reduce(added, NOTHING),
    },
    reads: counts.reads,
  };
}

const NOTHING: Sums = { records: 0, asked: 0, paid: 0, pending: 0, failed: 0, unknown: 0, refused: 0 };

const SUMMED = Object.keys(NOTHING) as (keyof Sums)[];

function added(one: Sums, other: Sums): Sums {
  return Object.fromEntries(SUMMED.map((name) => [name, one[name] + other[name]])) as unknown as Sums;
}

/** One row for each key; older records know a merchant by the plain hash of its number. The largest first. */
function merged(rows: readonly TotalRow[]): TotalRow[] {
  const numbers = new Map(rows.filter(({ key }) => !key.startsWith('#')).map(({ key }) => [hash(key), key]));
  const whole = new Map<string, TotalRow>();
  for (const row of rows) {
    const number = numbers.get(row.key);
    const now = number === undefined ? row : { ...row, key: number, shown: number };
    const id = `${now.family} ${now.key}`;
    const before = whole.get(id);
    whole.set(id, before ? { ...before, ...added(before, now) } : now);
  }
  return [...whole.values()].sort((one, other) => other.asked - one.asked || (one.key < other.key ? -1 : 1));
}

/** Whether the rows add up to what the ledger holds, to the fen. */
export function isReconciled({ rows, all }: Pick<WholeReport, 'rows' | 'all'>): boolean {
  return (['share', 'return'] as const).every((family) => {
    const sum = rows.filter((row) => row.family === family).reduce<Sums>(added, NOTHING);
    const amounts = SUMMED.filter((name) => name !== 'records');
    const parts = sum.paid + sum.pending + sum.failed + sum.unknown + sum.refused;
    return amounts.every((name) => sum[name] === all[family][name]) && parts === sum.asked;
  });
}
