import { resolve } from 'node:path';
import { type As, type LinkName, type MerchantSetup, merchantSetup, type Sandbox, startSandbox } from '../../sandbox';
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
  control(method: string, path: string, body?: Fields): Promise<Fields>;
  books(): Promise<Books>;
  /** How many requests reached WeChat Pay so far. */
  callsSoFar(): number;
  tell(line: string): void;
  chapter(title: string): void;
  showFunds(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the sandbox with the built functions on one link. */
export async function openStage(link: LinkName): Promise<Stage> {
  const sandbox: Sandbox = await startSandbox({
    functionsDir: resolve(__dirname, '../../dist/cloudfunctions'),
    functions: { orderDesk: { dir: resolve(__dirname, 'orderDesk') } },
  });
  const setup = await merchantSetup(sandbox, link);
  sandbox.setEnv('*', { ...setup.variables, PROFIT_SHARING_LOCALE: 'en' });
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
