import { isRecord } from '../isRecord';

/** Which of its two forms the second argument of a handler takes: `environ` is old, `environment` is new. */
export type ContextShape = 'old' | 'new' | 'both' | 'none';

/** Ready-made callers. `stranger` comes through HTTP access, `anonymous` carries no identity at all. */
export type CallerName = 'client' | 'devtools' | 'timer' | 'server' | 'function' | 'stranger' | 'anonymous';

/** A caller in detail. What is left out comes from the ready-made caller with the same source; '' leaves it out for good. */
export interface CallerDescription {
  /** The chain in TCB_SOURCE, e.g. `wx_client` or `wx_client,scf`. */
  readonly source?: string;
  readonly openid?: string;
  readonly appid?: string;
  readonly unionid?: string;
  /** Does the call carry a WX_API_TOKEN? By default only a call on behalf of a person does. */
  readonly token?: boolean;
}

export type As = CallerName | CallerDescription;

/** Who invokes a function, as the platform knows it. */
export interface Caller {
  readonly source?: string;
  readonly openid?: string;
  readonly appid?: string;
  readonly unionid?: string;
  readonly token: boolean;
  /** HTTP access wraps the data into an HTTP event. */
  readonly http: boolean;
}

/** The identity a simulated mini-program user has unless the call says otherwise. */
export interface DefaultIdentity {
  readonly openid: string;
  readonly appid: string;
}

const sources: Readonly<Record<CallerName, { source?: string; person: boolean; http?: boolean }>> = {
  client: { source: 'wx_client', person: true },
  devtools: { source: 'wx_devtools', person: true },
  timer: { source: 'wx_trigger', person: false },
  server: { source: 'wx_http', person: false },
  function: { source: 'wx_client,scf', person: true },
  // No page says which source HTTP access has: none is the strictest reading.
  stranger: { person: false, http: true },
  anonymous: { person: false },
};

const textFields = ['source', 'openid', 'appid', 'unionid'] as const;

function isCallerName(name: string): name is CallerName {
  return Object.hasOwn(sources, name);
}

function ready(name: CallerName, identity: DefaultIdentity): Caller {
  const { source, person, http = false } = sources[name];
  return { ...(source !== undefined && { source }), ...(person && identity), token: person, http };
}

function described(as: Readonly<Record<string, unknown>>, identity: DefaultIdentity): Caller | { refused: string } {
  const wrong = Object.keys(as).find((key) => key !== 'token' && !textFields.some((field) => field === key));
  if (wrong !== undefined) return { refused: `as.${wrong}: expected one of ${textFields.join(', ')}, token` };
  const name = Object.keys(sources).find(
    (key) => isCallerName(key) && sources[key].source === (as.source ?? 'wx_client'),
  );
  const model: Caller = name && isCallerName(name) ? ready(name, identity) : { token: false, http: false };

  const texts: { -readonly [field in (typeof textFields)[number]]?: string } = {};
  for (const field of textFields) {
    const value = as[field] ?? model[field];
    if (value !== undefined && typeof value !== 'string') return { refused: `as.${field}: expected a string` };
    if (value) texts[field] = value;
  }
  if (as.token !== undefined && typeof as.token !== 'boolean') return { refused: 'as.token: expected true or false' };
  return { ...texts, token: as.token ?? texts.openid !== undefined, http: false };
}

/** Reads the `as` of a simulated call: a ready-made name, a description, or nothing for a mini-program client. */
export function callerOf(as: unknown, identity: DefaultIdentity): Caller | { refused: string } {
  if (as === undefined) return ready('client', identity);
  if (typeof as === 'string' && isCallerName(as)) return ready(as, identity);
  if (isRecord(as)) return described(as, identity);
  return { refused: `as: expected ${Object.keys(sources).join(', ')}, or an object` };
}

/** Mini programs get userInfo injected and may receive 1 MB only; DevTools behaves like one. */
export function isMiniProgram(caller: Caller): boolean {
  return caller.source === 'wx_client' || caller.source === 'wx_devtools';
}
