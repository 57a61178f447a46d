import type { LinkName } from '../../shared/generated/links';
import type { CallDetail, RoadView, Snapshot } from '../views';

/** The sandbox refused, or could not be reached; the message is for people. */
class AskFailed extends Error {
  override readonly name = 'AskFailed';
}

export type Fields = Readonly<Record<string, unknown>>;

async function ask<T>(method: string, path: string, body?: Fields): Promise<T> {
  const answer = await fetch(path, { method, ...(body && { body: JSON.stringify(body) }) }).catch((error: unknown) => {
    throw new AskFailed(error instanceof Error ? error.message : String(error));
  });
  const value = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new AskFailed(String(value.error ?? `HTTP ${answer.status}`));
  return value;
}

/** How a function called from the page answered. */
export interface FunctionAnswer {
  /** Under which the console shows the call. */
  readonly callId: string;
  /** The reply of the contract; absent when the function died. */
  readonly reply?: Fields;
  /** err_code, or the words of the platform when the function died. */
  readonly failure?: string;
}

/** Calls a function of the sandbox as another cloud function would: on behalf of the buyer. */
export async function callFunction(name: string, data: Fields): Promise<FunctionAnswer> {
  interface Answer {
    readonly result?: Fields;
    readonly errMsg: string;
    readonly requestID: string;
  }
  const { result, errMsg, requestID } = await ask<Answer>('POST', `/call/${name}`, { data, as: 'function' });
  if (!result) return { callId: requestID, failure: errMsg };
  const { err_code: code } = result;
  return { callId: requestID, reply: result, ...(code !== undefined && { failure: String(code) }) };
}

export const snapshot = (): Promise<Snapshot> => ask('GET', '/console/snapshot');
export const callDetail = (id: string): Promise<CallDetail> => ask('GET', `/console/calls/${id}`);
export const takeRoad = (link: LinkName, locale: string): Promise<RoadView> =>
  ask('POST', '/console/road', { link, locale });

/** One request of the control API; the path without its `/_sandbox/`. */
export const control = (method: 'POST' | 'DELETE' | 'PATCH', path: string, body?: Fields): Promise<Fields> =>
  ask(method, `/_sandbox/${path}`, body);

export async function placeOrder(order: Fields): Promise<string> {
  const { transaction_id: id } = await control('POST', 'orders', order);
  return String(id);
}
