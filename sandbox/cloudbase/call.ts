import { isRecord } from '../isRecord';
import { type Caller, type ContextShape, callerOf, type DefaultIdentity, isMiniProgram } from './caller';
import { type Failure, failure, failureSpelling, maxClientReplyBytes } from './failures';
import type { CloudEnv } from './invocation';
import type { Runner } from './runner';

/** What `POST /call/<function>` takes. */
export interface CallInput {
  readonly data?: unknown;
  readonly as?: unknown;
  readonly environment?: unknown;
}

/** What `wx.cloud.callFunction` resolves with, plus the lines the function printed. */
export interface CallSuccess {
  readonly result: unknown;
  readonly errMsg: 'cloud.callFunction:ok';
  readonly requestID: string;
  readonly logs: readonly string[];
}

/** What `wx.cloud.callFunction` rejects with, plus the failure as the function service reports it. */
export interface CallFailure {
  readonly errCode: number;
  readonly errMsg: string;
  readonly requestID: string;
  readonly logs: readonly string[];
  readonly failure: Failure;
}

/** An input that names no possible call. */
export interface CallRefusal {
  readonly refused: string;
}

type Data = Readonly<Record<string, unknown>>;

const shapes: readonly ContextShape[] = ['old', 'new', 'both', 'none'];

/** The event of HTTP access on an event function (docs.cloudbase.net/service/access-cloud-function). */
function httpEvent(name: string, data: Data, env: CloudEnv): Data {
  return {
    path: `/${name}`,
    httpMethod: 'POST',
    headers: { 'content-type': 'application/json' },
    queryStringParameters: {},
    requestContext: { requestId: '', envId: env.envId, appId: 0, uin: 0 },
    body: JSON.stringify(data),
    isBase64Encoded: false,
  };
}

function eventFor(name: string, data: Data, caller: Caller, env: CloudEnv): Data {
  if (caller.http) return 'httpMethod' in data ? data : httpEvent(name, data, env);
  if (!isMiniProgram(caller)) return data;
  return { ...data, userInfo: { appId: caller.appid, openId: caller.openid }, tcbContext: {} };
}

function refusedBy(kind: Failure): Pick<CallFailure, 'errCode' | 'errMsg'> {
  const { errCode, words } = failureSpelling[kind.kind];
  return {
    errCode,
    errMsg: `cloud.callFunction:fail Error: errCode: ${errCode} ${words} | errMsg: ${kind.errorMessage}`,
  };
}

/** Plays a caller: a mini program unless `as` says otherwise. */
export async function callFunction(
  runner: Runner,
  env: CloudEnv,
  identity: DefaultIdentity,
  name: string,
  { data = {}, as, environment }: CallInput,
): Promise<CallSuccess | CallFailure | CallRefusal> {
  const caller = callerOf(as, identity);
  if ('refused' in caller) return caller;
  if (!isRecord(data)) return { refused: 'data: expected an object' };
  const shape = shapes.find((known) => known === environment);
  if (environment !== undefined && !shape) return { refused: `environment: expected one of ${shapes.join(', ')}` };

  const event = JSON.stringify(eventFor(name, { ...data }, caller, env));
  const invoked = await runner.invoke({ name, event, caller, ...(shape && { shape }) });
  const { requestId: requestID, logs } = invoked;
  if (!invoked.ok) return { ...refusedBy(invoked.failure), requestID, logs, failure: invoked.failure };
  if (isMiniProgram(caller) && Buffer.byteLength(invoked.text) > maxClientReplyBytes) {
    const tooLarge = failure('replyTooLargeForClient', 'cloudfunction result size exceed limit (1MB)');
    return { ...refusedBy(tooLarge), requestID, logs, failure: tooLarge };
  }
  return { result: JSON.parse(invoked.text), errMsg: 'cloud.callFunction:ok', requestID, logs };
}
