/** WeChat Pay could not be reached, or an answer cannot be relied on. */
export class WechatPayError extends Error {
  constructor(
    readonly code: 'NOT_SENT' | 'NO_ANSWER' | 'BAD_ANSWER' | 'CONFIG_ERROR',
    /** The header, file or variable that is at fault; shown to the caller. */
    readonly detail: string,
    /** Sending again cannot help: a variable has to be set first. */
    readonly isLasting = false,
  ) {
    super(`${code}: ${detail}`);
    this.name = 'WechatPayError';
  }
}
