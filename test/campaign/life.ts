import type { LedgerRecord } from '../../shared/ledger/record';
import type { Fields } from '../conformance/till';
import { bankView } from './bankView';
import { Discrepancy } from './discrepancy';
import { judgeQuery, judgeSend, leavesDoubt, refuseDefects } from './judge';
import { LedgerWatch } from './ledgerWatch';
import type { Answer, Market } from './market';
import { keyOf, type Memory, type Request } from './request';
import { arm, count, disarm, type Trouble } from './trouble';

/** One call; several of them may be made at once. */
export type Act =
  | { readonly do: 'send' | 'query'; readonly request: Request }
  | { readonly do: 'register'; readonly operation: string; readonly receiver: Fields }
  | { readonly do: 'reconcile'; readonly by?: 'timer' };

/** What came of it, in numbers. */
export interface Story {
  lives: number;
  calls: number;
  /** Calls whose function died. */
  deaths: number;
  /** Replies that left their caller in doubt. */
  doubts: number;
  /** Records in doubt that a round of reconciliation settled. */
  settledDoubts: number;
  /** Numbers the bank knew in the end. */
  numbers: number;
  notices: number;
  readonly troubles: Map<string, number>;
}

export function newStory(): Story {
  const counts = { lives: 0, calls: 0, deaths: 0, doubts: 0, settledDoubts: 0, numbers: 0, notices: 0 };
  return { ...counts, troubles: new Map() };
}

const isInDoubt = ({ state }: LedgerRecord) => state === 'intended' || state === 'unknown';

/** One life of a market: makes calls, remembers what their callers know, and checks everything said against the bank. */
export class Life {
  readonly #memories = new Map<string, Memory>();
  readonly #watch: LedgerWatch;

  constructor(
    readonly market: Market,
    readonly story: Story,
  ) {
    this.#watch = new LedgerWatch(market);
  }

  memoryOf(request: Request): Memory {
    const key = keyOf(request);
    const memory = this.#memories.get(key) ?? { doubted: false, accepted: false, mayRenumber: false };
    this.#memories.set(key, memory);
    return memory;
  }

  /** Makes calls at the same time, and judges every reply once all are over. */
  async together(...acts: readonly Act[]): Promise<Answer[]> {
    const inDoubt = this.market.records().filter(isInDoubt);
    const before = bankView(this.market);
    const answers = await Promise.all(acts.map((act) => this.#perform(act)));
    for (const [index, act] of acts.entries()) if (act.do === 'send') this.#remember(act.request, answers[index]);
    const bank = bankView(this.market);
    const moving = new Set(acts.flatMap((act) => (act.do === 'send' ? [idOf(act.request)] : [])));
    for (const [index, act] of acts.entries()) {
      const answer = answers[index];
      if (typeof answer !== 'object') continue;
      if (act.do === 'send') {
        const id = idOf(act.request);
        judgeSend(act.request, answer, bank.get(id), before.get(id), this.memoryOf(act.request));
      } else if (act.do === 'query') {
        judgeQuery(act.request, answer, bank.get(idOf(act.request)), moving.has(idOf(act.request)));
      } else refuseDefects(answer, [act]);
    }
    if (acts.every((act) => act.do === 'reconcile')) this.#countSettled(inDoubt);
    this.look();
    return answers;
  }

  async pass(ms: number): Promise<void> {
    await this.market.pass(ms);
    this.look();
  }

  arm(trouble: Trouble): void {
    arm(this.market, trouble);
    count([trouble], this.story.troubles);
  }

  disarm(): void {
    count(disarm(this.market), this.story.troubles, -1);
  }

  /** @throws {Discrepancy} when the ledger lost something, or is sure of what is not so */
  look(): void {
    this.#watch.look();
  }

  async #perform(act: Act): Promise<Answer> {
    const { market, story } = this;
    story.calls += 1;
    const answer = await this.#call(act, market);
    if (typeof answer === 'string') story.deaths += 1;
    else if (act.do === 'send' && leavesDoubt(answer)) story.doubts += 1;
    return answer;
  }

  #call(act: Act, market: Market): Promise<Answer> {
    if (act.do === 'reconcile') return market.reconcile(act.by);
    if (act.do === 'register') return market.call(act.operation, { receiver: act.receiver });
    const { operation, body, family } = act.request;
    if (act.do === 'send') return market.call(operation, body);
    const names = family === 'share' ? ['transaction_id', 'out_order_no'] : ['out_order_no', 'out_return_no'];
    const ask = Object.fromEntries(names.map((name) => [name, body[name]]));
    return market.call(family === 'share' ? 'profitSharingQuery' : 'profitSharingReturnQuery', ask);
  }

  #remember(request: Request, answer: Answer | undefined): void {
    const memory = this.memoryOf(request);
    const died = typeof answer !== 'object';
    if (died || leavesDoubt(answer)) memory.doubted = true;
    else if (answer.err_code === undefined) memory.accepted = true;
    const { number, funds } = died ? {} : ((answer.advice ?? {}) as { number?: string; funds?: string });
    memory.mayRenumber = number === 'new' || (number === 'any' && funds === 'unchanged');
  }

  #countSettled(inDoubt: readonly LedgerRecord[]): void {
    const still = new Set(
      this.market
        .records()
        .filter(isInDoubt)
        .map(({ _id }) => _id),
    );
    this.story.settledDoubts += inDoubt.filter(({ _id }) => !still.has(_id)).length;
  }
}

export function idOf({ family, number }: Request): string {
  return `${family}:${number}`;
}

/** @throws {Discrepancy} unless it holds */
export function must(holds: boolean, what: string, ...evidence: readonly unknown[]): void {
  if (!holds) throw new Discrepancy(what, ...evidence);
}
