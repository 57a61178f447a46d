import { randomUUID } from 'node:crypto';
import type { Caller } from '../caller';
import type { RequestFields } from '../contract';
import type { Operation } from '../operation';
import { type Channel, calledBy } from './channel';
import { hash } from './hash';
import { Stamp } from './moment';
import type { LedgerRecord } from './record';

/** How long after a change reconciliation first queries an open record, in ms. */
export const FIRST_LOOK_MS = 60_000;

/** A record of a request that has not left yet, with the lease of the one that will send it. */
export type Intent = LedgerRecord & Required<Pick<LedgerRecord, 'lease'>>;

/**
 * @param now epoch ms of this instance
 * @param leaseMs how long its sender may take, in ms
 */
export function intentOf(
  operation: Operation,
  request: RequestFields,
  { link, mchId }: Channel,
  caller: Caller,
  now: number,
  leaseMs: number,
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
    payload: payloadOf(request, { mchId }),
    ask: Object.fromEntries(ASKED.filter((name) => request[name] !== undefined).map((name) => [name, request[name]])),
    state: 'intended',
    lease: { by, ms: leaseMs },
    leasedAt: new Stamp(),
    attempts: [
      { kind: 'send', at: now, by, caller: caller.hop, ...(caller.openid && { openid: hash(caller.openid) }) },
    ],
    dueAt: now + leaseMs + FIRST_LOOK_MS,
    createdAt: now,
    updatedAt: now,
  };
}

const ASKED = ['sub_mch_id', 'transaction_id', 'order_id', 'out_order_no', 'out_return_no'] as const;

/** Fields whose values identify a person, wherever they stand: kept as a hash, which still shows whether two are equal. */
const PERSONAL = new Set(['account', 'name']);

export function isPersonal(name: string): boolean {
  return PERSONAL.has(name);
}

/**
 * The request as the ledger keeps it. A repetition may carry another nonce, and through another caller another `sub_appid`
 * filled in: neither makes it another request.
 */
function payloadOf(
  { nonce_str: _nonce, sub_appid: _appid, ...request }: RequestFields,
  channel: Pick<Channel, 'mchId'>,
): LedgerRecord['payload'] {
  return { ...(withoutPersons(request) as RequestFields), PROFIT_SHARING_LINK: calledBy(channel) };
}

function withoutPersons(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPersons);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, isPersonal(name) ? hash(String(item)) : withoutPersons(item)]),
  );
}
