// Generated from schemas/operations/profitSharingFinish.json by `npm run generate`. Do not edit.

import type { Operation } from '../../operation';
import { accepts } from '../validators/profitSharingFinish.accepts';
import { reply } from '../validators/profitSharingFinish.reply';
import { request } from '../validators/profitSharingFinish.request';

/** 完结分账. Finish sharing. */
export const profitSharingFinish: Operation<'profitSharingFinish'> = {
  name: 'profitSharingFinish',
  effect: 'money',
  idempotencyKey: { field: 'out_order_no', family: 'share' },
  settles: 'finish',
  queriedBy: 'profitSharingQuery',
  links: ['cloudpay', 'cloudrun', 'apiv2', 'apiv3', 'ecommerce', 'brand'],
  fields: ['sub_mch_id', 'nonce_str', 'transaction_id', 'out_order_no', 'description'],
  constants: {},
  requiredOn: { sub_mch_id: ['cloudpay', 'cloudrun', 'ecommerce', 'brand'] },
  fieldsOnlyOn: {},
  retired: {},
  onlyOn: {},
  requestJson: {},
  replyJson: ['receiver'],
  accepts,
  get checkRequest() {
    return request;
  },
  get checkReply() {
    return reply;
  },
};
