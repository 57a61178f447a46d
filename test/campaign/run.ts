import type { LedgerRecord } from '../../shared/ledger/record';
import type { Fields } from '../conformance/harness';
import { bankView } from './bankView';
import { Late } from './discrepancy';
import { arm, disarm, type Injection } from './injection';
import { judgeQuery, judgeSend, leavesDoubt, refuseDefects } from './judge';
import { LedgerWatch } from './ledgerWatch';
import { areOneFamily } from './linkChanges';
import { worstLagSince } from './machineLag';
import { idOf, keyOf, type Memory, type Request } from './request';
import type { Answer, Simulation } from './simulation';
import { type Spelling, spelled } from './spelling';
import { type Counts, count, noCounts } from './statistics';
import { staysWithItsFamily } from './strayCalls';

/** One call; several of them may be made at once. */
export type Act =
  | { readonly do: 'send'; readonly request: Request; readonly spelling?: Spelling }
  | { readonly do: 'query'; readonly request: Request }
  | { readonly do: 'register'; readonly operation: string; readonly receiver: Fields }
  | { readonly do: 'reconcile'; readonly by?: 'timer' };

/** What holds in the runs of one workload beside what holds in all. Each may throw a Discrepancy. */
export interface Rules {
  /** Calls are about to be made. */
  before?(acts: readonly Act[]): void;
  /** A call was answered. */
  answered?(act: Act, reply: Fields): void;
  /** After every step, until everything is to go well. */
  always?(simulation: Simulation): void;
}

/** A process that waits so long for a processor may be killed at its limit without being to blame, in ms. */
const MOST_LAG_MS = 150;

const isInDoubt = ({ state }: LedgerRecord) => state === 'intended' || state === 'unknown';

/** One run of a simulation: makes calls, remembers what their callers know, and checks everything said against the bank. */
export class Run {
  readonly counts: Counts = noCounts();
  /** How often each kind of injected fault was met. */
  readonly met = new Map<string, number>();
  readonly #memories = new Map<string, Memory>();
  readonly #watch: LedgerWatch;
  #rules: Rules;

  constructor(
    readonly simulation: Simulation,
    rules: Rules = {},
  ) {
    this.#watch = new LedgerWatch(simulation);
    this.#rules = rules;
  }

  memoryOf(request: Request): Memory {
    const key = keyOf(request);
    const memory = this.#memories.get(key) ?? { doubted: false, accepted: false, mayRenumber: false };
    this.#memories.set(key, memory);
    return memory;
  }

  /** Makes calls at the same time, and judges every reply once all are over. */
  async together(...acts: readonly Act[]): Promise<Answer[]> {
    this.#rules.before?.(acts);
    const { transit, calls } = this.simulation.sandbox.state;
    const mayArrive = transit.busy;
    const records = this.simulation.records();
    const inDoubt = records.filter(isInDoubt);
    const arrived = calls.total;
    const before = bankView(this.simulation);
    const lies = this.#lies();
    const began = performance.now();
    const answers = await Promise.all(acts.map((act) => this.#perform(act)));
    const lagMs = worstLagSince(began);
    const kept = calls.list();
    staysWithItsFamily(records, kept.slice(Math.max(0, kept.length - (calls.total - arrived))));
    for (const [index, act] of acts.entries()) if (act.do === 'send') this.#remember(act.request, answers[index]);
    const bank = bankView(this.simulation);
    const moving = new Set(acts.flatMap((act) => (act.do === 'send' ? [idOf(act.request)] : [])));
    const wasLiedTo = this.#lies() < lies;
    for (const [index, act] of acts.entries()) {
      const answer = answers[index];
      if (typeof answer !== 'object') continue;
      this.#rules.answered?.(act, answer);
      if (act.do === 'send') {
        const id = idOf(act.request);
        judgeSend(act.request, answer, bank.get(id), before.get(id), this.memoryOf(act.request), wasLiedTo);
      } else if (act.do === 'query') {
        const isMoving = mayArrive || transit.busy || moving.has(idOf(act.request));
        const isElsewhere = this.#isElsewhere(act.request);
        judgeQuery(act.request, answer, bank.get(idOf(act.request)), { isMoving, wasLiedTo, isElsewhere });
      } else refuseDefects(answer, [act]);
    }
    if (acts.every((act) => act.do === 'reconcile')) this.#countSettled(inDoubt);
    this.look(moving);
    const late = acts.filter((_, index) => answers[index] === 'timedOut');
    if (late.length > 0 && lagMs < MOST_LAG_MS) throw new Late('no reply before the time limit', late, { lagMs });
    return answers;
  }

  async pass(ms: number): Promise<void> {
    await this.simulation.pass(ms);
    this.look();
  }

  async arm(injection: Injection): Promise<void> {
    if (await arm(this.simulation, injection)) count([injection], this.met);
    this.look();
  }

  /** From here on everything goes well, and no rules hold but the common ones. */
  disarm(): void {
    this.#rules = {};
    count(disarm(this.simulation), this.met, -1);
  }

  /**
   * @param moving ids of numbers that were being sent since the last look
   * @throws {Discrepancy} when the ledger lost something, or it or an announcement is sure of what is not so
   */
  look(moving?: ReadonlySet<string>): void {
    this.#watch.look(moving);
    this.#rules.always?.(this.simulation);
  }

  #isElsewhere({ family, number }: Request): boolean {
    const record = this.simulation.records().find((one) => one.family === family && one.number === number);
    return record !== undefined && !areOneFamily(record.link, this.simulation.configured());
  }

  /** How many well signed lies are still to be told. */
  #lies(): number {
    const faults = this.simulation.sandbox.state.faults.list();
    return faults.filter(({ kind }) => kind === 'hostile').reduce((sum, { times = 1 }) => sum + times, 0);
  }

  async #perform(act: Act): Promise<Answer> {
    const { simulation, counts } = this;
    counts.calls += 1;
    const answer = await this.#call(act, simulation);
    if (typeof answer === 'string') counts.deaths += 1;
    else if (act.do === 'send' && leavesDoubt(answer)) counts.doubts += 1;
    return answer;
  }

  #call(act: Act, simulation: Simulation): Promise<Answer> {
    if (act.do === 'reconcile') return simulation.reconcile(act.by);
    if (act.do === 'register') return simulation.call(act.operation, { receiver: act.receiver });
    const { operation, body, family } = act.request;
    if (act.do === 'send') return simulation.call(operation, spelled(body, act.spelling));
    const names = family === 'share' ? ['transaction_id', 'out_order_no'] : ['out_order_no', 'out_return_no'];
    const ask = Object.fromEntries(names.map((name) => [name, body[name]]));
    return simulation.call(family === 'share' ? 'profitSharingQuery' : 'profitSharingReturnQuery', ask);
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
      this.simulation
        .records()
        .filter(isInDoubt)
        .map(({ _id }) => _id),
    );
    this.counts.settledDoubts += inDoubt.filter(({ _id }) => !still.has(_id)).length;
  }
}
