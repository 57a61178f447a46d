import type { Line, ReturnOrder, ShareOrder } from './records';

/** Paid merchant lines and successful returns, which WeChat Pay announces (rules 61, 62), and what it has accepted. */
export interface BankEvents {
  lineSucceeded: { readonly share: ShareOrder; readonly line: Line };
  returnSucceeded: ReturnOrder;
  /** A share or finish that is new: its lines and its rest are on their way. */
  shareAccepted: ShareOrder;
  /** A return that is new. */
  returnAccepted: ReturnOrder;
  /** Something that was due is done: the moment, epoch ms. */
  settled: number;
}

export type Announce = <E extends keyof BankEvents>(event: E, payload: BankEvents[E]) => void;

type Listeners = { [E in keyof BankEvents]: Set<(payload: BankEvents[E]) => void> };

export class Announcer {
  readonly #listeners: Listeners = {
    lineSucceeded: new Set(),
    returnSucceeded: new Set(),
    shareAccepted: new Set(),
    returnAccepted: new Set(),
    settled: new Set(),
  };

  /** @returns a function that ends the subscription. */
  on<E extends keyof BankEvents>(event: E, listener: (payload: BankEvents[E]) => void): () => void {
    const listeners: Listeners[E] = this.#listeners[event];
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }

  readonly announce: Announce = (event, payload) => {
    for (const listener of this.#listeners[event]) listener(payload);
  };
}
