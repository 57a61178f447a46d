import type { UnknownFields } from '../../shared/contract';
import { diagnose } from '../../shared/errors';
import { codes } from '../../shared/generated/errors';
import { multiProfitSharing } from '../../shared/generated/operations/multiProfitSharing';
import { profitSharingAfterSales } from '../../shared/generated/operations/profitSharingAfterSales';
import { profitSharingFinish } from '../../shared/generated/operations/profitSharingFinish';
import { profitSharingQuery } from '../../shared/generated/operations/profitSharingQuery';
import { profitSharingReturn } from '../../shared/generated/operations/profitSharingReturn';
import { profitSharingReturnQuery } from '../../shared/generated/operations/profitSharingReturnQuery';
import { hash } from '../../shared/ledger/hash';
import type { Operation } from '../../shared/operation';
import { present } from '../../shared/reply';
import { settle } from '../../shared/result';

const head = {
  return_code: 'SUCCESS',
  result_code: 'SUCCESS',
  mch_id: '1900000100',
  sub_mch_id: '1900000109',
  appid: 'wx8888888888888888',
  nonce_str: 'n',
  sign: 'A'.repeat(64),
};
const request = { sub_mch_id: '1900000109', transaction_id: '42', out_order_no: 'F1' };
const finished = { ...head, transaction_id: '42', out_order_no: 'F1', order_id: '30' };
const settled = (fields: UnknownFields, operation: Operation = profitSharingFinish, asked: UnknownFields = request) =>
  present(settle(operation, asked, { fields }), 'en');

describe('a success is WeChat’s answer and what has become of the money', () => {
  it('passes every field on unchanged, unknown ones too', () => {
    const { settlement, ...passedOn } = settled({ ...finished, new_field: 'x' });
    expect(passedOn).toEqual({ ...finished, new_field: 'x' });
    expect(settlement).toEqual({ state: 'accepted', receivers: [] });
  });

  it('takes no field of WeChat’s for a settlement of ours', () => {
    const refused = { ...finished, result_code: 'FAIL', err_code: 'NOT_SHARE_ORDER', settlement: { state: 'settled' } };
    expect(settled(refused)).not.toHaveProperty('settlement');
  });

  it('reads the lines of a finish too, though its page promises none', () => {
    const released = { account: '1900000109', amount: 8, description: '解冻给分账方', result: 'SUCCESS' };
    const reply = settled({ ...finished, status: 'FINISHED', receivers: JSON.stringify([released]) });
    expect(reply.settlement).toEqual({ state: 'settled', receivers: [] });
  });

  it('reads no lines out of what is no text, whichever operation it answers', () => {
    const receivers = [{ account: '1900000110', amount: 8, result: 'SUCCESS' }];
    for (const operation of [profitSharingFinish, multiProfitSharing]) {
      expect(settled({ ...finished, status: 'FINISHED', receivers }, operation).settlement?.state).toBe('unknown');
    }
  });

  it('flags what breaks WeChat’s own documentation and still passes it on', () => {
    const reply = settled({ ...finished, order_id: undefined, status: 'HALTED' } as UnknownFields, multiProfitSharing);
    expect(reply.deviations?.map(({ field, rule }) => [field, rule])).toEqual(
      expect.arrayContaining([
        ['order_id', 'required'],
        ['status', 'enum'],
      ]),
    );
    expect(reply).toMatchObject({ status: 'HALTED', result_code: 'SUCCESS' });
    expect(reply).not.toHaveProperty('err_code');
  });

  it('flags receivers that are not the JSON text they should be', () => {
    const reply = settled({ ...finished, status: 'FINISHED', receivers: '[{' }, profitSharingQuery);
    expect(reply.deviations).toContainEqual(expect.objectContaining({ field: 'receivers', rule: 'json' }));
    expect(reply.receivers).toBe('[{');
  });
});

it('takes an empty code for none: the share was accepted', () => {
  for (const err_code of ['', null]) {
    const reply = settled({ ...finished, err_code, err_code_des: '' }, multiProfitSharing);
    expect(reply).not.toHaveProperty('err_code');
    expect(reply.settlement).toMatchObject({ state: 'accepted' });
  }
});

describe('a failure has one shape whatever WeChat called it', () => {
  it.each([
    [
      'err_code',
      profitSharingFinish,
      { result_code: 'FAIL', err_code: 'NOT_SHARE_ORDER', err_code_des: '非分账订单' },
      'NOT_SHARE_ORDER',
    ],
    [
      'error_code',
      profitSharingReturn,
      { return_code: 'FAIL', error_code: 'AMOUNT_OVERDUE', error_msg: '剩余可回退的金额不足' },
      'AMOUNT_OVERDUE',
    ],
    ['err_msg', profitSharingFinish, { result_code: 'FAIL', err_code: 'NOAUTH', err_msg: '无分账权限' }, 'NOAUTH'],
    ['return_msg alone', profitSharingFinish, { return_code: 'FAIL', return_msg: '参数格式校验错误' }, 'PARAM_ERROR'],
    [
      'return_msg of a hurried call',
      profitSharingFinish,
      { return_code: 'FAIL', return_msg: '对同笔订单分账频率过高' },
      'FREQUENCY_LIMITED',
    ],
    ['nothing at all', profitSharingFinish, { return_code: 'FAIL' }, 'UNKNOWN_FAILURE'],
  ])('%s', (_what, operation, fields, code) => {
    const reply = settled({ ...head, ...fields }, operation);
    expect(reply.err_code).toBe(code);
    expect(reply.err_code_des).toEqual(expect.stringMatching(/./));
    expect(reply.advice).toBeDefined();
    expect(reply).toMatchObject(fields);
  });

  it('never renames a code WeChat gave, and still knows what it means', () => {
    const reply = settled({ ...head, result_code: 'FAIL', err_code: 'NO_AUTH', err_code_des: 'x' });
    expect(reply).toMatchObject({ err_code: 'NO_AUTH', advice: { category: 'config', funds: 'unchanged' } });
  });
});

describe('advice is about the money', () => {
  const advice = (code: string | undefined, words: string, operation: Operation = multiProfitSharing) =>
    diagnose(code, words, operation).advice;

  it('says query, not retry, for a code no table knows', () => {
    expect(advice('BRAND_NEW', '')).toMatchObject({ retry: 'query_first', number: 'reuse', funds: 'unknown' });
  });

  it('says the same number for SYSTEMERROR, whatever words come with it', () => {
    expect(advice('SYSTEMERROR', '订单处理中')).toMatchObject({ number: 'reuse', funds: 'unknown' });
  });

  it('says a new number when the old one is bound to other parameters', () => {
    expect(advice('PARAM_ERROR', '分账接收方与原请求不一致')).toMatchObject({ number: 'new', retry: 'query_first' });
    expect(advice('PARAM_ERROR', '参数错误')).toMatchObject({ number: 'any', retry: 'after_fix' });
  });

  it('says a new number when a finish reused the number of a share', () => {
    expect(advice('AMOUNT_OVERDUE', '可分账金额不足', profitSharingFinish)).toMatchObject({ number: 'new' });
  });

  it('says the return exists when the returner lacks balance, whatever code comes with it', () => {
    for (const code of [undefined, 'AMOUNT_OVERDUE', 'BALANCE_NOT_ENOUGH']) {
      expect(advice(code, '可用余额不足,请充值后重新发起', profitSharingReturn)).toMatchObject({
        retry: 'later',
        number: 'reuse',
        funds: 'unknown',
      });
    }
  });

  it('lets no words talk SYSTEMERROR out of its doubt', () => {
    for (const words of ['账户不存在，请先点击充值', '收款功能受限', '分账接收方关系不存在']) {
      expect(advice('SYSTEMERROR', words)).toMatchObject({ funds: 'unknown', number: 'reuse' });
    }
  });

  it('never leaves the funds of a mere query in doubt', () => {
    for (const code of [...Object.keys(codes), 'BRAND_NEW']) {
      expect(advice(code, '', profitSharingQuery).funds).toBe('unchanged');
    }
  });

  it('speaks both languages on every row', () => {
    for (const code of Object.keys(codes)) {
      const { message } = diagnose(code, '', multiProfitSharing).advice;
      expect(message.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(message.en).toMatch(/^[\x20-\x7e–…’“”→]+$/);
    }
  });
});

describe('an answer that cannot be relied on is never passed off as success', () => {
  it.each([
    ['says neither SUCCESS nor FAIL', { ...finished, return_code: 'OK' }],
    ['leaves out result_code', { ...finished, result_code: undefined }],
    ['speaks of another payment', { ...finished, transaction_id: '43' }],
    ['speaks of another number', { ...finished, out_order_no: 'F2' }],
    ['speaks of another merchant', { ...finished, sub_mch_id: '1900000110' }],
  ])('one that %s', (_what, fields) => {
    expect(settled(fields as UnknownFields)).toMatchObject({
      err_code: 'BAD_ANSWER',
      advice: { retry: 'query_first', number: 'reuse', funds: 'unknown' },
      order_id: '30',
    });
  });

  describe('a success is one only where it shows the request it answers', () => {
    const share = {
      ...request,
      out_order_no: 'S1',
      receivers: [
        { type: 'MERCHANT_ID', account: '1900000110', amount: 100, description: 'd' },
        { type: 'PERSONAL_OPENID', account: 'oPerson', amount: 5, description: 'd' },
      ],
    };
    const shared = { ...head, transaction_id: '42', out_order_no: 'S1', order_id: '30' };
    const line = (account: string, amount: unknown, over: UnknownFields = {}) => ({
      ...{ type: 'MERCHANT_ID', account, amount, description: 'd', result: 'SUCCESS', detail_id: `36${amount}` },
      ...over,
    });
    const ours = [line('1900000110', 100), line('oPerson', 5)];
    const rest = line('1900000109', 7, { description: '解冻给分账方' });
    const listing = (...lines: UnknownFields[]) => ({
      ...shared,
      status: 'FINISHED',
      receivers: JSON.stringify(lines),
    });
    const returnRequest = {
      sub_mch_id: '1900000109',
      order_id: '30',
      out_return_no: 'R1',
      return_account_type: 'MERCHANT_ID',
      return_account: '1900000110',
      return_amount: 40,
      description: 'd',
    };
    const back = {
      ...returnRequest,
      out_order_no: 'S1',
      return_no: '31',
      result: 'SUCCESS',
      finish_time: '20180608170132',
    };
    const { result_code: _noneOnReturns, ...returned } = { ...head, ...back };
    const doubt = {
      err_code: 'BAD_ANSWER',
      advice: { retry: 'query_first', number: 'reuse', funds: 'unknown' },
      settlement: { state: 'unknown', receivers: [] },
    };

    it.each<[string, UnknownFields]>([
      ['is empty', { return_code: 'SUCCESS', result_code: 'SUCCESS' }],
      ['names no payment', { ...shared, transaction_id: undefined }],
      ['names no number', { ...shared, out_order_no: '' }],
      [
        'is the answer to a return of that share',
        { ...shared, out_return_no: 'R1', return_no: '31', result: 'SUCCESS' },
      ],
      ['is the answer of a finish', { ...shared, status: 'FINISHED', amount: 5, description: '完结' }],
      ['says FINISHED for no receiver', { ...shared, status: 'FINISHED' }],
      ['is under way and has no receivers', { ...shared, status: 'PROCESSING', receivers: '[]' }],
      ['says CLOSED for no receiver', { ...shared, status: 'CLOSED', receivers: '[]' }],
      ['pays another receiver', listing(line('1900000110', 100), line('oPersom', 5))],
      ['pays another amount', listing(line('1900000110', 101), line('oPerson', 5))],
      ['pays the one the other’s amount', listing(line('1900000110', 5), line('oPerson', 100))],
      ['leaves one out', listing(line('1900000110', 100))],
      ['pays one twice', listing(...ours, line('oPerson', 5))],
      ['pays a stranger as well', listing(...ours, line('1900000111', 1))],
      ['pays a stranger in the words of a release', listing(...ours, { ...rest, account: '1900000111' })],
      ['pays an amount that is none', listing(line('1900000110', [100]), line('oPerson', 5))],
      ['holds unreadable receivers', { ...shared, receivers: '[{' }],
      ['holds something else than receivers', listing(...ours, 'x' as never)],
    ])('a share’s that %s is a doubt', (_what, fields) => {
      expect(settled(fields, multiProfitSharing, share)).toMatchObject(doubt);
    });

    it.each<[string, UnknownFields, string]>([
      ['names its numbers alone', shared, 'accepted'],
      ['is under way and lists no receivers', { ...shared, status: 'PROCESSING' }, 'processing'],
      ['lists ours', listing(...ours), 'settled'],
      ['lists ours in another order, and the rest', listing(rest, ...[...ours].reverse()), 'settled'],
      ['writes amounts as text', listing(line('1900000110', '100'), line('oPerson', '5')), 'settled'],
      [
        'says receiver_account',
        listing(line('1900000110', 100), { ...line('', 5), account: undefined, receiver_account: 'oPerson' }),
        'settled',
      ],
      ['closes one', listing(line('1900000110', 100), line('oPerson', 5, { result: 'CLOSED' })), 'partly_failed'],
      ['names no sub-merchant', { ...shared, sub_mch_id: undefined }, 'accepted'],
    ])('a share’s that %s is none', (_what, fields, state) => {
      const reply = settled(fields, multiProfitSharing, share);
      expect(reply).not.toHaveProperty('err_code');
      expect(reply.settlement?.state).toBe(state);
    });

    it('says of every receiver which of the request’s it is', () => {
      const { settlement } = settled(listing(rest, ...[...ours].reverse()), multiProfitSharing, share);
      expect(settlement?.receivers).toEqual([
        { index: 1, detail_id: '365', account: '****', account_hash: hash('oPerson'), amount: 5, result: 'SUCCESS' },
        {
          ...{ index: 0, detail_id: '36100', account: '190****0110', account_hash: hash('1900000110') },
          ...{ amount: 100, result: 'SUCCESS' },
        },
      ]);
    });

    it.each<[string, UnknownFields]>([
      ['shows what a share under its number paid', { status: 'FINISHED', receivers: JSON.stringify(ours) }],
      [
        'shows what a share under its number pays the payer itself',
        { status: 'FINISHED', receivers: JSON.stringify([line('1900000109', 7)]) },
      ],
      ['shows a stranger’s release', { receivers: JSON.stringify([{ ...rest, account: '1900000111' }]) }],
      ['names another payment', { transaction_id: '43' }],
      ['names no number', { out_order_no: undefined }],
    ])('a finish’s that %s is a doubt', (_what, over) => {
      const asked = { ...request, description: '完结' };
      expect(settled({ ...finished, ...over }, profitSharingFinish, asked)).toMatchObject(doubt);
    });

    it.each<[string, UnknownFields, string]>([
      ['shows nothing of the money', {}, 'accepted'],
      ['says FINISHED and shows nothing of the money', { status: 'FINISHED' }, 'accepted'],
      ['says PROCESSING and shows nothing of the money', { status: 'PROCESSING' }, 'processing'],
      [
        'may as well be a share to the payer in the same words',
        { status: 'FINISHED', receivers: JSON.stringify([line('1900000109', 7, { description: '完结' })]) },
        'accepted',
      ],
      ['shows the release', { status: 'FINISHED', receivers: JSON.stringify([rest]) }, 'settled'],
      [
        'shows the release on its way',
        { status: 'PROCESSING', receivers: JSON.stringify([{ ...rest, result: 'PENDING' }]) },
        'processing',
      ],
    ])('a finish’s that %s is no end before it is seen', (_what, over, state) => {
      const reply = settled({ ...finished, ...over }, profitSharingFinish, { ...request, description: '完结' });
      expect(reply).not.toHaveProperty('err_code');
      expect(reply.settlement).toEqual({ state, receivers: [] });
    });

    it.each<[string, UnknownFields]>([
      ['is nothing but return_code', { return_code: 'SUCCESS' }],
      ['is another account’s', { ...returned, return_account: '1900000111' }],
      ['is of another amount', { ...returned, return_amount: 41 }],
      ['is of another number', { ...returned, out_return_no: 'R2' }],
      ['is of another share', { ...returned, order_id: '31' }],
      ['names no account', { ...returned, return_account: undefined }],
      ['names no amount', { ...returned, return_amount: undefined }],
      ['is the answer to a share', shared],
    ])('a return’s that %s is a doubt', (_what, fields) => {
      expect(settled(fields, profitSharingReturn, returnRequest)).toMatchObject(doubt);
    });

    it('a return’s that repeats it is none, its amount as text too', () => {
      for (const return_amount of [40, '40']) {
        const { settlement, ...reply } = settled({ ...returned, return_amount }, profitSharingReturn, returnRequest);
        expect(reply).not.toHaveProperty('err_code');
        expect(settlement).toEqual({
          state: 'settled',
          receivers: [{ account: '190****0110', account_hash: hash('1900000110'), amount: 40, result: 'SUCCESS' }],
        });
      }
    });

    it('a fee’s that names another payment or another amount is a doubt', () => {
      const asked = { sub_mch_id: '1900000109', transaction_id: '42', amount: 5 };
      expect(settled({ ...head, transaction_id: '42', amount: 5 }, profitSharingAfterSales, asked)).toMatchObject({
        settlement: { state: 'accepted' },
      });
      for (const over of [{ amount: 6 }, { transaction_id: '43' }, { amount: undefined }]) {
        const fields = { ...head, transaction_id: '42', amount: 5, ...over };
        const { advice, settlement } = settled(fields, profitSharingAfterSales, asked);
        expect([advice?.funds, settlement?.state]).toEqual(['unknown', 'unknown']);
      }
    });

    it.each<[string, Operation, UnknownFields, UnknownFields]>([
      ['share', profitSharingQuery, shared, share],
      ['return', profitSharingReturnQuery, returned, returnRequest],
    ])('a query that does not name the %s it was asked about has found nothing', (_what, operation, found, asked) => {
      const { receivers: _lines, ...question } = asked;
      expect(settled(found, operation, question)).not.toHaveProperty('err_code');
      for (const fields of [
        { return_code: 'SUCCESS', result_code: 'SUCCESS' },
        { ...head, max_ratio: 2000 },
      ]) {
        expect(settled(fields, operation, question)).toMatchObject({
          err_code: 'BAD_ANSWER',
          advice: { retry: 'later', funds: 'unchanged' },
        });
      }
    });

    it('a refusal of another number refuses nothing', () => {
      const refusal = { result_code: 'FAIL', err_code: 'NOT_SHARE_ORDER', err_code_des: '非分账订单' };
      expect(settled({ ...shared, ...refusal, out_order_no: 'S2' }, multiProfitSharing, share)).toMatchObject(doubt);
      expect(settled({ ...shared, ...refusal }, multiProfitSharing, share)).toMatchObject({
        err_code: 'NOT_SHARE_ORDER',
        advice: { funds: 'unchanged' },
      });
    });

    it('never rejects for a field that is no text', () => {
      const hostile = { toString: 1 };
      for (const name of ['result', 'fail_reason', 'status', 'return_account', 'receivers', 'settlement', 'order_id']) {
        for (const [operation, asked, fields] of [
          [multiProfitSharing, share, shared],
          [profitSharingFinish, request, finished],
          [profitSharingReturn, returnRequest, returned],
        ] as const) {
          expect(() => settled({ ...fields, [name]: hostile }, operation, asked)).not.toThrow();
        }
      }
    });
  });

  it('reads return_code alone where that is all WeChat documents', () => {
    const fields = {
      ...head,
      result_code: undefined,
      order_id: '30',
      out_order_no: 'P1',
      out_return_no: 'R1',
      return_no: '31',
      return_account_type: 'MERCHANT_ID',
      return_account: '1900001001',
      return_amount: 1,
      description: 'd',
      result: 'SUCCESS',
      finish_time: '20180608170132',
    };
    const { result_code: _absent, ...documented } = fields;
    const reply = settled(documented, profitSharingReturn, { out_order_no: 'P1', out_return_no: 'R1' });
    expect(reply).not.toHaveProperty('err_code');
  });
});
