// Generated from schemas/operations/profitSharingQuery.json by `npm run generate`. Do not edit.

import type { Operation } from '../../operation';
import { accepts } from '../validators/profitSharingQuery.accepts';
import { reply } from '../validators/profitSharingQuery.reply';
import { request } from '../validators/profitSharingQuery.request';

/** 查询分账结果. Query a share. */
export const profitSharingQuery: Operation<'profitSharingQuery'> = {
  name: 'profitSharingQuery',
  effect: 'read',
  settles: 'share',
  links: ['cloudpay', 'cloudrun', 'apiv2', 'apiv3', 'ecommerce', 'brand'],
  fields: ['sub_mch_id', 'nonce_str', 'transaction_id', 'out_order_no'],
  constants: {},
  requiredOn: { sub_mch_id: ['cloudpay', 'cloudrun', 'ecommerce', 'brand'] },
  fieldsOnlyOn: {},
  retired: {},
  onlyOn: {},
  requestJson: {},
  replyJson: ['receivers'],
  accepts,
  get checkRequest() {
    return request;
  },
  get checkReply() {
    return reply;
  },
};
