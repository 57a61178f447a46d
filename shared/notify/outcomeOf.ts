import { isOpen, type LedgerRecord, linesAsked } from '../ledger/record';
import type { Outcome } from '../ledger/transition';
import { masked, type SettledReceiver, stateOf } from '../settlement';
import type { Notice } from './notice';

/**
 * What a notice adds to the record it fits. It names one receiver: the share is settled once every receiver is known
 * to be final. What was final before stays as it was, except a refusal: money has moved, so there was none.
 */
export function outcomeOf(record: LedgerRecord, notice: Notice): Outcome {
  const requestId = notice.id;
  if (!isOpen(record.state) && record.state !== 'refused') return { state: record.state, requestId };
  const isReturn = record.family === 'return';
  const learned = isReturn || notice.orderId === undefined ? {} : { order_id: notice.orderId };
  const receivers = isReturn ? [returned(record, notice)] : withPaid(record.settlement?.receivers ?? [], notice);
  if (!receivers) return { state: 'processing', requestId, learned };
  const isComplete = isReturn || receivers.length >= linesAsked(record).length;
  const state = isComplete ? stateOf('FINISHED', receivers) : 'processing';
  return { state, settlement: { state, receivers }, requestId, learned };
}

function returned({ payload, settlement }: LedgerRecord, { amount }: Notice): SettledReceiver {
  const account = settlement?.receivers[0]?.account ?? masked(String(payload.return_account));
  return { account, amount, result: 'SUCCESS' };
}

/** Masked accounts may look alike, and a line may be closed already: which one was paid is then left to a query. */
function withPaid(lines: readonly SettledReceiver[], notice: Notice): SettledReceiver[] | undefined {
  const paid = { account: masked(notice.account), amount: notice.amount, result: 'SUCCESS' };
  const [line, ...others] = lines.filter(({ account, amount }) => account === paid.account && amount === paid.amount);
  if (!line) return [...lines, paid];
  if (others.length > 0 || line.result === 'CLOSED') return undefined;
  return lines.map((other) => (other === line ? paid : other));
}
