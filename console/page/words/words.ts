import type { LedgerRecord, RecordState } from '../../../shared/ledger/record';
import type { Chapter } from '../../scenario/chapters';
import type { MoneyBar, Verdict } from '../../views';
import type { FaultForm } from '../faultForms';

type Said = Readonly<Record<string, string>>;
type Each<K extends string> = Readonly<Record<K, string>>;
type Counted = (count: number) => string;
type Of = (what: string) => string;

/** Everything the page says. Each language is one of these, so none can lack a word. */
export interface Words extends Each<'title' | 'skip' | 'language' | 'link' | 'cancel' | 'close' | 'seeCall'> {
  readonly presence: Each<'loading' | 'live' | 'away' | 'awayWhy'>;
  readonly accepted: Of;
  readonly reset: Each<'label' | 'question' | 'consequence' | 'yes' | 'done'>;
  readonly clock: Each<'title' | 'zone'> & { readonly steps: Each<'minute' | 'hour' | 'day' | 'month' | 'halfYear'> };
  readonly tabs: Each<'label' | 'orders' | 'calls' | 'ledger' | 'notices' | 'faults'>;
  readonly money: Each<keyof MoneyBar>;
  readonly orders: OrderWords;
  readonly story: Each<'title' | 'why' | 'play' | 'look' | 'over'> & {
    readonly chapters: Each<Exclude<Chapter, 'crashed'>>;
  };
  readonly calls: CallWords;
  readonly advice: AdviceWords;
  readonly ledger: LedgerWords;
  readonly notices: NoticeWords;
  readonly faults: FaultWords;
}

type Reason =
  | 'ACCOUNT_ABNORMAL'
  | 'NO_RELATION'
  | 'RECEIVER_HIGH_RISK'
  | 'RECEIVER_REAL_NAME_NOT_VERIFIED'
  | 'NO_AUTH'
  | 'RECEIVER_RECEIPT_LIMIT'
  | 'PAYER_ACCOUNT_ABNORMAL'
  | 'INVALID_REQUEST'
  | 'BALANCE_NOT_ENOUGH'
  | 'TIME_OUT_CLOSED';

type Result = 'PENDING' | 'PROCESSING' | 'SUCCESS' | 'CLOSED' | 'FAILED';

interface OrderWords
  extends Each<'order' | 'none' | 'noneWhy' | 'noFunctions' | 'place' | 'placeWhy' | 'amount' | 'open' | 'otherLink'>,
    Each<'toMerchant' | 'gaveBack' | 'goods' | 'awaitsReceipt' | 'shippedFirst'> {
  readonly deliveries: Each<'none' | 'express' | 'direct'>;
  readonly receipt: Each<'shipped' | 'received'>;
  readonly settlesAt: Of;
  readonly closed: Of;
  readonly closedBy: Said & Each<'share' | 'finish' | 'expiry' | 'refund' | 'spent'>;
  readonly kinds: Each<'single' | 'multi' | 'finish'>;
  readonly columns: Each<'number' | 'who' | 'amount' | 'result'>;
  readonly results: Each<Result>;
  readonly reasons: Said & Each<Reason>;
  readonly forms: FormWords;
}

interface FormWords
  extends Each<'share' | 'return' | 'finish' | 'register' | 'release' | 'description' | 'returnDescription'>,
    Each<'finishDescription' | 'finishConsequence' | 'finishNow'> {
  readonly tooMuch: Of;
  readonly shareNow: Of;
  readonly returnNow: Of;
  readonly finishAsk: Of;
  readonly finishQuestion: Of;
  readonly finishWhy: (rest: string, payer: string) => string;
}

interface CallWords
  extends Each<
      'none' | 'noneWhy' | 'list' | 'call' | 'outside' | 'caller' | 'noSource' | 'fault' | 'contract' | 'wire'
    >,
    Each<'request' | 'reply' | 'nothingSent' | 'noContract' | 'noAnswer' | 'cut' | 'gone'> {
  readonly requests: Counted;
  readonly states: Each<'running' | 'succeeded' | 'refused' | 'died'>;
  readonly moved: Of;
}

interface AdviceWords extends Each<'title' | 'none'> {
  readonly funds: Said & Each<'name' | 'unchanged' | 'unknown'>;
  readonly retry: Said & Each<'name' | 'never' | 'after_fix' | 'now' | 'later' | 'query_first'>;
  readonly number: Said & Each<'name' | 'reuse' | 'new' | 'any'>;
  readonly origin: Said & Each<'name' | 'adapter' | 'network' | 'wechatpay'>;
}

interface LedgerWords
  extends Each<
    'title' | 'none' | 'noneWhy' | 'allSame' | 'reconcile' | 'number' | 'ours' | 'theirs' | 'verdict' | 'nothing'
  > {
  readonly differing: Counted;
  readonly attempts: Counted;
  readonly families: Each<LedgerRecord['family']>;
  readonly states: Each<RecordState>;
  readonly verdicts: Each<Verdict>;
}

interface NoticeWords
  extends Each<
    'title' | 'none' | 'noneWhy' | 'id' | 'about' | 'state' | 'attempts' | 'again' | 'silence' | 'flaw' | 'forge'
  > {
  readonly abouts: Each<'share' | 'return' | 'echo'>;
  readonly states: Each<'waiting' | 'acknowledged' | 'givenUp' | 'dropped'>;
  readonly flaws: Said & Each<'altered' | 'missing' | 'wrong' | 'unknownSerial' | 'stale' | 'tag' | 'probe'>;
  readonly forged: Counted;
}

/** What the forms for faults ask for, and what they offer. */
interface FaultWord {
  fields:
    | ('kind' | 'api' | 'effect' | 'code' | 'message' | 'delayMs' | 'connection' | 'status' | 'flaw' | 'times')
    | ('function' | 'on' | 'moment' | 'nth' | 'copies' | 'ms');
  kinds:
    | ('silence' | 'code' | 'envelope' | 'slow' | 'broken' | 'status' | 'platform' | 'signature' | 'otherAnswer')
    | ('after' | 'before' | 'whole' | 'cut' | 'wrong' | 'missing' | 'md5' | 'unknownSerial' | 'stale' | 'altered')
    | ('tag' | 'probe' | 'pay' | 'database' | 'outage' | 'conflict' | 'busy')
    | ('duplicate' | 'delay' | 'reorder' | 'drop' | 'lostAnswer' | 'forge');
}

export interface FaultWords extends Each<'waiting' | 'clear' | 'crash' | 'any' | 'timers' | 'timersWhy' | 'noTimers'> {
  readonly places: Each<FaultForm['name']>;
  readonly why: Each<FaultForm['name']>;
  readonly inject: Each<FaultForm['name']>;
  readonly fields: Said & Each<FaultWord['fields']>;
  readonly kinds: Said & Each<FaultWord['kinds']>;
  readonly fire: Of;
}
