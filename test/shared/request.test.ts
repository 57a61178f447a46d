import { parseCaller } from '../../shared/caller';
import { multiProfitSharing } from '../../shared/generated/operations/multiProfitSharing';
import { profitSharing } from '../../shared/generated/operations/profitSharing';
import { profitSharingAddReceiver } from '../../shared/generated/operations/profitSharingAddReceiver';
import { profitSharingFinish } from '../../shared/generated/operations/profitSharingFinish';
import { profitSharingReturn } from '../../shared/generated/operations/profitSharingReturn';
import { normalizeRequest, toFlat } from '../../shared/normalizeRequest';
import type { Operation } from '../../shared/operation';
import { violationsOf, withMessages } from '../../shared/violations';
import { fromFunction } from './callers';

const caller = parseCaller(fromFunction);
if (!caller) throw new Error('the fixture has an identity');
const config = { link: 'cloudpay', subMchId: '1900000109', subAppid: undefined } as const;

const share = {
  transaction_id: '4208450740201411110007820472',
  out_order_no: 'P20150806125346',
  receivers: [{ type: 'MERCHANT_ID', account: '1900001001', amount: 888, description: '分到商户' }],
};
const finish = { transaction_id: '4208450740201411110007820472', out_order_no: 'F1', description: '分账已完成' };

function judged(operation: Operation, event: unknown, settings: { subMchId?: string } = config) {
  const { fields, violations } = normalizeRequest(
    operation,
    event,
    { ...config, subMchId: settings.subMchId },
    caller as never,
  );
  return {
    request: fields,
    violations: withMessages([...violations, ...violationsOf(operation, fields, config)], 'en'),
  };
}
const violations = (operation: Operation, event: unknown) => judged(operation, event).violations;

describe('what a caller may leave out is filled in', () => {
  it('takes the sub-merchant from the configuration, the appid from the caller, and a fresh nonce', () => {
    const { request } = judged(multiProfitSharing, share);
    expect(request).toMatchObject({ sub_mch_id: '1900000109', sub_appid: 'wx8888888888888889' });
    expect(request.nonce_str).toMatch(/^[0-9a-f]{32}$/);
    expect(judged(multiProfitSharing, share).request.nonce_str).not.toBe(request.nonce_str);
  });

  it('never sends sub_appid where the operation does not accept it', () => {
    expect(judged(profitSharingFinish, finish).request).not.toHaveProperty('sub_appid');
  });

  it('keeps what the caller did give', () => {
    const { request } = judged(multiProfitSharing, {
      ...share,
      sub_mch_id: '1900000110',
      sub_appid: 'wxOwn',
      nonce_str: 'n',
    });
    expect(request).toMatchObject({ sub_mch_id: '1900000110', sub_appid: 'wxOwn', nonce_str: 'n' });
  });

  it('asks for the sub-merchant when neither the caller nor the configuration names one', () => {
    expect(judged(profitSharingFinish, finish, {}).violations).toEqual([
      { field: 'sub_mch_id', rule: 'required', message: 'is required' },
    ]);
  });

  it('fills the one value return_account_type can have', () => {
    const { request, violations: found } = judged(profitSharingReturn, {
      out_order_no: 'P1',
      out_return_no: 'R1',
      return_account: '1900001001',
      return_amount: 1,
      description: '用户退款',
    });
    expect(found).toEqual([]);
    expect(request.return_account_type).toBe('MERCHANT_ID');
  });
});

describe('a request arrives in more than one spelling and leaves in one', () => {
  it('strips what the platform injects into client events', () => {
    const event = { ...finish, userInfo: { appId: 'wx', openId: 'o' }, tcbContext: {} };
    expect(judged(profitSharingFinish, event).violations).toEqual([]);
    expect(judged(profitSharingFinish, event).request).not.toHaveProperty('userInfo');
  });

  it('accepts the camelCase of cloud.cloudPay samples, also inside receivers', () => {
    const { request, violations: found } = judged(profitSharingAddReceiver, {
      subMchId: '1900000109',
      receiver: { type: 'MERCHANT_ID', account: '1900001001', name: '示例商户', relationType: 'STORE' },
    });
    expect(found).toEqual([]);
    expect(request.receiver).toMatchObject({ relation_type: 'STORE' });
  });

  it('refuses a field given in both spellings rather than choosing one', () => {
    expect(violations(profitSharingFinish, { ...finish, outOrderNo: 'F2' })).toContainEqual(
      expect.objectContaining({ field: 'out_order_no', rule: 'givenTwice' }),
    );
  });

  it('takes receivers as an array or as the documented JSON string, and sends the same text for both', () => {
    const asArray = judged(multiProfitSharing, { ...share, nonce_str: 'n' }).request;
    const asText = judged(multiProfitSharing, {
      ...share,
      nonce_str: 'n',
      receivers: JSON.stringify(share.receivers),
    }).request;
    expect(toFlat(multiProfitSharing, asText)).toEqual(toFlat(multiProfitSharing, asArray));
    expect(typeof toFlat(multiProfitSharing, asArray).receivers).toBe('string');
  });

  it('sends the fields in documented order whatever order they came in', () => {
    const backwards = Object.fromEntries(Object.entries({ ...share, nonce_str: 'n' }).reverse());
    expect(JSON.stringify(judged(multiProfitSharing, backwards).request)).toBe(
      JSON.stringify(judged(multiProfitSharing, { ...share, nonce_str: 'n' }).request),
    );
  });

  it("does not change the caller's own objects", () => {
    const event = { ...share, receivers: share.receivers.map((receiver) => ({ ...receiver })) };
    const before = structuredClone(event);
    judged(multiProfitSharing, event);
    expect(event).toEqual(before);
  });
});

describe('a mistake is named by its field before any money is at stake', () => {
  const receiver = share.receivers[0];
  const withReceivers = (...receivers: unknown[]) => violations(multiProfitSharing, { ...share, receivers });

  it.each([
    [
      'an amount in yuan',
      withReceivers(receiver, { ...receiver, account: 'b', amount: 3.5 }),
      'receivers[1].amount',
      'type',
    ],
    ['an amount as text', withReceivers({ ...receiver, amount: '888' }), 'receivers[0].amount', 'type'],
    ['an amount of nothing', withReceivers({ ...receiver, amount: 0 }), 'receivers[0].amount', 'minimum'],
    ['no receiver', withReceivers(), 'receivers', 'minItems'],
    [
      'fifty-one receivers',
      withReceivers(...Array.from({ length: 51 }, (_, i) => ({ ...receiver, account: `${i}` }))),
      'receivers',
      'maxItems',
    ],
    ['the same receiver twice', withReceivers(receiver, { ...receiver, amount: 1 }), 'receivers[1]', 'duplicate'],
    [
      'a field in the wrong place',
      withReceivers({ ...receiver, relation_type: 'STORE' }),
      'receivers[0].relation_type',
      'unknown',
    ],
    ['broken JSON', violations(multiProfitSharing, { ...share, receivers: '[{' }), 'receivers', 'json'],
    [
      'an object instead of a list',
      violations(multiProfitSharing, { ...share, receivers: receiver }),
      'receivers',
      'type',
    ],
    [
      'a number with a blank',
      violations(profitSharingFinish, { ...finish, out_order_no: 'F 1' }),
      'out_order_no',
      'pattern',
    ],
    ['an event that is no object', violations(profitSharingFinish, 'F1'), '', 'type'],
  ])('%s', (_what, found, field, rule) => {
    expect(found).toContainEqual(expect.objectContaining({ field, rule }));
  });

  it('accepts fifty receivers', () => {
    expect(withReceivers(...Array.from({ length: 50 }, (_, i) => ({ ...receiver, account: `${i}` })))).toEqual([]);
  });

  it('counts characters, not UTF-16 units: eighty emoji fit a description of eighty', () => {
    expect(violations(profitSharingFinish, { ...finish, description: '💰'.repeat(80) })).toEqual([]);
    expect(violations(profitSharingFinish, { ...finish, description: '💰'.repeat(81) })).toContainEqual(
      expect.objectContaining({ field: 'description', rule: 'maxLength' }),
    );
  });

  it('refuses receivers whose JSON text would pass 10240 characters', () => {
    const long = Array.from({ length: 50 }, (_, i) => ({ ...receiver, account: `${i}`, name: '名'.repeat(200) }));
    expect(withReceivers(...long)).toContainEqual(
      expect.objectContaining({ field: 'receivers', rule: 'maxJsonLength' }),
    );
  });

  it('names what replaces a withdrawn receiver type', () => {
    const [found] = withReceivers({ ...receiver, type: 'PERSONAL_WECHATID' });
    expect(found).toMatchObject({ field: 'receivers[0].type', rule: 'retired' });
    expect(found?.message).toMatch(/PERSONAL_OPENID/);
  });

  it('suggests the nearest name for a misspelt one', () => {
    expect(violations(profitSharingFinish, { ...finish, out_order_number: 'F1' })[0]?.message).toMatch(
      /out_order_no\?/,
    );
    expect(withReceivers({ ...receiver, acount: 'x' })[0]?.message).toMatch(/account\?/);
  });

  it('wants sub_appid with PERSONAL_SUB_OPENID receivers when it cannot be filled in', () => {
    const nameless = { ...caller, appid: undefined, fromAppid: undefined };
    const event = { ...share, receivers: [{ ...receiver, type: 'PERSONAL_SUB_OPENID' }] };
    const { fields } = normalizeRequest(multiProfitSharing, event, config, nameless);
    expect(violationsOf(multiProfitSharing, fields, config)).toContainEqual(
      expect.objectContaining({ field: 'sub_appid', rule: 'required' }),
    );
  });

  it('wants custom_relation with CUSTOM and only with CUSTOM, and the name of a merchant', () => {
    const add = (receiver: object) => violations(profitSharingAddReceiver, { receiver });
    const merchant = { type: 'MERCHANT_ID', account: '1900001001', name: '示例商户' };
    expect(add({ ...merchant, relation_type: 'CUSTOM' })).toContainEqual(
      expect.objectContaining({ field: 'receiver.custom_relation', rule: 'required' }),
    );
    expect(add({ ...merchant, relation_type: 'STORE', custom_relation: '代理商' })).toContainEqual(
      expect.objectContaining({ field: 'receiver.custom_relation', rule: 'forbidden' }),
    );
    expect(add({ type: 'MERCHANT_ID', account: '1', relation_type: 'STORE' })).toContainEqual(
      expect.objectContaining({ field: 'receiver.name', rule: 'required' }),
    );
    expect(add({ type: 'PERSONAL_OPENID', account: 'o', relation_type: 'USER' })).toEqual([]);
  });

  it.each([
    ['neither', {}],
    ['both', { order_id: '3', out_order_no: 'P1' }],
  ])('wants exactly one of order_id and out_order_no: %s', (_what, ids) => {
    const event = { out_return_no: 'R1', return_account: '1', return_amount: 1, description: 'd', ...ids };
    expect(violations(profitSharingReturn, event)).toEqual([
      { field: 'order_id', rule: 'exactlyOne', message: 'give exactly one of order_id, out_order_no' },
    ]);
  });

  it('answers a hostile request with a bounded list', () => {
    const many = Array.from({ length: 1_000_000 }, () => ({}));
    expect(violations(multiProfitSharing, { ...share, receivers: many }).length).toBeLessThanOrEqual(50);
  });

  it('refuses to share once with the paying merchant itself', () => {
    const receivers = [{ ...receiver, account: '1900000109' }];
    expect(violations(profitSharing, { ...share, receivers })).toContainEqual(
      expect.objectContaining({ field: 'receivers[0].account', rule: 'payer' }),
    );
    expect(violations(multiProfitSharing, { ...share, receivers })).toEqual([]);
    // An openid that reads like the merchant's number is a person all the same.
    const person = receivers.map((one) => ({ ...one, type: 'PERSONAL_OPENID' }));
    expect(violations(profitSharing, { ...share, receivers: person })).toEqual([]);
  });

  it('refuses a relation that only other links know, naming them', () => {
    const found = violations(profitSharingAddReceiver, {
      receiver: { type: 'PERSONAL_OPENID', account: 'o', relation_type: 'PLATFORM' },
    });
    expect(found).toEqual([
      { field: 'receiver.relation_type', rule: 'otherLink', message: expect.stringContaining('ecommerce') },
    ]);
  });

  it('refuses a field that only other links know, naming them', () => {
    const event = { out_order_no: 'S1', out_return_no: 'R1', return_account: '1', return_amount: 1, description: 'd' };
    expect(violations(profitSharingReturn, { ...event, transaction_id: '42' })).toEqual([
      { field: 'transaction_id', rule: 'otherLink', message: 'is only known on ecommerce' },
    ]);
  });

  it('survives JSON nested a hundred thousand deep', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(violations(multiProfitSharing, { ...share, receivers: deep }).length).toBeGreaterThan(0);
  });

  it('is not fooled by a __proto__ key', () => {
    const event = JSON.parse('{"__proto__":{"out_order_no":"F1"},"transaction_id":"4","description":"d"}');
    const found = violations(profitSharingFinish, event);
    expect(found).toContainEqual(expect.objectContaining({ field: 'out_order_no', rule: 'required' }));
    expect(found).toContainEqual(expect.objectContaining({ field: '__proto__', rule: 'unknown' }));
  });
});
