import type { ReceiverLine, RegisteredReceiver } from '../shared/generated/types';
import type { Settlement } from '../shared/settlement';
import type { ViolationMessage } from '../shared/violations';

/** The properties a type names, without its index signature: a misspelt field is an error, not `unknown`. */
type Named<T> = { [K in keyof T as string extends K ? never : number extends K ? never : K]: T[K] };

/** Fields only a failure has; failures are thrown. */
type FailureField = 'err_code' | 'err_code_des' | 'err_msg' | 'error_code' | 'error_msg';

/** One receiver of a share as WeChat Pay reports it, its account under one name and its amount in fen. */
export type PaidLine = Omit<Named<ReceiverLine>, 'account' | 'amount'> & {
  account: string;
  /** In fen. */
  amount: number;
};

/** A reply's field after the client has read it: JSON parsed, amounts (fen) and ratios as numbers. */
type ReadField<K, Value> = K extends 'receivers'
  ? PaidLine[]
  : K extends 'receiver'
    ? Named<RegisteredReceiver>
    : [number | string] extends [Value]
      ? number
      : Value;

type ReadReply<Reply> = {
  [K in keyof Reply as K extends FailureField ? never : K]: ReadField<K, Exclude<Reply[K], undefined>>;
};

/** What every reply may carry beside WeChat's fields. */
interface Beside {
  return_code: 'SUCCESS';
  result_code?: 'SUCCESS';
  /** Where WeChat's answer breaks WeChat's own documentation, such as a promised field that is absent. */
  deviations?: ViolationMessage[];
  /** True when the outcome could not be written to the ledger; reconciliation will find it. */
  unrecorded?: true;
  /** What the operator should change about the function; on the first call of an instance only. */
  warnings?: string[];
  /** The platform's id of the exchange, for support. */
  request_id?: string;
}

/**
 * A reply that reports success. `Promised` are the fields WeChat's page promises with every success; all others may be
 * absent. Success of a share, finish or return means accepted, not paid: read `settlement`.
 */
export type Success<Reply, Promised extends keyof Named<Reply> = never> = Omit<
  ReadReply<Named<Reply>>,
  Promised | keyof Beside
> &
  Required<Pick<ReadReply<Named<Reply>>, Promised & keyof ReadReply<Named<Reply>>>> &
  Beside;

/** Replies about money say what became of it; `unknown` where the function did not. */
export interface Settled {
  settlement: Settlement;
}
