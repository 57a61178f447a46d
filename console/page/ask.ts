import type { LinkName } from '../../shared/generated/links';
import type { Fields } from '../scenario/chapters';
import type { Called } from '../scenario/stage';
import type { CallDetail, LinkSetupView, Snapshot } from '../views';

/** The sandbox refused, or could not be reached; the message is for people. */
class AskFailed extends Error {
  override readonly name = 'AskFailed';
}

async function ask<T>(method: string, path: string, body?: Fields): Promise<T> {
  const answer = await fetch(path, { method, ...(body && { body: JSON.stringify(body) }) }).catch((error: unknown) => {
    throw new AskFailed(error instanceof Error ? error.message : String(error));
  });
  const value = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new AskFailed(String(value.error ?? `HTTP ${answer.status}`));
  return value;
}

/** How a function called from the page answered; the console shows every call. */
export type FunctionAnswer = Called & { readonly callId: string };

/** Calls a function as another cloud function does on behalf of a buyer, or as a mini program does. */
export async function callFunction(
  name: string,
  data: Fields,
  as: 'function' | 'client' = 'function',
): Promise<FunctionAnswer> {
  interface Answer {
    readonly result?: Fields;
    readonly errMsg: string;
    readonly requestID: string;
  }
  const { result, errMsg, requestID } = await ask<Answer>('POST', `/call/${name}`, { data, as });
  if (!result) return { callId: requestID, failure: errMsg };
  const { err_code: code } = result;
  return { callId: requestID, reply: result, ...(code !== undefined && { failure: String(code) }) };
}

export const snapshot = (): Promise<Snapshot> => ask('GET', '/console/snapshot');
export const callDetail = (id: string): Promise<CallDetail> => ask('GET', `/console/calls/${id}`);
export const switchLink = (link: LinkName, locale: string): Promise<LinkSetupView> =>
  ask('POST', '/console/link', { link, locale });

/** One request of the control API; the path without its `/_sandbox/`. */
export const control = (method: 'GET' | 'POST' | 'DELETE' | 'PATCH', path: string, body?: Fields): Promise<Fields> =>
  ask(method, `/_sandbox/${path}`, body);

export async function placeOrder(order: Fields): Promise<string> {
  const { transaction_id: id } = await control('POST', 'orders', order);
  return String(id);
}

/** The goods of an order are shipped, or the buyer has confirmed their receipt. */
export const deliver = (transactionId: string, news: 'shipped' | 'received'): Promise<Fields> =>
  control('PATCH', `orders/${transactionId}`, { [news]: true });
