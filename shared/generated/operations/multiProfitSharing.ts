// Generated from schemas/operations/multiProfitSharing.json by `npm run generate`. Do not edit.

import type { Operation } from '../../operation';
import { accepts } from '../validators/multiProfitSharing.accepts';
import { reply } from '../validators/multiProfitSharing.reply';
import { request } from '../validators/multiProfitSharing.request';

/** 请求多次分账. Share in part. */
export const multiProfitSharing: Operation<'multiProfitSharing'> = {
  name: 'multiProfitSharing',
  effect: 'money',
  idempotencyKey: { field: 'out_order_no', family: 'share' },
  settles: 'share',
  queriedBy: 'profitSharingQuery',
  links: ['cloudpay', 'cloudrun', 'apiv2', 'apiv3', 'ecommerce', 'brand'],
  fields: ['sub_mch_id', 'sub_appid', 'nonce_str', 'transaction_id', 'out_order_no', 'receivers'],
  constants: {},
  requiredOn: { sub_mch_id: ['cloudpay', 'cloudrun', 'ecommerce', 'brand'] },
  fieldsOnlyOn: {},
  retired: {
    type: {
      PERSONAL_WECHATID: {
        zh: '微信号类型已停用，请改用 PERSONAL_OPENID（或子商户 AppID 下的 PERSONAL_SUB_OPENID）和该用户的 openid',
        en: 'receivers by WeChat ID were withdrawn; use PERSONAL_OPENID, or PERSONAL_SUB_OPENID under the sub-merchant\'s AppID, with the person\'s openid',
      },
    },
  },
  onlyOn: {},
  requestJson: {
    receivers: {
      maxLength: 10240,
      uniqueBy: ['type', 'account'],
      keys: ['type', 'account', 'amount', 'description', 'name'],
    },
  },
  replyJson: ['receivers'],
  accepts,
  get checkRequest() {
    return request;
  },
  get checkReply() {
    return reply;
  },
};
