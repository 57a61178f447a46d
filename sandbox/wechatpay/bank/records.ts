/** How an order was placed; sharing is only possible through the same family of APIs. */
export type Family = 'ordinary' | 'ecommerce' | 'brand';
export type ReceiverType = 'MERCHANT_ID' | 'PERSONAL_OPENID' | 'PERSONAL_SUB_OPENID';
export type LineFailReason =
  | 'ACCOUNT_ABNORMAL'
  | 'NO_RELATION'
  | 'RECEIVER_HIGH_RISK'
  | 'RECEIVER_REAL_NAME_NOT_VERIFIED'
  | 'NO_AUTH'
  | 'RECEIVER_RECEIPT_LIMIT'
  | 'PAYER_ACCOUNT_ABNORMAL'
  | 'INVALID_REQUEST';
export type ReturnFailReason =
  | 'ACCOUNT_ABNORMAL'
  | 'BALANCE_NOT_ENOUGH'
  | 'TIME_OUT_CLOSED'
  | 'PAYER_ACCOUNT_ABNORMAL'
  | 'INVALID_REQUEST';

/** Any merchant number: a service provider, a payer, a receiver, or several of these at once. */
export interface Merchant {
  readonly mchId: string;
  /** Registered full name. */
  name: string;
  isProvider: boolean;
  /** A platform of 平台收付通: it uses the ecommerce family of APIs, and no other. */
  isPlatform?: boolean;
  /** The service provider this merchant signed with. */
  providerMchId?: string;
  /** The brand's main merchant number, where the merchant is a store of one. */
  brandMchId?: string;
  /** The appids bound to this merchant number. */
  appids: string[];
  permission: 'granted' | 'none' | 'penalised';
  /** False until the application for profit sharing over the private link was granted and its invitation accepted. */
  admitted: boolean;
  /** Share of an order that may go to others, in 1/10000. */
  maxRatio: number;
  /** Money at hand, in fen. */
  available: number;
  /** What was put in from outside (opening balance and top-ups), in fen. */
  deposited: number;
  /** Agreed to give shares back (同意分账回退). */
  returnsEnabled: boolean;
  abnormal: boolean;
  highRisk: boolean;
  /** False for a merchant that never opened its account. */
  accountOpen: boolean;
  /** Receiving is limited by risk control (收款功能受限). */
  restricted: boolean;
  /** Settlement cycle extended as a penalty. */
  settlementExtended: boolean;
  /** The fee account holds less than 100 yuan. */
  feeAccountShort: boolean;
}

/** One WeChat user as one appid sees it. */
export interface Person {
  readonly appid: string;
  readonly openid: string;
  name: string;
  verified: boolean;
  abnormal: boolean;
  highRisk: boolean;
  /** Everything received from shares, in fen. */
  received: number;
  /** Receipts by month (yyyyMM, Beijing), in fen. */
  receivedByMonth: Record<string, number>;
}

/** An entry of a merchant's receiver list. */
export interface Relation {
  readonly owner: string;
  readonly type: ReceiverType;
  readonly account: string;
  readonly appid?: string;
  readonly name?: string;
  readonly relationType: string;
  readonly customRelation?: string;
  readonly addedAt: number;
}

export interface Refund {
  readonly refundId: string;
  readonly amount: number;
  /** Fee that came back with this refund, in fen. */
  readonly feeBack: number;
  readonly from: 'frozen' | 'available';
  readonly at: number;
}

/** How the goods of a transaction mini program reach the buyer; `direct`: pick-up, local delivery, virtual goods. */
export type Delivery = 'express' | 'direct';

/** What is known of the goods of an order whose money waits for their receipt. Times in epoch ms. */
export interface Receipt {
  readonly delivery: Delivery;
  shippedAt?: number;
  /** When the buyer confirmed. */
  confirmedAt?: number;
}

/** A paid order. Amounts in fen, times in epoch ms. */
export interface Order {
  readonly transactionId: string;
  readonly payerMchId: string;
  /** Who placed it: the service provider, or the merchant itself. */
  readonly callerMchId: string;
  readonly family: Family;
  /** Total before coupons. */
  readonly amount: number;
  /** Coupons without prepayment (免充值): no money is paid in for them. */
  readonly coupon: number;
  readonly fee: number;
  readonly sharing: boolean;
  readonly paidAt: number;
  subsidyPending: boolean;
  settled: boolean;
  /** Of an order of a transaction mini program (交易类小程序); absent for all others. */
  receipt?: Receipt;
  state: 'OPEN' | 'CLOSED';
  closedBy?: 'share' | 'finish' | 'expiry' | 'refund' | 'spent';
  /** Money WeChat Pay still holds for this order; kept as a balance, proved against the records. */
  frozen: number;
  /** Given to the payer when the freeze period ended. */
  expiredToPayer: number;
  /** The ratio limit in fen when the last share was accepted. */
  capAtLastShare: number;
  readonly refunds: Refund[];
  readonly shareIds: string[];
}

/** Money of an ecommerce line that is held up on its way to the receiver. */
export interface AbnormalFunds {
  readonly status: 'ABNORMAL_PENDING' | 'ABNORMAL_FINISHED' | 'ABNORMAL_CLOSED';
  readonly closedReason?: 'CLOSED_REASON_TIMEOUT' | 'CLOSED_REASON_RESTRICT_TRANSFER';
  /** By which it is redirected. */
  readonly redirectId?: string;
  /** The merchant numbers that it went to instead. */
  readonly receivers?: readonly string[];
}

/** What one receiver gets out of one share. */
export interface Line {
  readonly detailId: string;
  readonly type: ReceiverType;
  readonly account: string;
  readonly appid?: string;
  readonly toPayer: boolean;
  readonly amount: number;
  readonly description: string;
  readonly createdAt: number;
  readonly dueAt: number;
  result: 'PENDING' | 'SUCCESS' | 'CLOSED';
  failReason?: LineFailReason;
  finishedAt?: number;
  /** A closed line of a closed order: its money went to the payer. */
  backToPayer: boolean;
  abnormalFunds?: AbnormalFunds;
}

/** The part of an order that goes back to the payer by a single share or a finish. */
export interface Rest {
  readonly detailId: string;
  readonly amount: number;
  readonly description: string;
  readonly createdAt: number;
  readonly dueAt: number;
  result: 'PENDING' | 'SUCCESS';
  finishedAt?: number;
}

export type ShareKind = 'single' | 'multi' | 'finish';

export interface ShareOrder {
  readonly orderId: string;
  readonly callerMchId: string;
  readonly payerMchId: string;
  readonly transactionId: string;
  readonly outOrderNo: string;
  /** Whose receiver list was asked, and is asked again when the lines are paid. */
  readonly listOwner: string;
  readonly kind: ShareKind;
  readonly acceptedAt: number;
  readonly lines: Line[];
  readonly rest?: Rest;
  /** The parameters, comparable: a number maps to exactly one set of them. */
  readonly fingerprint: { readonly order: string; readonly receivers: string; readonly other: string };
  readonly returnIds: string[];
}

export interface ReturnOrder {
  readonly returnId: string;
  readonly callerMchId: string;
  readonly payerMchId: string;
  readonly orderId: string;
  readonly outOrderNo: string;
  readonly transactionId: string;
  readonly outReturnNo: string;
  readonly returnMchId: string;
  readonly amount: number;
  readonly description: string;
  readonly createdAt: number;
  /** When it may settle; undefined while it waits for a top-up and a repetition. */
  dueAt?: number;
  readonly expiresAt: number;
  result: 'PROCESSING' | 'SUCCESS' | 'FAILED';
  failReason?: ReturnFailReason;
  finishedAt?: number;
  readonly fingerprint: string;
}

/** A platform's service fee for a refund. */
export interface AfterSalesOrder {
  readonly transactionId: string;
  readonly refundId: string;
  readonly callerMchId: string;
  readonly payerMchId: string;
  /** In fen. */
  readonly amount: number;
  readonly createdAt: number;
  readonly dueAt: number;
  result: 'PROCESSING' | 'SUCCESS' | 'FAILED';
  failReason?: 'ACCOUNT_ABNORMAL' | 'NO_RELATION' | 'RECEIVER_HIGH_RISK';
  finishedAt?: number;
  readonly fingerprint: string;
}
