import type {
  MultiProfitSharingRequest,
  ProfitSharingFinishRequest,
  ProfitSharingRequest,
  ShareReceiver,
} from '../../shared/generated/types';
import type { ViolationMessage } from '../../shared/violations';
import type { RatioBase } from './ShareRules';

interface WithReceivers {
  readonly receivers: ShareReceiver[];
}

/** A request to make, in the plan's order: each after the one before has settled, a finish last. */
export type PlannedRequest =
  | { readonly operation: 'multiProfitSharing'; readonly request: MultiProfitSharingRequest & WithReceivers }
  | { readonly operation: 'profitSharing'; readonly request: ProfitSharingRequest & WithReceivers }
  | { readonly operation: 'profitSharingFinish'; readonly request: ProfitSharingFinishRequest };

/** How an amount came about. */
export interface Explained {
  /** Where its rule stands: `rules.lines[0].members[2]`. */
  readonly field: string;
  /** In fen. */
  readonly amount: number;
  readonly rule: 'ratio' | 'amount' | 'equal' | 'remainder';
  /** What the rule was applied to, in fen; for `remainder` and `equal` what was left. A fixed amount has none. */
  readonly base?: { readonly of: RatioBase | 'group' | 'left'; readonly fen: number };
  /** The ratio as it was written. */
  readonly ratio?: string;
  /** The exact amount before rounding and bounds, in fen with a fraction: `1543 1/8`. */
  readonly exact: string;
  /** What rounding added or took, in fen: `-1/8`, `+7/8` or `0`. */
  readonly rounding: string;
  /** The bound that decided instead. */
  readonly bound?: 'minimum' | 'maximum';
  /** The same as a sentence, in the language asked for. */
  readonly explanation: string;
}

export interface PlannedLine extends Explained {
  readonly receiver: Pick<ShareReceiver, 'type' | 'account'>;
  /** The request that pays it. */
  readonly out_order_no: string;
}

export interface PlannedGroup extends Explained {
  readonly group: string;
  /** Of its amount, what no member gets, in fen. It stays in the order. */
  readonly left: number;
}

export interface PlannedShares {
  readonly ok: true;
  readonly requests: readonly PlannedRequest[];
  /** One for each rule and member that gets something, in their own order. */
  readonly lines: readonly PlannedLine[];
  /** Those that get nothing; WeChat Pay takes no line of 0. */
  readonly leftOut: readonly Omit<PlannedLine, 'out_order_no'>[];
  readonly groups: readonly PlannedGroup[];
  /** In fen. `lines` + `rest` = `unsplit`, always. */
  readonly totals: {
    /** Left in the order before this plan. */
    readonly unsplit: number;
    /** All lines. */
    readonly lines: number;
    /** Lines to others than the payer: what the maximum ratio counts. */
    readonly toOthers: number;
    /** The most that could go to others. */
    readonly limit: number;
    /** What no line shares. */
    readonly rest: number;
    /** What becomes of the rest. */
    readonly restGoes: 'to_payer' | 'stays_frozen' | 'nothing_left';
  };
}

/** Why there is no plan: each rule that is broken, and by how many fen. */
export interface RefusedPlan {
  readonly ok: false;
  readonly violations: readonly ViolationMessage[];
}

export type SharePlan = PlannedShares | RefusedPlan;
