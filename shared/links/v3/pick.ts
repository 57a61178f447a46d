import type { Json, JsonObject, OperationName, RequestField, RequestOf } from '../../contract';

/** Contract fields that go by another name on every v3 wire. */
const WIRE_NAMES: { readonly [Field in RequestField]?: string } = {
  sub_mch_id: 'sub_mchid',
  return_account: 'return_mchid',
  return_amount: 'amount',
};

/** A `toWire` that sends exactly these fields of the contract, in this order. */
export function pick<Name extends OperationName>(
  ...fields: readonly (keyof RequestOf<Name> & RequestField)[]
): (request: RequestOf<Name>) => JsonObject {
  return (request) => Object.fromEntries(fields.map((field) => [WIRE_NAMES[field] ?? field, request[field] as Json]));
}

export const RETURN_FIELDS = [
  'sub_mch_id',
  'order_id',
  'out_order_no',
  'out_return_no',
  'return_account',
  'return_amount',
  'description',
] as const;
