import { resolve } from 'node:path';
import type { CallFailure, CallSuccess } from './cloudbase/call';
import type { As, ContextShape } from './cloudbase/caller';
import { Cloud } from './cloudbase/cloud';
import type { CloudEnv } from './cloudbase/invocations';
import { cloudRoutes } from './cloudbase/routes';
import type { FunctionSpec } from './cloudbase/runner';
import { handleControl } from './control';
import type { Delivery } from './faults';
import { type Incoming, json, listen, type Route } from './listen';
import { answerCloudPay } from './wires/cloudpay';
import { answerCloudRun } from './wires/cloudrun';
import { createWorld, parties, type World, type WorldOptions } from './world';

export interface SandboxOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Nothing here is locked, so the sandbox listens on loopback only. */
  readonly host?: '127.0.0.1' | '::1';
  /** Every folder in it with an index.js is a function; `dist/cloudfunctions` by default. */
  readonly functionsDir?: string;
  /** Functions named one by one; they win over the folder. */
  readonly functions?: Readonly<Record<string, FunctionSpec>>;
  readonly world?: WorldOptions;
  /** The form of a handler's second argument, unless a call says otherwise: `both` by default. */
  readonly environment?: ContextShape;
  /** Prints what the functions print. */
  readonly verbose?: boolean;
  /** Warm instances of one function at most, 4 by default. With 1, calls queue and always meet the same instance. */
  readonly maxInstances?: number;
}

/** A call that failed, as `wx.cloud.callFunction` rejects. */
export class CallError extends Error {
  constructor(readonly answer: CallFailure) {
    super(answer.errMsg);
    this.name = 'CallError';
  }
}

/** A running sandbox. */
export interface Sandbox {
  readonly url: string;
  readonly world: World;
  readonly env: CloudEnv;
  /**
   * Calls a function, as a mini program unless `as` says otherwise.
   *
   * @throws {CallError} when the function throws, runs out of time, or breaks a limit
   * @throws {TypeError} when the arguments describe no possible call
   */
  call(name: string, data?: object, as?: As, environment?: ContextShape): Promise<CallSuccess>;
  /** Sets the variables of a function, or of all with `'*'`; instances start anew. */
  setEnv(name: string, vars: Readonly<Record<string, string>>): void;
  stop(): Promise<void>;
}

/** The user of the mini program that a call plays by default. */
const identity = { openid: 'oSandboxUser', appid: parties.subMerchant.appid };

function control(world: World, { method, path, body }: Incoming): Delivery {
  let value: unknown;
  try {
    value = body.length === 0 ? undefined : JSON.parse(body.toString('utf8'));
  } catch {
    return json(400, { error: 'the body is not JSON' });
  }
  const answer = handleControl(world, method, path, value);
  return json(answer.status, answer.body);
}

function worldRoutes(world: World): readonly Route[] {
  const answer: Route['answer'] = (request) => control(world, request);
  return [
    {
      method: 'POST',
      path: '/_/pay/',
      shown: 'POST /_/pay/<api>',
      answer: ({ rest: name, headers, body }) =>
        answerCloudRun(world, { name, contentType: headers['content-type'] ?? '', body }),
    },
    { path: '/_sandbox', shown: 'GET /_sandbox (the index of the control API)', answer },
    { path: '/_sandbox/', shown: '/_sandbox/…', answer },
  ];
}

/** Starts WeChat Pay and CloudBase in a box on one loopback port. Rejects when the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, host = '127.0.0.1', functionsDir = 'dist/cloudfunctions', ...rest } = options;
  const world = createWorld(options.world);
  let url = '';
  const cloud = new Cloud({
    identity,
    pay: (call) => answerCloudPay(world, call),
    functionsDir: resolve(functionsDir),
    functions: rest.functions ?? {},
    maxInstances: rest.maxInstances ?? 4,
    shape: rest.environment ?? 'both',
    verbose: rest.verbose ?? false,
    adminUrl: () => `${url}/admin`,
  });
  const listening = await listen([...cloudRoutes(cloud), ...worldRoutes(world)], port, host);
  url = listening.url;

  return {
    url,
    world,
    env: cloud.env,
    call: async (name, data = {}, as, environment) => {
      const answer = await cloud.call(name, { data, as, environment });
      if ('refused' in answer) throw new TypeError(answer.refused);
      if ('failure' in answer) throw new CallError(answer);
      return answer;
    },
    setEnv: (name, vars) => cloud.setEnv(name, vars),
    stop: async () => {
      cloud.stop();
      await listening.stop();
    },
  };
}
