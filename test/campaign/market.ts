import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CallError, type CallSuccess, parties, type Sandbox, startSandbox } from '../../sandbox';
import { idKey } from '../../sandbox/cloudbase/database/collection';
import type { AddReceiverInput } from '../../sandbox/wechatpay/bank/receiverList';
import type { LedgerRecord } from '../../shared/ledger/record';
import type { LinkName } from '../../shared/operation';
import { type Fields, person, supplier } from '../conformance/till';
import { must } from './discrepancy';
import { areOneFamily, linksFrom, setUpHome, variablesByLink } from './linkChanges';
import { type Flaw, POISONED, poisoned } from './troubles/poison';

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
export interface Market {
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
  /** How far the clock of any instance is off at most, in ms. */
  clocksApartMs(): number;
  /** Puts a bad record in the ledger, like the latest one. @returns false when there is none yet */
  poison(flaw: Flaw): Promise<boolean>;
  /** Lets time pass for the bank and for the ledger, and has everything told that is due. */
  pass(ms: number): Promise<void>;
  /** Everybody as on the first day: nothing paid, nothing written down. */
  open(): Promise<void>;
  close(): Promise<void>;
}

export const distributor = { type: 'MERCHANT_ID', account: parties.receivers[1].mchId };

const registered = [
  { ...supplier, name: parties.receivers[0].name, relationType: 'SUPPLIER' },
  { ...distributor, name: parties.receivers[1].name, relationType: 'DISTRIBUTOR' },
  { ...person, relationType: 'DISTRIBUTOR' },
] as readonly AddReceiverInput[];

interface MarketOptions {
  /** Of each function; 3 by default. */
  readonly maxInstances?: number;
  /** Of one run, in ms. By default 3000, so that what a dead function holds in the ledger is free again soon. */
  readonly limitMs?: number;
}

/** A round of reconciliation begins no look with less than two seconds left. */
const ROUND_MS = 6000;

const built = resolve('dist/cloudfunctions');

const names = readdirSync(built);

function functions(limitMs: number) {
  const limited = names.map((name) => {
    const timeoutMs = name === 'profitSharingReconcile' ? ROUND_MS : limitMs;
    return [name, { dir: join(built, name), timeoutMs }] as const;
  });
  return { ...Object.fromEntries(limited), listener: { dir: join(__dirname, 'fixtures/listener') } };
}

/** Opens the market of a link, the first of its modes. */
export async function openMarket(
  name: LinkName,
  { maxInstances = 3, limitMs = 3000 }: MarketOptions = {},
): Promise<Market> {
  const sandbox = await startSandbox({ functions: functions(limitMs), maxInstances });
  const { payer, appid, order } = await setUpHome(sandbox, name);
  const family = order.family === 'ecommerce' || order.family === 'brand' ? order.family : 'ordinary';
  const brandMchId = family === 'brand' ? { brandMchId: parties.brand.mchId } : {};
  const callerMchId = order.callerMchId ?? payer;
  const payee = { mchId: callerMchId, subMchId: payer, appid, family, wire: 'v3', ...brandMchId } as const;
  const variables = await variablesByLink(sandbox, name);
  let configured = name;
  let offsets: readonly number[] = [];
  let poisons = 0;
  const folder = mkdtempSync(join(tmpdir(), 'campaign-'));
  const heard = join(folder, 'heard');
  const shared = {
    PROFIT_SHARING_LOCALE: 'en',
    PROFIT_SHARING_TIMEOUT_MS: '500',
    PROFIT_SHARING_ON_SETTLED: 'listener',
  };
  const configure = (link: LinkName): void => {
    configured = link;
    sandbox.setEnv('*', { ...variables.get(link), ...shared, HEARD: heard });
  };
  configure(name);
  const told = await sandbox.credentials(callerMchId);
  sandbox.setEnv('profitSharingNotify', {
    WECHATPAY_API_V3_KEY: told.apiV3Key,
    WECHATPAY_MCH_SERIAL: told.mchSerial,
    WECHATPAY_PUBLIC_KEY_ID: told.publicKeyId,
    WECHATPAY_PUBLIC_KEY: told.publicKeyPem,
  });
  const { world, database } = sandbox;

  const answerOf = async (calling: Promise<CallSuccess>): Promise<Answer> => {
    try {
      return (await calling).result as Fields;
    } catch (error) {
      const kind = error instanceof CallError ? error.answer.failure.kind : undefined;
      if (kind === 'exited' || kind === 'timedOut') return kind;
      throw error;
    }
  };
  const call = (operation: string, data: Fields) => answerOf(sandbox.call(operation, data, 'function'));

  const setLink = (link: LinkName): boolean => {
    if (link === configured) return false;
    configure(link);
    return true;
  };
  const setClocks = (offsetsMs: readonly number[]): void => {
    offsets = offsetsMs;
    for (const [index, each] of names.entries()) {
      const at = offsetsMs.length === 0 ? 0 : index % offsetsMs.length;
      sandbox.setClocks(each, [...offsetsMs.slice(at), ...offsetsMs.slice(0, at)]);
    }
  };
  const isSound = ({ number }: { readonly number?: unknown }) => !String(number).startsWith(POISONED);
  const records = () => (database.read('profit_sharing_ledger') as unknown as LedgerRecord[]).filter(isSound);

  return {
    link: name,
    configured: () => configured,
    sandbox,
    call,
    setLink,
    setClocks,
    clocksApartMs: () => Math.max(0, ...offsets.map(Math.abs)),
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
      const isTimer = by === 'timer' || !areOneFamily(configured, 'cloudpay');
      return isTimer ? answerOf(sandbox.fire('profitSharingReconcile')) : call('profitSharingReconcile', {});
    },
    placeOrder: () => {
      const paidAt = world.bank.clock.now() - world.bank.switches.minimumWaitMs[family];
      return world.bank.payOrder({ amount: 10_000, payerMchId: payer, callerMchId, family, paidAt }).transactionId;
    },
    news: () => linesOf(heard).filter((news) => isSound({ number: numberIn(news).replace(/^\w+:/, '') })),
    pass: async (ms) => {
      // Real time is too short for a request that is still under way: it has arrived before hours pass.
      await world.transit.empty();
      world.bank.clock.advance(ms);
      database.import(aged(database.export(), ms));
      await world.notices.deliver();
    },
    open: async () => {
      await world.transit.empty();
      setLink(name);
      setClocks([]);
      world.reset();
      world.bank.setPerson(person.account, { appid, name: '张三' });
      writeFileSync(heard, '');
      // The ledger is kept by the payer's provider, so that is who has to hear of it.
      world.notices.settings = { ...world.notices.settings, addressee: 'provider' };
      sandbox.notify(told.mchId, 'profitSharingNotify');
      // Where functions are moved to the brand family, the merchant is a store of the brand.
      if (linksFrom(name).includes('brand')) world.bank.setMerchant(payer, { brandMchId: parties.brand.mchId });
      for (const receiver of registered) {
        must(world.bank.addReceiver(payee, receiver).ok, 'a receiver could not be registered', payee, receiver);
      }
    },
    close: async () => {
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The functions read the machine's clock, which nobody can turn: instead everything they wrote down becomes older. Every
 * number that can be a moment of these years is one; amounts are smaller, and numbers of shares are text.
 */
function aged(exported: string, ms: number): string {
  return exported.replace(/(?<="\$number(?:Double|Long)":")1[5-9]\d{11}(?=[".])/g, (at) => String(Number(at) - ms));
}

function linesOf(file: string): News[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as News);
}
