// Generated from schemas/operations/profitSharingReturnQuery.json by `npm run generate`. Do not edit.

import type { Operation } from '../../operation';
import { accepts } from '../validators/profitSharingReturnQuery.accepts';
import { reply } from '../validators/profitSharingReturnQuery.reply';
import { request } from '../validators/profitSharingReturnQuery.request';

/** 查询分账回退结果. Query a return. */
export const profitSharingReturnQuery: Operation<'profitSharingReturnQuery'> = {
  name: 'profitSharingReturnQuery',
  effect: 'read',
  settles: 'return',
  links: ['cloudpay', 'cloudrun', 'apiv2', 'apiv3', 'ecommerce', 'brand'],
  fields: ['sub_mch_id', 'nonce_str', 'order_id', 'out_order_no', 'out_return_no'],
  constants: {},
  requiredOn: { sub_mch_id: ['cloudpay', 'cloudrun', 'ecommerce', 'brand'] },
  fieldsOnlyOn: {},
  exactlyOneOf: ['order_id', 'out_order_no'],
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
