import { type As, type Sandbox, startSandbox } from '../../sandbox';
import type { LinkUnderTest } from './links';

export type Fields = Record<string, unknown>;

/** One merchant on one link: calls functions as another cloud function would, and looks into the bank's books. */
export interface Harness {
  readonly sandbox: Sandbox;
  /** The merchant whose orders are shared. */
  readonly payer: string;
  /** Configures a function, or all with `'*'`: the link's own variables, and these. */
  configure(name: string, more?: Record<string, string>): void;
  call(operation: string, data: Fields, as?: As): Promise<Fields>;
  /** A paid order with the sharing flag, its wait over; answers its transaction_id. */
  paidOrder(details?: Fields): Promise<string>;
  control(method: string, path: string, body?: Fields): Promise<Fields>;
  /** Lets all asynchronous work finish. */
  settle(): Promise<void>;
  /** What a merchant number holds, in fen. */
  balanceOf(mchId: string): number;
  frozenIn(transactionId: string): number;
  /** Requests that reached WeChat Pay since the last reset. */
  arrived(): number;
  /** The operations that WeChat Pay was asked for since the last reset, as the sandbox understood them. */
  asked(): string[];
  reset(): void;
  close(): Promise<void>;
}

export const supplier = { type: 'MERCHANT_ID', account: '1900000110' };
export const person = { type: 'PERSONAL_OPENID', account: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' };

/** Opens a harness: one sandbox, the built functions, one link. */
export async function openHarness(link: LinkUnderTest): Promise<Harness> {
  const sandbox = await startSandbox({ functionLimitMs: 300_000 });
  const { variables, payer, appid, order } = await link.setUp(sandbox);
  const configure: Harness['configure'] = (name, more = {}) =>
    sandbox.setEnv(name, {
      ...variables,
      PROFIT_SHARING_LOCALE: 'en',
      // A busy machine has time; a scenario about time sets its own.
      PROFIT_SHARING_TIMEOUT_MS: '60000',
      ...more,
    });
  configure('*');
  const { bank, calls } = sandbox.state;
  const control: Harness['control'] = async (method, path, body) => {
    const answer = await fetch(`${sandbox.url}/_sandbox/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    return (await answer.json()) as Fields;
  };
  return {
    sandbox,
    payer,
    configure,
    control,
    call: async (operation, data, as = 'function') => (await sandbox.call(operation, data, as)).result as Fields,
    paidOrder: async (details = {}) =>
      String((await control('POST', 'orders', { ready: true, ...order, ...details })).transaction_id),
    settle: async () => {
      await control('POST', 'clock/advance', { seconds: 120 });
    },
    balanceOf: (mchId) => bank.merchant(mchId)?.available ?? Number.NaN,
    frozenIn: (transactionId) => bank.order(transactionId)?.frozen ?? Number.NaN,
    arrived: () => calls.list().length,
    asked: () => calls.list().map(({ api }) => api),
    reset: () => {
      sandbox.state.reset();
      sandbox.state.bank.setPerson(person.account, { appid, name: '张三' });
    },
    close: () => sandbox.stop(),
  };
}

/** Registers both receivers every scenario pays. */
export async function registerReceivers({ call }: Harness): Promise<void> {
  await call('profitSharingAddReceiver', { receiver: { ...supplier, name: '示例供应商', relation_type: 'SUPPLIER' } });
  await call('profitSharingAddReceiver', { receiver: { ...person, relation_type: 'DISTRIBUTOR' } });
}
