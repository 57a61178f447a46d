import { resolve } from 'node:path';
import type { CallFailure, CallRefusal, CallSuccess } from './cloudbase/call';
import type { As, ContextShape } from './cloudbase/caller';
import { Cloud } from './cloudbase/cloud';
import type { Crash } from './cloudbase/crashes';
import type { Database } from './cloudbase/database/database';
import type { CloudEnv } from './cloudbase/invocations';
import { cloudRoutes } from './cloudbase/routes';
import type { FunctionSpec } from './cloudbase/runner';
import { controlRoutes, ownPagesOnly } from './control';
import { listen, type Route } from './http/listen';
import { writeTrustFile } from './wechatpay/tls/trustFile';
import { apiV2KeyOf } from './wechatpay/wires/apiv2/key';
import { apiV2Routes } from './wechatpay/wires/apiv2/routes';
import { answerCloudPay } from './wechatpay/wires/cloudpay';
import { answerCloudRun } from './wechatpay/wires/cloudrun';
import { v3Routes } from './wechatpay/wires/v3/v3Routes';
import { createWorld, parties, type World, type WorldOptions } from './world';

export interface SandboxOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Of the HTTPS listener; 0, the default, takes a free one. */
  readonly securePort?: number;
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
  /** Serves the console, a page to look at all this, at `/`; false by default. */
  readonly console?: boolean;
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

/** What a merchant that calls WeChat Pay itself holds; everything PEM or text. */
export interface MerchantCredentials {
  readonly mchId: string;
  readonly apiV2Key: string;
  readonly apiV3Key: string;
  readonly mchCertPem: string;
  readonly mchPrivateKeyPem: string;
  readonly mchSerial: string;
  /** The WeChat Pay public key, which verifies answers and encrypts names. */
  readonly publicKeyId: string;
  readonly publicKeyPem: string;
  /** The authority that certified the merchant and the HTTPS listener. */
  readonly caPem: string;
}

/** A running sandbox. */
export interface Sandbox {
  readonly url: string;
  /** WeChat Pay as api.mch.weixin.qq.com: HTTPS, asking for a client certificate. */
  readonly secureUrl: string;
  /** The authority's certificate, for NODE_EXTRA_CA_CERTS; the functions have it. Its folder goes when the sandbox stops. */
  readonly caFile: string;
  readonly world: World;
  readonly env: CloudEnv;
  /** What the functions have written, and the faults of the database. */
  readonly database: Database;
  /**
   * Calls a function, as a mini program unless `as` says otherwise.
   *
   * @throws {CallError} when the function throws, runs out of time, or breaks a limit
   * @throws {TypeError} when the arguments describe no possible call
   */
  call(name: string, data?: object, as?: As, environment?: ContextShape): Promise<CallSuccess>;
  /** Sets the variables of a function, or of all with `'*'`; instances start anew. */
  setEnv(name: string, vars: Readonly<Record<string, string>>): void;
  /**
   * Puts the wall clocks of a function's instances, or of all with `'*'`, ahead of this machine's by so many ms, or behind
   * it: one number for each instance, in turn. The clocks of the bank and of the database stay true.
   */
  setClocks(name: string, offsetsMs: readonly number[]): void;
  /**
   * Kills the process of a function at a moment of its next run, or of the first one that gets so far. The caller is told
   * what the platform tells of a process that exited: -504002.
   */
  crash(crash: Crash): void;
  /**
   * Lets the timer in a function's config.json go off now.
   *
   * @throws {CallError} as {@link call} does
   * @throws when there is no such function, or its timer is none that the platform would deploy
   */
  fire(name: string): Promise<CallSuccess>;
  /** Notifications to a merchant go to a function of this sandbox, through HTTP access. */
  notify(mchId: string, functionName: string): void;
  /** Lets time pass, in ms of the bank's clock, and tells the notifications that are due; resolves when all are answered. */
  advance(ms: number): Promise<void>;
  /**
   * Credentials of any merchant number, the service provider's by default. The first call for a number makes an RSA key
   * and takes up to half a second.
   */
  credentials(mchId?: string): Promise<MerchantCredentials>;
  stop(): Promise<void>;
}

/** The user of the mini program that a call plays by default. */
const identity = { openid: 'oSandboxUser', appid: parties.subMerchant.appid };

function settled(answer: CallSuccess | CallFailure | CallRefusal): CallSuccess {
  if ('refused' in answer) throw new TypeError(answer.refused);
  if ('failure' in answer) throw new CallError(answer);
  return answer;
}

function cloudRunRoute(world: World): Route {
  return {
    method: 'POST',
    path: '/_/pay/',
    shown: 'POST /_/pay/<api>',
    answer: ({ rest: name, headers, body }) =>
      answerCloudRun(world, { name, contentType: headers['content-type'] ?? '', body }),
  };
}

/** Starts WeChat Pay and CloudBase in a box on two loopback ports, HTTP and HTTPS. Rejects when one is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, securePort = 0, host = '127.0.0.1', ...rest } = options;
  const functionsDir = resolve(rest.functionsDir ?? 'dist/cloudfunctions');
  const world = createWorld(options.world);
  const { authority } = world;
  const server = await authority.issue('localhost', 'server');
  // Nobody else pays for it: it is read only when it is asked for.
  const opened = options.console ? (await import('../console')).openConsole(world, functionsDir) : undefined;
  let url = '';
  let caFile = '';
  const cloud = new Cloud({
    identity,
    pay: (call) => answerCloudPay(world, call),
    functionsDir,
    functions: rest.functions ?? {},
    maxInstances: rest.maxInstances ?? 4,
    shape: rest.environment ?? 'both',
    verbose: rest.verbose ?? false,
    adminUrl: () => `${url}/admin`,
    caFile: () => caFile,
    database: world.database,
    crashes: world.crashes,
    transit: world.transit,
    http: world.http,
    watch: opened?.watch,
  });
  const wechatPay = [...apiV2Routes(world), ...v3Routes(world)].map((route) => cloud.payRoute(route));
  const overheard = (routes: readonly Route[]): readonly Route[] =>
    opened?.overhear(routes, (request) => cloud.senderOf(request)) ?? routes;
  // HTTP access is open to the world, as it is in the cloud.
  const cloudDoors = cloudRoutes(cloud).map((route) => (route.path === '/http/' ? route : ownPagesOnly(route)));
  const ours = [...controlRoutes(world), ...(opened?.routes ?? [])].map(ownPagesOnly);
  const plain = overheard([...cloudDoors, cloud.payRoute(cloudRunRoute(world)), ...ours, ...wechatPay]);
  const listening = await listen(plain, port, host);
  url = listening.url;
  const tls = { cert: server.certPem, key: server.privateKeyPem, ca: authority.caPem };
  const secure = await listen(overheard(wechatPay), securePort, host, tls).catch(async (error: unknown) => {
    await listening.stop();
    throw error;
  });
  const trust = writeTrustFile(authority.caPem);
  caFile = trust.path;

  const sandbox: Sandbox = {
    url,
    secureUrl: secure.url,
    caFile,
    world,
    env: cloud.env,
    database: world.database,
    call: async (name, data = {}, as, environment) => {
      return settled(await cloud.call(name, { data, as, environment }));
    },
    setEnv: (name, vars) => cloud.setEnv(name, vars),
    setClocks: (name, offsetsMs) => cloud.setClocks(name, offsetsMs),
    fire: async (name) => settled(await cloud.fire(name)),
    notify: (mchId, functionName) => world.notices.setUrl(mchId, `${url}/http/${functionName}`),
    advance: (ms) => {
      world.bank.clock.advance(ms);
      return world.notices.deliver();
    },
    crash: (crash) => world.crashes.arm(crash),
    credentials: async (mchId = parties.provider.mchId) => {
      const { certPem, privateKeyPem, serial } = await world.certificates.of(mchId);
      const publicKey = await world.v3.platform.publicKey();
      return {
        mchId,
        apiV2Key: apiV2KeyOf(mchId),
        apiV3Key: world.v3.merchants.apiV3Key(mchId),
        mchCertPem: certPem,
        mchPrivateKeyPem: privateKeyPem,
        mchSerial: serial,
        publicKeyId: publicKey.serial,
        publicKeyPem: publicKey.pem,
        caPem: authority.caPem,
      };
    },
    stop: async () => {
      cloud.stop();
      await Promise.all([listening.stop(), secure.stop()]);
      trust.remove();
    },
  };
  opened?.attach(sandbox);
  return sandbox;
}
