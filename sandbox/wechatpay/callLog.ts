/** One call as it arrived, and how it was answered. */
export interface LoggedCall {
  /** Epoch ms of the bank's clock. */
  readonly at: number;
  readonly api: string;
  readonly link: string;
  /** The request fields as received; the raw text when they could not be read. */
  readonly request: unknown;
  /** The answered codes, or the kind of fault. */
  readonly outcome: Readonly<Record<string, unknown>>;
}

/** Is called when the log gets a call, and when it is cleared. */
export interface CallWatch {
  added(call: LoggedCall): void;
  cleared(): void;
}

const KEPT = 1000;

/** The last thousand calls on every wire, to prove what was sent, and that nothing was. */
export class CallLog {
  #calls: LoggedCall[] = [];
  #total = 0;
  #watch: CallWatch | undefined;

  add(call: LoggedCall): void {
    this.#calls.push(call);
    this.#total += 1;
    if (this.#calls.length > KEPT) this.#calls.shift();
    this.#watch?.added(call);
  }

  /** How many calls there ever were, forgotten ones included. */
  get total(): number {
    return this.#total;
  }

  list(): readonly LoggedCall[] {
    return [...this.#calls];
  }

  clear(): void {
    this.#calls = [];
    this.#watch?.cleared();
  }

  /** One watcher: the last one given. */
  watch(watch: CallWatch): void {
    this.#watch = watch;
  }
}
