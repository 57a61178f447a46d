import type { OrderFields } from './order';
import { byText } from './portions';
import type { Reader } from './Reader';
import type { MissingReturn, PlannedReturn } from './ReturnPlan';
import { canReturn, type Holding } from './readShares';

/** What is asked of a receiver, in fen, whether it can give it or not. */
export interface Wanted {
  readonly holding: Holding;
  readonly amount: number;
}

interface Facts {
  readonly order: { readonly common: OrderFields };
  readonly description: string;
  readonly returnsLeft: ReadonlyMap<string, number>;
}

const REASONS = {
  person: { zh: '个人接收方不能回退', en: 'a person cannot return a share' },
  pending: { zh: '这笔分账尚未到账，不能回退', en: 'the line has not been received yet' },
  no_returns_left: { zh: '这笔分账的 50 次回退已用完', en: 'the share has had its 50 returns' },
};

/** The requests, and what no request can take, both in the order of the holdings. */
export function returnRequests(reader: Reader, wanted: readonly Wanted[], facts: Facts) {
  const requests: PlannedReturn[] = [];
  const missing: MissingReturn[] = [];
  const crowded = beyondTheLimit(wanted, facts.returnsLeft);
  for (const one of wanted) {
    refuseOtherAmount(reader, one);
    const reason = one.amount > 0 ? whyNot(one, crowded) : undefined;
    if (reason) missing.push(missed(reader, one, reason));
    else if (one.amount > 0) requests.push(request(one, facts));
  }
  return { requests, missing };
}

function whyNot({ holding }: Wanted, crowded: ReadonlySet<Holding>): MissingReturn['reason'] | undefined {
  if (holding.type !== 'MERCHANT_ID') return 'person';
  if (!canReturn(holding)) return 'pending';
  return crowded.has(holding) ? 'no_returns_left' : undefined;
}

/** A number belongs to its first parameters: a return made for this refund cannot become one of another amount. */
function refuseOtherAmount(reader: Reader, { holding, amount }: Wanted): void {
  for (const made of standing(holding)) {
    if (made.amount !== amount || standing(holding).length > 1) {
      reader.refuse('refund.refund_no', 'numberTaken', made.number, made.amount);
    }
  }
}

function standing({ own }: Holding): Holding['own'] {
  return own.filter(({ isFailed }) => !isFailed);
}

/** The smallest returns that a share has no more requests for. Repeating one that was made takes none. */
function beyondTheLimit(wanted: readonly Wanted[], returnsLeft: ReadonlyMap<string, number>): Set<Holding> {
  const isNew = ({ holding, amount }: Wanted) => amount > 0 && canReturn(holding) && standing(holding).length === 0;
  const used = new Map<string, number>();
  const crowded = new Set<Holding>();
  const largestFirst = (one: Wanted, other: Wanted) =>
    other.amount - one.amount || byText(one.holding.number, other.holding.number);
  for (const { holding } of wanted.filter(isNew).sort(largestFirst)) {
    const before = used.get(holding.share) ?? 0;
    if (before >= (returnsLeft.get(holding.share) ?? 0)) crowded.add(holding);
    used.set(holding.share, before + 1);
  }
  return crowded;
}

function request({ holding, amount }: Wanted, { order, description }: Facts): PlannedReturn {
  const [made] = standing(holding);
  const { number, own, share, account } = holding;
  return {
    operation: 'profitSharingReturn',
    request: {
      ...order.common,
      out_order_no: share,
      // A number that failed for good answers with its failure for ever.
      out_return_no: made?.number ?? (own.length === 0 ? number : `${number}-${own.length + 1}`),
      return_account: account,
      return_amount: amount,
      description,
    },
  };
}

function missed(reader: Reader, { holding, amount }: Wanted, reason: MissingReturn['reason']): MissingReturn {
  const { share, type, account } = holding;
  const message = REASONS[reason][reader.locale === 'en' ? 'en' : 'zh'];
  return { out_order_no: share, type, account, amount, reason, message };
}
