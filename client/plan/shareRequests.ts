import type { ShareReceiver } from '../../shared/generated/types';
import { identityOf } from './payees';
import { byText } from './portions';
import type { PlannedRequest } from './SharePlan';

/** One line of a rule, before lines of the same receiver become one. */
export interface Payment {
  readonly receiver: Pick<ShareReceiver, 'type' | 'account'>;
  readonly name: string | undefined;
  readonly description: string;
  readonly amount: number;
}

/** The longest JSON text of one request's receivers, in characters (CloudPay.profitSharing page). */
const MOST_JSON = 10_240;

const MOST_DESCRIPTION = 80;

/**
 * One line for each receiver, sorted by type and account: rules in another order give the same requests under the same
 * numbers, and WeChat Pay refuses a number whose parameters differ.
 */
export function mergedReceivers(payments: readonly Payment[]): ShareReceiver[] {
  const byReceiver = new Map<string, Payment[]>();
  for (const payment of payments) {
    const identity = identityOf(payment.receiver);
    byReceiver.set(identity, [...(byReceiver.get(identity) ?? []), payment]);
  }
  const sorted = [...byReceiver].sort(([one], [other]) => byText(one, other));
  return sorted.map(([, own]) => merged(own));
}

function merged(own: readonly Payment[]): ShareReceiver {
  const { type, account } = (own[0] as Payment).receiver;
  const name = own.map((payment) => payment.name).find((text) => text !== undefined);
  return {
    type,
    account,
    amount: own.reduce((sum, { amount }) => sum + amount, 0),
    description: joined(own.map(({ description }) => description)),
    ...(name !== undefined && { name }),
  };
}

function joined(descriptions: readonly string[]): string {
  const all = [...new Set(descriptions)].sort(byText).join(' + ');
  const characters = [...all];
  return characters.length > MOST_DESCRIPTION ? `${characters.slice(0, MOST_DESCRIPTION - 1).join('')}…` : all;
}

/** The receivers cut into lists that one request can carry. */
export function batchesOf(receivers: readonly ShareReceiver[], most: number): ShareReceiver[][] {
  const batches: ShareReceiver[][] = [];
  let batch: ShareReceiver[] = [];
  let length = 0;
  for (const receiver of receivers) {
    // With its comma or bracket.
    const own = JSON.stringify(receiver).length + 1;
    if (batch.length === 0 || batch.length === most || length + own > MOST_JSON) {
      batch = [];
      length = 1;
      batches.push(batch);
    }
    batch.push(receiver);
    length += own;
  }
  return batches;
}

export interface Ending {
  readonly planNo: string;
  readonly transactionId: string;
  readonly common: { readonly sub_mch_id?: string };
  readonly subAppid: string | undefined;
  readonly description: string;
  readonly rest: 'keep' | 'finish' | 'single';
  /** What no line shares, in fen: with nothing left there is nothing to release. */
  readonly left: number;
}

/** The requests in order. Each number is the plan's number and a suffix, which no other plan's numbers can equal. */
export function shareRequests(batches: readonly ShareReceiver[][], ending: Ending): PlannedRequest[] {
  const { planNo, transactionId, common, subAppid, description, rest, left } = ending;
  const about = { transaction_id: transactionId, ...common };
  const operation = rest === 'single' ? 'profitSharing' : 'multiProfitSharing';
  const requests = batches.map((receivers, index): PlannedRequest => {
    const out_order_no = `${planNo}-S${index + 1}`;
    return {
      operation,
      request: { ...about, ...(subAppid !== undefined && { sub_appid: subAppid }), out_order_no, receivers },
    };
  });
  if (!endsWithFinish(rest, batches.length, left)) return requests;
  return [
    ...requests,
    { operation: 'profitSharingFinish', request: { ...about, out_order_no: `${planNo}-F`, description } },
  ];
}

/** A single share releases the rest itself, but cannot be without receivers. */
export function endsWithFinish(rest: Ending['rest'], shares: number, left: number): boolean {
  return left > 0 && (rest === 'finish' || (rest === 'single' && shares === 0));
}
