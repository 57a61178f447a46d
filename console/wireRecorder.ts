import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { HttpResponse, Incoming, LoggedCall, Route, SandboxState, SenderOf, ShareOrder } from '../sandbox';
import type { CallRecorder } from './callRecorder';
import { replyView, requestView } from './format';

/** A line of the call log that one request has left. */
interface Recorded {
  readonly call: LoggedCall;
  /** Accepted by the bank for it, in fen. */
  readonly moved: number;
}

function amountOf({ lines, rest }: ShareOrder): number {
  return lines.reduce((sum, { amount }) => sum + amount, rest?.amount ?? 0);
}

/**
 * Records the requests to WeChat Pay: what came in, what went out, and whether money was accepted on the way. A request
 * is one of WeChat Pay's when it leaves a line in the call log; the others are not recorded.
 */
export class WireRecorder {
  readonly #recorded = new AsyncLocalStorage<Recorded[]>();
  /** Accepted by the bank since the last line of the call log, in fen. */
  #moved = 0;

  constructor(
    { bank, calls }: SandboxState,
    private readonly recorder: CallRecorder,
  ) {
    bank.on('shareAccepted', (share) => {
      this.#moved += amountOf(share);
    });
    bank.on('returnAccepted', ({ amount }) => {
      this.#moved += amount;
    });
    calls.watch({
      added: (call) => {
        this.#recorded.getStore()?.push({ call, moved: this.#moved });
        this.#moved = 0;
      },
      cleared: () => {
        this.#moved = 0;
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
}
