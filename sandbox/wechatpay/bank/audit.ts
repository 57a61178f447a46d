import { Finality } from './finality';
import { assertInvariants, assertOrder, must, type Posting, postings } from './invariants';
import type { Order } from './records';
import type { State } from './state';

/**
 * Proves the books step by step: the orders a step has touched, and the balances of all whom these orders paid. Keeps what
 * every order has added to every balance, so that a step costs the same among a thousand orders and among a million.
 */
export class Audit {
  readonly #finality = new Finality();
  readonly #posted = new Map<Order, readonly Posting[]>();
  readonly #balances = new Map<string, number>();

  /** Proves what was touched since the last time. @throws InvariantBroken */
  check(state: State): void {
    const { orders, parties } = state.indexes.touched;
    if (orders.size === 0 && parties.size === 0) return;
    for (const order of orders) {
      assertOrder(state, order);
      this.#finality.checkOrder(state, order);
      for (const { party } of this.#post(state, order)) parties.add(party);
    }
    for (const party of parties) this.#assertBalance(state, party);
    orders.clear();
    parties.clear();
  }

  /** Proves everything, from the records alone, and that the sums kept here are the same. @throws InvariantBroken */
  checkAll(state: State): void {
    for (const order of state.orders.values()) state.indexes.touched.orders.add(order);
    for (const mchId of state.merchants.keys()) state.indexes.touched.parties.add(mchId);
    this.check(state);
    assertInvariants(state);
    this.#finality.check(state);
  }

  /** @returns what the order said before, and what it says now */
  #post(state: State, order: Order): readonly Posting[] {
    const before = this.#posted.get(order) ?? [];
    const now = postings(state, order);
    for (const { party, amount } of before) this.#add(party, -amount);
    for (const { party, amount } of now) this.#add(party, amount);
    this.#posted.set(order, now);
    return [...before, ...now];
  }

  #add(party: string, amount: number): void {
    this.#balances.set(party, (this.#balances.get(party) ?? 0) + amount);
  }

  #assertBalance(state: State, party: string): void {
    const posted = this.#balances.get(party) ?? 0;
    const merchant = state.merchants.get(party);
    const person = state.people.get(party);
    const held = merchant ? merchant.available - merchant.deposited : (person?.received ?? 0);
    must(held === posted && (merchant?.available ?? 0) >= 0, 'a balance is the sum of its records', {
      party,
      held,
      posted,
    });
  }
}
