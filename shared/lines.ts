import type { LineFields } from './contract';
import { readJson } from './readJson';

/** WeChat Pay's own words on the line that gives the rest back to the payer (API v3 lists it among the receivers). */
export const RELEASED = '解冻给分账方';

/** The receivers of a reply, parsed; none when it has no readable ones. */
export function linesOf(receivers: unknown): LineFields[] {
  return linesAmong(readJson(receivers));
}

/** The same of receivers that are parsed already. */
export function linesAmong(parsed: unknown): LineFields[] {
  return Array.isArray(parsed) ? parsed.filter((item) => typeof item === 'object' && item !== null) : [];
}

/** Whether these are no receivers at all; whatever else cannot be read may hold some. */
export function areNone(receivers: unknown): boolean {
  return receivers === undefined || receivers === null || receivers === '' || receivers === '[]';
}

/** Whom a line pays: ecommerce says `receiver_account`, and `receiver_mchid` is its older name for merchants. */
export function accountOf({ account, receiver_account, receiver_mchid }: LineFields): unknown {
  return account ?? receiver_account ?? receiver_mchid;
}
