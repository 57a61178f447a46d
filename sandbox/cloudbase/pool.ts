import type { Instance } from './instance';

/** The instances of one function: grows on demand up to a maximum, beyond which requests wait their turn. */
export class Pool {
  /** Least recently used first. */
  readonly #idle: Instance[] = [];
  readonly #busy = new Set<Instance>();
  readonly #retired = new Set<Instance>();
  readonly #waiting: ((instance: Instance | undefined) => void)[] = [];
  #stopped = false;

  constructor(
    private readonly max: number,
    private readonly create: () => Instance,
  ) {}

  /** The least recently used idle instance, a new one, or the next that comes free; undefined once stopped. */
  take(): Promise<Instance | undefined> {
    if (this.#stopped) return Promise.resolve(undefined);
    const instance = this.#nextIdle() ?? (this.#busy.size < this.max ? this.create() : undefined);
    if (!instance) return new Promise((resolve) => this.#waiting.push(resolve));
    this.#busy.add(instance);
    return Promise.resolve(instance);
  }

  give(instance: Instance): void {
    this.#busy.delete(instance);
    if (this.#retired.delete(instance)) instance.kill();
    else if (instance.alive) this.#idle.push(instance);
    const next = this.#waiting.shift();
    if (next) void this.take().then(next);
  }

  /** The living ones, idle or busy, in no particular order. */
  instances(): Instance[] {
    return [...this.#idle, ...this.#busy].filter(({ alive }) => alive);
  }

  /** New configuration means new instances: idle ones end now, busy ones after their request. */
  retire(): void {
    for (const instance of this.#idle.splice(0)) instance.kill();
    for (const instance of this.#busy) this.#retired.add(instance);
  }

  stop(): void {
    this.#stopped = true;
    for (const instance of [...this.#idle.splice(0), ...this.#busy]) instance.kill();
    for (const resolve of this.#waiting.splice(0)) resolve(undefined);
  }

  #nextIdle(): Instance | undefined {
    for (;;) {
      const instance = this.#idle.shift();
      if (!instance || instance.alive) return instance;
    }
  }
}
