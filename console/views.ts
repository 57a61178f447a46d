import type { LinkName } from '../shared/generated/links';
import type { LedgerRecord, RecordState } from '../shared/ledger/record';

// What the server part sends to the page, and nothing else: both are built from this file.
// Amounts are in fen, times in epoch ms of the bank's clock unless a field says otherwise.

/** Where the money of one order is. The parts add up to what the buyer paid. */
export interface MoneyBar {
  /** With receivers, less what came back from them. */
  readonly shared: number;
  /** Accepted, and not yet with a receiver. */
  readonly onItsWay: number;
  /** Still to be shared. */
  readonly frozen: number;
  /** Given to the merchant by finish, single share, closed lines or expiry. */
  readonly released: number;
  /** Given back by receivers. */
  readonly returned: number;
  readonly refunded: number;
  readonly fee: number;
  /** An order without the profit-sharing flag: the merchant's from the start. */
  readonly unshareable: number;
}

export interface LineView {
  readonly account: string;
  readonly name: string;
  readonly toPayer: boolean;
  readonly amount: number;
  readonly description: string;
  readonly result: 'PENDING' | 'SUCCESS' | 'CLOSED';
  readonly failReason?: string;
}

export interface ReturnView {
  readonly number: string;
  readonly account: string;
  readonly name: string;
  readonly amount: number;
  readonly result: 'PROCESSING' | 'SUCCESS' | 'FAILED';
  readonly failReason?: string;
}

export interface ShareView {
  readonly number: string;
  readonly kind: 'single' | 'multi' | 'finish';
  readonly at: number;
  readonly lines: readonly LineView[];
  readonly returns: readonly ReturnView[];
}

export interface ReceiptView {
  readonly next: 'shipped' | 'received' | 'settlement';
  /** When it can be shared, epoch ms; absent while the goods have not been shipped. */
  readonly settlesAt?: number;
}

export interface OrderView {
  readonly transactionId: string;
  readonly payer: { readonly mchId: string; readonly name: string };
  readonly state: 'OPEN' | 'CLOSED';
  readonly closedBy?: string;
  readonly paid: number;
  /** While the money waits for the receipt of the goods. */
  readonly awaits?: ReceiptView;
  readonly bar: MoneyBar;
  readonly shares: readonly ShareView[];
}

/** What a failed call may safely do next, as the function said. */
export interface AdviceView {
  readonly origin: string;
  readonly category: string;
  readonly retry: string;
  readonly number: string;
  readonly funds: string;
  readonly message: string;
}

/** One run of a function, or one request of code outside of the functions. */
export interface CallView {
  readonly id: string;
  /** Epoch ms of this machine. */
  readonly startedAt: number;
  /** Absent while it runs. */
  readonly tookMs?: number;
  /** Absent for code outside of the functions. */
  readonly functionName?: string;
  readonly source: string;
  readonly state: 'running' | 'succeeded' | 'refused' | 'died';
  readonly code?: string;
  readonly message?: string;
  readonly advice?: AdviceView;
  /** Links its requests travelled on. */
  readonly links: readonly string[];
  readonly requests: number;
  /** Accepted by WeChat Pay in this call. */
  readonly moved: number;
  /** Faults it met. */
  readonly faults: readonly string[];
}

/** One message of a wire, laid out for reading; long secrets are shortened. */
export interface MessageView {
  readonly line: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly kind: 'json' | 'xml' | 'form' | 'text';
  readonly body: string;
}

export interface ExchangeView {
  readonly api: string;
  readonly link: string;
  readonly request: MessageView;
  /** Absent when the connection closed without an answer. */
  readonly reply?: MessageView;
  /** The connection broke inside of the answer. */
  readonly isCut: boolean;
  readonly fault?: string;
  readonly moved: number;
}

export interface CallDetail extends CallView {
  /** JSON text; absent for code outside of the functions. */
  readonly event?: string;
  /** JSON text of the reply, or the failure of the function; absent while it runs. */
  readonly reply?: string;
  readonly exchanges: readonly ExchangeView[];
}

/** How a number of the ledger stands beside the bank. */
export type Verdict = 'same' | 'behind' | 'doubt' | 'missing' | 'differs';

export interface BookSide {
  readonly state: RecordState;
  /** Paid so far. */
  readonly paid: number;
}

export interface ComparedRow {
  readonly number: string;
  readonly family: LedgerRecord['family'];
  readonly verdict: Verdict;
  readonly ledger?: BookSide & Pick<LedgerRecord, 'operation' | 'link'> & { readonly attempts: number };
  readonly bank?: BookSide & { readonly transactionId: string };
}

export interface NoticeView {
  readonly id: string;
  readonly mchId: string;
  readonly about: 'share' | 'return' | 'echo';
  readonly state: 'waiting' | 'acknowledged' | 'givenUp' | 'dropped';
  readonly dueAt: number;
  readonly attempts: readonly { readonly status: number; readonly answer: string; readonly flaw?: string }[];
}

/** A fault or crash that waits for its moment, in its own words. */
export type Waiting = Readonly<Record<string, unknown>> & { readonly times: number };

export interface Payee {
  readonly type: 'MERCHANT_ID' | 'PERSONAL_OPENID';
  readonly account: string;
  readonly name: string;
}

/** How the functions are set up at the moment. */
export interface LinkSetupView {
  readonly link: LinkName;
  /** Whose orders are shared. */
  readonly payerMchId: string;
  /** The appid that openids of receivers belong to. */
  readonly appid: string;
  /** For `POST /_sandbox/orders`: a link only shares orders of its own family. */
  readonly order: Readonly<Record<string, string>>;
}

/** Everything the page shows, except what one call looked like in full. */
export interface Snapshot {
  readonly now: number;
  /** Seconds of the bank's clock in a second; 0 where it stands still. */
  readonly speed: number;
  readonly setup: LinkSetupView;
  readonly payees: readonly Payee[];
  /** The functions that were found. */
  readonly functions: readonly string[];
  /** Those of them with a timer. */
  readonly timers: readonly string[];
  /** Newest first, as all lists. */
  readonly orders: readonly OrderView[];
  readonly calls: readonly CallView[];
  readonly ledger: readonly ComparedRow[];
  readonly notices: readonly NoticeView[];
  readonly waiting: {
    readonly pay: readonly Waiting[];
    readonly database: readonly Waiting[];
    readonly notices: readonly Waiting[];
    readonly crashes: readonly Waiting[];
  };
}
