import { setTimeout as pause } from 'node:timers/promises';
import { parseCaller } from '../../shared/caller';
import { realClock } from '../../shared/clock';
import { Deadline } from '../../shared/deadline';
import { linkNames } from '../../shared/generated/links';
import { multiProfitSharing } from '../../shared/generated/operations/multiProfitSharing';
import { Ledger } from '../../shared/ledger/ledger';
import type { Store } from '../../shared/ledger/store';
import { reconcile } from '../../shared/reconcile';
import type { Environment } from '../../shared/reconcile/environment';
import { memory } from '../overhead/memory';
import { SUB } from './billFile';
import { timer } from './setting';

/** Latencies injected, in ms. */
export const DATABASE_MS = 15;
export const WECHAT_MS = 60;

export interface Pace {
  readonly perSecond: number;
  readonly reads: number;
  readonly writes: number;
}

const receiver = { type: 'MERCHANT_ID', account: '1900000110', amount: 88, description: 'd' } as const;

/** One run of the function over so many open records. @returns records a second, database calls a record */
export async function queryRecords(count: number): Promise<Pace> {
  const store = memory();
  await fill(store, count);
  const calls = { reads: 0, writes: 0 };
  const slow: Store = {
    ...store,
    async due(...given) {
      calls.reads += 1;
      await pause(DATABASE_MS);
      return store.due(...given);
    },
    async replace(...given) {
      calls.writes += 1;
      await pause(DATABASE_MS);
      return store.replace(...given);
    },
  };
  const nothing = async () => [];
  const environment: Environment = {
    store: slow,
    queries: {
      ...{ countDue: async () => 0, beginning: async () => undefined, states: async () => new Map() },
      ...{ changed: nothing, made: nothing, sharesOf: nothing, shareNamed: async () => undefined },
    },
    breaks: {
      ...{ open: nothing, begin: async () => false, place: async () => undefined, save: async () => undefined },
      ...{ release: async () => undefined, finish: async () => undefined, keep: async () => false },
    },
    invoke: async () => undefined,
  };
  const link = {
    async send(_operation: unknown, request: object) {
      await pause(WECHAT_MS);
      const receivers = JSON.stringify([{ ...receiver, result: 'SUCCESS' }]);
      const result = { return_code: 'SUCCESS', result_code: 'SUCCESS', status: 'FINISHED', order_id: '30', receivers };
      return { kind: 'answer' as const, fields: { ...request, ...result } };
    },
  };
  const factories = Object.fromEntries(linkNames.map((name) => [name, async () => link]));
  const env = { PROFIT_SHARING_LINK: 'cloudpay', PROFIT_SHARING_SUB_MCH_ID: SUB };
  const clock = { ...realClock, now: () => Date.now() + 3_600_000 };
  const { log } = console;
  console.log = () => undefined;
  const { report } = await reconcile(env, factories, async () => environment, clock)({}, timer);
  console.log = log;
  if (report.settled !== count) throw new Error(JSON.stringify(report));
  return {
    perSecond: (count * 1000) / report.ms,
    reads: calls.reads / count,
    writes: calls.writes / count,
  };
}

async function fill(store: Store, count: number): Promise<void> {
  const caller = parseCaller(timer);
  if (!caller) throw new Error('the timer has an identity');
  const ledger = new Ledger(store);
  const deadline = new Deadline(60_000);
  for (let n = 0; n < count; n += 1) {
    const request = { sub_mch_id: SUB, transaction_id: `42${n}`, out_order_no: `S${n}`, receivers: [receiver] };
    const entry = await ledger.begin(
      multiProfitSharing,
      request,
      { link: 'cloudpay', mchId: undefined },
      caller,
      deadline,
    );
    if (entry.kind !== 'go') throw new Error(entry.kind);
    await ledger.complete(entry, { state: 'unknown', code: 'NO_ANSWER' }, deadline);
  }
}
