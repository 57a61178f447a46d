import type { LineFields } from './contract';
import { readJson } from './readJson';

/** WeChat Pay's own words on the line that gives the rest back to the payer (API v3 lists it among the receivers). */
export const RELEASED = '解冻给分账方';

export function linesOf(receivers: unknown): LineFields[] {
  return linesAmong(readJson(receivers));
}

export function linesAmong(parsed: unknown): LineFields[] {
  return Array.isArray(parsed) ? parsed.filter((item) => typeof item === 'object' && item !== null) : [];
}

/** Whether there are no receivers; anything else that cannot be read may hold some. */
export function areNone(receivers: unknown): boolean {
  return receivers === undefined || receivers === null || receivers === '' || receivers === '[]';
}

/** Whom a line pays: ecommerce says `receiver_account`, and `receiver_mchid` is its older name for merchants. */
export function accountOf({ account, receiver_account, receiver_mchid }: LineFields): unknown {
  return account ?? receiver_account ?? receiver_mchid;
}
