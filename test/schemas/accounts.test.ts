import fc from 'fast-check';
import { profitSharingAfterSales } from '../../shared/generated/operations/profitSharingAfterSales';
import { profitSharingAfterSalesQuery } from '../../shared/generated/operations/profitSharingAfterSalesQuery';
import { profitSharingBill } from '../../shared/generated/operations/profitSharingBill';
import { profitSharingMerchantRatioQuery } from '../../shared/generated/operations/profitSharingMerchantRatioQuery';
import { profitSharingOrderAmountQuery } from '../../shared/generated/operations/profitSharingOrderAmountQuery';

const nonce = { nonce_str: 'n' };
const fee = {
  ...nonce,
  sub_mch_id: '1900000109',
  transaction_id: '42',
  amount: 888,
  type: 'SERVICE_FEE_INCOME',
  scene: 'REFUND_TICKET',
  refund_id: '50',
};

describe('the remaining amount of an order', () => {
  const takes = profitSharingOrderAmountQuery.checkRequest;

  test('is asked for by its payment alone: one identity too many would spoil the v2 signature', () => {
    expect(takes({ ...nonce, transaction_id: '42' })).toBe(true);
    expect(takes(nonce)).toBe(false);
    for (const name of ['sub_mch_id', 'sub_appid', 'out_order_no']) {
      expect(takes({ ...nonce, transaction_id: '42', [name]: '1' })).toBe(false);
    }
    expect(profitSharingOrderAmountQuery.requiredOn).toEqual({});
  });
});

describe('the maximum ratio', () => {
  test('is asked for by sub-merchant or by brand, and on apiv3 by sub-merchant', () => {
    const takes = profitSharingMerchantRatioQuery.checkRequest;
    expect(takes({ ...nonce, sub_mch_id: '1900000109' })).toBe(true);
    expect(takes({ ...nonce, brand_mch_id: '1900000108' })).toBe(true);
    expect(profitSharingMerchantRatioQuery.requiredOn).toEqual({ sub_mch_id: ['apiv3'] });
  });
});

describe('a bill', () => {
  const takes = (change: object) => profitSharingBill.checkRequest({ ...nonce, bill_date: '2019-06-11', ...change });

  test('is of one day, written yyyy-MM-DD', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(fc.property(day, (date) => takes({ bill_date: date.toISOString().slice(0, 10) })));
    for (const bill_date of ['20190611', '2019-6-11', '2019-13-01', '2019-06-32', '2019-06-11\n', '', undefined]) {
      expect([bill_date, takes({ bill_date })]).toEqual([bill_date, false]);
    }
  });

  test('is of all sub-merchants, or of one whose number has 8 to 12 digits', () => {
    expect(takes({})).toBe(true);
    expect(takes({ sub_mch_id: '1900000109' })).toBe(true);
    expect(takes({ sub_mch_id: '1234567' })).toBe(false);
    expect(takes({ sub_mch_id: '1234567890123' })).toBe(false);
    expect(profitSharingBill.requiredOn).toEqual({});
  });

  test('comes page after page: rows of text, and a cursor while there are more', () => {
    const page = {
      return_code: 'SUCCESS',
      result_code: 'SUCCESS',
      mch_id: '1',
      nonce_str: 'n',
      bill_date: '2019-06-11',
    };
    const { checkReply } = profitSharingBill;
    expect(checkReply({ ...page, columns: ['分账金额'], rows: [['8.88']], next_cursor: 'c' })).toBe(true);
    expect(checkReply({ ...page, columns: ['分账金额'], rows: [] })).toBe(true);
    expect(checkReply({ ...page, columns: ['分账金额'], rows: [[8.88]] })).toBe(false);
    expect(checkReply({ ...page, rows: [] })).toBe(false);
  });
});

describe('an after-sales fee', () => {
  const takes = (change: object) => profitSharingAfterSales.checkRequest({ ...fee, ...change });

  test('is a whole number of fen, at least one', () => {
    expect(takes({})).toBe(true);
    for (const amount of [0, -1, 8.88, '888', null, undefined]) {
      expect([amount, takes({ amount })]).toEqual([amount, false]);
    }
  });

  test('names its refund and one of three occasions', () => {
    for (const scene of ['REFUND_TICKET', 'CHANGE_TICKET', 'RETURN_GOODS']) expect(takes({ scene })).toBe(true);
    expect(takes({ scene: 'GIFT' })).toBe(false);
    expect(takes({ type: 'INCOME' })).toBe(false);
    expect(takes({ refund_id: undefined })).toBe(false);
  });

  test('moves money without a number of its own, always for a sub-merchant', () => {
    expect(profitSharingAfterSales.effect).toBe('money');
    expect(profitSharingAfterSales.idempotencyKey).toBeUndefined();
    for (const { requiredOn } of [profitSharingAfterSales, profitSharingAfterSalesQuery]) {
      expect(requiredOn).toEqual({ sub_mch_id: ['ecommerce'] });
    }
  });
});
