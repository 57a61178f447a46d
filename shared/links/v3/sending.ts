import type { Contract } from '../../operation';

/** Contract fields that go by another name on every v3 wire. */
const WIRE_NAMES: Readonly<Record<string, string>> = {
  sub_mch_id: 'sub_mchid',
  return_account: 'return_mchid',
  return_amount: 'amount',
};

/** A `toWire` that sends exactly these fields of the contract, in this order. */
export function sending(...fields: readonly string[]): (request: Contract) => Contract {
  return (request) => Object.fromEntries(fields.map((field) => [WIRE_NAMES[field] ?? field, request[field]]));
}

/** What a return says on every v3 link. */
export const RETURN_FIELDS = [
  'sub_mch_id',
  'order_id',
  'out_order_no',
  'out_return_no',
  'return_account',
  'return_amount',
  'description',
];
