// Generated from schemas/operations/profitSharingAfterSales.json by `npm run generate`. Do not edit.

import type { Operation } from '../../operation';
import { reply, request } from '../validators/profitSharingAfterSales';

/** 请求售后服务分账. Share an after-sales fee. */
export const profitSharingAfterSales: Operation = {
  name: 'profitSharingAfterSales',
  effect: 'money',
  links: ['ecommerce'],
  fields: ['sub_mch_id', 'nonce_str', 'transaction_id', 'amount', 'type', 'scene', 'refund_id'],
  constants: {},
  requiredOn: { sub_mch_id: ['ecommerce'] },
  fieldsOnlyOn: {},
  retired: {},
  onlyOn: {},
  requestJson: {},
  replyJson: [],
  checkRequest: request,
  checkReply: reply,
};
