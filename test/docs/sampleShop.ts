import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { merchantSetup } from '../../console';
import { type As, type Sandbox, startSandbox } from '../../sandbox';
import { root } from './documents';

type Fields = Record<string, unknown>;

export const supplier = { type: 'MERCHANT_ID', account: '1900000110' };

/** The functions of the pages, deployed beside ours as their reader would. */
export interface SampleShop {
  readonly sandbox: Sandbox;
  call(name: string, data: Fields, as?: As): Promise<Fields>;
  /** A buyer pays 100 yuan; answers the transaction_id. */
  paid(): Promise<string>;
  /** Writes into the shop's own collection. */
  write(order: Fields): Promise<void>;
  /** What a merchant holds, in fen. */
  heldBy(mchId: string): number;
  timePasses(): Promise<void>;
  close(): Promise<void>;
}

/** Writes an order down, as a checkout does. */
const clerk = `
const cloud = require('wx-server-sdk');
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
exports.main = ({ order }) => cloud.database().collection('orders').add({ data: order });
`;

/** @param samples the text of each function's index.js, by name */
export async function openSampleShop(samples: Readonly<Record<string, string>>): Promise<SampleShop> {
  const folder = mkdtempSync(join(tmpdir(), 'samples-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(join(root, 'node_modules/wx-server-sdk'), join(folder, 'node_modules/wx-server-sdk'), 'dir');
  const functions = Object.entries({ ...samples, clerk }).map(([name, text]) => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'index.js'), text);
    return [name, { dir: join(folder, name) }] as const;
  });
  await Promise.all(functions.map(([, { dir }]) => putClientInto(dir)));
  const sandbox = await startSandbox({ functionLimitMs: 300_000, functions: Object.fromEntries(functions) });
  const { variables, order: family } = await merchantSetup(sandbox, 'cloudpay');
  sandbox.setEnv('*', { ...variables, PROFIT_SHARING_LOCALE: 'en' });
  sandbox.database.createCollection('orders');
  const { bank } = sandbox.state;
  const control = async (path: string, body: Fields) => {
    const answer = await fetch(`${sandbox.url}/_sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
    return (await answer.json()) as Fields;
  };
  const call: SampleShop['call'] = async (name, data, as = 'function') =>
    (await sandbox.call(name, data, as)).result as Fields;
  return {
    sandbox,
    call,
    paid: async () => String((await control('orders', { ...family, amount: 10_000, ready: true })).transaction_id),
    write: async (order) => void (await call('clerk', { order })),
    heldBy: (mchId) => bank.merchant(mchId)?.available ?? Number.NaN,
    timePasses: async () => void (await control('clock/advance', { seconds: 120 })),
    close: async () => {
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As `cp -R dist/client <yourFunction>/cloudpay-profitsharing` does. */
async function putClientInto(dir: string): Promise<void> {
  const outfile = join(dir, 'cloudpay-profitsharing/index.js');
  await build({ entryPoints: [join(root, 'client/index.ts')], outfile, bundle: true, platform: 'node', format: 'cjs' });
}
