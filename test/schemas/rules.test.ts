import fc from 'fast-check';
import { multiProfitSharing } from '../../shared/generated/operations/multiProfitSharing';
import { profitSharing } from '../../shared/generated/operations/profitSharing';
import { profitSharingAddReceiver } from '../../shared/generated/operations/profitSharingAddReceiver';
import { profitSharingFinish } from '../../shared/generated/operations/profitSharingFinish';
import { profitSharingQuery } from '../../shared/generated/operations/profitSharingQuery';
import { profitSharingRemoveReceiver } from '../../shared/generated/operations/profitSharingRemoveReceiver';
import { profitSharingReturn } from '../../shared/generated/operations/profitSharingReturn';
import { profitSharingReturnQuery } from '../../shared/generated/operations/profitSharingReturnQuery';
import type { Operation } from '../../shared/operation';

const receiver = { type: 'MERCHANT_ID', account: '1900001001', amount: 888, description: '分到商户' };
const share = { nonce_str: 'n', transaction_id: '42', out_order_no: 'P1', receivers: [receiver] };
const finish = { nonce_str: 'n', transaction_id: '42', out_order_no: 'F1', description: '分账已完成' };
const returning = {
  nonce_str: 'n',
  out_order_no: 'P1',
  out_return_no: 'R1',
  return_account_type: 'MERCHANT_ID',
  return_account: '1900001001',
  return_amount: 888,
  description: '用户退款',
};
const store = { type: 'MERCHANT_ID', account: '1900001001', name: '示例商户', relation_type: 'STORE' };
const add = (change: object) => ({ nonce_str: 'n', receiver: { ...store, ...change } });
const paying = (...changes: object[]) => ({
  ...share,
  receivers: changes.map((change) => ({ ...receiver, ...change })),
});

const takes = ({ checkRequest }: Operation, request: object) => checkRequest(request);

/** Where and why a request is refused: `/receivers/0/amount minimum`. */
function faults({ checkRequest }: Operation, request: object): string[] {
  if (checkRequest(request)) return [];
  return (checkRequest.errors ?? []).map(({ instancePath, keyword, params }) =>
    `${instancePath} ${keyword} ${Object.values(params).join()}`.trim(),
  );
}

describe('lengths count characters as people see them', () => {
  test('a description of 80 emoji fits and one of 81 does not', () => {
    expect(takes(profitSharingFinish, { ...finish, description: '😀'.repeat(80) })).toBe(true);
    expect(faults(profitSharingFinish, { ...finish, description: '😀'.repeat(81) })).toEqual([
      '/description maxLength 80',
    ]);
    expect(takes(profitSharing, paying({ description: '😀'.repeat(80) }))).toBe(true);
    expect(takes(profitSharing, paying({ description: '😀'.repeat(81) }))).toBe(false);
  });

  test('whatever a description is made of, it fits with 1 to 80 of them', () => {
    const sign = fc.constantFrom('a', '中', '😀', '\ud83d', '\ude00');
    const text = fc.array(sign, { maxLength: 100 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(text, (description) => {
        const characters = [...description].length;
        expect(takes(profitSharingFinish, { ...finish, description })).toBe(characters >= 1 && characters <= 80);
      }),
      { numRuns: 500 },
    );
  });

  test('no description is not a description', () => {
    expect(faults(profitSharingFinish, { ...finish, description: '' })).toEqual(['/description minLength 1']);
  });

  test('a custom relation has at most 10 characters', () => {
    const custom = (text: string) => add({ relation_type: 'CUSTOM', custom_relation: text });
    expect(takes(profitSharingAddReceiver, custom('代'.repeat(10)))).toBe(true);
    expect(takes(profitSharingAddReceiver, custom('代'.repeat(11)))).toBe(false);
  });
});

describe('numbers', () => {
  const allowed = fc.string({ unit: fc.constantFrom(...'0123456789ABCxyz_-|*@'), minLength: 1, maxLength: 64 });

  test('any 1 to 64 digits, letters and _-|*@ make a number', () => {
    fc.assert(fc.property(allowed, (number) => takes(profitSharingFinish, { ...finish, out_order_no: number })));
  });

  test('one foreign character or a 65th spoils it', () => {
    const foreign = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 1 })
      .filter((c) => !/^[0-9A-Za-z_\-|*@]$/.test(c));
    fc.assert(
      fc.property(
        allowed,
        foreign,
        (number, wrong) => !takes(profitSharingFinish, { ...finish, out_order_no: number + wrong }),
      ),
    );
    expect(takes(profitSharingFinish, { ...finish, out_order_no: 'A'.repeat(65) })).toBe(false);
    expect(takes(profitSharingFinish, { ...finish, out_order_no: '' })).toBe(false);
  });

  test('a line break after a number is not overlooked', () => {
    expect(takes(profitSharingFinish, { ...finish, out_order_no: 'F1\n' })).toBe(false);
  });
});

describe('money', () => {
  test('an amount is a whole number of fen, at least one', () => {
    for (const amount of [1, 888, Number.MAX_SAFE_INTEGER]) expect(takes(profitSharing, paying({ amount }))).toBe(true);
    for (const amount of [0, -1, 0.5, 8.88, '888', null, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect([amount, takes(profitSharing, paying({ amount }))]).toEqual([amount, false]);
      expect([amount, takes(profitSharingReturn, { ...returning, return_amount: amount })]).toEqual([amount, false]);
    }
  });

  test('a share pays 1 to 50 receivers', () => {
    const crowd = (size: number) => paying(...Array.from({ length: size }, (_, i) => ({ account: `19${i}` })));
    expect(takes(multiProfitSharing, crowd(50))).toBe(true);
    expect(faults(multiProfitSharing, crowd(51))).toEqual(['/receivers maxItems 50']);
    expect(faults(multiProfitSharing, crowd(0))).toEqual(['/receivers minItems 1']);
  });

  test('no receiver may be named twice: the table says by what', () => {
    expect(profitSharing.requestJson.receivers?.uniqueBy).toEqual(['type', 'account']);
    expect(profitSharing.requestJson.receivers?.maxLength).toBe(10240);
  });
});

describe('receivers', () => {
  test('the type by WeChat ID is refused and its replacement named', () => {
    const withdrawn = paying({ type: 'PERSONAL_WECHATID' });
    expect(faults(profitSharing, withdrawn).map((fault) => fault.split(' ', 2).join(' '))).toEqual([
      '/receivers/0/type enum',
    ]);
    for (const operation of [
      profitSharing,
      multiProfitSharing,
      profitSharingAddReceiver,
      profitSharingRemoveReceiver,
    ]) {
      expect(operation.retired.type?.PERSONAL_WECHATID?.en).toContain('PERSONAL_OPENID');
      expect(operation.retired.type?.PERSONAL_WECHATID?.zh).toContain('PERSONAL_OPENID');
    }
  });

  test("an openid under the sub-merchant's AppID needs sub_appid", () => {
    const person = { type: 'PERSONAL_SUB_OPENID', account: 'oPerson' };
    const requests: [Operation, object][] = [
      [profitSharing, paying({}, person)],
      [multiProfitSharing, paying(person)],
      [profitSharingAddReceiver, add(person)],
      [profitSharingRemoveReceiver, { nonce_str: 'n', receiver: person }],
    ];
    for (const [operation, request] of requests) {
      expect(faults(operation, request)).toContain('required sub_appid');
      expect(takes(operation, { ...request, sub_appid: 'wx1' })).toBe(true);
    }
  });

  test('a merchant is added with its full name, a person without', () => {
    expect(faults(profitSharingAddReceiver, add({ name: undefined }))).toContain('/receiver required name');
    expect(takes(profitSharingAddReceiver, add({ type: 'PERSONAL_OPENID', name: undefined }))).toBe(true);
  });

  test('a custom relation comes with CUSTOM and only with CUSTOM', () => {
    expect(faults(profitSharingAddReceiver, add({ relation_type: 'CUSTOM' }))).toContain(
      '/receiver required custom_relation',
    );
    expect(faults(profitSharingAddReceiver, add({ custom_relation: '代理商' }))).toContain(
      '/receiver/custom_relation false schema',
    );
  });

  test('there are eleven relations everywhere, and two that only ecommerce and brand know', () => {
    expect(takes(profitSharingAddReceiver, add({ relation_type: 'SUPPLIER' }))).toBe(true);
    expect(takes(profitSharingAddReceiver, add({ relation_type: 'PLATFORM' }))).toBe(true);
    expect(takes(profitSharingAddReceiver, add({ relation_type: 'FRIEND' }))).toBe(false);
    expect(profitSharingAddReceiver.onlyOn).toEqual({
      relation_type: { PLATFORM: ['ecommerce', 'brand'], OTHERS: ['ecommerce', 'brand'] },
    });
  });

  test('the payer may not pay itself in a single share, and may in a multi share: the table says by which field', () => {
    expect(profitSharing.requestJson.receivers?.notTo).toBe('sub_mch_id');
    expect(multiProfitSharing.requestJson.receivers?.notTo).toBeUndefined();
  });

  test('a misspelt field inside a receiver is found where it stands', () => {
    expect(faults(profitSharing, paying({}, { amout: 1 }))).toEqual(['/receivers/1 additionalProperties amout']);
  });
});

describe('returns', () => {
  const { out_order_no: _, ...unnamed } = returning;

  test('name their share by exactly one of the two numbers', () => {
    expect(takes(profitSharingReturn, returning)).toBe(true);
    expect(takes(profitSharingReturn, { ...unnamed, order_id: '30' })).toBe(true);
    expect(takes(profitSharingReturn, unnamed)).toBe(false);
    expect(takes(profitSharingReturn, { ...returning, order_id: '30' })).toBe(false);
    const query = { nonce_str: 'n', out_return_no: 'R1' };
    expect(takes(profitSharingReturnQuery, { ...query, out_order_no: 'P1' })).toBe(true);
    expect(takes(profitSharingReturnQuery, query)).toBe(false);
    for (const operation of [profitSharingReturn, profitSharingReturnQuery]) {
      expect(operation.exactlyOneOf).toEqual(['order_id', 'out_order_no']);
    }
  });

  test('come from merchants only', () => {
    expect(profitSharingReturn.constants).toEqual({ return_account_type: 'MERCHANT_ID' });
    expect(takes(profitSharingReturn, { ...returning, return_account_type: 'PERSONAL_OPENID' })).toBe(false);
  });
});

describe('identities', () => {
  test('sub_appid is refused where the page does not list it, for it would spoil the signature', () => {
    for (const [operation, request] of [
      [profitSharingFinish, finish],
      [profitSharingQuery, { nonce_str: 'n', transaction_id: '42', out_order_no: 'P1' }],
      [profitSharingReturnQuery, { nonce_str: 'n', out_order_no: 'P1', out_return_no: 'R1' }],
    ] as const) {
      expect(takes(operation, request)).toBe(true);
      expect(faults(operation, { ...request, sub_appid: 'wx1' })).toEqual(['additionalProperties sub_appid']);
    }
  });

  test('callers send no mch_id, appid or signature', () => {
    for (const name of ['mch_id', 'appid', 'sign', 'sign_type'])
      expect(takes(profitSharing, { ...share, [name]: 'x' })).toBe(false);
  });

  test('orders need their sub-merchant on every link but apiv2 and apiv3, where a direct merchant has none', () => {
    for (const operation of [profitSharing, multiProfitSharing, profitSharingQuery, profitSharingFinish]) {
      expect(operation.requiredOn).toEqual({ sub_mch_id: ['cloudpay', 'cloudrun', 'ecommerce', 'brand'] });
    }
  });

  test('lists of receivers belong to the sub-merchant on the private links only', () => {
    for (const operation of [profitSharingAddReceiver, profitSharingRemoveReceiver]) {
      expect(operation.requiredOn).toEqual({ sub_mch_id: ['cloudpay', 'cloudrun'] });
    }
  });
});
