import type { Field } from './fields';

const NUMBER = /^[0-9A-Za-z_\-|*@]+$/;

/** Fields that the pages of all families print alike. */
export const subMchid: Field = { name: 'sub_mchid', type: 'string', required: true, maxLength: 32 };
export const brandMchid: Field = { name: 'brand_mchid', type: 'string', required: true, maxLength: 32 };
export const appid: Field = { name: 'appid', type: 'string', maxLength: 32 };
export const subAppid: Field = { name: 'sub_appid', type: 'string', maxLength: 32 };
export const transactionId: Field = { name: 'transaction_id', type: 'string', required: true, maxLength: 32 };
export const outOrderNo: Field = {
  name: 'out_order_no',
  type: 'string',
  required: true,
  maxLength: 64,
  pattern: NUMBER,
};
export const orderId: Field = { name: 'order_id', type: 'string', maxLength: 64 };
export const outReturnNo: Field = { ...outOrderNo, name: 'out_return_no' };
export const shareNumber: Field = { ...outOrderNo, required: false };
export const returnMchid: Field = { name: 'return_mchid', type: 'string', required: true, maxLength: 32 };
export const amount: Field = { name: 'amount', type: 'integer', required: true };
export const description: Field = { name: 'description', type: 'string', required: true, maxLength: 80 };
export const account: Field = { name: 'account', type: 'string', required: true, maxLength: 64 };

export const encryptedName: Field = { name: 'name', type: 'string', maxLength: 1024, encrypted: true };

/** On no page, yet in the models of the official Java SDK: taken and not used. */
export const notifyUrl: Field = { name: 'notify_url', type: 'string' };

export const finish: Field = { name: 'finish', type: 'boolean', required: true };

/** `type` of a receiver, or `relation_type`, with what this family allows. */
export function oneOf(name: string, values: readonly string[]): Field {
  return { name, type: 'string', required: true, maxLength: 32, values };
}

/** `receivers`: how many there may be is a money rule, not one of form. */
export function receiverList(items: readonly Field[]): Field {
  return { name: 'receivers', type: 'list', required: true, items };
}
