import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CallError, type CallSuccess, parties, type Sandbox, startSandbox } from '../../sandbox';
import type { LedgerRecord } from '../../shared/ledger/record';
import type { LinkName } from '../../shared/operation';
import { linksUnderTest } from '../conformance/links';
import { type Fields, person, supplier } from '../conformance/till';

/** What PROFIT_SHARING_ON_SETTLED was told. */
export interface News {
  readonly id: string;
  readonly settlement: { readonly state: string };
}

/** Why a call got no reply: how the platform says that the function died. */
export type NoReply = 'exited' | 'timedOut';

export type Answer = Fields | NoReply;

/** The built functions on one link, in processes of their own, and a bank whose time goes as one likes. */
export interface Market {
  readonly link: LinkName;
  readonly sandbox: Sandbox;
  /** A reply, or why there is none. @throws for a function that threw, which none of ours may */
  call(operation: string, data: Fields): Promise<Answer>;
  /** By its timer, unless that could do nothing on this link and is not asked for. */
  reconcile(by?: 'timer'): Promise<Answer>;
  /** A paid order of 10000 fen with the sharing flag, its wait over; answers its transaction_id. */
  placeOrder(): string;
  records(): LedgerRecord[];
  news(): News[];
  /** Lets time pass for the bank and for the ledger, and has everything told that is due. */
  pass(ms: number): Promise<void>;
  /** Everybody as on the first day: nothing paid, nothing written down. */
  open(): Promise<void>;
  close(): Promise<void>;
}

export const distributor = { type: 'MERCHANT_ID', account: parties.receivers[1].mchId };

const registered = [
  { ...supplier, name: parties.receivers[0].name, relation_type: 'SUPPLIER' },
  { ...distributor, name: parties.receivers[1].name, relation_type: 'DISTRIBUTOR' },
  { ...person, relation_type: 'DISTRIBUTOR' },
] as const;

interface MarketOptions {
  /** Of each function; 3 by default. */
  readonly maxInstances?: number;
  /** Of one run, in ms. By default 2000, so that what a dead function holds in the ledger is free again soon. */
  readonly limitMs?: number;
}

/** A round of reconciliation begins no look with less than two seconds left. */
const ROUND_MS = 6000;

const built = resolve('dist/cloudfunctions');

function functions(limitMs: number) {
  const limited = readdirSync(built).map((name) => {
    const timeoutMs = name === 'profitSharingReconcile' ? ROUND_MS : limitMs;
    return [name, { dir: join(built, name), timeoutMs }] as const;
  });
  return { ...Object.fromEntries(limited), listener: { dir: join(__dirname, 'fixtures/listener') } };
}

/** Opens the market of a link, the first of its modes. */
export async function openMarket(
  name: LinkName,
  { maxInstances = 3, limitMs = 2000 }: MarketOptions = {},
): Promise<Market> {
  const link = linksUnderTest.find((mode) => mode.link === name);
  if (!link) throw new TypeError(`no link ${name}`);
  const sandbox = await startSandbox({ functions: functions(limitMs), maxInstances });
  const { variables, payer, appid, order } = await link.setUp(sandbox);
  const folder = mkdtempSync(join(tmpdir(), 'campaign-'));
  const heard = join(folder, 'heard');
  const shared = {
    PROFIT_SHARING_LOCALE: 'en',
    PROFIT_SHARING_TIMEOUT_MS: '500',
    PROFIT_SHARING_ON_SETTLED: 'listener',
  };
  sandbox.setEnv('*', { ...variables, ...shared, HEARD: heard });
  const told = await sandbox.credentials(order.callerMchId);
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

  return {
    link: name,
    sandbox,
    call,
    reconcile: (by) => {
      // A timer has no call token, without which the private link takes nothing.
      const isTimer = by === 'timer' || name !== 'cloudpay';
      return isTimer ? answerOf(sandbox.fire('profitSharingReconcile')) : call('profitSharingReconcile', {});
    },
    placeOrder: () => {
      const { family, ...whose } = order;
      const kind = family === 'ecommerce' ? 'ecommerce' : 'ordinary';
      const paidAt = world.bank.clock.now() - world.bank.switches.minimumWaitMs[kind];
      const { payerMchId = payer, callerMchId = payer } = whose;
      return world.bank.payOrder({ amount: 10_000, payerMchId, callerMchId, family: kind, paidAt }).transactionId;
    },
    records: () => database.read('profit_sharing_ledger') as unknown as LedgerRecord[],
    news: () => linesOf(heard),
    pass: async (ms) => {
      world.bank.clock.advance(ms);
      database.import(aged(database.export(), ms));
      await world.notices.deliver();
    },
    open: async () => {
      world.reset();
      world.bank.setPerson(person.account, { appid, name: '张三' });
      writeFileSync(heard, '');
      // The ledger is kept by the payer's provider, so that is who has to hear of it.
      world.notices.settings = { ...world.notices.settings, addressee: 'provider' };
      sandbox.notify(told.mchId, 'profitSharingNotify');
      for (const receiver of registered) await call('profitSharingAddReceiver', { receiver });
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
