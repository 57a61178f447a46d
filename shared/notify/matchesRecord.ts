import { claimIn, positionsOf } from '../claim';
import { LINKS } from '../generated/links';
import type { AccountKey } from '../ledger/accountKeys';
import { calledBy } from '../ledger/channel';
import type { LedgerRecord } from '../ledger/record';
import type { Notice } from './notice';

/**
 * Whether a notice is about the request of a record, and not another one with the same number: same caller, same
 * payment, same money. A share is compared by receiver; a return by amount, because the sources disagree about its
 * receiver.
 */
export function matchesRecord(record: LedgerRecord, notice: Notice, keys: readonly AccountKey[]): boolean {
  const { ask, payload, family } = record;
  if (!isCaller(record, notice)) return false;
  if (ask.transaction_id !== undefined && ask.transaction_id !== notice.transactionId) return false;
  if (family === 'return') return Number(payload.return_amount) === notice.amount;
  return positionsOf(claimIn(record, keys), notice).length > 0;
}

/** On links where the platform calls with its own service provider, its number is not known here. */
function isCaller({ link, payload }: LedgerRecord, { payer: { caller } }: Notice): boolean {
  if (!LINKS[link].ownMerchantNumber || caller === undefined) return true;
  return payload.PROFIT_SHARING_LINK === calledBy({ mchId: caller });
}
