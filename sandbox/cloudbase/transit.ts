/** Requests to WeChat Pay that are held up on their way: they arrive, and have their effect, this much later. */
export interface Hold {
  readonly delayMs: number;
  /** How many requests are held up, default 1. */
  readonly times?: number;
}

/** The way from functions to WeChat Pay. Who sent a request may long have given it up when it arrives. */
export class Transit {
  #waiting: { readonly hold: Hold; left: number }[] = [];
  readonly #underWay = new Set<Promise<void>>();

  inject(hold: Hold): void {
    this.#waiting.push({ hold, left: hold.times ?? 1 });
  }

  /** Those still waiting, `times` being what is left. */
  list(): Hold[] {
    return this.#waiting.map(({ hold, left }) => ({ ...hold, times: left }));
  }

  clear(): void {
    this.#waiting = [];
  }

  /**
   * Lets one request arrive, now or later. Queries are never held up: what matters is what they find meanwhile.
   * @param name of the operation, or the path it has
   */
  async arrive(name: string): Promise<void> {
    const [next] = this.#waiting;
    if (!next || /query$/i.test(name)) return;
    next.left -= 1;
    if (next.left <= 0) this.#waiting.shift();
    const arriving = new Promise<void>((wake) => setTimeout(wake, next.hold.delayMs));
    this.#underWay.add(arriving);
    await arriving;
    this.#underWay.delete(arriving);
  }

  /** Whether a request is being held up just now. */
  get busy(): boolean {
    return this.#underWay.size > 0;
  }

  /** Resolves when every request that was held up has arrived. */
  async empty(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
    // What has arrived is carried out in the same turn.
    await new Promise((wake) => setImmediate(wake));
  }
}
