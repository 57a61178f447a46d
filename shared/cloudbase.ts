import tcb from '@cloudbase/node-sdk';
import type { Caller } from './caller';

/** The part of `@cloudbase/node-sdk` the adapter uses; its own types describe none of this usefully. */
export interface CloudBase {
  /** Resolves to the answer's bytes, or to an object when the gateway calls it `application/json; charset=utf-8`. */
  callWxPayApi(
    call: { apiName: string; apiOptions: Buffer; requestData: Buffer },
    options: { timeout: number },
  ): Promise<unknown>;
  /** Calls another cloud function of this environment. Rejects, or resolves to `{code, message}`, when it failed. */
  callFunction(call: { name: string; data: object }, options: { timeout: number }): Promise<unknown>;
  database(): Database;
}

export interface Database {
  readonly command: {
    set(value: unknown): unknown;
    remove(): unknown;
    lte(value: number): unknown;
    lt(value: number | string): unknown;
    gt(value: number | string): { and(other: unknown): unknown };
    gte(value: number): { and(other: unknown): unknown };
    in(values: readonly string[]): unknown;
    nin(values: readonly string[]): unknown;
  };
  /** Stands for the database's own time when a document is written; reads back as a Date. */
  serverDate(): unknown;
  collection(name: string): {
    add(document: object): Promise<unknown>;
    where(condition: object): DatabaseQuery;
  };
}

interface DatabaseQuery {
  orderBy(field: string, direction: 'asc' | 'desc'): DatabaseQuery;
  limit(most: number): DatabaseQuery;
  field(shown: Readonly<Record<string, boolean>>): DatabaseQuery;
  count(): Promise<unknown>;
  get(): Promise<unknown>;
  update(changes: object): Promise<unknown>;
}

let app: CloudBase | undefined;

/** Longest wait for the database, in ms: the SDK's own 15 s would outlive the function. */
const TIMEOUT_MS = 5000;

/**
 * The SDK, speaking for this caller. The SDK reads its call token and session from `process.env`, where a warm
 * instance still holds the previous caller's: whatever the platform did not set for this invocation is removed first.
 */
export function cloudBase(caller: Caller, env: NodeJS.ProcessEnv = process.env): CloudBase {
  for (const name of identityNames(env)) if (!Object.hasOwn(caller.variables, name)) delete env[name];
  app ??= tcb.init({ env: tcb.SYMBOL_CURRENT_ENV as unknown as string, timeout: TIMEOUT_MS }) as unknown as CloudBase;
  return app;
}

/** A key of the account that owns an environment, for a program that is no cloud function. */
export interface AccountAccess {
  readonly secretId: string;
  readonly secretKey: string;
  /** Only temporary keys have one. */
  readonly token?: string | undefined;
  /** An HTTP proxy. */
  readonly proxy?: string | undefined;
}

/** The SDK outside of the cloud, with the account's own key. */
export function cloudBaseOf(env: string, { secretId, secretKey, token, proxy }: AccountAccess): CloudBase {
  const more = { ...(token && { sessionToken: token }), ...(proxy && { proxy }), timeout: 4 * TIMEOUT_MS };
  return tcb.init({ env, secretId, secretKey, ...more }) as unknown as CloudBase;
}

/** Names the credentials every SDK request is signed with, when the platform gave this invocation none. */
export function missingCredentials(env: NodeJS.ProcessEnv = process.env): string | undefined {
  // Without them the SDK rejects a promise that is not awaited, which ends the process.
  const areThere = (env.TENCENTCLOUD_SECRETID && env.TENCENTCLOUD_SECRETKEY) || env.CLOUDBASE_APIKEY;
  return areThere ? undefined : 'TENCENTCLOUD_SECRETID / TENCENTCLOUD_SECRETKEY';
}

const ALWAYS_PERSONAL = [
  'WX_OPENID',
  'WX_UNIONID',
  'WX_FROM_OPENID',
  'WX_FROM_APPID',
  'WX_API_TOKEN',
  'WX_TRIGGER_API_TOKEN_V0',
  'WX_CLOUDBASE_ACCESSTOKEN',
  'TCB_SESSIONTOKEN',
  'TCB_SOURCE',
  'TCB_UUID',
  'TCB_CUSTOM_USER_ID',
  'TCB_ROUTE_KEY',
  'TRIGGER_SRC',
];

/** Names that no caller changes. */
const OF_THE_PLATFORM = new Set(['TCB_ENV', 'TCB_CONTEXT_CNFG']);

/** The lists stand in process.env too, so one left by an earlier call must not name a setting, or the SDK's own keys. */
function identityNames(env: NodeJS.ProcessEnv): string[] {
  const listed = `${env.WX_CONTEXT_KEYS ?? ''},${env.TCB_CONTEXT_KEYS ?? ''}`.split(',');
  return [...ALWAYS_PERSONAL, ...listed.filter((name) => /^(WX|TCB|QQ)_|^LOGINTYPE$/.test(name))].filter(
    (name) => !OF_THE_PLATFORM.has(name),
  );
}
