import type { Contract, Operation } from './operation';
import { readJson } from './readJson';

/** What has become of the money, in one word and receiver by receiver. Accepted is not paid. */
export interface Settlement {
  readonly state: 'accepted' | 'processing' | 'settled' | 'partly_failed' | 'closed' | 'unknown';
  readonly receivers: readonly SettledReceiver[];
}

/** One receiver of a share, or the one merchant of a return. */
export interface SettledReceiver {
  /** Masked: enough to recognise, not enough to use. */
  readonly account: string;
  /** In fen. */
  readonly amount: number;
  readonly result: string;
  readonly fail_reason?: string;
}

/**
 * Reads the settlement out of a reply to a share, finish, return, or a query of one. Answers nothing for other
 * operations, and for a call that certainly moved nothing.
 * @param receivers those of the reply, where somebody parsed them already
 */
export function settlementOf(
  operation: Pick<Operation, 'name' | 'effect' | 'number'>,
  reply: Contract,
  receivers: unknown = readJson(reply.receivers),
): Settlement | undefined {
  const isMoney = operation.effect === 'money';
  const aboutMoney =
    isMoney || operation.name === 'profitSharingQuery' || operation.name === 'profitSharingReturnQuery';
  if (!aboutMoney) return undefined;
  if (reply.err_code !== undefined) {
    const doubt = isMoney && (reply.advice as { funds?: string } | undefined)?.funds === 'unknown';
    return doubt ? { state: 'unknown', receivers: [] } : undefined;
  }
  return reply.out_return_no !== undefined || reply.return_no !== undefined
    ? ofReturn(reply)
    : ofShare(reply, receivers);
}

function ofReturn(reply: Contract): Settlement {
  const result = String(reply.result ?? '');
  const state = result === 'SUCCESS' ? 'settled' : result === 'FAILED' ? 'closed' : 'processing';
  return { state, receivers: [line(reply.return_account, reply.return_amount, result, reply.fail_reason)] };
}

/** WeChat Pay's own words on the line that gives the rest back to the payer (API v3 lists it among the receivers). */
export const RELEASED = '解冻给分账方';

/**
 * Whether what WeChat Pay knows under a number can be a finish: a finish pays nobody, so every line it shows is of money
 * that went back to the payer.
 */
export function canBeFinish({ receivers, description, sub_mch_id, mch_id }: Contract): boolean {
  const payer = sub_mch_id ?? mch_id;
  return linesOf(receivers).every(
    (line) => line.description === RELEASED || line.description === description || line.account === payer,
  );
}

function ofShare(reply: Contract, parsed: unknown): Settlement {
  const listed = linesAmong(parsed);
  if (listed.length === 0 && !saysNobody(reply.receivers)) return { state: 'unknown', receivers: [] };
  const lines = listed.filter(({ description }) => description !== RELEASED);
  const receivers = lines.map((paid) => line(accountOf(paid), paid.amount, paid.result, paid.fail_reason));
  return { state: stateOf(String(reply.status ?? ''), receivers), receivers };
}

/** No receivers, or a list without any; whatever else cannot be read may hold some. */
function saysNobody(receivers: unknown): boolean {
  return receivers === undefined || receivers === '' || receivers === '[]';
}

export function stateOf(status: string, receivers: readonly SettledReceiver[]): Settlement['state'] {
  const paid = receivers.filter(({ result }) => result === 'SUCCESS').length;
  const closed = receivers.filter(({ result }) => result === 'CLOSED').length;
  if (status === 'CLOSED') return paid > 0 ? 'partly_failed' : 'closed';
  // A finish has no receivers: its end is all there is to know. FINISHED alone never says that anybody was paid.
  if (receivers.length === 0) return status === 'FINISHED' ? 'settled' : status === '' ? 'accepted' : 'processing';
  if (paid + closed < receivers.length || status === 'PROCESSING' || status === 'ACCEPTED') return 'processing';
  if (closed === 0) return 'settled';
  return paid > 0 ? 'partly_failed' : 'closed';
}

/** The receivers of a reply, parsed; none when it has no readable ones. */
export function linesOf(text: unknown): Contract[] {
  return linesAmong(readJson(text));
}

/** The same of receivers that are parsed already. */
export function linesAmong(parsed: unknown): Contract[] {
  return Array.isArray(parsed) ? parsed.filter((item) => typeof item === 'object' && item !== null) : [];
}

/** Whom a line pays: ecommerce says `receiver_account`, and `receiver_mchid` is its older name for merchants. */
export function accountOf({ account, receiver_account, receiver_mchid }: Contract): unknown {
  return account ?? receiver_account ?? receiver_mchid;
}

function line(account: unknown, amount: unknown, result: unknown, reason: unknown): SettledReceiver {
  return {
    account: masked(String(account ?? '')),
    amount: Number(amount ?? 0),
    result: String(result ?? ''),
    ...(reason !== undefined && reason !== '' && { fail_reason: String(reason) }),
  };
}

/** `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o` → `oUp****eS6o` */
export function masked(account: string): string {
  return account.length <= 7 ? '****' : `${account.slice(0, 3)}****${account.slice(-4)}`;
}
