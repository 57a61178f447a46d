import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { HttpResponse, Incoming, LoggedCall, Route, SandboxState, SenderOf } from '../sandbox';
import type { CallRecorder } from './callRecorder';
import { replyView, requestView } from './format';

/** A line of the call log that one request has left. */
interface Recorded {
  readonly call: LoggedCall;
  /** Accepted by the bank for it, in fen. */
  readonly moved: number;
}

/** The amounts of accepted shares and returns, by their ids, in fen. */
function accepted({ bank }: SandboxState): Map<string, number> {
  const { shares, returns } = bank.books();
  const sum = (amounts: { readonly amount: number }[]) => amounts.reduce((total, { amount }) => total + amount, 0);
  return new Map([
    ...shares.map(({ orderId, lines, rest }): [string, number] => [orderId, sum(rest ? [...lines, rest] : lines)]),
    ...returns.map(({ returnId, amount }): [string, number] => [returnId, amount]),
  ]);
}

/**
 * Records the requests to WeChat Pay: what came in, what went out, and whether money was accepted on the way. A request
 * is one of WeChat Pay's when it leaves a line in the call log; the others are not recorded.
 */
export class WireRecorder {
  readonly #recorded = new AsyncLocalStorage<Recorded[]>();
  #known: ReadonlySet<string> = new Set();

  constructor(
    private readonly state: SandboxState,
    private readonly recorder: CallRecorder,
  ) {
    state.calls.watch({
      added: (call) => {
        const moved = this.#moved();
        this.#recorded.getStore()?.push({ call, moved });
      },
      cleared: () => {
        this.#known = new Set(accepted(state).keys());
        recorder.clear();
      },
    });
  }

  /** The same route, recording its requests; answers are not delayed by it. */
  record(route: Route, senderOf: SenderOf): Route {
    return { ...route, answer: (request) => this.#answer(route, request, senderOf) };
  }

  async #answer(route: Route, request: Incoming, senderOf: SenderOf): Promise<HttpResponse> {
    const startedAt = Date.now();
    const recorded: Recorded[] = [];
    // Asked before the answer: afterwards the same connection may carry the request of another run.
    const sender = senderOf(request);
    const response = await this.#recorded.run(recorded, () => route.answer(request));
    const [first] = recorded;
    if (!first) return response;
    const { call, moved } = first;
    const reply = replyView(response);
    const { fault } = call.outcome;
    const exchange = {
      api: call.api,
      link: call.link,
      request: requestView(request),
      ...(reply && { reply }),
      isCut: response.cut === 'mid-body',
      ...(fault !== undefined && { fault: String(fault) }),
      moved,
    };
    void sender.then((id) => this.recorder.sent(randomUUID(), id, startedAt, exchange));
    return response;
  }

  /** What was accepted since the last request, in fen. */
  #moved(): number {
    const now = accepted(this.state);
    const fresh = [...now].filter(([id]) => !this.#known.has(id));
    this.#known = new Set(now.keys());
    return fresh.reduce((sum, [, amount]) => sum + amount, 0);
  }
}
