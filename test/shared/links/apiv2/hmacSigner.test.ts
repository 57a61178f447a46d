import fc from 'fast-check';
import { Hash } from 'wechatpay-axios-plugin';
import { hmacSigner } from '../../../../shared/links/apiv2/hmacSigner';
import { key, vectors } from './vectors.json';

const keys = hmacSigner(key);
const fieldsOf = (params: object) => new Map(Object.entries(params).map(([name, value]) => [name, String(value)]));

describe('API v2 signatures', () => {
  it.each(vectors)('reproduces the published vector: $name', ({ params, hmac_sha256 }) => {
    expect(keys.sign(fieldsOf(params))).toBe(hmac_sha256);
    expect(keys.verify(fieldsOf({ ...params, sign: hmac_sha256 }))).toBe(true);
  });

  it.each(vectors)('never takes the MD5 signature of: $name', ({ params, md5 }) => {
    expect(keys.verify(fieldsOf({ ...params, sign: md5 }))).toBe(false);
  });

  it('agrees with an independent implementation on any fields', () => {
    const fields = fc.dictionary(fc.stringMatching(/^[a-z][a-z_]{0,11}$/), fc.string({ unit: 'binary' }), {
      maxKeys: 12,
    });
    fc.assert(
      fc.property(fields, (more) => {
        const given = { mch_id: '1900000100', ...more };
        expect(keys.sign(fieldsOf(given))).toBe(Hash.sign(Hash.ALGO_HMAC_SHA256, given, key));
      }),
    );
  });

  it('notices any change to any field', () => {
    const original = fieldsOf({ ...vectors[7]?.params, sign: vectors[7]?.hmac_sha256 });
    const name = fc.constantFrom(...original.keys());
    fc.assert(
      fc.property(name, fc.string(), (changed, value) => {
        fc.pre(original.get(changed) !== value);
        expect(keys.verify(new Map(original).set(changed, value))).toBe(false);
      }),
    );
  });

  it('notices a field added or taken away, and a signature that is cut, lower-case or absent', () => {
    const sign = vectors[7]?.hmac_sha256 ?? '';
    const params = fieldsOf(vectors[7]?.params ?? {});
    const verify = (change: (fields: Map<string, string>) => unknown) => {
      const fields = new Map(params).set('sign', sign);
      change(fields);
      return keys.verify(fields);
    };
    expect(verify(() => undefined)).toBe(true);
    expect(verify((fields) => fields.set('coupon', '1'))).toBe(false);
    expect(verify((fields) => fields.delete('return_amount'))).toBe(false);
    expect(verify((fields) => fields.set('sign', sign.slice(1)))).toBe(false);
    expect(verify((fields) => fields.set('sign', sign.toLowerCase()))).toBe(false);
    expect(verify((fields) => fields.set('sign', '\u4ea8'.repeat(64)))).toBe(false);
    expect(verify((fields) => fields.delete('sign'))).toBe(false);
  });
});
