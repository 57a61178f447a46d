import { InvariantBroken } from './invariants';
import type { State } from './state';

/** Remembers what was final, to prove that it stays so: results, closed orders, and the parameters behind a number. */
export class Finality {
  readonly #seen = new Map<string, string>();

  /** @throws InvariantBroken when something final has changed */
  check(state: State): void {
    for (const order of state.orders.values()) {
      if (order.state === 'CLOSED') this.#same(`order ${order.transactionId}`, `CLOSED by ${order.closedBy}`);
      else this.#never(`order ${order.transactionId}`, order.state);
    }
    for (const share of state.shares.values()) {
      this.#same(`number ${share.callerMchId}/${share.outOrderNo}`, JSON.stringify(share.fingerprint));
      for (const item of share.rest ? [...share.lines, share.rest] : share.lines) {
        if (item.result === 'PENDING') this.#never(`line ${item.detailId}`, item.result);
        else this.#same(`line ${item.detailId}`, `${item.result} at ${item.finishedAt}`);
      }
    }
    for (const order of state.returns.values()) {
      this.#same(`number ${order.callerMchId}/${order.outReturnNo} (return)`, order.fingerprint);
      if (order.result === 'PROCESSING') this.#never(`return ${order.returnId}`, order.result);
      else this.#same(`return ${order.returnId}`, `${order.result} at ${order.finishedAt}`);
    }
  }

  #same(what: string, value: string): void {
    const before = this.#seen.get(what) ?? value;
    this.#seen.set(what, value);
    if (before !== value) throw new InvariantBroken(`final is final: ${what} was ${before}, is ${value}`);
  }

  #never(what: string, value: string): void {
    const before = this.#seen.get(what);
    if (before !== undefined) throw new InvariantBroken(`final is final: ${what} was ${before}, is ${value} again`);
  }
}
