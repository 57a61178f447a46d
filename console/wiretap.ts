import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { HttpResponse, Incoming, LoggedCall, Route, SandboxState, SenderOf } from '../sandbox';
import type { CallBook } from './callBook';
import { replyView, requestView } from './layOut';

interface Heard {
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
 * Listens at the doors of WeChat Pay: what came in, what went out, and whether money was accepted on the way. A request
 * is one of WeChat Pay's when it leaves a line in the call log; all others pass unheard.
 */
export class Wiretap {
  readonly #heard = new AsyncLocalStorage<Heard[]>();
  #known: ReadonlySet<string> = new Set();

  constructor(
    private readonly world: SandboxState,
    private readonly book: CallBook,
  ) {
    world.calls.watch({
      added: (call) => {
        const moved = this.#moved();
        this.#heard.getStore()?.push({ call, moved });
      },
      cleared: () => {
        this.#known = new Set(accepted(world).keys());
        book.clear();
      },
    });
  }

  /** The same door, with somebody listening; answers are not delayed by it. */
  on(route: Route, senderOf: SenderOf): Route {
    return { ...route, answer: (request) => this.#listen(route, request, senderOf) };
  }

  async #listen(route: Route, request: Incoming, senderOf: SenderOf): Promise<HttpResponse> {
    const startedAt = Date.now();
    const heard: Heard[] = [];
    // Asked before the answer: afterwards the same connection may carry the request of another run.
    const sender = senderOf(request);
    const delivery = await this.#heard.run(heard, () => route.answer(request));
    const [first] = heard;
    if (!first) return delivery;
    const { call, moved } = first;
    const reply = replyView(delivery);
    const { fault } = call.outcome;
    const exchange = {
      api: call.api,
      link: call.link,
      request: requestView(request),
      ...(reply && { reply }),
      isCut: delivery.cut === 'mid-body',
      ...(fault !== undefined && { fault: String(fault) }),
      moved,
    };
    void sender.then((id) => this.book.sent(randomUUID(), id, startedAt, exchange));
    return delivery;
  }

  /** What was accepted since the last request, in fen. */
  #moved(): number {
    const now = accepted(this.world);
    const fresh = [...now].filter(([id]) => !this.#known.has(id));
    this.#known = new Set(now.keys());
    return fresh.reduce((sum, [, amount]) => sum + amount, 0);
  }
}
