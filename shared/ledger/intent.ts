import { randomUUID } from 'node:crypto';
import type { Caller } from '../caller';
import type { RequestFields } from '../contract';
import type { Operation } from '../operation';
import { type AccountKey, writingWith } from './accountKeys';
import { type Channel, calledBy } from './channel';
import { Stamp } from './moment';
import { withoutPersons } from './personalValues';
import type { LedgerRecord } from './record';

/** How long after a change reconciliation first queries an open record, in ms. */
export const FIRST_LOOK_MS = 60_000;

/** A record of a request that has not left yet, with the lease of the one that will send it. */
export type Intent = LedgerRecord & Required<Pick<LedgerRecord, 'lease'>>;

/**
 * @param now epoch ms of this instance
 * @param leaseMs how long its sender may take, in ms
 * @param keys of PROFIT_SHARING_LEDGER_KEY
 */
export function intentOf(
  operation: Operation,
  request: RequestFields,
  { link, mchId }: Channel,
  caller: Caller,
  now: number,
  leaseMs: number,
  keys: readonly AccountKey[] = [],
): Intent {
  if (!operation.idempotencyKey) throw new TypeError(`${operation.name} moves no money`);
  const by = randomUUID();
  const number = String(request[operation.idempotencyKey.field]);
  const merchant = String(request.sub_mch_id ?? 'own');
  return {
    _id: `${merchant}:${operation.idempotencyKey.family}:${number}`,
    version: 1,
    operation: operation.name,
    link,
    merchant,
    family: operation.idempotencyKey.family,
    number,
    payload: payloadOf(request, { mchId }, keys),
    ask: Object.fromEntries(ASKED.filter((name) => request[name] !== undefined).map((name) => [name, request[name]])),
    state: 'intended',
    lease: { by, ms: leaseMs },
    leasedAt: new Stamp(),
    attempts: [
      {
        kind: 'send',
        at: now,
        by,
        caller: caller.hop,
        ...(caller.openid && { openid: writingWith(keys)(caller.openid) }),
      },
    ],
    dueAt: now + leaseMs + FIRST_LOOK_MS,
    createdAt: now,
    updatedAt: now,
  };
}

const ASKED = ['sub_mch_id', 'transaction_id', 'order_id', 'out_order_no', 'out_return_no'] as const;

/** The request as the ledger keeps it. */
function payloadOf(
  request: RequestFields,
  channel: Pick<Channel, 'mchId'>,
  keys: readonly AccountKey[],
): LedgerRecord['payload'] {
  return { ...withoutPersons(sameInEveryTry(request), keys), PROFIT_SHARING_LINK: calledBy(channel) };
}

/** A repetition may carry another nonce, and through another caller another `sub_appid`: neither makes it another request. */
export function sameInEveryTry({ nonce_str: _nonce, sub_appid: _appid, ...request }: RequestFields): RequestFields {
  return request;
}
