import { parseCaller } from '../../../shared/caller';
import { multiProfitSharing } from '../../../shared/generated/operations/multiProfitSharing';
import { profitSharingFinish } from '../../../shared/generated/operations/profitSharingFinish';
import { cloudpay } from '../../../shared/links/cloudpay';
import { contextOf } from '../callers';

type Call = { apiName: string; apiOptions: Buffer; requestData: Buffer };

const request = { sub_mch_id: '1900000109', transaction_id: '42', out_order_no: 'F1', description: '完结' };
const accepted = {
  return_code: 'SUCCESS',
  result_code: 'FAIL',
  err_code: 'NOT_SHARE_ORDER',
  err_code_des: '非分账订单',
};

/** A platform that answers by its script and keeps what it was sent. */
function platform(answer: () => Promise<unknown>) {
  const calls: { call: Call; timeout: number }[] = [];
  const link = cloudpay({}, async () => ({
    callWxPayApi: (call, { timeout }) => {
      calls.push({ call, timeout });
      return answer();
    },
  }));
  return { link, calls };
}

function callerWith(variables: Record<string, string> = {}) {
  const caller = parseCaller(contextOf({ TCB_SOURCE: 'wx_client,scf', ...variables }));
  if (!caller) throw new Error('the fixture has an identity');
  return caller;
}

const send = (answer: () => Promise<unknown>, timeoutMs = 60_000) =>
  platform(answer).link.send(profitSharingFinish, request, { timeoutMs, caller: callerWith() });

const failing = (properties: object) => () => Promise.reject(Object.assign(new Error('x'), properties));

describe('what the private link sends', () => {
  it('is the operation by its CloudPay name and the contract as JSON, receivers as JSON text', async () => {
    const { link, calls } = platform(async () => Buffer.from(JSON.stringify(accepted)));
    const receivers = [{ type: 'MERCHANT_ID' as const, account: '1', amount: 1, description: '分到商户' }];
    await link.send(multiProfitSharing, { ...request, receivers }, { timeoutMs: 60_000, caller: callerWith() });
    expect(calls[0]?.call.apiName).toBe('multiProfitSharing');
    expect(JSON.parse(String(calls[0]?.call.requestData))).toEqual({
      ...request,
      receivers: JSON.stringify(receivers),
    });
  });

  it('names the mini program only when another one shares the environment', async () => {
    const { link, calls } = platform(async () => Buffer.from(JSON.stringify(accepted)));
    await link.send(profitSharingFinish, request, { timeoutMs: 60_000, caller: callerWith({ WX_APPID: 'wx1' }) });
    await link.send(profitSharingFinish, request, { timeoutMs: 60_000, caller: callerWith({ WX_FROM_APPID: 'wx12' }) });
    expect(calls.map(({ call }) => call.apiOptions.toString('hex'))).toEqual(['', '0a0477783132']);
  });

  it('gives the SDK less time than the platform gives the function', async () => {
    const { link, calls } = platform(async () => Buffer.from(JSON.stringify(accepted)));
    await link.send(profitSharingFinish, request, { timeoutMs: 1234, caller: callerWith() });
    expect(calls[0]?.timeout).toBe(1234);
  });
});

describe('what the private link makes of an answer', () => {
  it.each([
    ['bytes', Buffer.from(JSON.stringify(accepted))],
    ['text', JSON.stringify(accepted)],
    ['an object, when the gateway called it JSON', accepted],
  ])('keeps err_code in an answer that comes as %s', async (_what, answer) => {
    expect(await send(async () => answer)).toEqual({ kind: 'answer', fields: accepted });
  });

  it.each([
    ['a fault of the gateway', { errcode: -601001, errmsg: 'system error' }, 'PLATFORM_ERROR'],
    ['a missing call token', { errcode: -604100, errmsg: 'missing wxCloudApiToken' }, 'PLATFORM_REFUSED'],
    ['a fault of the platform', { code: 'INTERNAL', message: 'x' }, 'PLATFORM_ERROR'],
    ['an HTML page', '<html>', 'BAD_ANSWER'],
    ['a JSON list', '[]', 'BAD_ANSWER'],
    ['an empty object', '{}', 'BAD_ANSWER'],
    ['nothing', Buffer.alloc(0), 'BAD_ANSWER'],
    ['JSON cut in the middle', '{"return_code":"SUCC', 'BAD_ANSWER'],
  ])('never takes %s for an answer of WeChat Pay', async (_what, answer, code) => {
    expect(await send(async () => answer)).toMatchObject({ kind: 'fault', code });
  });

  it.each([
    ['a name that does not resolve', { code: 'ENOTFOUND' }, 'NOT_SENT'],
    ['a refused connection', { code: 'ECONNREFUSED' }, 'NOT_SENT'],
    ['a connection never made in time', { code: 'ETIMEDOUT' }, 'NOT_SENT'],
    ['an answer that did not come in time', { code: 'ESOCKETTIMEDOUT' }, 'NO_ANSWER'],
    ['a connection cut while waiting', { code: 'ECONNRESET' }, 'NO_ANSWER'],
    ['an HTTP error of the gateway', { code: 502 }, 'PLATFORM_ERROR'],
    ['a platform error', { code: 'INVALID_ENV', requestId: 'r1' }, 'PLATFORM_ERROR'],
  ])('tells %s', async (_what, error, code) => {
    expect(await send(failing(error))).toMatchObject({ kind: 'fault', code });
  });

  it('keeps the request id of a platform error', async () => {
    expect(await send(failing({ code: 'INVALID_ENV', requestId: 'r1' }))).toMatchObject({ requestId: 'r1' });
  });

  it('gives up on an answer that keeps trickling in', async () => {
    expect(await send(() => new Promise(() => undefined), 30)).toMatchObject({ kind: 'fault', code: 'NO_ANSWER' });
  });

  it('says which variables are missing when the platform gave no credentials, and calls nothing', async () => {
    // The real way to the platform, which the environment of this test has no credentials for.
    const sent = await cloudpay({}).send(profitSharingFinish, request, { timeoutMs: 60_000, caller: callerWith() });
    expect(sent).toMatchObject({
      kind: 'fault',
      code: 'CONFIG_ERROR',
      detail: expect.stringContaining('TENCENTCLOUD_SECRETID'),
    });
  });
});
