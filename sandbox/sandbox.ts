import type { CallFailure, CallSuccess } from './cloudbase/call';
import type { As, ContextShape } from './cloudbase/caller';
import type { Crash } from './cloudbase/crashes';
import type { Database } from './cloudbase/database/database';
import type { CloudEnv } from './cloudbase/invocation';
import type { RunWatch } from './cloudbase/invocations';
import type { FunctionSpec } from './cloudbase/runner';
import type { Incoming } from './http/incoming';
import type { Route } from './http/route';
import type { SandboxState, StateOptions } from './sandboxState';
import type { MerchantCredentials } from './wechatpay/credentials';

/** Finds the run of a function that a request came from; undefined for code outside of the functions. */
export type SenderOf = (request: Incoming) => Promise<string | undefined>;

/** A page beside the sandbox. The sandbox serves its routes and shows it every run and every request. */
export interface ConsoleMount {
  readonly watch: RunWatch;
  /** The addresses of the page itself. */
  readonly routes: readonly Route[];
  /** The same routes, each recording the requests of WeChat Pay that arrive there. */
  record(routes: readonly Route[], senderOf: SenderOf): readonly Route[];
  /** Called once the sandbox runs, before the page is asked for. */
  attach(sandbox: Sandbox): void;
}

/** @param functionsDir absolute */
export type OpenConsole = (state: SandboxState, functionsDir: string) => ConsoleMount;

export interface SandboxOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Of the HTTPS listener; 0, the default, takes a free one. */
  readonly securePort?: number;
  /** Nothing here is locked, so the sandbox listens on loopback (127.0.0.1) by default. In a container: 0.0.0.0. */
  readonly host?: string;
  /** Names, or addresses of IPv4, by which it may be called beside those of this machine; its server certificate names them. */
  readonly allowedHosts?: readonly string[];
  /** A folder, made where there is none, that keeps keys and everything else for the next run, which goes on from there. */
  readonly dataDir?: string;
  /** Every folder in it with an index.js is a function; `dist/cloudfunctions` by default. */
  readonly functionsDir?: string;
  /** Functions named one by one; they win over the folder. */
  readonly functions?: Readonly<Record<string, FunctionSpec>>;
  /** Time limit of functions that have none of their own, in ms; 20 000 by default. */
  readonly functionLimitMs?: number;
  readonly state?: StateOptions;
  /** The form of a handler's second argument, unless a call says otherwise: `both` by default. */
  readonly environment?: ContextShape;
  /** While it returns true, `GET /_sandbox/health` answers 503: what clients need is still being made. */
  readonly isStarting?: () => boolean;
  /** Prints what the functions print. */
  readonly verbose?: boolean;
  /** A page that shows all this and is served at `/`, e.g. `openConsole` of `console/`; none by default. */
  readonly console?: OpenConsole;
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
  /** WeChat Pay as api.mch.weixin.qq.com: HTTPS, asking for a client certificate. */
  readonly secureUrl: string;
  /** The authority's certificate, for NODE_EXTRA_CA_CERTS; the functions have it. Its folder goes when the sandbox stops. */
  readonly caFile: string;
  readonly state: SandboxState;
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
   * Kills the process of a function at a moment of its next run, or of the first one that gets so far. The caller gets
   * what the platform answers for a process that exited: -504002.
   */
  crash(crash: Crash): void;
  /**
   * Lets the timer in a function's config.json go off now: with a call token if its trigger was uploaded with WeChat
   * DevTools, by default without, as those that the cloud API makes.
   *
   * @throws {CallError} as {@link call} does
   * @throws when there is no such function, or its timer is none that the platform would deploy
   */
  fire(name: string, trigger?: { readonly token?: boolean }): Promise<CallSuccess>;
  /** Notifications to a merchant go to a function of this sandbox, through HTTP access. */
  notify(mchId: string, functionName: string): void;
  /** Lets time pass, in ms of the bank's clock, and sends the notifications that are due; resolves when all are answered. */
  advance(ms: number): Promise<void>;
  /**
   * Credentials of any merchant number, the service provider's by default. The first call for a number makes an RSA key
   * and takes up to half a second.
   */
  credentials(mchId?: string): Promise<MerchantCredentials>;
  /** Everything both sides remember as JSON text, private keys included; the log of calls is not part of it. */
  export(): Promise<string>;
  /**
   * Goes on from an exported state, of this sandbox or of another. With another authority HTTPS, {@link caFile} and the
   * functions change over to it; clients have to trust it anew.
   * @throws Error that says what is wrong, and leaves everything as it was
   */
  import(text: string): Promise<void>;
  /** @throws InvariantBroken when the bank's books contradict each other: they are proved once more, all of them */
  stop(): Promise<void>;
}
