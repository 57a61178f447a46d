import { masked } from '../masked';
import type { Notice } from './notice';

/** A notification as it is stored, without an openid or a name in clear text. */
export interface NoticeRecord {
  readonly _id: string;
  readonly event: string;
  readonly kind: Notice['kind'];
  readonly merchant: string;
  readonly caller?: string;
  readonly transactionId: string;
  readonly number: string;
  readonly orderId?: string;
  readonly account: string;
  /** In fen. */
  readonly amount: number;
  readonly successTime?: string;
  /** `_id` of the ledger record it was recorded in; absent when none matches. */
  readonly record?: string;
  readonly receivedAt: number;
}

/** Every method may throw LedgerUnavailableError; nothing else. */
export interface NoticeStore {
  has(id: string): Promise<boolean>;
  /** @returns false when the `_id` is taken */
  insert(record: NoticeRecord): Promise<boolean>;
}

export function noticeRecord(
  { id, payer, account, orderId, successTime, ...notice }: Notice,
  record: string | undefined,
  receivedAt: number,
): NoticeRecord {
  return {
    _id: id,
    ...notice,
    merchant: payer.merchant,
    account: masked(account),
    receivedAt,
    ...(payer.caller && { caller: payer.caller }),
    ...(orderId && { orderId }),
    ...(successTime && { successTime }),
    ...(record && { record }),
  };
}
