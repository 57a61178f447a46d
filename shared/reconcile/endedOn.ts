import { LINKS } from '../generated/links';
import { isOpen } from '../ledger/record';
import { LedgerUnavailableError } from '../ledger/store';
import { masked } from '../masked';
import { beijingDay, DAY_MS, startOf } from './beijingDay';
import type { RecordSummary } from './ledgerQueries';
import type { ComparisonPlace } from './place';
import type { RunContext } from './run';

/** Most that our clock may differ from WeChat Pay's, in ms. */
const CLOCK_MS = 60_000;

/** Records read at once: most are under 1 KB. Fewer where they exceed the 1 MB of a query's answer. */
const PAGE = { most: 500, least: 10 };

/** A record that ended on the day that is compared. */
export interface Ended {
  readonly id: string;
  /** In fen. */
  readonly paid: number;
  /** The first day whose bill may hold a part of it. */
  readonly since: string;
}

type Since = NonNullable<ComparisonPlace['since']>;

/** The records that ended on a day, page by page in the order of their last change. */
export async function* endedOn(
  run: RunContext,
  day: string,
  from: Since = { at: startOf(day), ids: [] },
): AsyncGenerator<{ readonly records: Ended[]; readonly since: Since }> {
  const pages = { size: PAGE.most };
  const start = startOf(day);
  const payers = payersOf(run);
  for (let since = from; ; ) {
    const page = await readPage(run, day, since, pages);
    const last = page.at(-1);
    if (!last) return;
    const at = last.updatedAt;
    const ids = page.filter(({ updatedAt }) => updatedAt === at).map(({ _id }) => _id);
    since = { at, ids: at === since.at ? [...since.ids, ...ids] : ids };
    yield { records: page.flatMap((record) => ended(run, { day, start, payers }, record)), since };
  }
}

async function readPage(run: RunContext, day: string, { at, ids }: Since, pages: { size: number }) {
  for (;;) {
    try {
      return await run.environment.queries.changed(at, startOf(day) + DAY_MS, pages.size, ids);
    } catch (error) {
      if (!(error instanceof LedgerUnavailableError) || error.reason === 'TIMEOUT' || pages.size <= PAGE.least) {
        throw error;
      }
      pages.size = Math.max(PAGE.least, Math.ceil(pages.size / 2));
    }
  }
}

function ended(
  run: RunContext,
  { day, start, payers }: { day: string; start: number; payers: Payers },
  record: RecordSummary,
): Ended[] {
  const { subMchId } = run.main.config;
  const end = endOf(record) + CLOCK_MS;
  if (!(end >= start && end < start + DAY_MS) || !LINKS[record.link].ownMerchantNumber) return [];
  if (subMchId !== undefined && record.merchant !== subMchId) return [];
  const madeAt = record.createdAt - CLOCK_MS;
  return [{ id: record._id, paid: paidToOthers(payers, record), since: madeAt < start ? beijingDay(madeAt) : day }];
}

/** Epoch ms; never for a record that moved no money or is open. */
function endOf({ state, attempts }: RecordSummary): number {
  if (isOpen(state) || state === 'refused') return Number.NaN;
  let first = Number.POSITIVE_INFINITY;
  for (const { outcome } of attempts) {
    if (outcome && outcome.at < first && !isOpen(outcome.state) && outcome.state !== 'refused') first = outcome.at;
  }
  return first;
}

/** In fen. What only went back to the payer is left out, because not every wire lists it. */
function paidToOthers(payers: Payers, { family, merchant, settlement }: RecordSummary): number {
  const payer = family === 'return' ? undefined : payers(merchant);
  let paid = 0;
  for (const { result, account, amount } of settlement?.receivers ?? []) {
    if (result === 'SUCCESS' && account !== payer) paid += amount;
  }
  return paid;
}

/** The account of a merchant as records name it. */
type Payers = (merchant: string) => string;

function payersOf({ main: { config } }: RunContext): Payers {
  const known = new Map<string, string>();
  return (merchant) => {
    const payer = known.get(merchant) ?? masked(merchant === 'own' ? (config.mchId ?? '') : merchant);
    if (known.size < MOST_PAYERS) known.set(merchant, payer);
    return payer;
  };
}

const MOST_PAYERS = 1000;
