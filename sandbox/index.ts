export type { CallFailure, CallSuccess } from './cloudbase/call';
export type { As, CallerDescription, CallerName, ContextShape } from './cloudbase/caller';
export type { Crash } from './cloudbase/crashes';
export type { Failure, FailureKind } from './cloudbase/failures';
export type { CloudEnv } from './cloudbase/invocations';
export type { FunctionSpec } from './cloudbase/runner';
export { type KeyMode, type LinkName, type MerchantSetup, merchantSetup, type SetupOptions } from './merchantSetup';
export { CallError, type MerchantCredentials, type Sandbox, type SandboxOptions, startSandbox } from './server';
export { parties, type World, type WorldOptions } from './world';
