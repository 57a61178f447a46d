import { MOST_FEN } from './exact';
import type { ReadOrder } from './order';
import { byText } from './portions';
import type { Reader } from './Reader';

interface ReadReturn {
  readonly number: string;
  readonly account: string;
  readonly amount: number;
  readonly isFailed: boolean;
}

/** What one receiver got out of one share, and what it gave back. */
export interface Holding {
  readonly share: string;
  readonly type: string;
  readonly account: string;
  /** In fen. */
  readonly received: number;
  readonly isPending: boolean;
  /** In fen, by other refunds than this one. */
  readonly returned: number;
  /** Returns of this refund that were made before, in their order. */
  readonly own: readonly ReadReturn[];
  /** The number its first return of this refund has. */
  readonly number: string;
  /** What of the order was refunded before the share, in fen. */
  readonly refundedBefore: number;
}

export interface ReadShares {
  readonly holdings: readonly Holding[];
  /** How many returns each share can still take, beside those of this refund that were made. */
  readonly returnsLeft: ReadonlyMap<string, number>;
}

/** WeChat Pay's own words on the line that gives the rest to the payer; API v3 lists it among the receivers. */
const RELEASED = '解冻给分账方';

/** As the contract has it. */
const OUT_ORDER_NO = /^[0-9A-Za-z_\-|*@]{1,64}$/;

const MOST_RETURNS = 50;

/** A share has at most 50 receivers and the released rest. */
const MOST_RECEIVERS = 51;

/** Every number this refund's returns may have: share, receiver, and the attempt from the second on. */
const ownNumber = (refundNo: string) => new RegExp(`^${refundNo}-R\\d+-\\d+(-\\d+)?$`);

export function readShares(reader: Reader, value: unknown, order: ReadOrder, refundNo: string): ReadShares {
  const list = reader
    .list(value, 'shares', MOST_RETURNS)
    .map((share, index) => readShare(reader, share, `shares[${index}]`, order));
  refuseTwice(
    reader,
    list.map(({ number }) => number),
    (index) => `shares[${index}].out_order_no`,
  );
  const received = list.flatMap(({ lines }) => lines).reduce((sum, { amount }) => sum + amount, 0);
  if (received > order.paid) reader.refuse('shares', 'overPaid', received - order.paid, order.paid);
  const returnsLeft = new Map<string, number>();
  const holdings: Holding[] = [];
  // The order of the arguments decides no number.
  [...list]
    .sort((one, other) => byText(one.number, other.number))
    .forEach((share, index) => {
      returnsLeft.set(share.number, MOST_RETURNS - share.returns.length);
      const made = new Set<string>();
      const lines = [...share.lines].sort((one, other) => byText(identity(one), identity(other)));
      lines.forEach((line, place) => {
        const holding = holdingOf(line, share, `${refundNo}-R${index + 1}-${place + 1}`, refundNo);
        for (const { number } of holding.own) made.add(number);
        if (holding.returned > line.amount) {
          reader.refuse(`${share.field}.returns`, 'overReturned', holding.returned - line.amount, line.amount);
        }
        holdings.push(holding);
      });
      for (const { number, account, amount } of share.returns) {
        const isOwn = ownNumber(refundNo).test(number);
        if (isOwn && !made.has(number)) reader.refuse(`${share.field}.returns`, 'numberTaken', number, amount);
        if (!isOwn && !lines.some((line) => line.account === account))
          reader.refuse(`${share.field}.returns`, 'unknownReceiver');
      }
    });
  return { holdings, returnsLeft };
}

type Line = ReturnType<typeof readLine>;

function readShare(reader: Reader, value: unknown, field: string, order: ReadOrder) {
  const fields = reader.object(value, field, ['out_order_no', 'receivers', 'returns', 'refunded_before'], true);
  const lines = reader.list(fields.receivers, `${field}.receivers`, MOST_RECEIVERS).map((line, index) => {
    return readLine(reader, line, `${field}.receivers[${index}]`);
  });
  const others = lines.filter(({ type, account, isReleased, isClosed }) => {
    return !isReleased && !isClosed && !(type === 'MERCHANT_ID' && account === order.payer);
  });
  refuseTwice(reader, others.map(identity), (index) => others[index]?.field ?? field);
  const given = fields.returns === undefined ? [] : reader.list(fields.returns, `${field}.returns`, MOST_RETURNS);
  const returns = given.map((one, index) => readReturn(reader, one, `${field}.returns[${index}]`));
  refuseTwice(
    reader,
    returns.map(({ number }) => number),
    (index) => `${field}.returns[${index}].out_return_no`,
  );
  return {
    field,
    number: reader.text(fields.out_order_no, `${field}.out_order_no`, 64, OUT_ORDER_NO),
    lines: others,
    returns,
    refundedBefore: reader.whole(fields.refunded_before, `${field}.refunded_before`, { most: order.refunded }, 0),
  };
}

function readLine(reader: Reader, value: unknown, field: string) {
  const fields = reader.object(value, field, ['type', 'account', 'amount', 'result', 'description'], true);
  const result = reader.oneOf(fields.result ?? '', `${field}.result`, ['PENDING', 'SUCCESS', 'CLOSED']);
  return {
    field,
    type: reader.text(fields.type, `${field}.type`, 32),
    account: reader.text(fields.account, `${field}.account`, 64),
    amount: reader.whole(fields.amount, `${field}.amount`),
    isReleased: fields.description === RELEASED,
    isClosed: result === 'CLOSED',
    isPending: result === 'PENDING',
  };
}

function readReturn(reader: Reader, value: unknown, field: string): ReadReturn {
  const fields = reader.object(value, field, ['out_return_no', 'return_account', 'return_amount', 'result'], true);
  // Older pages say FAIL.
  const result = reader.oneOf(fields.result ?? '', `${field}.result`, ['PROCESSING', 'SUCCESS', 'FAILED', 'FAIL']);
  return {
    number: reader.text(fields.out_return_no, `${field}.out_return_no`, 64),
    account: reader.text(fields.return_account, `${field}.return_account`, 64),
    amount: reader.whole(fields.return_amount, `${field}.return_amount`, { least: 1, most: MOST_FEN }),
    isFailed: result === 'FAILED' || result === 'FAIL',
  };
}

function holdingOf(line: Line, share: ReturnType<typeof readShare>, number: string, refundNo: string): Holding {
  const { type, account, amount, isPending } = line;
  const isMerchant = type === 'MERCHANT_ID';
  const returns = share.returns.filter((one) => isMerchant && one.account === account);
  const isOwn = (one: ReadReturn) => ownNumber(refundNo).test(one.number);
  const own = returns.filter((one) => one.number === number || one.number.startsWith(`${number}-`));
  const before = returns.filter((one) => !isOwn(one) && !one.isFailed);
  const returned = before.reduce((sum, one) => sum + one.amount, 0);
  const { refundedBefore } = share;
  return { share: share.number, type, account, received: amount, isPending, returned, own, number, refundedBefore };
}

/** Types have no spaces. */
function identity({ type, account }: { readonly type: string; readonly account: string }): string {
  return `${type} ${account}`;
}

/** Whatever comes a second time would be counted twice. */
export function refuseTwice(reader: Reader, values: readonly string[], fieldAt: (index: number) => string): void {
  values.forEach((value, index) => {
    const first = values.indexOf(value);
    if (first < index) reader.refuse(fieldAt(index), 'duplicate', fieldAt(first));
  });
}

/** What a receiver still has of a share, in fen. */
export function heldBy({ received, returned }: Holding): number {
  return Math.max(0, received - returned);
}

/** Only merchants return, and only what they have received (page CloudPay.profitSharingReturn). */
export function canReturn({ type, isPending }: Holding): boolean {
  return type === 'MERCHANT_ID' && !isPending;
}
