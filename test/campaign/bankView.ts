import type { Fields } from '../conformance/harness';
import type { Request } from './request';
import type { Simulation } from './simulation';

type Books = ReturnType<Simulation['sandbox']['state']['bank']['books']>;
type Share = Books['shares'][number];
type Return = Books['returns'][number];

/** What the bank really has under a number. */
export interface Known {
  readonly state: 'processing' | 'settled' | 'partly_failed' | 'closed';
  /** In fen, as asked for: each line of a share, or the one of a return. */
  readonly amounts: readonly number[];
  /** Whether what was left went back to the payer by it. */
  readonly hasRest: boolean;
  /** Whether it is this very request, and not another one under the same number. */
  is(request: Request): boolean;
}

/** Everything the bank has, by `<family>:<number>`. */
export function bankView({ sandbox }: Simulation): ReadonlyMap<string, Known> {
  const { shares, returns } = sandbox.state.bank.books();
  return new Map([
    ...shares.map((share) => [`share:${share.outOrderNo}`, ofShare(share)] as const),
    ...returns.map((order) => [`return:${order.outReturnNo}`, ofReturn(order)] as const),
  ]);
}

const KIND = { profitSharing: 'single', multiProfitSharing: 'multi', profitSharingFinish: 'finish' } as const;

function ofShare({ kind, transactionId, lines, rest }: Share): Known {
  const shown = lines.map(({ account, amount, description }) => `${account} ${amount} ${description}`).sort();
  const paid = lines.filter(({ result }) => result === 'SUCCESS').length;
  const pending = lines.some(({ result }) => result === 'PENDING') || rest?.result === 'PENDING';
  const failed = paid > 0 ? 'partly_failed' : 'closed';
  return {
    state: pending ? 'processing' : paid === lines.length ? 'settled' : failed,
    amounts: lines.map(({ amount }) => amount),
    hasRest: rest !== undefined,
    is: ({ operation, body }) =>
      operation !== 'profitSharingReturn' &&
      KIND[operation] === kind &&
      body.transaction_id === transactionId &&
      shown.join() === wanted(body).join() &&
      (kind !== 'finish' || rest?.description === body.description),
  };
}

function wanted({ receivers = [] }: Fields): string[] {
  const lines = receivers as readonly Fields[];
  return lines.map(({ account, amount, description }) => `${account} ${amount} ${description}`).sort();
}

function ofReturn({ result, amount, outOrderNo, returnMchId, description }: Return): Known {
  return {
    state: result === 'SUCCESS' ? 'settled' : result === 'FAILED' ? 'closed' : 'processing',
    amounts: [amount],
    hasRest: false,
    is: ({ operation, body }) =>
      operation === 'profitSharingReturn' &&
      body.out_order_no === outOrderNo &&
      body.return_account === returnMchId &&
      body.return_amount === amount &&
      body.description === description,
  };
}
