import { masked } from '../settlement';
import type { Notice } from './notice';

/** What is kept of a notification. It holds no openid and no name in the clear. */
export interface NoticeRecord {
  /** WeChat Pay's id of the notification. */
  readonly _id: string;
  readonly event: string;
  readonly kind: Notice['kind'];
  /** Whose payment was shared, and by whom. */
  readonly merchant: string;
  readonly caller?: string;
  readonly transactionId: string;
  readonly number: string;
  readonly orderId?: string;
  /** Masked. */
  readonly account: string;
  /** In fen. */
  readonly amount: number;
  readonly successTime?: string;
  /** `_id` of the ledger's record it was booked on; absent when no record fits. */
  readonly record?: string;
  /** Epoch ms. */
  readonly receivedAt: number;
}

/** Where notifications live. Every method may throw LedgerDown; nothing else. */
export interface NoticeStore {
  has(id: string): Promise<boolean>;
  /** Writes a record whose `_id` must be new; answers false when it is not. */
  insert(record: NoticeRecord): Promise<boolean>;
}

/** What is kept of a notice that was booked on `record`. */
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
