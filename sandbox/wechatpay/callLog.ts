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

/** The most that requests and outcomes of the log may take, in characters of JSON. */
const KEPT_CHARACTERS = 8_000_000;

interface Entry {
  readonly call: LoggedCall;
  readonly characters: number;
}

/** The last calls on every wire, a thousand at most, to prove what was sent, and that nothing was. */
export class CallLog {
  #entries: Entry[] = [];
  #characters = 0;
  #total = 0;
  #watch: CallWatch | undefined;

  add(call: LoggedCall): void {
    const characters = JSON.stringify(call).length;
    this.#entries.push({ call, characters });
    this.#characters += characters;
    this.#total += 1;
    while (this.#entries.length > KEPT || (this.#characters > KEPT_CHARACTERS && this.#entries.length > 1)) {
      this.#characters -= this.#entries.shift()?.characters ?? 0;
    }
    this.#watch?.added(call);
  }

  /** How many calls there ever were, forgotten ones included. */
  get total(): number {
    return this.#total;
  }

  list(): readonly LoggedCall[] {
    return this.#entries.map(({ call }) => call);
  }

  clear(): void {
    this.#entries = [];
    this.#characters = 0;
    this.#watch?.cleared();
  }

  /** One watcher: the last one given. */
  watch(watch: CallWatch): void {
    this.#watch = watch;
  }
}
