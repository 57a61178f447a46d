import { Rsa } from 'wechatpay-axios-plugin';
import type { Call } from './endpoint';
import { missingAppid, receiverType } from './shares';
import { answerTo, type Json, success, type V3Answer } from './v3Answer';
import { optional, text } from './wireText';

/** Merchants are registered by their full name (pages of 2026), a relation of one's own needs its name too. */
export function missingInReceiver(fields: Json): string | undefined {
  const missing = missingAppid(fields);
  if (missing !== undefined) return missing;
  if (fields.type === 'MERCHANT_ID' && fields.name === undefined) return 'name';
  return fields.relation_type === 'CUSTOM' && fields.custom_relation === undefined ? 'custom_relation' : undefined;
}

/** What the bank wants to know of a receiver; a person's name has a field of its own in the ecommerce family. */
export function receiverInput(fields: Json) {
  return {
    type: receiverType(fields),
    account: text(fields, 'account'),
    relationType: text(fields, 'relation_type'),
    ...optional('name', fields, 'name'),
    ...optional('name', fields, 'encrypted_name'),
    ...optional('customRelation', fields, 'custom_relation'),
  };
}

/** apiv3 repeats what was added; the name comes back encrypted with the merchant's own certificate. */
export async function answerAdded({ bank, v3, caller, identity, fields }: Call): Promise<V3Answer> {
  const outcome = bank.addReceiver(identity, receiverInput(fields));
  if (!outcome.ok) return answerTo(outcome, () => ({}));
  const { type, account, relationType, customRelation, name } = outcome.value;
  const { publicKey } = await v3.merchants.of(caller.mchId);
  return success({
    ...(identity.subMchId === undefined ? {} : { sub_mchid: identity.subMchId }),
    type,
    account,
    ...(name === undefined ? {} : { name: Rsa.encrypt(name, publicKey) }),
    relation_type: relationType,
    ...(customRelation === undefined ? {} : { custom_relation: customRelation }),
  });
}
