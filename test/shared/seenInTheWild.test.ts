import type { UnknownFields } from '../../shared/contract';
import { operations } from '../../shared/generated/operations';
import type { Link } from '../../shared/links/link';
import type { Operation } from '../../shared/operation';
import { serve } from '../../shared/serve';
import { fromFunction } from './callers';

const env = { PROFIT_SHARING_SUB_MCH_ID: '1900000109', PROFIT_SHARING_LOCALE: 'en', PROFIT_SHARING_LEDGER: 'off' };

const requests: Readonly<Record<string, UnknownFields>> = {
  multiProfitSharing: {
    transaction_id: '42',
    out_order_no: 'S1',
    receivers: [{ type: 'MERCHANT_ID', account: '1900000110', amount: 1, description: 'd' }],
  },
  profitSharingReturn: {
    out_order_no: 'S1',
    out_return_no: 'R1',
    return_account_type: 'MERCHANT_ID',
    return_account: '1900000110',
    return_amount: 1,
    description: 'd',
  },
  profitSharingQuery: { transaction_id: '42', out_order_no: 'S1' },
  profitSharingReturnQuery: { out_order_no: 'S1', out_return_no: 'R1' },
  profitSharingAddReceiver: {
    receiver: { type: 'MERCHANT_ID', account: '1900000110', name: 'n', relation_type: 'STORE' },
  },
};

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => jest.restoreAllMocks());

/** The reply of a function to which WeChat Pay gives one and the same answer, and how often it was asked. */
async function replyTo(name: string, fields: UnknownFields) {
  let sends = 0;
  const link: Link = {
    async send() {
      sends += 1;
      return { kind: 'answer', fields };
    },
  };
  const operation = operations.find((one) => one.name === name) as Operation;
  const reply = await serve(operation, env, { cloudpay: async () => link })(requests[name], fromFunction);
  return { reply, sends };
}

/** The envelope fails, with a text and nothing else. */
const saying = (return_msg: string): UnknownFields => ({ return_code: 'FAIL', return_msg });
const failing = (err_code: string, err_code_des: string): UnknownFields => ({
  return_code: 'SUCCESS',
  result_code: 'FAIL',
  err_code,
  err_code_des,
});

describe('a refusal by form, key or permission moved nothing, and is sent once', () => {
  it.each<[string, UnknownFields, string, string, string]>([
    ['multiProfitSharing', saying('分账金额未设置'), 'PARAM_ERROR', 'request', 'after_fix'],
    ['multiProfitSharing', saying('transaction_id未设置'), 'PARAM_ERROR', 'request', 'after_fix'],
    ['multiProfitSharing', saying('transaction_id 没有设置'), 'PARAM_ERROR', 'request', 'after_fix'],
    ['multiProfitSharing', saying('参数不正确'), 'PARAM_ERROR', 'request', 'after_fix'],
    ['multiProfitSharing', saying('受理机构必须传入sub_mch_id'), 'PARAM_ERROR', 'request', 'after_fix'],
    ['multiProfitSharing', saying('XML格式错误'), 'PARAM_ERROR', 'request', 'after_fix'],
    ['multiProfitSharing', saying('签名错误，请检查后再试'), 'SIGN_ERROR', 'auth', 'after_fix'],
    ['multiProfitSharing', saying('签名错误'), 'SIGN_ERROR', 'auth', 'after_fix'],
    ['multiProfitSharing', saying('CA证书出错，请登录微信支付商户平台下载证书'), 'CERT_ERROR', 'auth', 'after_fix'],
    [
      'multiProfitSharing',
      saying('商户号该产品权限未开通，请前往商户平台>产品中心检查后重试'),
      'NOAUTH',
      'config',
      'after_fix',
    ],
    ['multiProfitSharing', saying('商户号该产品权限尚未开通'), 'NOAUTH', 'config', 'after_fix'],
    ['multiProfitSharing', saying('没有开通分账权限'), 'NOAUTH', 'config', 'after_fix'],
    ['multiProfitSharing', { ...saying('证书验证失败'), err_code: 'CERT_ERROR' }, 'CERT_ERROR', 'auth', 'after_fix'],
    ['profitSharingReturn', { ...saying('证书已过期'), error_code: 'CERT_ERROR' }, 'CERT_ERROR', 'auth', 'after_fix'],
    ['profitSharingReturn', { ...saying('-'), error_code: 'CERT_ERROR' }, 'CERT_ERROR', 'auth', 'after_fix'],
    ['profitSharingReturn', failing('NOAUTH', '回退方没有开通分账回退功能'), 'NOAUTH', 'config', 'after_fix'],
    [
      'profitSharingReturn',
      failing('PARAM_ERROR', '分账并没有分给对应的回退方'),
      'PARAM_ERROR',
      'request',
      'after_fix',
    ],
    ['multiProfitSharing', failing('INVALID_REQUEST', '暂不支持调用此API'), 'INVALID_REQUEST', 'config', 'after_fix'],
    [
      'multiProfitSharing',
      failing('INVALID_REQUEST', '老资金流商户的订单,不支持分账'),
      'INVALID_REQUEST',
      'state',
      'never',
    ],
  ])('%s: %j', async (name, fields, code, category, retry) => {
    const { reply, sends } = await replyTo(name, fields);
    expect(reply).toMatchObject({ err_code: code, advice: { category, retry, funds: 'unchanged' } });
    expect(reply.settlement).toBeUndefined();
    expect(sends).toBe(1);
  });

  it('whatever unlisted code stands beside the words', async () => {
    const { reply, sends } = await replyTo('multiProfitSharing', failing('FAIL_42', '签名错误，请检查后再试'));
    expect(reply).toMatchObject({ err_code: 'FAIL_42', advice: { category: 'auth', funds: 'unchanged' } });
    expect(sends).toBe(1);
  });

  it('but never talks SYSTEMERROR out of its doubt', async () => {
    const { reply } = await replyTo('multiProfitSharing', failing('SYSTEMERROR', '签名错误'));
    expect(reply).toMatchObject({ advice: { funds: 'unknown', number: 'reuse' }, settlement: { state: 'unknown' } });
  });
});

it('money frozen until receipt is waited for in hours, under the same number', async () => {
  const words = '小程序交易被冻结,在用户主动/系统自动确认收货后才进行资金结算,详细规则可查看《交易类小程序运营规范》';
  for (const code of ['INVALID_REQUEST', 'NO_AUTH', 'RULE_LIMIT', 'FROZEN']) {
    const { reply, sends } = await replyTo('multiProfitSharing', failing(code, words));
    expect(reply.advice).toMatchObject({ retry: 'later', number: 'reuse', funds: 'unchanged', category: 'state' });
    expect(reply.advice?.after_ms).toBeGreaterThanOrEqual(3_600_000);
    expect(reply.advice?.message).toMatch(/receipt/);
    expect(sends).toBe(1);
  }
});

it('a receiver that is registered already leaves nothing to do', async () => {
  const { reply } = await replyTo('profitSharingAddReceiver', failing('INVALID_REQUEST', '操作已完成,无需二次请求'));
  expect(reply.advice).toMatchObject({ retry: 'never', funds: 'unchanged' });
  expect(reply.advice?.message).toMatch(/nothing is left to do/);
});

describe('not found is one code, and WeChat Pay’s own stays beside it', () => {
  it.each<[string, UnknownFields, string | undefined]>([
    ['profitSharingQuery', failing('PARAM_ERROR', '记录不存在'), 'PARAM_ERROR'],
    ['profitSharingQuery', failing('ORDERNOTEXIST', '订单不存在'), 'ORDERNOTEXIST'],
    ['profitSharingQuery', failing('RESOURCE_NOT_EXISTS', '记录不存在'), undefined],
    ['profitSharingQuery', saying('分账单不存在'), undefined],
    ['profitSharingReturnQuery', failing('INVALID_REQUEST', '回退单号不存在'), 'INVALID_REQUEST'],
    ['profitSharingReturnQuery', { ...saying('记录不存在'), error_code: 'PARAM_ERROR' }, 'PARAM_ERROR'],
  ])('%s: %j', async (name, fields, theirs) => {
    const { reply } = await replyTo(name, fields);
    expect(reply).toMatchObject({ err_code: 'RESOURCE_NOT_EXISTS', err_code_des: expect.stringContaining('不存在') });
    expect(reply.wechat_err_code).toBe(theirs);
  });

  it.each([
    ['a merchant', failing('INVALID_REQUEST', '商户号不存在')],
    ['a system failure', failing('SYSTEMERROR', '记录不存在')],
  ])('but not of %s', async (_what, fields) => {
    const { reply } = await replyTo('profitSharingQuery', fields);
    expect(reply.err_code).not.toBe('RESOURCE_NOT_EXISTS');
  });
});

it('a code that no table lists leaves the money of a share unknown, in the field as in the words', async () => {
  const { reply } = await replyTo('multiProfitSharing', failing('TRADE_ERROR', '-'));
  expect(reply.advice).toMatchObject({ funds: 'unknown', retry: 'query_first', number: 'reuse' });
  expect(reply.advice?.message).toMatch(/^Money may have moved/);
});
