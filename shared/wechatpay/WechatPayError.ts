/**
 * WeChat Pay could not be asked, or what arrived cannot be relied on. The links and the function for notifications turn it
 * into what they return.
 */
export class WechatPayError extends Error {
  constructor(
    /** A row of the error table. */
    readonly code: 'NOT_SENT' | 'NO_ANSWER' | 'BAD_ANSWER' | 'CONFIG_ERROR',
    /** The header, file or variable that is at fault; shown to the caller. */
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
    this.name = 'WechatPayError';
  }
}
