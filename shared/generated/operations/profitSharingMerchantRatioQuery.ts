// Generated from schemas/operations/profitSharingMerchantRatioQuery.json by `npm run generate`. Do not edit.

import type { Operation } from '../../operation';
import { reply, request } from '../validators/profitSharingMerchantRatioQuery';

/** 查询最大分账比例. Query the maximum ratio. */
export const profitSharingMerchantRatioQuery: Operation = {
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
  checkRequest: request,
  checkReply: reply,
};
