// Generated from schemas/operations/profitSharingReturn.json by `npm run generate`. Do not edit.

import type { Operation } from '../../operation';
import { accepts } from '../validators/profitSharingReturn.accepts';
import { reply } from '../validators/profitSharingReturn.reply';
import { request } from '../validators/profitSharingReturn.request';

/** 请求分账回退. Return a share. */
export const profitSharingReturn: Operation<'profitSharingReturn'> = {
  name: 'profitSharingReturn',
  effect: 'money',
  idempotencyKey: { field: 'out_return_no', family: 'return' },
  settles: 'return',
  queriedBy: 'profitSharingReturnQuery',
  links: ['cloudpay', 'cloudrun', 'apiv2', 'apiv3', 'ecommerce', 'brand'],
  fields: [
    'sub_mch_id',
    'sub_appid',
    'nonce_str',
    'order_id',
    'out_order_no',
    'transaction_id',
    'out_return_no',
    'return_account_type',
    'return_account',
    'return_amount',
    'description',
  ],
  constants: { return_account_type: 'MERCHANT_ID' },
  requiredOn: { sub_mch_id: ['cloudpay', 'cloudrun', 'ecommerce', 'brand'] },
  fieldsOnlyOn: { transaction_id: ['ecommerce'] },
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
