import type { Config } from '../../config';
import type { RequestField, RequestFields, RequestOf } from '../../contract';
import type { Violation } from '../../violations';
import { MOST_ENCRYPTED_BYTES } from '../../wechatpay/encryptField';
import type { Receiver } from './receivers';

/** Paths of the receivers that something is wrong with. */
function pathsOf({ receiver, receivers = [] }: RequestFields, isAmiss: (receiver: Receiver) => boolean): string[] {
  const paths = receivers.flatMap((item, index) => (isAmiss(item) ? [`receivers[${index}]`] : []));
  return receiver && isAmiss(receiver) ? ['receiver', ...paths] : paths;
}

export function typesWithin(request: RequestFields, allowedValues: readonly string[]): Violation[] {
  return pathsOf(request, ({ type }) => !allowedValues.includes(type)).map((path) => ({
    field: `${path}.type`,
    rule: 'enum',
    params: { allowedValues },
  }));
}

/** A relation this link does not know; replacing it would be a guess. */
export function relationsWithin(
  { receiver: { relation_type, custom_relation } }: RequestOf<'profitSharingAddReceiver'>,
  allowedValues: readonly string[],
): Violation[] {
  const found: Violation[] = [];
  if (!allowedValues.includes(relation_type)) {
    found.push({ field: 'receiver.relation_type', rule: 'enum', params: { allowedValues } });
  }
  if (custom_relation !== undefined && !allowedValues.includes('CUSTOM')) {
    found.push({ field: 'receiver.custom_relation', rule: 'forbidden' });
  }
  return found;
}

export function namesEncryptable(request: RequestFields): Violation[] {
  const isTooLong = ({ name = '' }: Receiver) => Buffer.byteLength(name) > MOST_ENCRYPTED_BYTES;
  return pathsOf(request, isTooLong).map((path) => ({
    field: `${path}.name`,
    rule: 'maxBytes',
    params: { limit: MOST_ENCRYPTED_BYTES },
  }));
}

/** v3 lets a single share pay the payer itself; the contract does not (CloudPay.profitSharing page). */
export function payerNotAmong(request: RequestFields, { mchId }: Config): Violation[] {
  const payer = request.sub_mch_id ?? mchId;
  const isPayer = ({ type, account }: Receiver) => type === 'MERCHANT_ID' && account === payer;
  return pathsOf(request, isPayer).map((path) => ({ field: `${path}.account`, rule: 'forbidden' }));
}

export function required(request: RequestFields, ...fields: RequestField[]): Violation[] {
  return fields.filter((field) => request[field] === undefined).map((field) => ({ field, rule: 'required' }));
}

export function forbidden(request: RequestFields, ...fields: RequestField[]): Violation[] {
  return fields.filter((field) => request[field] !== undefined).map((field) => ({ field, rule: 'forbidden' }));
}

/** The contract allows 64 characters, `return_mchid` 32. */
export function returnAccountFits({ return_account = '' }: RequestFields): Violation[] {
  return return_account.length > 32 ? [{ field: 'return_account', rule: 'maxLength', params: { limit: 32 } }] : [];
}

export function matching(request: RequestFields, pattern: RegExp, ...fields: RequestField[]): Violation[] {
  return fields
    .filter((field) => request[field] !== undefined && !pattern.test(String(request[field])))
    .map((field) => ({ field, rule: 'pattern', params: { pattern: pattern.source } }));
}

/** A value of dots only would be resolved as a folder of the path. */
export function namesNoFolder(request: RequestFields, field: RequestField): Violation[] {
  return matching(request, /[^.]/, field);
}
