import type { HttpResponse } from '../http/httpResponse';
import type { Run } from './runs';

/** A moment at which a function's process dies. */
export interface Crash {
  readonly function: string;
  /** At a request to WeChat Pay, on whatever wire, or at a write to the database. */
  readonly on: 'pay' | 'database';
  /** `before`: the request is lost with its sender. `after`: it has had its effect, and nobody learns of it. */
  readonly moment: 'before' | 'after';
  /** Which request or write of one run, counted from 1, the default. */
  readonly nth?: number;
  /** How many runs it hits, default 1. */
  readonly times?: number;
}

type Work = () => HttpResponse | Promise<HttpResponse>;

const unanswered: HttpResponse = {
  status: 200,
  contentType: 'text/plain',
  body: Buffer.alloc(0),
  delayMs: 0,
  cut: 'before-answer',
};

/**
 * Crashes waiting for their runs. The process is killed from here, at the moment its request has come in: nothing inside
 * of the function takes part in it.
 */
export class Crashes {
  #waiting: { readonly crash: Crash; left: number }[] = [];
  readonly #seen = new WeakMap<Run, { pay: number; database: number }>();

  /** Counts from the next run on. */
  arm(crash: Crash): void {
    this.#waiting.push({ crash, left: crash.times ?? 1 });
  }

  /** Those still waiting, `times` being what is left. */
  list(): Crash[] {
    return this.#waiting.map(({ crash, left }) => ({ ...crash, times: left }));
  }

  clear(): void {
    this.#waiting = [];
  }

  waitsFor(on: Crash['on']): boolean {
    return this.#waiting.some(({ crash }) => crash.on === on);
  }

  /** Does the work of one request, unless its sender is to die before or after it. No sender: somebody outside. */
  async around(on: Crash['on'], run: Run | undefined, work: Work): Promise<HttpResponse> {
    const crash = run && this.#next(on, run);
    if (!crash) return work();
    if (crash.moment === 'after') await work();
    await run.kill();
    return unanswered;
  }

  #next(on: Crash['on'], run: Run): Crash | undefined {
    const seen = this.#seen.get(run) ?? { pay: 0, database: 0 };
    seen[on] += 1;
    this.#seen.set(run, seen);
    const hit = this.#waiting.find(
      ({ crash }) => crash.function === run.functionName && crash.on === on && (crash.nth ?? 1) === seen[on],
    );
    if (!hit) return undefined;
    hit.left -= 1;
    if (hit.left <= 0) this.#waiting = this.#waiting.filter((other) => other !== hit);
    return hit.crash;
  }
}
