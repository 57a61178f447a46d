import type { Locale } from '../shared/locale';
import { type Call, rejected } from './failures';
import { fieldsOf } from './fieldsOf';
import { operations } from './generated/operations';
import type { OperationName, ProfitSharingClient } from './generated/ProfitSharingClient';
import { ProfitSharingError } from './ProfitSharingError';
import { readReply } from './readReply';

/**
 * What calls cloud functions: `wx.cloud` in a mini program; in a function the `cloud` of wx-server-sdk, or the `app` that
 * `init()` of @cloudbase/node-sdk gives.
 */
export interface Cloud {
  callFunction(call: {
    name: string;
    data: Record<string, unknown>;
    // biome-ignore lint/suspicious/noConfusingVoidType: wx-server-sdk declares the result so, though it always resolves.
  }): PromiseLike<{ result?: unknown }> | void;
}

export interface ProfitSharingOptions {
  /** The cloud function that carries an operation, where it is not named like the operation. */
  readonly functionName?: (operation: OperationName) => string;
  /** The language of failures the client states itself, `zh-CN` by default; functions have PROFIT_SHARING_LOCALE. */
  readonly locale?: Locale;
}

/**
 * The profit-sharing functions of this project as typed methods.
 *
 * ```ts
 * const client = profitSharing(wx.cloud);
 * const { settlement } = await client.profitSharingQuery({ transaction_id, out_order_no });
 * ```
 *
 * @throws {TypeError} when `cloud` cannot call functions
 */
export function profitSharing(cloud: Cloud, options: ProfitSharingOptions = {}): ProfitSharingClient {
  if (typeof (cloud as Cloud | undefined)?.callFunction !== 'function') {
    throw new TypeError('profitSharing(cloud): cloud.callFunction is not a function');
  }
  const { functionName = (operation) => operation, locale = 'zh-CN' } = options;
  const names = Object.keys(operations) as OperationName[];
  const method = (operation: OperationName) => (request: object) =>
    call(cloud, functionName(operation), { operation, locale }, request);
  const client: Partial<Record<OperationName, unknown>> = {};
  for (const name of names) client[name] = method(name);
  return client as ProfitSharingClient;
}

async function call(cloud: Cloud, name: string, about: Call, request: object): Promise<unknown> {
  let answer: unknown;
  try {
    answer = await cloud.callFunction({ name, data: { ...request } });
  } catch (cause) {
    throw new ProfitSharingError(rejected(about, cause));
  }
  const { result, code } = fieldsOf(answer);
  // @cloudbase/node-sdk resolves some failures to {code, message} instead of rejecting.
  if (result === undefined && code !== undefined) throw new ProfitSharingError(rejected(about, answer));
  return readReply(about, result);
}
