import { FaultQueue } from '../control/faultQueue';
import type { HttpResponse } from '../http/httpResponse';
import type { Run } from './runs';

/** A moment at which a function's process dies. */
export interface Crash {
  readonly function: string;
  /** At a request to WeChat Pay, on whatever wire, or at a write to the database. */
  readonly on: 'pay' | 'database';
  /** `before`: the request is lost with its sender. `after`: it has had its effect, and no answer reaches the caller. */
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

/** A request or write that has come in, and which of its kind it is within one run, counted from 1. */
interface Step {
  readonly function: string;
  readonly on: Crash['on'];
  readonly nth: number;
}

/**
 * Crashes that wait for their runs. The process is killed from here, when its request has come in: nothing inside of the
 * function takes part in it.
 */
export class Crashes extends FaultQueue<Crash, Step> {
  /** Counts from the next run on. */
  readonly #seen = new WeakMap<Run, { pay: number; database: number }>();

  constructor() {
    super(({ function: name, on, nth = 1 }, step) => name === step.function && on === step.on && nth === step.nth);
  }

  waitsFor(on: Crash['on']): boolean {
    return this.list().some((crash) => crash.on === on);
  }

  /**
   * Does the work of one request, unless the process that sent it is to die before or after it.
   * @param run the run that sent it; undefined for code outside of the functions
   */
  async around(on: Crash['on'], run: Run | undefined, work: Work): Promise<HttpResponse> {
    const crash = run && this.next(this.#step(on, run));
    if (!crash) return work();
    if (crash.moment === 'after') await work();
    await run.kill();
    return unanswered;
  }

  #step(on: Crash['on'], run: Run): Step {
    const seen = this.#seen.get(run) ?? { pay: 0, database: 0 };
    seen[on] += 1;
    this.#seen.set(run, seen);
    return { function: run.functionName, on, nth: seen[on] };
  }
}
