import { resolve } from 'node:path';
import { type Called, type Fields, merchantSetup, notificationKeys, type Stage } from '../../console';
import { CallError, parties, type Sandbox, startSandbox } from '../../sandbox';
import type { LinkName } from '../../shared/generated/links';
import type { Locale } from '../../shared/locale';

/** The scenario's stage, and what only the demo shows. */
export interface DemoStage extends Stage {
  readonly link: LinkName;
  /** The merchant whose orders are shared. */
  readonly payer: string;
  /** The backend calls `cloud.cloudPay.<api>` itself, without our functions. */
  directly(api: string, data: Fields): Promise<Fields>;
  close(): Promise<void>;
}

/** How long the platform lets a share run, in ms. Short, because the scenario waits until a crashed one is over. */
const LIMIT_MS = 3000;

const [supplier] = parties.receivers;
const [person] = parties.people;

async function called(sandbox: Sandbox, name: string, data: object, openid?: string): Promise<Called> {
  const as = openid === undefined ? undefined : { source: 'wx_client', openid };
  try {
    const { result } = await sandbox.call(name, data, as);
    const reply = result as Fields;
    return { reply, ...(reply.err_code !== undefined && { failure: String(reply.err_code) }) };
  } catch (error) {
    if (error instanceof CallError) return { failure: error.message };
    throw error;
  }
}

/** Starts the sandbox with the built functions on one link. */
export async function openStage(link: LinkName, locale: Locale): Promise<DemoStage> {
  const functionsDir = resolve(__dirname, '../../dist/cloudfunctions');
  const sandbox: Sandbox = await startSandbox({
    functionsDir,
    functions: {
      orderDesk: { dir: resolve(__dirname, 'orderDesk') },
      multiProfitSharing: { dir: resolve(functionsDir, 'multiProfitSharing'), timeoutMs: LIMIT_MS },
    },
  });
  const { variables, payer, appid, order } = await merchantSetup(sandbox, link);
  sandbox.setEnv('*', { ...variables, PROFIT_SHARING_LOCALE: locale });
  sandbox.setEnv('profitSharingNotify', await notificationKeys(sandbox, supplier.mchId));
  sandbox.notify(supplier.mchId, 'profitSharingNotify');
  const made = new Map<string, number>();
  return {
    link,
    payer,
    appid,
    order,
    supplier: { type: 'MERCHANT_ID', account: supplier.mchId, name: supplier.name },
    person: { type: 'PERSONAL_OPENID', account: person.openid, name: person.name },
    crashLimitMs: LIMIT_MS,
    backend: (operation, data) => called(sandbox, 'orderDesk', { call: operation, data }),
    client: (operation, data) => called(sandbox, operation, data, 'oStranger'),
    directly: async (api, data) => (await called(sandbox, 'orderDesk', { directly: api, data })).reply ?? {},
    control: async (method, path, body) => {
      const answer = await fetch(`${sandbox.url}/_sandbox/${path}`, {
        method,
        ...(body && { body: JSON.stringify(body) }),
      });
      const value: unknown = await answer.json();
      if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
      return value;
    },
    number: (kind) => {
      made.set(kind, (made.get(kind) ?? 0) + 1);
      return `${kind}-${made.get(kind)}`;
    },
    close: () => sandbox.stop(),
  };
}
