import type { Fields, Reader } from './Reader';

/** The payment a plan is about, as far as returns need to know it. */
export interface PaidOrder {
  /** WeChat Pay's number of the payment. */
  readonly transaction_id: string;
  /** What the buyer paid, in fen, without coupons that were not prepaid (免充值). */
  readonly paid: number;
  /** All refunds accepted so far, in fen; 0 by default. */
  readonly refunded?: number | undefined;
  /** The sub-merchant that collected the payment; goes into every request when given. */
  readonly sub_mch_id?: string | undefined;
  /** The merchant number of the payer of the shares, where it is not `sub_mch_id`: a direct merchant's own. */
  readonly payer?: string | undefined;
}

/** The payment to share. `paid` less the other amounts is what is left in the order (page merchant FAQ, 剩余待分金额). */
export interface OrderToShare extends PaidOrder {
  /** Your number of this plan, unique; every request's number derives from it. 1 to 54 of `0-9A-Za-z_-`. */
  readonly plan_no: string;
  /** WeChat Pay's fee that still stands, in fen: the whole fee less what came back with refunds; 0 by default. */
  readonly fee?: number | undefined;
  /** Shared with others before, paid or on its way, in fen; 0 by default. Lines that were closed do not count. */
  readonly shared?: number | undefined;
  /** Given back to the payer out of the order before, in fen; 0 by default. */
  readonly released?: number | undefined;
  /** What `profitSharingOrderAmountQuery` says is left, in fen. Where it is less than the difference above, it counts. */
  readonly unsplit?: number | undefined;
  /** Share requests accepted for this order before; 0 by default. */
  readonly requests?: number | undefined;
  /** The sub-merchant's AppID, for receivers of type PERSONAL_SUB_OPENID; goes into shares when given. */
  readonly sub_appid?: string | undefined;
}

/** What every request says of its order. */
export interface OrderFields {
  readonly sub_mch_id?: string;
}

export interface ReadOrder {
  readonly transactionId: string;
  readonly paid: number;
  readonly refunded: number;
  readonly payer: string | undefined;
  readonly common: OrderFields;
}

const OF_PAID = ['transaction_id', 'paid', 'refunded', 'sub_mch_id', 'payer'];
const OF_SHARE = ['plan_no', 'fee', 'shared', 'released', 'unsplit', 'requests', 'sub_appid'];

/** The field names an order may have, for both kinds of plans: one order serves both. */
export const ORDER_FIELDS: readonly string[] = [...OF_PAID, ...OF_SHARE];

/** Numbers that leave room for what derives from them, in characters every link takes (API v3 knows no `|`). */
export const NUMBER = /^[0-9A-Za-z_-]{1,54}$/;

/** The longest number {@link NUMBER} takes. */
export const MOST_OF_NUMBER = 54;

export function readOrder(reader: Reader, fields: Fields): ReadOrder {
  const paid = reader.whole(fields.paid, 'order.paid', { least: 1 });
  const refunded = reader.whole(fields.refunded, 'order.refunded', {}, 0);
  if (refunded > paid) reader.refuse('order.refunded', 'overPaid', refunded - paid, paid);
  const subMchId = reader.optionalText(fields.sub_mch_id, 'order.sub_mch_id', 32);
  return {
    transactionId: reader.text(fields.transaction_id, 'order.transaction_id', 32),
    paid,
    refunded,
    payer: reader.optionalText(fields.payer, 'order.payer', 64) ?? subMchId,
    common: subMchId === undefined ? {} : { sub_mch_id: subMchId },
  };
}
