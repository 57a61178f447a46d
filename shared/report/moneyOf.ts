import { fen } from '../fen';
import { hash } from '../ledger/hash';
import type { LedgerRecord, RecordState } from '../ledger/record';
import { linesAmong } from '../lines';
import { masked } from '../masked';
import type { SettledReceiver } from '../settled';
import { text } from '../text';

/** What became of an amount. `refused`: WeChat Pay did not take the request, nothing moved. */
export type Fate = 'paid' | 'pending' | 'failed' | 'unknown' | 'refused';

/** One amount that a record asks to move. */
export interface MoneyLine {
  /** As the ledger keeps it: a merchant's number, or a hash. */
  readonly account: string;
  /** For people: a merchant's number, or the masked account. */
  readonly shown: string;
  /** In fen. */
  readonly amount: number;
  readonly fate: Fate;
}

const FATES: Readonly<Record<RecordState, Fate>> = {
  intended: 'unknown',
  unknown: 'unknown',
  refused: 'refused',
  accepted: 'pending',
  processing: 'pending',
  settled: 'paid',
  // Only its lines say who was paid.
  partly_failed: 'unknown',
  closed: 'failed',
};

/** The amounts of a record, one for each receiver. A finish names none: what it releases only WeChat Pay knows. */
export function moneyOf({ family, payload, state, settlement }: LedgerRecord): MoneyLine[] {
  const overall = FATES[state];
  if (family === 'return') {
    const account = text(payload.return_account);
    return [{ account, shown: account, amount: fen(payload.return_amount) ?? 0, fate: overall }];
  }
  const open = [...(settlement?.receivers ?? [])];
  return linesAmong(payload.receivers).map((line, index): MoneyLine => {
    const account = text(line.account);
    const amount = fen(line.amount) ?? 0;
    const mask = text((line as { readonly account_masked?: unknown }).account_masked);
    const at = open.findIndex((settled) => isLine(settled, index, account, mask, amount));
    const [settled] = at < 0 ? [] : open.splice(at, 1);
    const shown = account.startsWith('#') ? mask || settled?.account || '****' : account;
    return { account, shown, amount, fate: fateOf(settled, overall) };
  });
}

/** Lines of older records have no index: they are known by the hash of the account, or by the masked account. */
function isLine(settled: SettledReceiver, index: number, account: string, mask: string, amount: number): boolean {
  if (settled.index !== undefined) return settled.index === index;
  if (settled.amount !== amount) return false;
  if (settled.account_hash !== undefined) return [account, hash(account)].includes(settled.account_hash);
  if (!account.startsWith('#')) return masked(account) === settled.account;
  return mask === '' || mask === settled.account;
}

function fateOf(settled: SettledReceiver | undefined, overall: Fate): Fate {
  if (overall === 'refused') return overall;
  if (settled?.result === 'SUCCESS') return 'paid';
  if (settled?.result === 'CLOSED') return 'failed';
  return overall;
}
