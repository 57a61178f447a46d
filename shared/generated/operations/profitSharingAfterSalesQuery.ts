// Generated from schemas/operations/profitSharingAfterSalesQuery.json by `npm run generate`. Do not edit.

import type { Operation } from '../../operation';
import { accepts } from '../validators/profitSharingAfterSalesQuery.accepts';
import { reply } from '../validators/profitSharingAfterSalesQuery.reply';
import { request } from '../validators/profitSharingAfterSalesQuery.request';

/** 查询售后服务分账结果. Query an after-sales fee. */
export const profitSharingAfterSalesQuery: Operation<'profitSharingAfterSalesQuery'> = {
  name: 'profitSharingAfterSalesQuery',
  effect: 'read',
  links: ['ecommerce'],
  fields: ['sub_mch_id', 'nonce_str', 'transaction_id'],
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
