// Generated from schemas/operations/profitSharingAddReceiver.json by `npm run generate`. Do not edit.

import type { Operation } from '../../operation';
import { accepts } from '../validators/profitSharingAddReceiver.accepts';
import { reply } from '../validators/profitSharingAddReceiver.reply';
import { request } from '../validators/profitSharingAddReceiver.request';

/** 添加分账接收方. Add a receiver. */
export const profitSharingAddReceiver: Operation<'profitSharingAddReceiver'> = {
  name: 'profitSharingAddReceiver',
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
  onlyOn: { relation_type: { PLATFORM: ['ecommerce', 'brand'], OTHERS: ['ecommerce', 'brand'] } },
  requestJson: {
    receiver: { maxLength: 2048, keys: ['type', 'account', 'name', 'relation_type', 'custom_relation'] },
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
