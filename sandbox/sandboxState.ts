import { type CloudState, type Collections, openCloudState } from './cloudbase/cloudState';
import { openWeChatPay, type WeChatPay, type WeChatPayOptions } from './wechatpay/weChatPay';

export interface StateOptions extends WeChatPayOptions {
  /** The collections of the database and their indexes; those of the functions, empty, by default. */
  readonly collections?: Collections;
}

const functionCollections: Collections = {
  profit_sharing_ledger: [
    { name: 'dueAt', keys: { dueAt: 1 }, unique: false },
    { name: 'createdAt', keys: { createdAt: 1 }, unique: false },
    { name: 'operation_createdAt', keys: { operation: 1, createdAt: 1 }, unique: false },
    { name: 'updatedAt_createdAt', keys: { updatedAt: 1, createdAt: 1 }, unique: false },
    { name: 'transaction_id', keys: { 'ask.transaction_id': 1 }, unique: false },
    { name: 'order_id', keys: { 'ask.order_id': 1 }, unique: false },
  ],
  profit_sharing_notices: [],
  profit_sharing_breaks: [],
};

/** Everything the sandbox remembers: WeChat Pay's side and CloudBase's. Its parts know nothing of each other. */
export interface SandboxState extends WeChatPay, CloudState {
  /** Both sides back to the first moment. */
  reset(): void;
}

export function openState({ collections = functionCollections, ...options }: StateOptions = {}): SandboxState {
  const weChatPay = openWeChatPay(options);
  const cloud = openCloudState(collections);
  return {
    ...weChatPay,
    ...cloud,
    reset: () => {
      weChatPay.reset();
      cloud.reset();
    },
  };
}
