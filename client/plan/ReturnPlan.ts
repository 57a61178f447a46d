import type { ProfitSharingReturnRequest } from '../../shared/generated/types';
import type { RefusedPlan } from './SharePlan';

/** One receiver of a share that was made, as `profitSharingQuery` gives it; other fields are ignored. */
export interface SharedLine {
  readonly type: string;
  readonly account: string;
  /** In fen. */
  readonly amount: number;
  /** Only SUCCESS was received; PENDING may still be, CLOSED never was. */
  readonly result: string;
  readonly description?: string | undefined;
}

/** A return that was made from a share before, as `profitSharingReturnQuery` gives it; other fields are ignored. */
export interface MadeReturn {
  readonly out_return_no: string;
  readonly return_account: string;
  /** In fen. */
  readonly return_amount: number;
  /** FAILED took nothing; every other result counts as taken. */
  readonly result: string;
}

/** One share request that WeChat Pay accepted. */
export interface MadeShare {
  readonly out_order_no: string;
  readonly receivers: readonly SharedLine[];
  /** Every return from it so far, failed ones too, also those of this refund; none by default. */
  readonly returns?: readonly MadeReturn[] | undefined;
  /** What of the order was refunded when it was made, in fen; 0 by default. Its lines answer for later refunds only. */
  readonly refunded_before?: number | undefined;
}

export interface RefundToPlan {
  /** Your number of this refund, unique; every return's number derives from it. 1 to 54 of `0-9A-Za-z_-`. */
  readonly refund_no: string;
  /** What goes back to the buyer, in fen. Not yet part of the order's `refunded`. */
  readonly amount: number;
  /** Why, 1 to 80 characters; goes into every return. */
  readonly description: string;
}

/**
 * How much of a refund the receivers bear. `proportional`: each gives back its line × refund ÷ paid, rounded down over
 * the sum of all refunds, so that a fully refunded order gives back every fen. `full`: they bear the refund as far as
 * they hold money, in proportion to what each still holds. `chosen`: the accounts in `first`, in that order, each as far
 * as it holds money, then the others as in `full`, unless `only`.
 */
export type ReturnPolicy =
  | { readonly kind: 'proportional' }
  | { readonly kind: 'full' }
  | { readonly kind: 'chosen'; readonly first: readonly string[]; readonly only?: boolean | undefined };

export interface PlannedReturn {
  readonly operation: 'profitSharingReturn';
  readonly request: Omit<ProfitSharingReturnRequest, 'order_id' | 'out_order_no'> & { out_order_no: string };
}

/** What the policy asks of a receiver and cannot have. The payer bears it. */
export interface MissingReturn {
  readonly out_order_no: string;
  readonly type: string;
  readonly account: string;
  /** In fen. */
  readonly amount: number;
  /** `person`: only merchants can return. `pending`: not received yet. `no_returns_left`: the share had its 50 returns. */
  readonly reason: 'person' | 'pending' | 'no_returns_left';
  /** The same in words, in the language asked for. */
  readonly message: string;
}

export interface PlannedReturns {
  readonly ok: true;
  readonly requests: readonly PlannedReturn[];
  readonly missing: readonly MissingReturn[];
  /** In fen. */
  readonly totals: {
    readonly refund: number;
    /** What receivers hold of these shares before this refund. */
    readonly held: number;
    /** All requests. */
    readonly returned: number;
    /** All of `missing`. */
    readonly missing: number;
  };
}

export type ReturnPlan = PlannedReturns | RefusedPlan;
