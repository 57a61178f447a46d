import type { Caller } from './caller';
import type { Failure } from './failures';

/** The CloudBase environment that the sandbox plays. */
export interface CloudEnv {
  readonly envId: string;
  /** The appid of the mini program that owns the environment. */
  readonly appid: string;
  /** Lasting keys, for code outside of the functions. */
  readonly secretId: string;
  readonly secretKey: string;
  readonly region: string;
}

/** One run of one function, with the temporary keys it was given. */
export interface Invocation {
  readonly requestId: string;
  readonly functionName: string;
  readonly caller: Caller;
  readonly secretId: string;
  readonly secretKey: string;
  readonly sessionToken: string;
  /** What `wx.wxPayApi` demands; only callers with `token` have one. */
  readonly apiToken?: string;
}

/** How it went: the reply as JSON text or a {@link Failure}, and the lines printed by this function (not by those it called). */
export type Invoked = { readonly requestId: string; readonly logs: readonly string[] } & (
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly failure: Failure }
);
