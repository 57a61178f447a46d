/** What has become of the money, in one word and receiver by receiver. Accepted is not paid. */
export interface Settlement {
  readonly state: 'accepted' | 'processing' | 'settled' | 'partly_failed' | 'closed' | 'unknown';
  readonly receivers: readonly SettledReceiver[];
}

/** One receiver of a share, or the one merchant of a return. */
export interface SettledReceiver {
  /** Position among the receivers of the share, from 0; absent when only a query is known. */
  readonly index?: number;
  readonly detail_id?: string;
  readonly account: string;
  /**
   * `#` and 32 hexadecimal digits of the SHA-256 of the account: tells apart accounts that look alike masked. Absent
   * where an answer names no account, of persons where the ledger has a key, and in older records.
   */
  readonly account_hash?: string;
  /** In fen. */
  readonly amount: number;
  readonly result: string;
  readonly fail_reason?: string;
  /** Of money that could not reach its receiver (在途异常资金, ecommerce): its state, and the number it is dealt with under. */
  readonly abnormal_status?: string;
  readonly funds_abnormal_redirect_id?: string;
}
