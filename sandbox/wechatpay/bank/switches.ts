/** Where sources conflict or are silent, the bank has a switch. Times in ms, money in fen. */
export interface Switches {
  /** Accepted share requests per order. CloudPay pages print 20, current pages 50. */
  requestsPerOrder: number;
  /** Whether a finish counts as one of them: not documented. */
  finishCountsAsRequest: boolean;
  /** Receivers in one request. */
  receiversPerRequest: number;
  /** Entries in one receiver list. */
  receiversPerList: number;
  /** Returns per share order. Current pages 50, older pages and the Go SDK 20. */
  returnsPerOrder: number;
  /** Return window after the share was paid; the starting point is not documented. */
  returnWindowMs: number;
  /** Wait between payment and the first share, per family (brand page: 30 s). */
  minimumWaitMs: { ordinary: number; ecommerce: number; brand: number };
  /** How long money may stay frozen, per family. */
  freezeMs: { ordinary: number; ecommerce: number; brand: number };
  /** Delay between accepting a share and paying its lines. */
  completionMs: number;
  /** Delay of a return; 0 settles it within the call. */
  returnCompletionMs: number;
  /** A return still PROCESSING after this is closed as TIME_OUT_CLOSED. */
  returnExpiryMs: number;
  /** `finish` with the number of an earlier share: live v2 answer, or the FAQ's success without effect. */
  finishWithUsedNumber: 'AMOUNT_OVERDUE' | 'successWithoutEffect';
  /** Ratio exceeded on v3: 403 RULE_LIMIT as documented, or 400 INVALID_REQUEST as live servers answer. */
  ratioExceeded: 'documented' | 'live';
  /** Return above the rest on v3: 403 NOT_ENOUGH as documented, or 400 INVALID_REQUEST as live servers answer. */
  returnExceeded: 'documented' | 'live';
  /** Code of a v3 429: that of each page (ratio and bill print RATELIMIT_EXCEED, the others FREQUENCY_LIMITED), or one for all. */
  rateCode: 'documented' | 'FREQUENCY_LIMITED' | 'RATELIMIT_EXCEED';
  /** Calls a second and caller for operations whose page has a 429 and no figure; 0: no limit. */
  undocumentedRate: number;
  /** A v2 share whose lines all closed for want of permission: current pages, or CLOSED with close_reason (older ones). */
  unauthorizedShare: 'FINISHED' | 'CLOSED';
  /** `appid` on the v2 queries of amount and ratio, whose pages do not list it: 签名失败 as on the share query, or taken. */
  appidOnQueries: 'refuse' | 'accept';
  /** The payer among the receivers of a v2 single share: forbidden on its page, allowed on multi and v3. */
  singlePayerReceiver: 'refuse' | 'allow';
  /** Returner without balance: an error answer and a PROCESSING return, or FAILED BALANCE_NOT_ENOUGH (apiv3 list only). */
  returnerShort: 'processing' | 'failed';
  /**
   * The documented limits per second: counted on the callers' clock, and not at all while the bank's stands still; on the
   * bank's clock (`bankTime`), where the next call meets them until time is let pass; or `off`.
   */
  rates: 'documented' | 'bankTime' | 'off';
  /** Same order again within this time is refused. The refusal is documented, its window is not: off. */
  sameOrderWindowMs: number;
  /** What one person may receive a month. */
  personMonthlyLimit: number;
  /** Words in a description that make a line or a return fail with INVALID_REQUEST. */
  sensitiveWords: string[];
}

const SECOND = 1000;
const DAY = 86_400 * SECOND;

export const defaultSwitches: Readonly<Switches> = {
  requestsPerOrder: 50,
  finishCountsAsRequest: false,
  receiversPerRequest: 50,
  receiversPerList: 20_000,
  returnsPerOrder: 50,
  returnWindowMs: 180 * DAY,
  minimumWaitMs: { ordinary: 60 * SECOND, ecommerce: 60 * SECOND, brand: 30 * SECOND },
  freezeMs: { ordinary: 30 * DAY, ecommerce: 180 * DAY, brand: 180 * DAY },
  completionMs: SECOND,
  returnCompletionMs: 0,
  returnExpiryMs: 5 * DAY,
  finishWithUsedNumber: 'AMOUNT_OVERDUE',
  ratioExceeded: 'documented',
  returnExceeded: 'documented',
  rateCode: 'documented',
  undocumentedRate: 0,
  unauthorizedShare: 'FINISHED',
  appidOnQueries: 'refuse',
  singlePayerReceiver: 'refuse',
  returnerShort: 'processing',
  rates: 'documented',
  sameOrderWindowMs: 0,
  personMonthlyLimit: 20_000_000,
  sensitiveWords: ['敏感词'],
};
