/** What has become of the money, in one word and receiver by receiver. Accepted is not paid. */
export interface Settlement {
  readonly state: 'accepted' | 'processing' | 'settled' | 'partly_failed' | 'closed' | 'unknown';
  readonly receivers: readonly SettledReceiver[];
}

/** One receiver of a share, or the one merchant of a return. */
export interface SettledReceiver {
  /** Its position among the receivers of the share, from 0, where the request is known; a query alone does not know it. */
  readonly index?: number;
  /** WeChat Pay's number of this line, where it gives one. */
  readonly detail_id?: string;
  /** Masked: enough to recognise, not enough to use. */
  readonly account: string;
  /**
   * `#` and the first 32 hexadecimal digits of the SHA-256 of the account: tells apart accounts that look alike masked.
   * Absent where an answer names no account, and in records of versions before it.
   */
  readonly account_hash?: string;
  /** In fen. */
  readonly amount: number;
  readonly result: string;
  readonly fail_reason?: string;
}
