export type { CallFailure, CallSuccess } from './cloudbase/call';
export type { As, CallerDescription, CallerName, ContextShape } from './cloudbase/caller';
export type { Collections } from './cloudbase/cloudState';
export type { Crash } from './cloudbase/crashes';
export type { CloudEnv, Invocation, Invoked } from './cloudbase/invocation';
export type { RunWatch } from './cloudbase/invocations';
export { parseMultipart } from './cloudbase/multipart';
export type { FunctionSpec } from './cloudbase/runner';
export { TimerRefused, timerOf } from './cloudbase/timers';
export { jsonRoute, ok } from './control/jsonRoute';
export { readInput } from './control/readInput';
export { type HttpResponse, json } from './http/httpResponse';
export type { Incoming } from './http/incoming';
export { type Route, route } from './http/route';
export { isRecord } from './isRecord';
export {
  CallError,
  type ConsoleMount,
  type OpenConsole,
  type Sandbox,
  type SandboxOptions,
  type SenderOf,
} from './sandbox';
export type { SandboxState, StateOptions } from './sandboxState';
export { startSandbox } from './startSandbox';
export type { Books, OrderPage } from './wechatpay/bank/books';
export type { Line, ReturnOrder, ShareOrder } from './wechatpay/bank/records';
export type { LoggedCall } from './wechatpay/callLog';
export { credentialsAsEnv, type MerchantCredentials, namedMerchants } from './wechatpay/credentials';
export type { Notice } from './wechatpay/notices/notice';
export { parties } from './wechatpay/seedParties';
