import type { Caller } from '../caller';
import type { CloudBase } from '../cloudbase';
import type { UnknownFields } from '../contract';
import { toFlat } from '../normalizeRequest';
import { isPlain, readJson } from '../readJson';
import { fault, type Link, type SendResult } from './link';

/** Opens the platform for a caller, or returns the credentials that are missing; a parameter for tests. */
export type Connect = (caller: Caller) => Promise<Pick<CloudBase, 'callWxPayApi'> | string>;

/**
 * The CloudBase private link: JSON to the gateway with the function's own credentials, no keys of WeChat Pay.
 * It calls `callWxPayApi` and not `cloud.cloudPay.*`, because the latter overwrites `err_code` with 0 on every answer.
 */
export function cloudpay(_config: unknown, connect: Connect = connectWithSdk): Link {
  return {
    async send(operation, request, { timeoutMs, caller }) {
      const platform = await connect(caller);
      if (typeof platform === 'string') return fault('CONFIG_ERROR', platform);
      const call = {
        apiName: operation.name,
        apiOptions: apiOptions(caller.fromAppid),
        requestData: Buffer.from(JSON.stringify(toFlat(operation, request))),
      };
      try {
        return readAnswer(await within(timeoutMs, platform.callWxPayApi(call, { timeout: timeoutMs })));
      } catch (error) {
        return platformFault(error);
      }
    },
  };
}

interface SdkError extends Error {
  code?: string | number;
  requestId?: string;
}

async function connectWithSdk(caller: Caller): ReturnType<Connect> {
  const { cloudBase, missingCredentials } = await import('../cloudbase');
  return missingCredentials() ?? cloudBase(caller);
}

/** Protobuf `ApiOptions { string appid = 1 }`: names the mini program when several share this environment. */
function apiOptions(appid: string | undefined): Buffer {
  if (!appid) return Buffer.alloc(0);
  const text = Buffer.from(appid);
  return Buffer.concat([Buffer.from([0x0a, text.length]), text]);
}

/** The SDK's own timeout starts again with every byte; this one does not. */
async function within<T>(timeoutMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error('request timeout'), { code: 'ESOCKETTIMEDOUT' })),
      timeoutMs,
    );
  });
  try {
    return await Promise.race([work, expired]);
  } finally {
    clearTimeout(timer);
  }
}

/** An answer of the contract or an error of the platform, as bytes or as an object. */
function readAnswer(answer: unknown): SendResult {
  const parsed = Buffer.isBuffer(answer) || typeof answer === 'string' ? readJson(answer.toString()) : answer;
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed) || !isPlain(parsed))
    return fault('BAD_ANSWER', 'JSON');
  const fields = parsed as UnknownFields;
  if (typeof fields.return_code === 'string') return { kind: 'answer', fields };
  if (fields.errcode !== undefined) return refusedOrUnknown(String(fields.errcode), String(fields.errmsg ?? ''));
  if (fields.code !== undefined) return refusedOrUnknown(String(fields.code), String(fields.message ?? ''));
  return fault('BAD_ANSWER', 'return_code');
}

/** Connection errors that are raised before any byte of the request leaves. */
const NEVER_LEFT = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
  'EHOSTDOWN',
]);

function platformFault(thrown: unknown): SendResult {
  if (!isPlain(thrown)) return fault('PLATFORM_ERROR', 'JSON');
  const error = (thrown ?? {}) as Partial<SdkError>;
  const code = String(error.code ?? error.name);
  if (NEVER_LEFT.has(code) || code === 'ETIMEDOUT') return fault('NOT_SENT', code);
  if (error.requestId === undefined && /^E[A-Z]+$/.test(code)) return fault('NO_ANSWER', code);
  return refusedOrUnknown(code, String(error.message ?? ''), error.requestId);
}

function refusedOrUnknown(code: string, message: string, requestId?: string): SendResult {
  // The gateway checks the call token before the request; timers and console runs have none.
  const refused = /wxCloudApiToken/i.test(message) || code === 'SIGN_PARAM_INVALID';
  return fault(refused ? 'PLATFORM_REFUSED' : 'PLATFORM_ERROR', `${code} ${message}`.trim(), requestId);
}
