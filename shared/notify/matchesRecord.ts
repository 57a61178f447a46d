import { claimIn, positionsOf } from '../claim';
import { LINKS } from '../generated/links';
import { calledBy } from '../ledger/channel';
import type { LedgerRecord } from '../ledger/record';
import type { Notice } from './notice';

/**
 * Whether a notice speaks of the very request behind a record, and not of another one with the same number: same
 * caller, same payment, same money. A share is one of its receivers; a return is its amount, because the sources
 * disagree about the receiver of a return.
 */
export function matchesRecord(record: LedgerRecord, notice: Notice): boolean {
  const { ask, payload, family } = record;
  if (!isCaller(record, notice)) return false;
  if (ask.transaction_id !== undefined && ask.transaction_id !== notice.transactionId) return false;
  if (family === 'return') return Number(payload.return_amount) === notice.amount;
  return positionsOf(claimIn(record), notice).length > 0;
}

/** On the platform's own links it is the platform's service provider that calls, whose number nobody here knows. */
function isCaller({ link, payload }: LedgerRecord, { payer: { caller } }: Notice): boolean {
  if (!LINKS[link].ownMerchantNumber || caller === undefined) return true;
  return payload.PROFIT_SHARING_LINK === calledBy({ mchId: caller });
}
