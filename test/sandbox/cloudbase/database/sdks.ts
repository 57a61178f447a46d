import { join } from 'node:path';
import type { init } from '@cloudbase/node-sdk';
import type cloud from 'wx-server-sdk';
import { startSandbox } from '../../../../sandbox';
import { Cloud } from '../../../../sandbox/cloudbase/cloud';
import { cloudRoutes } from '../../../../sandbox/cloudbase/routes';
import { listen } from '../../../../sandbox/http/listen';
import { identity, payAnswer } from '../startCloud';

type NodeDb = ReturnType<ReturnType<typeof init>['database']>;
type WxDb = ReturnType<typeof cloud.database>;

/** What happened to a piece of code inside of a cloud function. */
export type Outcome = { readonly value?: unknown; readonly thrown?: unknown };

/** Travels as text and runs in the function's own process: it must not use anything around it but `given`. */
type NodeCode = (db: NodeDb, _: NodeDb['command'], given: never) => unknown;
type WxCode = (db: WxDb, _: WxDb['command'], given: never) => unknown;

const functionsDir = join(__dirname, 'fixtures');

type Call = (name: string, data: object) => Promise<unknown>;

function sdks(call: Call) {
  return {
    /** Runs code on the unmodified @cloudbase/node-sdk. */
    node: async (code: NodeCode, given: object = {}, more: { timeout?: number } = {}): Promise<Outcome> =>
      (await call('nodeSdk', { code: code.toString(), given, ...more })) as Outcome,
    /** Runs code on the unmodified wx-server-sdk. */
    wx: async (code: WxCode, given: object = {}, more: { lenient?: boolean } = {}): Promise<Outcome> =>
      (await call('wxSdk', { code: code.toString(), given, ...more })) as Outcome,
  };
}

/** Both SDKs against the whole sandbox. */
export async function startBoth() {
  const sandbox = await startSandbox({ functionsDir, maxInstances: 3 });
  return { ...sdks(async (name, data) => (await sandbox.call(name, data, 'server')).result), stop: sandbox.stop };
}

/** Both SDKs against CloudBase alone, with the database in our hands. */
export async function startWithDatabase() {
  let url = '';
  const cloudbase = new Cloud({
    identity,
    pay: () => payAnswer('{}'),
    functionsDir,
    functions: {},
    maxInstances: 3,
    shape: 'both',
    verbose: false,
    adminUrl: () => `${url}/admin`,
  });
  const listening = await listen(cloudRoutes(cloudbase), 0, '127.0.0.1');
  url = listening.url;
  const call: Call = async (name, data) => {
    const answer = await cloudbase.call(name, { data, as: 'server' });
    return 'result' in answer ? answer.result : answer;
  };
  return {
    ...sdks(call),
    database: cloudbase.database,
    stop: async () => {
      cloudbase.stop();
      await listening.stop();
    },
  };
}
