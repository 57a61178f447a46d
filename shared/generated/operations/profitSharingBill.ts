// Generated from schemas/operations/profitSharingBill.json by `npm run generate`. Do not edit.

import type { Operation } from '../../operation';
import { accepts } from '../validators/profitSharingBill.accepts';
import { reply } from '../validators/profitSharingBill.reply';
import { request } from '../validators/profitSharingBill.request';

/** 下载分账账单. Read a bill. */
export const profitSharingBill: Operation<'profitSharingBill'> = {
  name: 'profitSharingBill',
  effect: 'read',
  links: ['apiv3', 'ecommerce', 'brand'],
  fields: ['sub_mch_id', 'nonce_str', 'bill_date', 'cursor'],
  constants: {},
  requiredOn: {},
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
