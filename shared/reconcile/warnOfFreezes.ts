import { LINKS } from '../generated/links';
import { beijingDay, DAY_MS, startOf } from './beijingDay';
import type { RecordSummary } from './ledgerQueries';
import type { RunContext } from './run';
import * as warnings from './warnings';

const PAGE = 50;

const SHARES_PER_PAGE = 1000;

/**
 * Warns of payments first shared on this day that were never finished. The freeze runs from the payment, so the day
 * named is the latest it can end.
 * @param freezeDays in days
 * @returns whether the whole day was read
 */
export async function warnOfFreezes(run: RunContext, day: string, freezeDays: number): Promise<boolean> {
  const { queries } = run.environment;
  const until = startOf(day) + DAY_MS;
  const warned = new Set<string>();
  let from = startOf(day);
  for (;;) {
    if (run.deadline.leftMs <= 0) return false;
    const page = await queries.made('multiProfitSharing', from, until, PAGE);
    const payments = [...new Set(page.map(paymentOf))].filter((id) => id !== '' && !warned.has(id));
    const shares = payments.length > 0 ? await queries.sharesOf(payments, SHARES_PER_PAGE) : [];
    for (const id of payments) {
      const all = shares.filter((share) => paymentOf(share) === id);
      const first = all.filter(isShare).sort((a, b) => a.createdAt - b.createdAt)[0];
      if (!first || first.createdAt < startOf(day) || all.some(closesTheOrder)) continue;
      if (LINKS[first.link].freezeDays !== freezeDays) continue;
      warned.add(id);
      const end = beijingDay(first.createdAt + freezeDays * DAY_MS);
      run.result.warnings.push(warnings.freezeEnds(first.merchant, id, end));
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) return true;
    from = last.createdAt + 1;
  }
}

function paymentOf({ ask }: RecordSummary): string {
  return String(ask.transaction_id ?? '');
}

function stands({ state }: RecordSummary): boolean {
  return state !== 'refused' && state !== 'closed';
}

function isShare(record: RecordSummary): boolean {
  return record.operation === 'multiProfitSharing' && record.state !== 'refused';
}

/** A finish, or a single share, which gives the rest back to the payer by itself. */
function closesTheOrder(record: RecordSummary): boolean {
  return record.operation !== 'multiProfitSharing' && stands(record);
}
