import { claimIn, positionsOf } from '../claim';
import type { AccountKey } from '../ledger/accountKeys';
import { isOpen, type LedgerRecord } from '../ledger/record';
import type { Outcome } from '../ledger/transition';
import { type SettledReceiver, settledLine, stateOf } from '../settlement';
import type { Notice } from './notice';

/**
 * What a notice adds to its record. It names one receiver: the share is settled once every receiver is final. A final
 * state stays as it was, except a refusal: money has moved, so there was none.
 */
export function outcomeOfNotice(record: LedgerRecord, notice: Notice, keys: readonly AccountKey[]): Outcome {
  const requestId = notice.id;
  if (!isOpen(record.state) && record.state !== 'refused') return { state: record.state, requestId };
  const isReturn = record.family === 'return';
  const learned = isReturn || notice.orderId === undefined ? {} : { order_id: notice.orderId };
  const claim = claimIn(record, keys);
  const receivers = isReturn ? [returned(record, notice)] : withPaid(record, notice, positionsOf(claim, notice));
  if (!receivers) return { state: 'processing', requestId, learned };
  const isComplete = isReturn || receivers.length >= claim.lines.length;
  const state = isComplete ? stateOf('FINISHED', receivers) : 'processing';
  return { state, settlement: { state, receivers }, requestId, learned };
}

function returned({ payload }: LedgerRecord, { amount }: Notice): SettledReceiver {
  return settledLine({ account: payload.return_account, amount, result: 'SUCCESS' });
}

/**
 * The lines known so far with the notice's own paid. Nothing when only a query can tell: which of several equal lines
 * it is about, or what a notice of a closed line means.
 * @param asked positions in the request that the notice can be about
 */
function withPaid(
  record: LedgerRecord,
  notice: Notice,
  asked: readonly number[],
): readonly SettledReceiver[] | undefined {
  const known = record.settlement?.receivers ?? [];
  const paid = settledLine({ account: notice.account, amount: notice.amount, result: 'SUCCESS' });
  const equal = known.filter((line) => isEqual(line, paid, asked));
  if (equal.length < asked.length) {
    const index = asked.find((position) => !equal.some((line) => line.index === position));
    return [...known, { ...(index !== undefined && { index }), ...paid }];
  }
  const [line, ...others] = equal;
  if (equal.every(({ result }) => result === 'SUCCESS')) return known;
  if (!line || others.length > 0 || line.result === 'CLOSED') return undefined;
  return known.map((other) => (other === line ? { ...line, result: 'SUCCESS' } : other));
}

/** Records of older versions know their lines by the masked account only. */
function isEqual(
  line: SettledReceiver,
  { account, account_hash, amount }: SettledReceiver,
  asked: readonly number[],
): boolean {
  if (line.index !== undefined) return asked.includes(line.index);
  const isAccount = line.account_hash === undefined ? line.account === account : line.account_hash === account_hash;
  return isAccount && line.amount === amount;
}
