import type { Switches } from '../bank/switches';

export const orderSpec = {
  payerMchId: 'string',
  callerMchId: 'string',
  amount: 'integer',
  coupon: 'integer',
  fee: 'integer',
  sharing: 'boolean',
  family: ['ordinary', 'ecommerce', 'brand'],
  subsidyPending: 'boolean',
  settled: 'boolean',
  /** Its money waits for the receipt of goods that are delivered in this way. */
  delivery: ['express', 'direct'],
  paidAt: 'integer',
  /** Skips the wait between payment and the first share. */
  ready: 'boolean',
} as const;

export const merchantSpec = {
  name: 'string',
  isProvider: 'boolean',
  isPlatform: 'boolean',
  providerMchId: 'string',
  brandMchId: 'string',
  appids: 'strings',
  permission: ['granted', 'none', 'penalised'],
  admitted: 'boolean',
  maxRatio: 'integer',
  available: 'integer',
  returnsEnabled: 'boolean',
  abnormal: 'boolean',
  highRisk: 'boolean',
  accountOpen: 'boolean',
  restricted: 'boolean',
  settlementExtended: 'boolean',
  feeAccountShort: 'boolean',
  /** Where its notifications go; '' for nowhere. */
  notifyUrl: 'string',
} as const;

/** Of money that is held up on its way to the receiver of an ecommerce line. */
export const abnormalFundsSpec = {
  status: ['ABNORMAL_PENDING', 'ABNORMAL_FINISHED', 'ABNORMAL_CLOSED', 'none'],
  closedReason: ['CLOSED_REASON_TIMEOUT', 'CLOSED_REASON_RESTRICT_TRANSFER'],
  redirectId: 'string',
  receivers: 'strings',
} as const;

export const personSpec = {
  appid: 'string',
  name: 'string',
  verified: 'boolean',
  abnormal: 'boolean',
  highRisk: 'boolean',
} as const;

export const perFamily = { ordinary: 'integer', ecommerce: 'integer', brand: 'integer' } as const;

export const switchSpec = {
  requestsPerOrder: 'integer',
  finishCountsAsRequest: 'boolean',
  receiversPerRequest: 'integer',
  receiversPerList: 'integer',
  returnsPerOrder: 'integer',
  returnWindowMs: 'integer',
  minimumWaitMs: 'object',
  freezeMs: 'object',
  completionMs: 'integer',
  returnCompletionMs: 'integer',
  returnExpiryMs: 'integer',
  finishWithUsedNumber: ['AMOUNT_OVERDUE', 'successWithoutEffect'],
  ratioExceeded: ['documented', 'live'],
  returnExceeded: ['documented', 'live'],
  rateCode: ['documented', 'FREQUENCY_LIMITED', 'RATELIMIT_EXCEED'],
  undocumentedRate: 'integer',
  unauthorizedShare: ['FINISHED', 'CLOSED'],
  appidOnQueries: ['refuse', 'accept'],
  singlePayerReceiver: ['refuse', 'allow'],
  returnerShort: ['processing', 'failed'],
  rates: ['documented', 'bankTime', 'off'],
  sameOrderWindowMs: 'integer',
  personMonthlyLimit: 'integer',
  sensitiveWords: 'strings',
} as const satisfies Record<keyof Switches, unknown>;
