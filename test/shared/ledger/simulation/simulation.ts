import type { UnknownFields } from '../../../../shared/contract';
import { multiProfitSharing } from '../../../../shared/generated/operations/multiProfitSharing';
import { Ledger } from '../../../../shared/ledger/ledger';
import { isOpen, type LedgerRecord } from '../../../../shared/ledger/record';
import { LedgerUnavailableError, type Store } from '../../../../shared/ledger/store';
import { reconcile } from '../../../../shared/reconcile';
import type { Reply } from '../../../../shared/reply';
import { serve } from '../../../../shared/serve';
import { contextOf } from '../../callers';
import { MemoryBreaks, memoryLedgerQueries } from '../../reconcile/memoryLedgerQueries';
import { VirtualTime } from '../../virtualTime';
import { MemoryStore } from '../memoryStore';
import { Chance } from './chance';
import { LateBank } from './lateBank';

const MINUTE_MS = 60_000;
/** Eight hours, ten minutes each: no record needs as long. */
const MOST_WAITS = 48;

const SUB = '1900000109';
const ENV: NodeJS.ProcessEnv = {
  ...{ PROFIT_SHARING_LINK: 'cloudpay', PROFIT_SHARING_SUB_MCH_ID: SUB, PROFIT_SHARING_ON_SETTLED: 'onSettled' },
  PROFIT_SHARING_TIMEOUT_MS: '4000',
};

/** Something the ledger, a reply or a notification said that the bank proves false. */
export interface Falsehood {
  readonly what: string;
  readonly evidence: unknown;
}

/**
 * Several instances of the functions with clocks of their own, one database, and a bank that accepts late. Instances die,
 * the database hangs, fails and loses its answers. Everything goes through the functions themselves.
 */
export class Simulation {
  readonly time = new VirtualTime();
  readonly falsehoods: Falsehood[] = [];
  readonly store: MemoryStore;
  readonly #chance: Chance;
  readonly #bank: LateBank;
  readonly #events: { readonly id: string; readonly number: string; readonly state: string; readonly at: number }[] =
    [];
  readonly #skews: readonly number[];

  /** @param skewsMs how far each instance is ahead of the true time, and the last of them the database, in ms */
  constructor(seed: number, skewsMs: readonly number[]) {
    this.#chance = new Chance(seed);
    this.#bank = new LateBank(this.time, this.#chance);
    this.#skews = skewsMs.slice(0, -1);
    const database = skewsMs.at(-1) ?? 0;
    this.store = new MemoryStore(() => this.time.now + database);
  }

  /** Lives through so many numbers, then lets reconciliation come to its end. */
  async live(numbers: number): Promise<void> {
    const buyers = Array.from({ length: numbers }, (_, index) => this.#number(`S${index}`));
    const timer = this.#timers();
    await this.time.run(Promise.all(buyers));
    // All that was on its way has arrived; the timer goes on until nothing is due any more.
    const isDue = () => [...this.store.records.values()].some(({ dueAt }) => dueAt !== undefined);
    for (let wait = 0; isDue() && wait < MOST_WAITS; wait += 1) await this.time.run(this.time.sleep(10 * MINUTE_MS));
    timer.stop();
    await this.time.run(this.time.sleep(10 * MINUTE_MS));
    this.#judgeEnds();
  }

  /** One number: wanted once or again, through any instance, at any time, now and then with another amount. */
  async #number(number: string): Promise<void> {
    const chance = this.#chance;
    await this.time.sleep(chance.between(0, 20 * MINUTE_MS));
    const calls = Array.from({ length: chance.between(1, 4) }, async () => {
      await this.time.sleep(chance.happens(0.5) ? chance.between(0, 3000) : chance.between(0, 12 * MINUTE_MS));
      await this.#share(number, chance.happens(0.05) ? 101 : 100);
    });
    await Promise.all(calls);
  }

  async #share(number: string, amount: number): Promise<void> {
    const instance = this.#instance();
    const main = serve(
      multiProfitSharing,
      ENV,
      { cloudpay: async () => this.#bank.link(instance.isAlive) },
      async () => new Ledger(this.#database(instance), { clock: instance.clock, notifies: true }),
      instance.clock,
    );
    const receivers = [{ type: 'MERCHANT_ID', account: '1900000110', amount, description: 'd' }];
    const event = { transaction_id: `42${number}`, out_order_no: number, receivers };
    const remainingMs = this.#chance.oneOf([3000, 10_000, 20_000]);
    const began = this.time.now;
    const reply = await Promise.race([
      main(event, contextOf({ TCB_SOURCE: 'scf' }, 'both', remainingMs)),
      this.time.sleep(remainingMs).then(() => 'killed' as const),
    ]);
    instance.die();
    if (reply === 'killed') return;
    if (this.time.now - began > remainingMs) this.#accuse('a reply came late', [number, this.time.now - began]);
    this.#judgeReply(number, amount, reply);
  }

  #judgeReply(number: string, amount: number, reply: Reply): void {
    const { advice, err_code } = reply;
    if (err_code === 'ADAPTER_ERROR') this.#accuse('a defect', [number, reply]);
    const known = this.#bank.accepted.get(number);
    const isOurs = known && JSON.parse(known.receivers)[0].amount === amount;
    if (isOurs && advice?.funds === 'unchanged' && advice.number === 'new') {
      this.#accuse('a reply gave a new number to what the bank has', [number, reply]);
    }
  }

  /** Timers on all instances, each with rounds that may overlap. */
  #timers(): { stop(): void } {
    let isOver = false;
    for (const _ of this.#skews) {
      const run = async () => {
        while (!isOver) {
          await this.time.sleep(this.#chance.between(20_000, 3 * MINUTE_MS));
          await this.#round();
        }
      };
      void run();
    }
    return {
      stop() {
        isOver = true;
      },
    };
  }

  async #round(): Promise<void> {
    const instance = this.#instance();
    const store = this.#database(instance);
    const environment = {
      store,
      queries: memoryLedgerQueries(this.store),
      breaks: new MemoryBreaks(),
      invoke: this.#tell(instance),
    };
    const main = reconcile(
      ENV,
      { cloudpay: async () => this.#bank.link(instance.isAlive) },
      async () => environment,
      instance.clock,
    );
    const remainingMs = 20_000;
    const reply = await Promise.race([
      main({}, contextOf({ TCB_SOURCE: 'wx_trigger' }, 'both', remainingMs)),
      this.time.sleep(remainingMs).then(() => undefined),
    ]);
    instance.die();
    if (reply?.err_code === 'ADAPTER_ERROR') this.#accuse('a defect', reply);
    if (
      Number((reply?.report as { failed?: number } | undefined)?.failed) > 0 &&
      /ADAPTER_ERROR/.test(JSON.stringify(reply))
    ) {
      this.#accuse('a defect', reply);
    }
  }

  #tell(instance: Instance) {
    return async (_name: string, event: object): Promise<void> => {
      await this.time.sleep(this.#chance.between(1, 500));
      if (!instance.isAlive()) return new Promise(() => {});
      if (this.#chance.happens(0.1)) throw new Error('it failed');
      const { id, out_order_no, settlement } = event as { id: string } & UnknownFields;
      const { state } = settlement as { state: string };
      this.#events.push({ id, number: String(out_order_no), state, at: this.time.now });
      if (this.#chance.happens(0.1)) return new Promise(() => {});
    };
  }

  #judgeEnds(): void {
    for (const record of this.store.records.values()) {
      const known = this.#bank.accepted.get(record.number);
      const evidence = { record, known };
      if (isOpen(record.state)) this.#accuse('a record is still open', evidence);
      if (record.state === 'refused' && known) this.#accuse('finally refused though paid', evidence);
      if (record.state === 'settled' && !known) this.#accuse('finally settled though never accepted', evidence);
      const looks = record.attempts.filter(({ kind }) => kind === 'query').length;
      if (looks > record.attempts.length / 2 + 1) this.#accuse('looks are kept one by one', evidence);
    }
    const ids = new Map<string, number>();
    for (const event of this.#events) {
      ids.set(event.id, (ids.get(event.id) ?? 0) + 1);
      const known = this.#bank.accepted.get(event.number);
      const isFalse =
        event.state === 'refused' ? this.#wasOnItsWay(event, known) : !known || known.settledAt > event.at;
      if (isFalse) this.#accuse('notified of what was not so', { event, known, record: this.#recordOf(event.number) });
    }
  }

  /** Whether a number that was notified as refused was accepted by a sending that had begun before. */
  #wasOnItsWay(
    { id, at }: { readonly id: string; readonly at: number },
    known: { readonly at: number } | undefined,
  ): boolean {
    if (!known) return false;
    if (known.at <= at) return true;
    const sends = Number(id.split('.').at(-1));
    const later = this.#recordOf(id)?.attempts.filter(({ kind }) => kind === 'send').length ?? 0;
    return later <= sends;
  }

  #recordOf(id: string): LedgerRecord | undefined {
    const number = id.split('#')[0]?.split(':').at(-1);
    return this.store.records.get(`${SUB}:share:${number}`);
  }

  #accuse(what: string, evidence: unknown): void {
    this.falsehoods.push({ what, evidence });
  }

  /** An instance for one invocation; some die in the middle of it. */
  #instance(): Instance {
    const skew = this.#chance.oneOf(this.#skews);
    const diesAt = this.#chance.happens(0.15)
      ? this.time.now + this.#chance.between(0, 4000)
      : Number.POSITIVE_INFINITY;
    let isDead = false;
    return {
      clock: this.time.clock(skew),
      isAlive: () => !isDead && this.time.now < diesAt,
      die: () => {
        isDead = true;
      },
    };
  }

  /** The database as an instance reaches it: slow, failing, hanging, and at times silent about what it did. */
  #database({ isAlive }: Instance): Store {
    return new Proxy<Store>(this.store, {
      get: (store, name) => {
        const method = Reflect.get(store, name);
        if (typeof method !== 'function') return method;
        return async (...given: unknown[]) => {
          const { time } = this;
          await time.sleep(this.#chance.between(1, this.#chance.happens(0.05) ? 2500 : 30));
          if (!isAlive()) return new Promise(() => {});
          const trouble = this.#chance.next();
          if (trouble < 0.02) throw new LedgerUnavailableError('outage');
          if (trouble < 0.03) return new Promise(() => {});
          const result = await method.apply(store, given);
          await time.sleep(this.#chance.between(1, 30));
          if (!isAlive() || trouble < 0.04) return new Promise(() => {});
          if (trouble < 0.06) throw new LedgerUnavailableError('the answer is lost');
          return result;
        };
      },
    });
  }
}

interface Instance {
  readonly clock: ReturnType<VirtualTime['clock']>;
  isAlive(): boolean;
  die(): void;
}
