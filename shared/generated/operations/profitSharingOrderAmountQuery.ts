// Generated from schemas/operations/profitSharingOrderAmountQuery.json by `npm run generate`. Do not edit.

import type { Operation } from '../../operation';
import { accepts } from '../validators/profitSharingOrderAmountQuery.accepts';
import { reply } from '../validators/profitSharingOrderAmountQuery.reply';
import { request } from '../validators/profitSharingOrderAmountQuery.request';

/** 查询剩余待分金额. Query what is left to share. */
export const profitSharingOrderAmountQuery: Operation<'profitSharingOrderAmountQuery'> = {
  name: 'profitSharingOrderAmountQuery',
  effect: 'read',
  links: ['apiv2', 'apiv3', 'ecommerce', 'brand'],
  fields: ['nonce_str', 'transaction_id'],
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
