import { InvariantBroken } from './invariants';
import type { State } from './state';

/** Remembers what was final, to prove that it stays so: results, closed orders, and the parameters behind a number. */
export class Finality {
  readonly #results = new Map<object, string>();
  readonly #numbers = new Map<string, string>();
  readonly #parameters = new Map<string, unknown>();

  /** @throws InvariantBroken when something final has changed */
  check(state: State): void {
    for (const order of state.orders.values()) this.#final(order, order.state, 'OPEN');
    for (const share of state.shares.values()) {
      this.#same(this.#parameters, share.orderId, share.fingerprint);
      for (const line of share.lines) this.#final(line, line.result, 'PENDING');
      if (share.rest) this.#final(share.rest, share.rest.result, 'PENDING');
    }
    for (const order of state.returns.values()) {
      this.#same(this.#parameters, order.returnId, order.fingerprint);
      this.#final(order, order.result, 'PROCESSING');
    }
    for (const made of state.afterSales.values()) this.#final(made, made.result, 'PROCESSING');
    for (const [number, id] of state.shareNumbers) this.#same(this.#numbers, `share ${number}`, id);
    for (const [number, id] of state.returnNumbers) this.#same(this.#numbers, `return ${number}`, id);
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
