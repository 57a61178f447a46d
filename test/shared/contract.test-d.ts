/** Checked by `tsc -p .`, never run: every line below `@ts-expect-error` must stay a mistake. */
import type { AnswerFields, AnswerOf, RequestFields, RequestOf } from '../../shared/contract';
import { profitSharing } from '../../shared/generated/operations/profitSharing';
import { profitSharingBill } from '../../shared/generated/operations/profitSharingBill';
import type { Link } from '../../shared/links/link';
import { mapOrder } from '../../shared/links/v3/answers';
import { pick } from '../../shared/links/v3/pick';
import type { Route, Routes } from '../../shared/links/v3/route';
import * as rules from '../../shared/links/v3/rules';

declare const mine: {
  link: Link;
  call: Parameters<Link['send']>[2];
  share: RequestOf<'profitSharing'>;
  routes: Routes<'apiv3'>;
  request: RequestFields;
  answer: AnswerFields;
};

/** A route whose mapping names fields of the contract only. */
export const share: Route<'profitSharing'> = {
  method: 'POST',
  path: '/',
  toWire: (request) => ({
    sub_mchid: request.sub_mch_id,
    // @ts-expect-error the name on the wire, where the request has the contract's
    sub_merchant: request.sub_mchid,
    receivers: request.receivers.map(({ type, account }) => ({ type, account })),
    // @ts-expect-error a misspelt field
    out_order_no: request.out_oder_no,
    // @ts-expect-error a misspelt field of a receiver
    first: request.receivers.map(({ acount }) => acount),
  }),
  fromWire: mapOrder,
};

// @ts-expect-error a misspelt field
pick<'profitSharingQuery'>('out_order_no', 'transaktion_id');
// @ts-expect-error a field of another operation
pick<'profitSharingQuery'>('out_return_no');
// @ts-expect-error the name on the wire
pick<'profitSharingReturn'>('sub_mchid');

/** An answer in names of the contract only. */
export const answer: AnswerOf<'profitSharingReturn'> = {
  return_no: '1',
  // @ts-expect-error a misspelt field
  retrun_amount: 1,
};

export const bill: Route<'profitSharingBill'> = {
  method: 'GET',
  path: '/',
  toWire: ({ bill_date }) => ({ bill_date }),
  // @ts-expect-error a misspelt field
  fromWire: ({ bill_date }) => ({ bil_date: bill_date }),
};

// @ts-expect-error no link may lack the route of an operation that it carries
export const routes: Routes<'apiv3'> = (({ profitSharing: _left, ...others }) => others)(mine.routes);

// @ts-expect-error a misspelt field
rules.required(mine.request, 'sub_mchid');
// @ts-expect-error a misspelt field
mine.request.out_oder_no;
// @ts-expect-error a misspelt field
mine.answer.retrun_code;

mine.link.send(profitSharing, mine.share, mine.call);
// @ts-expect-error the request of another operation
mine.link.send(profitSharingBill, mine.share, mine.call);
