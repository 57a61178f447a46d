import type { AbnormalFunds, Line } from './records';
import { SetupRefused } from './setupRefused';
import type { State } from './state';

/** `none` takes the mark away. */
export type AbnormalFundsInput = Partial<Omit<AbnormalFunds, 'status'>> & {
  readonly status: AbnormalFunds['status'] | 'none';
};

/**
 * Marks a line of an ecommerce share as one whose money is held up on its way (在途异常资金, partner/4015408022). How such
 * money moves on is on no page of profit sharing: the mark is shown, and moves nothing.
 */
export function setAbnormalFunds(state: State, detailId: string, { status, ...more }: AbnormalFundsInput): Line {
  const line = findLine(state, detailId);
  if (status === 'none') {
    delete line.abnormalFunds;
    return line;
  }
  if (more.closedReason && status !== 'ABNORMAL_CLOSED')
    throw new SetupRefused('closedReason', 'only with ABNORMAL_CLOSED');
  line.abnormalFunds = { status, ...more };
  return line;
}

function findLine(state: State, detailId: string): Line {
  for (const { lines, transactionId } of state.shares.values()) {
    const line = lines.find((one) => one.detailId === detailId);
    if (!line) continue;
    if (state.orders.get(transactionId)?.family === 'ecommerce') return line;
    throw new SetupRefused('detailId', 'a line of the family ecommerce');
  }
  throw new SetupRefused('detailId', 'no such line');
}
