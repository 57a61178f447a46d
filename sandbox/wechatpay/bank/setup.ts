import { paid } from './amounts';
import { nextId } from './ids';
import { touch } from './indexState';
import { personKey } from './parties';
import type { Delivery, Family, Merchant, Order, Person } from './records';
import { scheduleOrder } from './schedule';
import { SetupRefused } from './setupRefused';
import type { State } from './state';

export type MerchantInput = Partial<Omit<Merchant, 'mchId' | 'deposited'>>;
export type PersonInput = Partial<Omit<Person, 'openid' | 'received' | 'receivedByMonth'>> & { readonly appid: string };

export interface OrderInput {
  readonly payerMchId: string;
  /** Who placed it; default the payer's provider, else the payer. */
  readonly callerMchId?: string;
  /** Total in fen. */
  readonly amount: number;
  /** Coupons without prepayment, in fen. */
  readonly coupon?: number;
  /** In fen; default 0.6 % of what was paid, rounded. */
  readonly fee?: number;
  readonly sharing?: boolean;
  readonly family?: Family;
  readonly subsidyPending?: boolean;
  readonly settled?: boolean;
  /** An order of a transaction mini program: its money waits until goods delivered in this way are received. */
  readonly delivery?: Delivery;
  /** Epoch ms, not after now; default now. */
  readonly paidAt?: number;
}

function newMerchant(mchId: string): Merchant {
  return {
    mchId,
    name: `示例商户${mchId}`,
    isProvider: false,
    appids: [],
    permission: 'granted',
    admitted: true,
    maxRatio: 3000,
    available: 0,
    deposited: 0,
    returnsEnabled: true,
    abnormal: false,
    highRisk: false,
    accountOpen: true,
    restricted: false,
    settlementExtended: false,
    feeAccountShort: false,
  };
}

/** Creates a merchant or changes the named properties. A changed balance counts as money put in or taken out. */
export function setMerchant(state: State, mchId: string, input: MerchantInput, fresh = false): Merchant {
  if (
    input.maxRatio !== undefined &&
    (!Number.isInteger(input.maxRatio) || input.maxRatio < 100 || input.maxRatio > 10_000)
  ) {
    throw new SetupRefused('maxRatio', 'an integer from 100 (1 %) to 10000');
  }
  if (input.available !== undefined && (!Number.isSafeInteger(input.available) || input.available < 0)) {
    throw new SetupRefused('available', 'whole fen, not negative');
  }
  const known = state.merchants.get(mchId);
  const base = known && !fresh ? known : { ...newMerchant(mchId), ...pick(known) };
  const merchant: Merchant = { ...base, ...input };
  merchant.deposited = base.deposited + merchant.available - base.available;
  state.merchants.set(mchId, merchant);
  state.indexes.touched.parties.add(mchId);
  return merchant;
}

/** A replaced merchant keeps its money. */
function pick(known: Merchant | undefined): Partial<Merchant> {
  return known ? { available: known.available, deposited: known.deposited } : {};
}

export function setPerson(state: State, openid: string, input: PersonInput): Person {
  const key = personKey(input.appid, openid);
  const base: Person = state.people.get(key) ?? {
    appid: input.appid,
    openid,
    name: '张三',
    verified: true,
    abnormal: false,
    highRisk: false,
    received: 0,
    receivedByMonth: {},
  };
  const person: Person = { ...base, ...input };
  state.people.set(key, person);
  state.indexes.openids.add(openid);
  state.indexes.touched.parties.add(key);
  return person;
}

/** A buyer pays. With the sharing flag the money is frozen, without it the payer has it at once. */
export function payOrder(state: State, input: OrderInput): Order {
  const payer = state.merchants.get(input.payerMchId);
  if (!payer) throw new SetupRefused('payerMchId', 'no such merchant');
  const callerMchId = input.callerMchId ?? payer.providerMchId ?? payer.mchId;
  if (!state.merchants.has(callerMchId)) throw new SetupRefused('callerMchId', 'no such merchant');
  const coupon = input.coupon ?? 0;
  const inPaid = input.amount - coupon;
  if (!Number.isSafeInteger(input.amount) || inPaid < 1)
    throw new SetupRefused('amount', 'whole fen, more than the coupon');
  if (!Number.isSafeInteger(coupon) || coupon < 0) throw new SetupRefused('coupon', 'whole fen, not negative');
  const fee = input.fee ?? Math.round(inPaid * 0.006);
  if (!Number.isSafeInteger(fee) || fee < 0 || fee > inPaid)
    throw new SetupRefused('fee', 'whole fen, at most the amount');
  const paidAt = input.paidAt ?? state.now;
  if (!Number.isSafeInteger(paidAt) || paidAt > state.now)
    throw new SetupRefused('paidAt', 'epoch ms, not in the future');
  const sharing = input.sharing ?? true;
  const order: Order = {
    transactionId: nextId(state, 'transaction'),
    payerMchId: payer.mchId,
    callerMchId,
    family: input.family ?? 'ordinary',
    amount: input.amount,
    coupon,
    fee,
    sharing,
    paidAt,
    subsidyPending: input.subsidyPending ?? false,
    settled: input.settled ?? true,
    ...(input.delivery && { receipt: { delivery: input.delivery } }),
    state: 'OPEN',
    frozen: sharing ? inPaid - fee : 0,
    expiredToPayer: 0,
    capAtLastShare: 0,
    refunds: [],
    shareIds: [],
  };
  state.orders.set(order.transactionId, order);
  scheduleOrder(state, order);
  touch(state, order.transactionId);
  if (!sharing) payer.available += paid(order) - fee;
  return order;
}
