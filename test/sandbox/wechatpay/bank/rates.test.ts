import type { Bank } from '../../../../sandbox/wechatpay/bank/bank';
import type { Outcome } from '../../../../sandbox/wechatpay/bank/outcome';
import { meOnV3, openBank, refusal, supplier } from './openBank';

const none = { transactionId: 'none', outOrderNo: 'none' };
const receiver = { type: 'MERCHANT_ID', account: supplier.mchId } as const;
const brand = { ...meOnV3, family: 'brand' } as const;

/** Calls whose pages have a 429 and no figure, with the words of that page and its code. */
const calls: [string, string, string, (bank: Bank) => Outcome<unknown>][] = [
  [
    'adding a receiver',
    'FREQUENCY_LIMITED',
    '添加接收方频率过高',
    (bank) => bank.addReceiver(meOnV3, { ...receiver, name: supplier.name, relationType: 'SUPPLIER' }),
  ],
  ['a query of a share', 'FREQUENCY_LIMITED', '商户发起分账查询的频率过高', (bank) => bank.queryShare(brand, none)],
  [
    'a query of a return',
    'FREQUENCY_LIMITED',
    '商户发起分账回退查询的频率过高',
    (bank) => bank.queryReturn(meOnV3, { outReturnNo: 'none', outOrderNo: 'none' }),
  ],
  [
    'a query of what is left',
    'FREQUENCY_LIMITED',
    '商户发起查询的频率过高',
    (bank) => bank.unsplitAmount(meOnV3, 'none'),
  ],
  ['a query of the ratio', 'RATELIMIT_EXCEED', '商户发起查询的频率过高', (bank) => bank.maxRatio(meOnV3)],
  ['a bill', 'RATELIMIT_EXCEED', '商户发起获取账单的频率过高', (bank) => bank.bill(meOnV3)],
];

describe('where a page has a 429 and no figure', () => {
  test.each(calls)('%s is refused with %s and “%s” above the figure of the switch', (_, code, message, call) => {
    const { bank } = openBank({ rates: 'bankTime' });
    for (let asked = 0; asked < 3; asked += 1) expect(wasLimited(call(bank))).toBe(false);
    bank.clock.advance(1000);
    bank.setSwitches({ undocumentedRate: 2 });
    for (let asked = 0; asked < 2; asked += 1) expect(wasLimited(call(bank))).toBe(false);
    expect(refusal(call(bank)).v3).toEqual({ status: 429, code, message });
    expect(refusal(call(bank)).v2).toMatchObject({ code: 'FREQUENCY_LIMITED', message: '频率限制' });
    bank.clock.advance(1000);
    expect(wasLimited(call(bank))).toBe(false);
  });

  test.each(['FREQUENCY_LIMITED', 'RATELIMIT_EXCEED'] as const)(
    'all of them answer %s where that is set',
    (rateCode) => {
      const { bank } = openBank({ rates: 'bankTime', rateCode });
      bank.setSwitches({ undocumentedRate: 1 });
      bank.clock.advance(1000);
      for (const [, , , call] of calls) {
        call(bank);
        expect(refusal(call(bank)).v3.code).toBe(rateCode);
      }
    },
  );
});

test('a receiver that is removed too often is still there', () => {
  const { bank } = openBank({ rates: 'bankTime' });
  bank.setSwitches({ undocumentedRate: 1 });
  expect(bank.removeReceiver(meOnV3, receiver).ok).toBe(true);
  const listed = bank.books().receivers.length;
  const { account, type } = bank.books().receivers[0] ?? { account: '', type: 'MERCHANT_ID' };
  expect(refusal(bank.removeReceiver(meOnV3, { account, type })).v3.message).toBe('删除接收方频率过高');
  expect(bank.books().receivers).toHaveLength(listed);
});

function wasLimited(outcome: Outcome<unknown>): boolean {
  return !outcome.ok && outcome.refusal.v3.status === 429;
}
