import fc from 'fast-check';
import type { UnknownFields } from '../../../../shared/contract';
import type { printed } from './mirror';

export type LinkName = keyof typeof printed;

export const nonce_str = fc.stringMatching(/^[0-9A-Z]{32}$/);
export const digits = fc.stringMatching(/^[0-9]{4,32}$/);
export const transaction_id = fc.stringMatching(/^[0-9A-Za-z_-]{1,32}$/);
export const number = fc.stringMatching(/^[0-9A-Za-z_\-|*@]{1,64}$/);
export const returnable = fc.stringMatching(/^[0-9A-Za-z_\-*@]{1,64}$/);
export const description = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 });
export const amount = fc.integer({ min: 1, max: 100_000_000_000 });
const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 53 });
const openid = fc.stringMatching(/^o[0-9A-Za-z_-]{27}$/);
export const sub_mch_id = fc.constant('1900000109');
export const sub_appid = fc.constant('wx8888888888888889');
export const time = fc.date({ min: new Date('2018-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });

const typesOf = (link: LinkName) => [
  'MERCHANT_ID',
  'PERSONAL_OPENID',
  ...(link === 'ecommerce' ? [] : ['PERSONAL_SUB_OPENID']),
];

export function receiver(link: LinkName): fc.Arbitrary<{ type: string; account: string }> {
  return fc.constantFrom(...typesOf(link)).chain((type) =>
    fc.record({
      type: fc.constant(type),
      account: type === 'MERCHANT_ID' ? digits.map((id) => `2${id.slice(1)}`) : openid,
    }),
  );
}

function optional(fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<UnknownFields> {
  return fc.record(fields, { requiredKeys: [] });
}

export function receivers(link: LinkName): fc.Arbitrary<UnknownFields[]> {
  const payee = fc
    .tuple(receiver(link), fc.record({ amount, description }), optional({ name }))
    .map((parts): UnknownFields => Object.assign({}, ...parts));
  return fc.uniqueArray(payee, { minLength: 1, maxLength: 6, selector: ({ type, account }) => `${type} ${account}` });
}

export function toAdd(link: LinkName): fc.Arbitrary<UnknownFields> {
  const relation = {
    apiv3: optional({ custom_relation: fc.string({ minLength: 1, maxLength: 10 }) }).map((custom) => ({
      relation_type: custom.custom_relation === undefined ? 'STORE_OWNER' : 'CUSTOM',
      ...custom,
    })),
    ecommerce: fc.record({ relation_type: fc.constantFrom('SUPPLIER', 'DISTRIBUTOR', 'SERVICE_PROVIDER') }),
    brand: fc.record({ relation_type: fc.constantFrom('SUPPLIER', 'DISTRIBUTOR', 'SERVICE_PROVIDER', 'STAFF') }),
  }[link];
  return fc.tuple(receiver(link), optional({ name }), relation).map((parts) => Object.assign({}, ...parts));
}
