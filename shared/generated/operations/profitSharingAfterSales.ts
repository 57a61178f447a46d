// Generated from schemas/operations/profitSharingAfterSales.json by `npm run generate`. Do not edit.

import type { Operation } from '../../operation';
import { accepts } from '../validators/profitSharingAfterSales.accepts';
import { reply } from '../validators/profitSharingAfterSales.reply';
import { request } from '../validators/profitSharingAfterSales.request';

/** 请求售后服务分账. Share an after-sales fee. */
export const profitSharingAfterSales: Operation<'profitSharingAfterSales'> = {
  name: 'profitSharingAfterSales',
  effect: 'money',
  settles: 'after_sales',
  queriedBy: 'profitSharingAfterSalesQuery',
  links: ['ecommerce'],
  fields: ['sub_mch_id', 'nonce_str', 'transaction_id', 'amount', 'type', 'scene', 'refund_id'],
  constants: {},
  requiredOn: { sub_mch_id: ['ecommerce'] },
  fieldsOnlyOn: {},
  retired: {},
  onlyOn: {},
  requestJson: {},
  replyJson: [],
  accepts,
  get checkRequest() {
    return request;
  },
  get checkReply() {
    return reply;
  },
};
