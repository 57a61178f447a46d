import { type Invocation, type Invoked, isRecord, type RunWatch } from '../sandbox';
import type { AdviceView, CallDetail, CallView, ExchangeView } from './views';

interface Entry {
  readonly id: string;
  readonly startedAt: number;
  readonly functionName?: string;
  readonly source: string;
  readonly event?: string;
  readonly exchanges: ExchangeView[];
  /** What event and exchanges take, in characters. */
  characters: number;
  tookMs?: number;
  invoked?: Invoked | undefined;
}

const KEPT = 300;

/** The most that all of them may take, in characters. */
const KEPT_CHARACTERS = 16_000_000;

function charactersOf({ request, reply }: ExchangeView): number {
  return request.body.length + (reply?.body.length ?? 0);
}

const adviceFields = ['origin', 'category', 'retry', 'number', 'funds', 'message'] as const;

function parsed(text: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(text);
  return isRecord(value) ? value : {};
}

function adviceOf(value: unknown): AdviceView | undefined {
  if (!isRecord(value)) return undefined;
  const [origin, category, retry, number, funds, message] = adviceFields.map((field) => String(value[field] ?? ''));
  return { origin, category, retry, number, funds, message } as AdviceView;
}

/** How a run ended, in the contract's own words. */
function endOf({ functionName, tookMs, invoked }: Entry): Pick<CallView, 'state' | 'code' | 'message' | 'advice'> {
  if (functionName === undefined) return { state: 'succeeded' };
  if (tookMs === undefined) return { state: 'running' };
  if (!invoked?.ok) return { state: 'died', message: invoked?.failure.errorMessage ?? 'the sandbox failed' };
  const { err_code: code, err_code_des: message, advice, statusCode, body } = parsed(invoked.text);
  if (Number(statusCode) >= 400) return { state: 'refused', code: `HTTP ${statusCode}`, message: String(body ?? '') };
  if (code === undefined) return { state: 'succeeded' };
  const view = adviceOf(advice);
  return { state: 'refused', code: String(code), message: String(message ?? ''), ...(view && { advice: view }) };
}

function viewOf(entry: Entry): CallView {
  const { id, startedAt, tookMs, functionName, source, exchanges } = entry;
  return {
    id,
    startedAt,
    ...(tookMs !== undefined && { tookMs }),
    ...(functionName !== undefined && { functionName }),
    source,
    ...endOf(entry),
    links: [...new Set(exchanges.map(({ link }) => link))],
    requests: exchanges.length,
    moved: exchanges.reduce((sum, { moved }) => sum + moved, 0),
    faults: exchanges.flatMap(({ fault }) => fault ?? []),
  };
}

function replyOf({ invoked }: Entry): string | undefined {
  if (!invoked) return undefined;
  return invoked.ok ? invoked.text : JSON.stringify(invoked.failure);
}

/** The last calls of functions, each with the requests it sent to WeChat Pay: the contract beside the wire. */
export class CallRecorder implements RunWatch {
  #entries: Entry[] = [];
  #characters = 0;

  constructor(private readonly touch: () => void) {}

  began({ requestId, functionName, caller }: Invocation, event: string): void {
    const source = caller.http ? 'http' : (caller.source ?? '');
    const now = Date.now();
    this.#add({ id: requestId, startedAt: now, functionName, source, event, exchanges: [], characters: event.length });
  }

  ended({ requestId }: Invocation, invoked: Invoked | undefined): void {
    const entry = this.#find(requestId);
    if (entry) Object.assign(entry, { tookMs: Date.now() - entry.startedAt, invoked });
    this.touch();
  }

  /** A request to WeChat Pay. @param sender the run it came from; code outside of the functions when undefined */
  sent(id: string, sender: string | undefined, startedAt: number, exchange: ExchangeView): void {
    const characters = charactersOf(exchange);
    const entry = sender === undefined ? undefined : this.#find(sender);
    if (entry) {
      entry.exchanges.push(exchange);
      entry.characters += characters;
      this.#characters += characters;
      this.#forget();
    } else this.#add({ id, startedAt, tookMs: Date.now() - startedAt, source: '', exchanges: [exchange], characters });
    this.touch();
  }

  /** Newest first. */
  list(): CallView[] {
    return this.#entries.map(viewOf).reverse();
  }

  detail(id: string): CallDetail | undefined {
    const entry = this.#find(id);
    if (!entry) return undefined;
    const { event, exchanges } = entry;
    const reply = replyOf(entry);
    return {
      ...viewOf(entry),
      ...(event !== undefined && { event }),
      ...(reply !== undefined && { reply }),
      exchanges: [...exchanges],
    };
  }

  /** Runs under way stay. */
  clear(): void {
    this.#entries = this.#entries.filter(({ tookMs }) => tookMs === undefined);
    this.#characters = this.#entries.reduce((sum, { characters }) => sum + characters, 0);
    this.touch();
  }

  #add(entry: Entry): void {
    this.#entries.push(entry);
    this.#characters += entry.characters;
    this.#forget();
    this.touch();
  }

  /** The oldest go first; the latest stays, however large it is. */
  #forget(): void {
    while (this.#entries.length > 1 && (this.#entries.length > KEPT || this.#characters > KEPT_CHARACTERS)) {
      this.#characters -= this.#entries.shift()?.characters ?? 0;
    }
  }

  #find(id: string): Entry | undefined {
    return this.#entries.find((entry) => entry.id === id);
  }
}
