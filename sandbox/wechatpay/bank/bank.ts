import { type AbnormalFundsInput, setAbnormalFunds } from './abnormalFunds';
import { type AfterSalesInput, afterSales, queryAfterSales } from './afterSales';
import { Audit } from './audit';
import { type Books, type OrderPage, readBooks, readOrder } from './books';
import { Announcer, type BankEvents } from './events';
import { type FinishInput, finish } from './finish';
import { touch } from './indexState';
import type { Identity, Outcome } from './outcome';
import {
  bill,
  maxRatio,
  type QueryReturnInput,
  type QueryShareInput,
  queryReturn,
  queryShare,
  type UnsplitAmount,
  unsplitAmount,
} from './queries';
import { type ReceiptNews, receiptAfter } from './receipt';
import { type AddReceiverInput, addReceiver, type RemoveReceiverInput, removeReceiver } from './receiverList';
import type {
  AfterSalesOrder,
  Line,
  Merchant,
  Order,
  Person,
  Refund,
  Relation,
  ReturnOrder,
  ShareOrder,
} from './records';
import { type RefundInput, refund } from './refund';
import { type ReturnShareInput, returnShare } from './returnShare';
import { scheduleAll } from './schedule';
import { settle } from './settle';
import { type MerchantInput, type OrderInput, type PersonInput, payOrder, setMerchant, setPerson } from './setup';
import { SetupRefused } from './setupRefused';
import { type ShareInput, share } from './share';
import { exportState, importState } from './snapshot';
import { emptyState, type State } from './state';
import { defaultSwitches, type Switches } from './switches';

export interface BankOptions {
  /** Epoch ms. Default: now where the clock runs, else 2026-03-02 10:00 Beijing, so that every run has the same times. */
  readonly startAt?: number;
  readonly switches?: Partial<Switches>;
  /** The clock of the callers (epoch ms, e.g. `Date.now`), which carries the bank's clock along. Default: it stands still. */
  readonly ticking?: () => number;
  /** How many times as fast as the callers' clock the bank's runs, 1 by default. */
  readonly speed?: number;
}

const LAST_MOMENT = Date.UTC(9999, 0, 1);
const DEFAULT_START = Date.UTC(2026, 2, 2, 2, 0, 0);

function boundTo(appid: string, merchants: Iterable<Merchant>): Merchant | undefined {
  for (const merchant of merchants) if (merchant.appids.includes(appid)) return merchant;
  return undefined;
}

/**
 * WeChat Pay's side of profit sharing: money rules in fen, on a clock of its own. Synchronous, no I/O.
 * Every method first does what has fallen due, and proves of the books what it has touched; `prove` proves all of them.
 * Answers are live records: read them, do not keep them.
 */
export class Bank {
  readonly #options: BankOptions;
  readonly #announcer = new Announcer();
  #state: State;
  #audit = new Audit();
  #lastTick: number;

  constructor(options: BankOptions = {}) {
    this.#options = options;
    this.#state = this.#fresh();
    this.#lastTick = options.ticking?.() ?? 0;
  }

  readonly clock = {
    /** Epoch ms. */
    now: (): number => {
      this.#catchUp();
      return this.#state.now;
    },
    /** How fast it runs beside the callers' clock; 0 where it stands still. */
    speed: (): number => (this.#options.ticking ? (this.#options.speed ?? 1) : 0),
    /** Lets time pass, in ms, and does what falls due meanwhile. */
    advance: (ms: number): void => {
      if (!Number.isSafeInteger(ms) || ms < 0) throw new SetupRefused('ms', 'a whole number, not negative');
      this.#catchUp();
      if (this.#state.now + ms > LAST_MOMENT) throw new SetupRefused('ms', 'past the year 9999');
      this.#settleUntil(this.#state.now + ms);
    },
  };

  /** The switches in force; a change counts from the next call. */
  get switches(): Readonly<Switches> {
    return this.#state.switches;
  }

  setSwitches(switches: Partial<Switches>): void {
    this.#state.switches = { ...this.#state.switches, ...switches };
    if (switches.freezeMs) scheduleAll(this.#state);
  }

  addReceiver(identity: Identity, input: AddReceiverInput): Outcome<Relation> {
    return this.#step((state) => addReceiver(state, identity, input));
  }

  removeReceiver(identity: Identity, input: RemoveReceiverInput): Outcome<Relation> {
    return this.#step((state) => removeReceiver(state, identity, input));
  }

  share(identity: Identity, input: ShareInput): Outcome<ShareOrder> {
    return this.#step((state) => share(state, identity, input, this.#announcer.announce));
  }

  finish(identity: Identity, input: FinishInput): Outcome<ShareOrder> {
    return this.#step((state) => finish(state, identity, input, this.#announcer.announce));
  }

  queryShare(identity: Identity, input: QueryShareInput): Outcome<ShareOrder> {
    return this.#step((state) => queryShare(state, identity, input));
  }

  returnShare(identity: Identity, input: ReturnShareInput): Outcome<ReturnOrder> {
    return this.#step((state) => returnShare(state, identity, input, this.#announcer.announce));
  }

  queryReturn(identity: Identity, input: QueryReturnInput): Outcome<ReturnOrder> {
    return this.#step((state) => queryReturn(state, identity, input));
  }

  unsplitAmount(identity: Identity, transactionId: string): Outcome<UnsplitAmount> {
    return this.#step((state) => unsplitAmount(state, identity, transactionId));
  }

  maxRatio(identity: Identity): Outcome<{ readonly maxRatio: number }> {
    return this.#step((state) => maxRatio(state, identity));
  }

  bill(identity: Identity): Outcome<Books> {
    return this.#step((state) => bill(state, identity));
  }

  afterSales(identity: Identity, input: AfterSalesInput): Outcome<AfterSalesOrder> {
    return this.#step((state) => afterSales(state, identity, input));
  }

  queryAfterSales(identity: Identity, transactionId?: string): Outcome<AfterSalesOrder> {
    return this.#step((state) => queryAfterSales(state, identity, transactionId));
  }

  refund(input: RefundInput): Outcome<Refund> {
    return this.#step((state) => refund(state, input));
  }

  /** @throws SetupRefused */
  payOrder(input: OrderInput): Order {
    return this.#step((state) => payOrder(state, input));
  }

  /** The subsidy arrived, the order was settled (rules 2 and 12), its goods were shipped or received. @throws SetupRefused */
  changeOrder(
    transactionId: string,
    { shipped, received, ...input }: Partial<Pick<Order, 'subsidyPending' | 'settled'>> & ReceiptNews,
  ): Order {
    return this.#step((state) => {
      const order = state.orders.get(transactionId);
      if (!order) throw new SetupRefused('transactionId', 'no such order');
      const receipt = receiptAfter(order, { shipped, received }, state.now);
      touch(state, transactionId);
      return Object.assign(order, input, receipt && { receipt });
    });
  }

  /** What became of the money of an ecommerce line whose receiver cannot take it. @throws SetupRefused */
  setAbnormalFunds(detailId: string, input: AbnormalFundsInput): Line {
    return this.#step((state) => setAbnormalFunds(state, detailId, input));
  }

  /** Changes the named properties; `fresh` starts from the defaults instead. @throws SetupRefused */
  setMerchant(mchId: string, input: MerchantInput, fresh = false): Merchant {
    return this.#step((state) => setMerchant(state, mchId, input, fresh));
  }

  setPerson(openid: string, input: PersonInput): Person {
    return this.#step((state) => setPerson(state, openid, input));
  }

  merchant(mchId: string): Merchant | undefined {
    return this.#state.merchants.get(mchId);
  }

  /** The service provider an appid's merchant signed with, or the merchant that is one itself. */
  providerOf(appid: string): Merchant | undefined {
    const { merchants } = this.#state;
    const bound = boundTo(appid, merchants.values());
    return bound?.isProvider ? bound : merchants.get(bound?.providerMchId ?? bound?.mchId ?? '');
  }

  /** A readable copy of everything: costs as much as there are orders. */
  books(): Books {
    return this.#step(readBooks);
  }

  /** One order of the books. */
  order(transactionId: string): OrderPage | undefined {
    return this.#step((state) => readOrder(state, transactionId));
  }

  /**
   * Proves all the books from the records alone.
   * @throws InvariantBroken when the bank contradicts itself, which is a fault of the sandbox
   */
  prove(): void {
    this.#step((state) => this.#audit.checkAll(state));
  }

  /** Everything as JSON text; `import` of it continues the same life. @throws InvariantBroken as `prove` does */
  export(): string {
    this.prove();
    return exportState(this.#state);
  }

  /**
   * @param since what the callers' clock showed at the export, to let the time since then pass; by default none has passed
   * @throws TypeError for text that is no exported state, InvariantBroken for one whose books do not balance
   */
  import(text: string, since?: number): void {
    const state = importState(text);
    const audit = new Audit();
    audit.checkAll(state);
    this.#state = state;
    this.#audit = audit;
    this.#lastTick = since ?? this.#options.ticking?.() ?? 0;
  }

  reset(): void {
    this.#state = this.#fresh();
    this.#audit = new Audit();
    this.#lastTick = this.#options.ticking?.() ?? 0;
  }

  /** Paid merchant lines, successful returns, and what was accepted. @returns a function that ends the subscription */
  on<E extends keyof BankEvents>(event: E, listener: (payload: BankEvents[E]) => void): () => void {
    return this.#announcer.on(event, listener);
  }

  #fresh(): State {
    const switches = { ...structuredClone(defaultSwitches), ...this.#options.switches };
    return emptyState(this.#options.startAt ?? this.#options.ticking?.() ?? DEFAULT_START, switches);
  }

  #step<T>(move: (state: State) => T): T {
    this.#catchUp();
    const result = move(this.#state);
    this.#audit.check(this.#state);
    return result;
  }

  #catchUp(): void {
    const { ticking, speed = 1 } = this.#options;
    if (!ticking) return;
    const tick = ticking();
    const passed = Math.max(0, Math.floor((tick - this.#lastTick) * speed));
    // A clock slower than the callers' keeps the part of a millisecond for the next time; one that went back starts anew.
    this.#lastTick = tick < this.#lastTick ? tick : this.#lastTick + passed / speed;
    this.#state.callersTime = tick;
    this.#settleUntil(Math.min(this.#state.now + passed, LAST_MOMENT));
  }

  #settleUntil(until: number): void {
    settle(this.#state, until, this.#announcer.announce, () => {
      this.#audit.check(this.#state);
      this.#announcer.announce('settled', this.#state.now);
    });
  }
}
