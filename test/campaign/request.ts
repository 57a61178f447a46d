import { createHash } from 'node:crypto';
import type { Fields } from '../conformance/harness';

export type MoneyOperation = 'profitSharing' | 'multiProfitSharing' | 'profitSharingFinish' | 'profitSharingReturn';

/** One request of a caller, under one number; sent as often as the caller likes. */
export interface Request {
  readonly operation: MoneyOperation;
  readonly family: 'share' | 'return';
  readonly number: string;
  readonly body: Fields;
  /** What the caller wants to happen once. Requests under other numbers may want the same. */
  readonly wish: number;
  /** The share a return takes money back from. */
  readonly ofShare?: string;
}

/** What a caller knows of its own request, from the replies it got. */
export interface Memory {
  /** Some attempt may have moved money: no reply, or one that says so. */
  doubted: boolean;
  /** Some reply said that WeChat Pay has it. */
  accepted: boolean;
  /** The last reply asked for, or allowed, another number. */
  mayRenumber: boolean;
}

/** The number in one word, as bank and ledger know it. */
export function idOf({ family, number }: Request): string {
  return `${family}:${number}`;
}

/** The request in one word: two are the same request exactly when these are equal. */
export function keyOf({ operation, family, number, body }: Request): string {
  return `${family}:${number}:${createHash('sha256')
    .update(JSON.stringify([operation, body]))
    .digest('hex')}`;
}
