import type { ShareReceiver } from '../../shared/generated/types';
import type { Rounding } from './portions';

/** What a ratio is of, in fen: what was paid; that less refunds; that less refunds and the fee that stands. */
export type RatioBase = 'paid' | 'paid_minus_refunds' | 'paid_minus_refunds_minus_fee';

/** How much, by one rule of several kinds; exactly one is given. */
interface Amounts {
  /** As text: `0.125` or `12.5%`, at most eight decimals. Never a number, which would be a float. */
  readonly ratio?: string | undefined;
  /** The same in ten-thousandths, 0 to 10 000: 1250 is 12.5 %. */
  readonly ten_thousandths?: number | undefined;
  /** A fixed amount, in fen. */
  readonly amount?: number | undefined;
  /** Everything that is left after all others. One rule of a plan and one member of a group may have it. */
  readonly remainder?: true | undefined;
}

interface Bounds {
  /** In fen. A smaller amount is raised to it, a zero too; 0 by default. */
  readonly minimum?: number | undefined;
  /** In fen. A larger amount is cut to it, and the cut is left over. */
  readonly maximum?: number | undefined;
}

interface Payee extends Bounds {
  readonly receiver: Pick<ShareReceiver, 'type' | 'account' | 'name'>;
  /** Why the money is shared, 1 to 80 characters; the rules' own `description` by default. */
  readonly description?: string | undefined;
}

interface OfBase {
  /** What its ratio is of; the rules' own `base` by default. */
  readonly of?: RatioBase | undefined;
}

/** A rule that pays one receiver. */
export interface ReceiverRule extends Amounts, OfBase, Payee {}

/** A member of a group: its ratio is of the group's amount, and `equal` shares what is left in the group equally. */
export interface GroupMember extends Amounts, Payee {
  readonly equal?: true | undefined;
}

/** A rule whose amount is split among members. */
export interface GroupRule extends Amounts, OfBase, Bounds {
  /** Its name, unique in the plan. */
  readonly group: string;
  /** How the members' fractions are rounded; `largest_remainder` by default. */
  readonly rounding?: Rounding | undefined;
  readonly members: readonly GroupMember[];
}

export interface ShareRules {
  /** 1 to 80 characters: of lines without their own, and of the finish. */
  readonly description: string;
  /** What ratios are of where a rule does not say; `paid` by default. */
  readonly base?: RatioBase | undefined;
  /** How fractions of a fen are rounded; `down` by default. */
  readonly rounding?: Rounding | undefined;
  /**
   * What happens to money that no line shares. `keep`: it stays in the order, for later shares. `finish`: it is released
   * to the payer by a profitSharingFinish after the last share. `single`: one profitSharing pays and releases at once.
   */
  readonly rest?: 'keep' | 'finish' | 'single' | undefined;
  readonly lines: readonly (ReceiverRule | GroupRule)[];
}

/** What WeChat Pay allows. */
export interface ShareLimits {
  /** Of `paid` less refunds, in ten-thousandths, as `profitSharingMerchantRatioQuery` gives it; 3000 by default. */
  readonly max_ratio?: number | undefined;
  /** Receivers in one request; 50 by default, and at most. */
  readonly receivers?: number | undefined;
  /** Share requests of one order; 50 by default, and at most. A finish is counted too: no page says whether it counts. */
  readonly requests?: number | undefined;
}
