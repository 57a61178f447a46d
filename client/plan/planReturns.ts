import { multiplied } from './exact';
import {
  MOST_OF_NUMBER,
  NUMBER,
  ORDER_FIELDS,
  type OrderToShare,
  type PaidOrder,
  type ReadOrder,
  readOrder,
} from './order';
import { type PlanOptions, readerFor } from './planShares';
import { apportion } from './portions';
import type { Reader } from './Reader';
import type { MadeShare, RefundToPlan, ReturnPlan, ReturnPolicy } from './ReturnPlan';
import { canReturn, type Holding, heldBy, type ReadShares, readShares, refuseTwice } from './readShares';
import { returnRequests, type Wanted } from './returnRequests';

interface ReturnInput extends ReadShares {
  readonly order: ReadOrder;
  readonly refundNo: string;
  /** In fen. */
  readonly amount: number;
  readonly description: string;
  readonly policy: ReadPolicy;
}

interface ReadPolicy {
  readonly kind: 'proportional' | 'full' | 'chosen';
  readonly first: readonly string[];
  readonly isOnly: boolean;
}

/**
 * Computes what receivers give back for a refund, and the requests that take it. Make them before the refund: WeChat Pay
 * takes the refund of a shared order from the payer, and nothing from receivers by itself.
 *
 * Returns never exceed what a receiver got and still holds. Called again for the same refund with the returns made so
 * far, it gives the same requests under the same numbers, and new numbers only for returns that failed for good. All
 * amounts are whole fen. Never throws. What cannot come back is in `missing`, and the payer bears it.
 *
 * WeChat Pay takes returns for 180 days; this function knows no clock.
 */
export function planReturns(
  order: PaidOrder | OrderToShare,
  shares: readonly MadeShare[],
  refund: RefundToPlan,
  policy: ReturnPolicy,
  options: PlanOptions = {},
): ReturnPlan {
  const reader = readerFor(options);
  const input = reader.guarded(() => readInput(reader, order, shares, refund, policy));
  const plan = input && reader.violations.length === 0 ? computed(reader, input) : undefined;
  return plan && reader.violations.length === 0 ? plan : { ok: false, violations: reader.violations };
}

function readInput(reader: Reader, order: unknown, shares: unknown, refund: unknown, policy: unknown): ReturnInput {
  const read = readOrder(reader, reader.object(order, 'order', ORDER_FIELDS));
  const fields = reader.object(refund, 'refund', ['refund_no', 'amount', 'description']);
  const refundNo = reader.text(fields.refund_no, 'refund.refund_no', MOST_OF_NUMBER, NUMBER);
  const amount = reader.whole(fields.amount, 'refund.amount', { least: 1 });
  const left = Math.max(0, read.paid - read.refunded);
  if (amount > left) reader.refuse('refund.amount', 'overRefund', amount - left, left);
  const made = readShares(reader, shares, read, refundNo);
  return {
    ...made,
    order: read,
    refundNo,
    amount,
    description: reader.text(fields.description, 'refund.description', 80),
    policy: readPolicy(reader, policy, made.holdings),
  };
}

function readPolicy(reader: Reader, value: unknown, holdings: readonly Holding[]): ReadPolicy {
  const fields = reader.object(value, 'policy', ['kind', 'first', 'only']);
  const kind = reader.oneOf(fields.kind ?? '', 'policy.kind', ['proportional', 'full', 'chosen']);
  if (kind !== 'chosen') {
    for (const name of ['first', 'only']) if (fields[name] !== undefined) reader.refuse(`policy.${name}`, 'unknown');
    return { kind, first: [], isOnly: false };
  }
  const first = reader.list(fields.first, 'policy.first', 2500).map((account, index) => {
    const field = `policy.first[${index}]`;
    const text = reader.text(account, field, 64);
    if (text && !holdings.some((holding) => holding.account === text)) reader.refuse(field, 'unknownReceiver');
    return text;
  });
  refuseTwice(reader, first, (index) => `policy.first[${index}]`);
  return { kind, first, isOnly: reader.flag(fields.only, 'policy.only') };
}

function computed(reader: Reader, input: ReturnInput): ReturnPlan | undefined {
  const { holdings, policy, amount } = input;
  const wanted = policy.kind === 'proportional' ? inProportion(input) : borne(holdings, amount, policy);
  const { requests, missing } = returnRequests(reader, wanted, input);
  if (reader.violations.length > 0) return undefined;
  return {
    ok: true,
    requests,
    missing,
    totals: {
      refund: amount,
      held: holdings.reduce((sum, holding) => sum + heldBy(holding), 0),
      returned: requests.reduce((sum, { request }) => sum + request.return_amount, 0),
      missing: missing.reduce((sum, one) => sum + one.amount, 0),
    },
  };
}

/** Of each line, what all refunds together ask for less what the refunds before this one did. */
function inProportion({ holdings, order: { paid, refunded }, amount }: ReturnInput): Wanted[] {
  return holdings.map((holding) => {
    const base = paid - holding.refundedBefore;
    const before = refunded - holding.refundedBefore;
    const due = (refunds: number) => multiplied(holding.received, refunds, base).whole;
    return { holding, amount: Math.min(due(before + amount) - due(before), heldBy(holding)) };
  });
}

/** The refund, as far as receivers hold money: those who can give it first, for what they cannot the others are named. */
function borne(holdings: readonly Holding[], refund: number, { first, isOnly }: ReadPolicy): Wanted[] {
  const taken = new Map<Holding, number>();
  let left = refund;
  const take = (holding: Holding, amount: number) => {
    taken.set(holding, (taken.get(holding) ?? 0) + amount);
    left -= amount;
  };
  for (const account of first) {
    for (const holding of holdings.filter((one) => one.account === account && canReturn(one))) {
      take(holding, Math.min(left, heldBy(holding)));
    }
  }
  const isMeant = ({ account }: Holding) => !isOnly || first.includes(account);
  const others = holdings.filter((holding) => isMeant(holding) && !first.includes(holding.account));
  const blocked = holdings.filter((holding) => isMeant(holding) && !canReturn(holding));
  for (const [holding, amount] of byHeld(others.filter(canReturn), left)) take(holding, amount);
  for (const [holding, amount] of byHeld(blocked, left)) take(holding, amount);
  return holdings.map((holding) => ({ holding, amount: taken.get(holding) ?? 0 }));
}

/** An amount in proportion to what each holds, the odd fen to the largest fractions; never more than they hold. */
function byHeld(holdings: readonly Holding[], most: number): [Holding, number][] {
  const held = holdings.reduce((sum, holding) => sum + heldBy(holding), 0);
  const amount = Math.min(most, held);
  if (amount === 0) return [];
  const parts = holdings.map((holding) => ({
    holding,
    portion: { kind: 'ratio', base: amount, units: heldBy(holding), per: held } as const,
    minimum: 0,
    maximum: heldBy(holding),
    isCounted: false,
    key: holding.number,
  }));
  const { portions } = apportion(parts, { all: amount, counted: 0 }, 'largest_remainder');
  return portions.map(({ part, amount: own }) => [part.holding, own]);
}
