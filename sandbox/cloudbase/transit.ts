import { FaultQueue } from '../control/faultQueue';

/** Requests to WeChat Pay that are held up on their way: they arrive, and have their effect, this much later. */
export interface Hold {
  readonly delayMs: number;
  /** How many requests are held up, default 1. */
  readonly times?: number;
}

/** The way from functions to WeChat Pay. Who sent a request may long have given it up when it arrives. */
export class Transit extends FaultQueue<Hold, string> {
  readonly #underWay = new Set<Promise<void>>();

  /** Queries are never held up: what matters is what they find meanwhile. */
  constructor() {
    super((_, name) => !/query$/i.test(name));
  }

  /**
   * Lets one request arrive, now or later.
   * @param name of the operation, or the path it has
   */
  async arrive(name: string): Promise<void> {
    const hold = this.next(name);
    if (!hold) return;
    const arriving = new Promise<void>((wake) => setTimeout(wake, hold.delayMs));
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
