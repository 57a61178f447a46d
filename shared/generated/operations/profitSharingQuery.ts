// Generated from schemas/operations/profitSharingQuery.json by `npm run generate`. Do not edit.

import type { Operation } from '../../operation';
import { reply, request } from '../validators/profitSharingQuery';

/** 查询分账结果. Query a share. */
export const profitSharingQuery: Operation = {
  name: 'profitSharingQuery',
  effect: 'read',
  links: ['cloudpay', 'cloudrun', 'apiv2', 'apiv3', 'ecommerce', 'brand'],
  fields: ['sub_mch_id', 'nonce_str', 'transaction_id', 'out_order_no'],
  constants: {},
  requiredOn: { sub_mch_id: ['cloudpay', 'cloudrun', 'ecommerce', 'brand'] },
  fieldsOnlyOn: {},
  retired: {},
  onlyOn: {},
  requestJson: {},
  replyJson: ['receivers'],
  checkRequest: request,
  checkReply: reply,
};
