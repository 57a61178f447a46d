// Generated from schemas/operations/profitSharingMerchantRatioQuery.json by `npm run generate`. Do not edit.

import type { Operation } from '../../operation';
import { accepts } from '../validators/profitSharingMerchantRatioQuery.accepts';
import { reply } from '../validators/profitSharingMerchantRatioQuery.reply';
import { request } from '../validators/profitSharingMerchantRatioQuery.request';

/** 查询最大分账比例. Query the maximum ratio. */
export const profitSharingMerchantRatioQuery: Operation<'profitSharingMerchantRatioQuery'> = {
  name: 'profitSharingMerchantRatioQuery',
  effect: 'read',
  links: ['apiv2', 'apiv3', 'brand'],
  fields: ['sub_mch_id', 'brand_mch_id', 'nonce_str'],
  constants: {},
  requiredOn: { sub_mch_id: ['apiv3'] },
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
