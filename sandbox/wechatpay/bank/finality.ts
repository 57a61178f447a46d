import { sharesOf } from './amounts';
import { InvariantBroken } from './invariants';
import type { Order, ReturnOrder, ShareOrder } from './records';
import type { State } from './state';

/** Remembers what was final, to prove that it stays so: results, closed orders, and the parameters behind a number. */
export class Finality {
  readonly #results = new Map<object, string>();
  readonly #numbers = new Map<string, unknown>();
  readonly #parameters = new Map<string, unknown>();

  /** All records. @throws InvariantBroken when something final has changed */
  check(state: State): void {
    for (const order of state.orders.values()) this.checkOrder(state, order);
    for (const [number, id] of state.shareNumbers) this.#same(this.#numbers, `share ${number}`, id);
    for (const [number, id] of state.returnNumbers) this.#same(this.#numbers, `return ${number}`, id);
  }

  /** An order and what was made of it. @throws InvariantBroken when something final has changed */
  checkOrder(state: State, order: Order): void {
    this.#final(order, order.state, 'OPEN');
    for (const share of sharesOf(state, order)) this.#checkShare(state, share);
    for (const { refundId } of order.refunds) {
      const made = state.afterSales.get(`${order.transactionId}/${refundId}`);
      if (made) this.#final(made, made.result, 'PROCESSING');
    }
  }

  #checkShare(state: State, share: ShareOrder): void {
    const { orderId, callerMchId, outOrderNo, fingerprint, lines, rest, returnIds } = share;
    const number = `${callerMchId}/${outOrderNo}`;
    this.#same(this.#numbers, `share ${number}`, state.shareNumbers.get(number));
    this.#same(this.#parameters, orderId, fingerprint);
    for (const line of lines) this.#final(line, line.result, 'PENDING');
    if (rest) this.#final(rest, rest.result, 'PENDING');
    for (const id of returnIds) {
      const back = state.returns.get(id);
      if (back) this.#checkReturn(state, back);
    }
  }

  #checkReturn(state: State, back: ReturnOrder): void {
    const number = `${back.callerMchId}/${back.outReturnNo}`;
    this.#same(this.#numbers, `return ${number}`, state.returnNumbers.get(number));
    this.#same(this.#parameters, back.returnId, back.fingerprint);
    this.#final(back, back.result, 'PROCESSING');
  }

  #final(record: object, result: string, open: string): void {
    const before = this.#results.get(record);
    if (before === undefined && result !== open) this.#results.set(record, result);
    if (before === undefined || before === result) return;
    throw new InvariantBroken(`final is final: was ${before}: ${JSON.stringify(record)}`);
  }

  #same<T>(seen: Map<string, T>, key: string, value: T): void {
    const before = seen.get(key);
    if (before === undefined) seen.set(key, value);
    else if (before !== value) throw new InvariantBroken(`a number has one meaning for ever: ${key}`);
  }
}
