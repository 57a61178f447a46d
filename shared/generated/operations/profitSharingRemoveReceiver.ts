// Generated from schemas/operations/profitSharingRemoveReceiver.json by `npm run generate`. Do not edit.

import type { Operation } from '../../operation';
import { accepts } from '../validators/profitSharingRemoveReceiver.accepts';
import { reply } from '../validators/profitSharingRemoveReceiver.reply';
import { request } from '../validators/profitSharingRemoveReceiver.request';

/** 删除分账接收方. Remove a receiver. */
export const profitSharingRemoveReceiver: Operation<'profitSharingRemoveReceiver'> = {
  name: 'profitSharingRemoveReceiver',
  effect: 'register',
  links: ['cloudpay', 'cloudrun', 'apiv2', 'apiv3', 'ecommerce', 'brand'],
  fields: ['sub_mch_id', 'sub_appid', 'nonce_str', 'receiver'],
  constants: {},
  requiredOn: { sub_mch_id: ['cloudpay', 'cloudrun'] },
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
    receiver: {
      maxLength: 2048,
      ignores: ['relation_type', 'custom_relation'],
      keys: ['type', 'account', 'name'],
    },
  },
  replyJson: ['receiver'],
  accepts,
  get checkRequest() {
    return request;
  },
  get checkReply() {
    return reply;
  },
};
