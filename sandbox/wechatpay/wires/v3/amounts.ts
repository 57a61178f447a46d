import type { Call } from './endpoint';
import { answerTo, type V3Answer } from './v3Answer';
import { text } from './wireText';

/** What is left of an order: the same question and answer in every family. */
export function answerAmounts({ bank, identity, fields }: Call): V3Answer {
  return answerTo(bank.unsplitAmount(identity, text(fields, 'transaction_id')), (left) => ({
    transaction_id: left.transactionId,
    unsplit_amount: left.unsplitAmount,
  }));
}
