import type { JsonObject } from '../contract';
import { readJson } from '../readJson';
import type { Encrypted } from '../wechatpay/aesGcm';
import { HttpError } from './HttpError';

export type Payer =
  | { readonly mode: 'partner'; readonly merchant: string; readonly caller: string | undefined }
  | { readonly mode: 'direct'; readonly merchant: 'own'; readonly caller: string };

/**
 * What WeChat Pay signed and encrypted for us and is about no money, such as the test of /v3/security/echo, whose
 * resource no page describes.
 */
export interface OtherNotice {
  readonly id: string;
  readonly event: string;
  readonly kind: 'test';
}

export interface Notice {
  readonly id: string;
  readonly event: string;
  /** `unsaid` when the envelope does not tell: then only the resource can. `other`: an event that no page lists. */
  readonly kind: 'share' | 'return' | 'unsaid' | 'other';
  readonly payer: Payer;
  readonly transactionId: string;
  readonly number: string;
  readonly orderId: string | undefined;
  /** The receiver; on a return the sources disagree about it, so it is not used there. */
  readonly account: string;
  readonly amount: number;
  readonly successTime: string | undefined;
}

/**
 * Reads a notification whose signature was verified.
 * @throws {HttpError} 400 when it is no notification of profit sharing, 500 when our APIv3 key does not decrypt it
 */
export function readNotice(body: Buffer, open: (encrypted: Encrypted) => Buffer): Notice | OtherNotice {
  const envelope = parseObject(body, 'envelope');
  const { id, event_type, summary } = envelope;
  if (!isText(id)) throw new HttpError(400, 'id');
  const resource = opened(envelope.resource, open);
  const { transaction_id, order_id, out_order_no, receiver, success_time } = resource;
  const event = String(event_type);
  const namesMoney = [transaction_id, order_id, out_order_no, receiver].some((field) => field !== undefined);
  if (!EVENTS.has(event) && !namesMoney) return { id, event, kind: 'test' };
  const { account, amount } = (receiver ?? {}) as JsonObject;
  const payer = readPayer(resource);
  const complete = isText(transaction_id) && isText(out_order_no) && isText(account) && payer;
  if (!complete || !Number.isSafeInteger(amount)) throw new HttpError(400, 'not about profit sharing');
  return {
    id,
    event,
    kind: kindOf(event, String(summary)),
    payer,
    transactionId: transaction_id,
    number: out_order_no,
    orderId: isText(order_id) ? order_id : undefined,
    account,
    amount: Number(amount),
    successTime: isText(success_time) ? success_time : undefined,
  };
}

function opened(resource: unknown, open: (encrypted: Encrypted) => Buffer): JsonObject {
  const { algorithm, ciphertext, nonce, associated_data } = (resource ?? {}) as JsonObject;
  if (algorithm !== 'AEAD_AES_256_GCM' || !isText(ciphertext) || !isText(nonce)) throw new HttpError(400, 'resource');
  let plaintext: Buffer;
  try {
    plaintext = open({ ciphertext, nonce, ...(isText(associated_data) && { associated_data }) });
  } catch {
    // WeChat Pay signed these bytes, so our key is wrong.
    throw new HttpError(500, 'WECHATPAY_API_V3_KEY does not open the resource');
  }
  return parseObject(plaintext, 'resource');
}

/** Partner, ecommerce and brand notices name a provider and a sub-merchant, those of direct merchants `mchid` alone. */
function readPayer({ mchid, sp_mchid, sub_mchid }: JsonObject): Payer | undefined {
  if (isText(sub_mchid)) {
    return { mode: 'partner', merchant: sub_mchid, caller: isText(sp_mchid) ? sp_mchid : undefined };
  }
  return isText(mchid) ? { mode: 'direct', merchant: 'own', caller: mchid } : undefined;
}

const EVENTS = new Set(['TRANSACTION.SUCCESS', 'PROFITSHARING.SUCCESS', 'PROFITSHARING.RETURN']);

/**
 * Shares and returns both arrive as TRANSACTION.SUCCESS, and the summary tells them apart (partner/4012075216); in 2023
 * the event's own name did. What neither tells, or both tell differently, is unsaid.
 */
function kindOf(event: string, summary: string): Notice['kind'] {
  if (!EVENTS.has(event)) return 'other';
  const said = new Set<Notice['kind']>();
  if (event === 'PROFITSHARING.RETURN' || summary.includes('回退')) said.add('return');
  if (event === 'PROFITSHARING.SUCCESS' || summary === '分账') said.add('share');
  const [kind = 'unsaid'] = said;
  return said.size === 1 ? kind : 'unsaid';
}

function parseObject(bytes: Buffer, what: string): JsonObject {
  const value = readJson(bytes.toString());
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  throw new HttpError(400, `${what} is no JSON object`);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
