import { resolve } from 'node:path';
import { type MerchantSetup, merchantSetup, notificationKeys } from '../../console';
import { type As, type Sandbox, startSandbox } from '../../sandbox';
import type { LinkName } from '../../shared/generated/links';
import { type Books, fundsTable } from './fundsTable';

/** Fields of a request or an answer. */
export type Fields = Record<string, unknown>;

/** What the story needs of the world: a backend that calls functions, a client that tries to, and the sandbox's knobs. */
export interface Stage {
  readonly link: LinkName;
  readonly setup: MerchantSetup;
  /** The backend calls one of our functions through wx-server-sdk, on behalf of a buyer in the mini program. */
  backend(operation: string, data: Fields): Promise<Fields>;
  /** The backend calls `cloud.cloudPay.<api>` itself, without our functions. */
  directly(api: string, data: Fields): Promise<Fields>;
  /** Somebody calls one of our functions straight from a mini program. */
  client(operation: string, data: Fields, as?: As): Promise<Fields>;
  /** Kills the next instance of a function right after WeChat Pay took its request. */
  crashAfterSending(operation: string): void;
  control(method: string, path: string, body?: Fields): Promise<Fields>;
  books(): Promise<Books>;
  /** How many requests reached WeChat Pay so far. */
  callsSoFar(): number;
  tell(line: string): void;
  chapter(title: string): void;
  showFunds(): Promise<void>;
  close(): Promise<void>;
}

/** The merchant who is paid, and told about it. */
export const SUPPLIER = '1900000110';

/** How long the platform lets a share run, in ms. */
export const LIMIT_MS = 3000;

/** Starts the sandbox with the built functions on one link. */
export async function openStage(link: LinkName): Promise<Stage> {
  const functionsDir = resolve(__dirname, '../../dist/cloudfunctions');
  const sandbox: Sandbox = await startSandbox({
    functionsDir,
    functions: {
      orderDesk: { dir: resolve(__dirname, 'orderDesk') },
      // A short limit, because the story waits until a crashed one no longer holds its number.
      multiProfitSharing: { dir: resolve(functionsDir, 'multiProfitSharing'), timeoutMs: LIMIT_MS },
    },
  });
  const setup = await merchantSetup(sandbox, link);
  sandbox.setEnv('*', { ...setup.variables, PROFIT_SHARING_LOCALE: 'en' });
  sandbox.setEnv('profitSharingNotify', await notificationKeys(sandbox, SUPPLIER));
  sandbox.notify(SUPPLIER, 'profitSharingNotify');
  let chapters = 0;
  const called = async (name: string, data: Fields, as?: As) => (await sandbox.call(name, data, as)).result as Fields;
  const control: Stage['control'] = async (method, path, body) => {
    const answer = await fetch(`${sandbox.url}/_sandbox/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const parsed = (await answer.json()) as Fields;
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(parsed)}`);
    return parsed;
  };
  const books: Stage['books'] = async () => (await control('GET', 'books')) as unknown as Books;
  return {
    link,
    setup,
    backend: (operation, data) => called('orderDesk', { call: operation, data }),
    directly: (api, data) => called('orderDesk', { directly: api, data }),
    client: called,
    crashAfterSending: (operation) => sandbox.crash({ function: operation, on: 'pay', moment: 'after' }),
    control,
    books,
    callsSoFar: () => sandbox.world.calls.total,
    tell: (line) => console.log(`    ${line}`),
    chapter: (title) => {
      chapters += 1;
      console.log(`\n${chapters}. ${title}`);
    },
    showFunds: async () => console.log(`\n${fundsTable(await books(), setup.payer)}`),
    close: () => sandbox.stop(),
  };
}
