import { readSchemas } from '../../scripts/generate/readSchemas';
import { operations } from '../../shared/generated/operations';
import { profitSharingAfterSalesQuery } from '../../shared/generated/operations/profitSharingAfterSalesQuery';
import { profitSharingMerchantRatioQuery } from '../../shared/generated/operations/profitSharingMerchantRatioQuery';
import { profitSharingOrderAmountQuery } from '../../shared/generated/operations/profitSharingOrderAmountQuery';
import { profitSharingQuery } from '../../shared/generated/operations/profitSharingQuery';
import { profitSharingReturn } from '../../shared/generated/operations/profitSharingReturn';
import figures from './figures.json';

const schemas = readSchemas(process.cwd()).operations;
const failed = { return_code: 'SUCCESS', mch_id: '1', nonce_str: 'n', result_code: 'FAIL' };

/** Documented as required, and why a reply without it is accepted all the same. */
const forgiven = [
  'sub_mch_id', // a plain merchant has none
  'appid', // the API v3 links have none unless an openid needs it
  'sign', // only an API v2 wire can produce one
  'description', // some links do not repeat it in a return
  'finish_time', // not documented while unfinished
];

const table = operations.map((operation) => [operation.name, operation] as const);

describe.each(table)('%s', (name, operation) => {
  const printed = (figures as Record<string, { reply: { name: string; required: unknown }[] }>)[name]?.reply ?? [];
  const reply = schemas.find((schema) => schema.name === name)?.examples[0]?.reply ?? {};

  test('a success without a field the page promises is noticed', () => {
    const promised = printed
      .filter(({ required }) =>
        [true, 'when return_code=SUCCESS', 'when result_code=SUCCESS'].includes(required as string),
      )
      .map((figure) => figure.name)
      .filter((field) => !forgiven.includes(field));
    const unnoticed = promised.filter((field) => operation.checkReply({ ...reply, [field]: undefined }));
    expect(unnoticed).toEqual([]);
    expect(promised.length).toBeGreaterThan(3);
  });

  test('a success that only lacks what is forgiven passes', () => {
    const bare = Object.fromEntries(
      Object.entries(reply).filter(([field]) => !['sub_mch_id', 'appid', 'sign'].includes(field)),
    );
    expect(operation.checkReply(bare)).toBe(true);
  });

  test('a fault of the envelope needs no more than its message', () => {
    expect(operation.checkReply({ return_code: 'FAIL', return_msg: '签名失败' })).toBe(true);
  });

  test('a field WeChat Pay adds tomorrow is no fault', () => {
    expect(operation.checkReply({ ...reply, brand_new: 1 })).toBe(true);
  });

  test('an unknown outcome is noticed', () => {
    expect(operation.checkReply({ ...reply, return_code: 'MAYBE' })).toBe(false);
    expect(operation.checkReply({})).toBe(false);
  });
});

test('a business failure names its code and its text', () => {
  expect(profitSharingQuery.checkReply({ ...failed, err_code: 'SYSTEMERROR', err_code_des: '系统超时' })).toBe(true);
  expect(profitSharingQuery.checkReply({ ...failed, err_code: 'SYSTEMERROR' })).toBe(false);
  expect(profitSharingQuery.checkReply({ ...failed, err_code_des: '系统超时' })).toBe(false);
});

describe('a return fails', () => {
  test('with error_code and error_msg, under either envelope seen in live answers', () => {
    const words = { error_code: 'AMOUNT_OVERDUE', error_msg: '剩余可回退的金额不足' };
    expect(profitSharingReturn.checkReply({ return_code: 'FAIL', ...words })).toBe(true);
    expect(profitSharingReturn.checkReply({ return_code: 'SUCCESS', result_code: 'FAIL', ...words })).toBe(true);
    expect(profitSharingReturn.checkReply({ return_code: 'FAIL' })).toBe(false);
  });
});

describe('the remaining amount and the maximum ratio', () => {
  const numbers = { mch_id: '1', nonce_str: 'n', transaction_id: '42', unsplit_amount: 1000, max_ratio: 2000 };

  test('come without a result_code from API v2, with one from API v3, as a number or as digits', () => {
    for (const { checkReply } of [profitSharingOrderAmountQuery, profitSharingMerchantRatioQuery]) {
      expect(checkReply({ return_code: 'SUCCESS', ...numbers })).toBe(true);
      expect(checkReply({ return_code: 'SUCCESS', result_code: 'SUCCESS', ...numbers })).toBe(true);
      expect(checkReply({ return_code: 'SUCCESS', ...numbers, unsplit_amount: '1000', max_ratio: '2000' })).toBe(true);
      expect(checkReply({ return_code: 'SUCCESS', mch_id: '1', nonce_str: 'n' })).toBe(false);
    }
  });

  test('fail in any of the three spellings of the pages', () => {
    const spellings = [
      { error_code: 'PARAM_ERROR', error_msg: '参数错误' },
      { err_code: 'PARAM_ERROR', err_msg: '参数错误' },
      { result_code: 'FAIL', err_code: 'PARAM_ERROR', err_code_des: '参数错误' },
    ];
    for (const words of spellings) {
      const return_code = 'result_code' in words ? 'SUCCESS' : 'FAIL';
      expect(profitSharingOrderAmountQuery.checkReply({ return_code, ...words })).toBe(true);
      expect(profitSharingMerchantRatioQuery.checkReply({ return_code, ...words })).toBe(true);
    }
    expect(profitSharingOrderAmountQuery.checkReply({ return_code: 'FAIL' })).toBe(false);
  });
});

test('an after-sales fee that failed says why', () => {
  const reply = schemas.find(({ name }) => name === 'profitSharingAfterSalesQuery')?.examples[0]?.reply;
  const answer = (change: object) => profitSharingAfterSalesQuery.checkReply({ ...reply, ...change });
  expect(answer({ result: 'FAILED', fail_reason: 'ACCOUNT_ABNORMAL' })).toBe(true);
  expect(answer({ result: 'FAILED' })).toBe(false);
  expect(answer({ result: 'FAIL' })).toBe(false);
});

describe('the lines of a share', () => {
  const line = {
    type: 'MERCHANT_ID',
    account: '19',
    amount: 888,
    description: 'd',
    result: 'PENDING',
    detail_id: '36',
  };
  const reply = schemas.find(({ name }) => name === 'profitSharingQuery')?.examples[0]?.reply;
  const answer = (change: object) => profitSharingQuery.checkReply({ ...reply, receivers: [{ ...line, ...change }] });

  test('may be unfinished, paid at a time, or closed for a reason', () => {
    expect(answer({})).toBe(true);
    expect(answer({ finish_time: '' })).toBe(true);
    expect(answer({ result: 'SUCCESS', finish_time: '20180608170132' })).toBe(true);
    expect(answer({ result: 'SUCCESS' })).toBe(false);
    expect(answer({ result: 'CLOSED', fail_reason: 'NO_RELATION' })).toBe(true);
    expect(answer({ result: 'CLOSED' })).toBe(false);
    expect(answer({ result: 'LOST' })).toBe(false);
  });

  test('carry amounts as numbers or, from XML, as digits', () => {
    expect(answer({ amount: '888' })).toBe(true);
    expect(answer({ amount: '8.88' })).toBe(false);
  });

  test('name the account under either spelling', () => {
    expect(answer({ account: undefined, receiver_account: '19' })).toBe(true);
    expect(answer({ account: undefined })).toBe(false);
  });
});
