import type { Deadline } from '../deadline';
import { LINKS } from '../generated/links';
import type { Locale } from '../locale';
import type { ReceiverEntry } from '../receivers/receiverEntry';
import { beijingDay, DAY_MS } from '../reconcile/beijingDay';
import type { Break } from '../reconcile/breaks';
import type { Asked } from './askedReport';
import { writeCursor } from './cursor';
import { type Freeze, freezesAmong } from './freezes';
import { ISSUE_STATES, type Listed, listed } from './issues';
import type { ReportQueries } from './reportQueries';
import { scan } from './scan';
import { type Chapter, storyOf } from './story';
import { type Sums, type TotalRow, Totals } from './totals';

/** One page of a view. Amounts in fen, times in epoch ms. */
export interface Report {
  readonly view: Asked['view'];
  /** `issues` */
  readonly records?: readonly Listed[];
  /** `totals`: of this page alone; the sums of all pages are the sums of their rows. */
  readonly rows?: readonly TotalRow[];
  /** `totals`: every record of this page, whatever it is grouped by. */
  readonly all?: { readonly share: Sums; readonly return: Sums };
  readonly freezes?: readonly Freeze[];
  readonly breaks?: readonly Break[];
  readonly receivers?: readonly Omit<ReceiverEntry, 'name'>[];
  /** `order` */
  readonly story?: readonly Chapter[];
  /** For the next call with the same fields; absent on the last page. */
  readonly next_cursor?: string;
  /** How often the database was asked. */
  readonly reads: number;
}

export interface ViewContext {
  readonly queries: ReportQueries;
  readonly deadline: Deadline;
  readonly locale: Locale;
  readonly now: number;
  readonly counts: { reads: number };
}

/** Days before its end that a freeze is reported. */
const FREEZE_WARNED_DAYS = 7;

/** Rows of one page of totals: 5,000 receivers are about 1 MB. */
const MOST_ROWS = 5000;

/** Records of one page of totals. */
const MOST_RECORDS = 20_000;

/** Reads one page of what is asked. @throws {LedgerUnavailableError} */
export async function viewOf(asked: Asked, context: ViewContext): Promise<Report> {
  const page = await VIEWS[asked.view](asked, context);
  return { view: asked.view, ...page, reads: context.counts.reads };
}

type Page = Omit<Report, 'view' | 'reads'>;

const VIEWS: Readonly<Record<Asked['view'], (asked: Asked, context: ViewContext) => Promise<Page>>> = {
  async issues({ from, to, cursor, limit }, { queries, deadline, locale, now, counts }) {
    const records: Listed[] = [];
    const selections = ISSUE_STATES.map((state) => ({ state, from, before: to }));
    const next = await scan(queries, selections, cursor, deadline, limit, counts, (page) => {
      records.push(...page.map((record) => listed(record, now, locale)));
      return records.length < limit;
    });
    return { records, ...onwards(next) };
  },

  async totals({ from, to, by, cursor }, { queries, deadline, counts }) {
    const totals = new Totals(by);
    let records = 0;
    const next = await scan(queries, [{ from, before: to }], cursor, deadline, MOST_RECORDS, counts, (page) => {
      for (const record of page) totals.add(record);
      records += page.length;
      return totals.size < MOST_ROWS && records < MOST_RECORDS;
    });
    return { ...totals.result, ...onwards(next) };
  },

  async freezes({ cursor, limit }, { queries, deadline, now, counts }) {
    const freezes: Freeze[] = [];
    const soon = now + FREEZE_WARNED_DAYS * DAY_MS;
    const selections = [...new Set(Object.values(LINKS).map(({ freezeDays }) => freezeDays))].map((days) => {
      const [from, before] = [now, soon].map((end) => end - days * DAY_MS);
      return { operation: 'multiProfitSharing', from: from ?? 0, before: before ?? 0 };
    });
    const next = await scan(queries, selections, cursor, deadline, limit, counts, async (page) => {
      const found = await freezesAmong(page, queries, counts);
      freezes.push(...found.filter(({ ends_at }) => ends_at >= now && ends_at < soon));
      return freezes.length < limit;
    });
    return { freezes, ...onwards(next) };
  },

  async breaks({ from, to, cursor, limit }, { queries, counts }) {
    counts.reads += 1;
    const after = cursor?.id ?? `${beijingDay(from)}:`;
    const breaks = await queries.breaks(after, `${beijingDay(to)}:`, limit);
    return { breaks, ...afterLast(breaks, limit) };
  },

  async receivers({ cursor, limit }, { queries, counts }) {
    counts.reads += 1;
    const found = await queries.receivers(cursor?.id ?? '', limit);
    return { receivers: found.map(({ name: _hash, ...entry }) => entry), ...afterLast(found, limit) };
  },

  async order({ number, merchant }, { queries, counts }) {
    return { story: await storyOf(queries, number, merchant, counts) };
  },
};

function onwards(next: Parameters<typeof writeCursor>[0] | undefined): Page {
  return next ? { next_cursor: writeCursor(next) } : {};
}

function afterLast(page: readonly { readonly _id: string }[], limit: number): Page {
  const last = page.at(-1);
  return last && page.length === limit ? onwards({ part: 0, at: 0, id: last._id }) : {};
}
