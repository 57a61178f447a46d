import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CallError, type CallSuccess, type Crash, parties, type Sandbox, startSandbox } from '../../sandbox';
import { idKey } from '../../sandbox/cloudbase/database/collection';
import type { AddReceiverInput } from '../../sandbox/wechatpay/bank/receiverList';
import type { LedgerRecord } from '../../shared/ledger/record';
import type { LinkName } from '../../shared/operation';
import { type Fields, person, supplier } from '../conformance/harness';
import { Deployment, functionsOf } from './deployment';
import { must } from './discrepancy';
import { type Flaw, POISONED, poisoned } from './injections/poison';
import { areOneFamily, linksFrom, setUpHome, variablesByLink } from './linkChanges';

/** What PROFIT_SHARING_ON_SETTLED was told. */
export interface News {
  readonly id: string;
  readonly settlement: { readonly state: string };
}

/** The number that news is about, as bank and ledger know it: `share:N1`. */
export function numberIn({ id }: News): string {
  const [, family, number] = /^[^:]+:(share|return):(.+)#/.exec(id) ?? [];
  return `${family}:${number}`;
}

/** Why a call got no reply: how the platform says that the function died. */
export type NoReply = 'exited' | 'timedOut';

export type Answer = Fields | NoReply;

/** The built functions on one link, in processes of their own, and a bank whose time goes as one likes. */
export interface Simulation {
  /** The link whose orders are shared here. */
  readonly link: LinkName;
  /** The link that the functions are configured for just now. */
  configured(): LinkName;
  readonly sandbox: Sandbox;
  /** A reply, or why there is none. @throws for a function that threw, which none of ours may */
  call(operation: string, data: Fields): Promise<Answer>;
  /** By its timer, unless that could do nothing on this link and is not asked for. */
  reconcile(by?: 'timer'): Promise<Answer>;
  /** A paid order of 10000 fen with the sharing flag, its wait over; answers its transaction_id. */
  placeOrder(): string;
  /** What the functions wrote in the ledger: no poison. */
  records(): LedgerRecord[];
  news(): News[];
  /** Configures all functions for another link. @returns false when they are already */
  setLink(link: LinkName): boolean;
  /** Sets the clocks of the instances, so many ms ahead, in turn and not all functions alike; true ones when empty. */
  setClocks(offsetsMs: readonly number[]): void;
  /** Kills a function that is configured just now, see {@link Sandbox.crash}. */
  crash(crash: Crash): void;
  /** How far the clock of any instance is off at most, in ms. */
  clocksApartMs(): number;
  /** Puts a bad record in the ledger, like the latest one. @returns false when there is none yet */
  poison(flaw: Flaw): Promise<boolean>;
  /** Lets time pass for the bank and for the ledger, and has everything told that is due. */
  pass(ms: number): Promise<void>;
  /** All parties as on the first day: nothing paid, nothing written down. */
  open(): Promise<void>;
  close(): Promise<void>;
}

export const distributor = { type: 'MERCHANT_ID', account: parties.receivers[1].mchId };

const registered = [
  { ...supplier, name: parties.receivers[0].name, relationType: 'SUPPLIER' },
  { ...distributor, name: parties.receivers[1].name, relationType: 'DISTRIBUTOR' },
  { ...person, relationType: 'DISTRIBUTOR' },
] as readonly AddReceiverInput[];

interface SimulationOptions {
  /** Of each function; 3 by default. */
  readonly maxInstances?: number;
  /** Of one run, in ms. By default 3000, so that what a dead function holds in the ledger is free again soon. */
  readonly limitMs?: number;
}

/** Opens the simulation of a link, the first of its modes. */
export async function openSimulation(
  name: LinkName,
  { maxInstances = 3, limitMs = 3000 }: SimulationOptions = {},
): Promise<Simulation> {
  const sandbox = await startSandbox({ functions: functionsOf(name, limitMs), maxInstances });
  const { payer, appid, order } = await setUpHome(sandbox, name);
  const family = order.family === 'ecommerce' || order.family === 'brand' ? order.family : 'ordinary';
  const brandMchId = family === 'brand' ? { brandMchId: parties.brand.mchId } : {};
  const callerMchId = order.callerMchId ?? payer;
  const payee = { mchId: callerMchId, subMchId: payer, appid, family, wire: 'v3', ...brandMchId } as const;
  let poisons = 0;
  const folder = mkdtempSync(join(tmpdir(), 'campaign-'));
  const heard = join(folder, 'heard');
  sandbox.setEnv('*', {
    PROFIT_SHARING_LOCALE: 'en',
    PROFIT_SHARING_TIMEOUT_MS: '500',
    PROFIT_SHARING_ON_SETTLED: 'listener',
    HEARD: heard,
  });
  const told = await sandbox.credentials(callerMchId);
  const deployment = new Deployment(sandbox, name, await variablesByLink(sandbox, name), {
    profitSharingNotify: {
      WECHATPAY_API_V3_KEY: told.apiV3Key,
      WECHATPAY_MCH_SERIAL: told.mchSerial,
      WECHATPAY_PUBLIC_KEY_ID: told.publicKeyId,
      WECHATPAY_PUBLIC_KEY: told.publicKeyPem,
    },
  });
  const { state, database } = sandbox;

  const answerOf = async (calling: Promise<CallSuccess>): Promise<Answer> => {
    try {
      return (await calling).result as Fields;
    } catch (error) {
      const kind = error instanceof CallError ? error.answer.failure.kind : undefined;
      if (kind === 'exited' || kind === 'timedOut') return kind;
      throw error;
    }
  };
  const call = (operation: string, data: Fields) =>
    answerOf(sandbox.call(deployment.nameOf(operation), data, 'function'));

  const setLink = (link: LinkName): boolean => {
    const isOther = deployment.setLink(link);
    sandbox.notify(told.mchId, deployment.nameOf('profitSharingNotify'));
    return isOther;
  };
  const isSound = ({ number }: { readonly number?: unknown }) => !String(number).startsWith(POISONED);
  const records = () => (database.read('profit_sharing_ledger') as unknown as LedgerRecord[]).filter(isSound);

  return {
    link: name,
    configured: () => deployment.link,
    sandbox,
    call,
    setLink,
    setClocks: (offsetsMs) => deployment.setClocks(offsetsMs),
    clocksApartMs: () => deployment.clocksApartMs,
    crash: (crash) => sandbox.crash({ ...crash, function: deployment.nameOf(crash.function) }),
    records,
    poison: async (flaw) => {
      const like = records().at(-1);
      if (!like) return false;
      const record = poisoned({ ...like }, flaw, ++poisons);
      await database.perform(undefined, (store) =>
        store.write('profit_sharing_ledger', [{ key: idKey(record._id), after: { ...record } }], 'insertOne'),
      );
      return true;
    },
    reconcile: (by) => {
      // A timer has no call token, without which the private link takes nothing.
      const isTimer = by === 'timer' || !areOneFamily(deployment.link, 'cloudpay');
      const operation = 'profitSharingReconcile';
      return isTimer ? answerOf(sandbox.fire(deployment.nameOf(operation))) : call(operation, {});
    },
    placeOrder: () => {
      const paidAt = state.bank.clock.now() - state.bank.switches.minimumWaitMs[family];
      return state.bank.payOrder({ amount: 10_000, payerMchId: payer, callerMchId, family, paidAt }).transactionId;
    },
    news: () => linesOf(heard).filter((news) => isSound({ number: numberIn(news).replace(/^\w+:/, '') })),
    pass: async (ms) => {
      // Real time is too short for a request that is still under way: it has arrived before hours pass.
      await state.transit.empty();
      state.bank.clock.advance(ms);
      database.import(aged(database.export(), ms));
      await state.notices.deliver();
    },
    open: async () => {
      await state.transit.empty();
      deployment.setClocks([]);
      state.reset();
      setLink(name);
      state.bank.setPerson(person.account, { appid, name: '张三' });
      writeFileSync(heard, '');
      // The ledger is kept by the payer's provider, so that is who has to hear of it.
      state.notices.settings = { ...state.notices.settings, addressee: 'provider' };
      // Where functions are moved to the brand family, the merchant is a store of the brand.
      if (linksFrom(name).includes('brand')) state.bank.setMerchant(payer, { brandMchId: parties.brand.mchId });
      for (const receiver of registered) {
        must(state.bank.addReceiver(payee, receiver).ok, 'a receiver could not be registered', payee, receiver);
      }
    },
    close: async () => {
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The functions read the machine's clock, which cannot be turned: instead everything they wrote down becomes older. Every
 * number that can be a moment of these years is one; amounts are smaller, and numbers of shares are text.
 */
function aged(exported: string, ms: number): string {
  return exported.replace(/(?<="\$number(?:Double|Long)":")1[5-9]\d{11}(?=[".])/g, (at) => String(Number(at) - ms));
}

function linesOf(file: string): News[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as News);
}
