import fc from 'fast-check';
import { isRetrySafe, type OperationName, ProfitSharingError, profitSharing } from '../../client';

type Answer = { result?: unknown };

/** A platform that answers every call with the same. */
const answering = (answer: unknown) =>
  profitSharing({ callFunction: async () => answer as Answer }, { locale: 'en' }) as unknown as Record<
    OperationName,
    (request: object) => Promise<Record<string, unknown>>
  >;
const rejecting = (error: unknown) =>
  profitSharing({ callFunction: () => Promise.reject(error) }, { locale: 'en' }) as unknown as ReturnType<
    typeof answering
  >;

const success = { return_code: 'SUCCESS', result_code: 'SUCCESS' };
const money = ['profitSharing', 'multiProfitSharing', 'profitSharingFinish', 'profitSharingReturn'] as const;
const caught = async (call: Promise<unknown>): Promise<ProfitSharingError> => {
  const outcome = await call.catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(ProfitSharingError);
  return outcome as ProfitSharingError;
};

describe('an answer that does not plainly say success', () => {
  const strange: [string, unknown][] = [
    ['nothing', undefined],
    ['no result', {}],
    ['null', { result: null }],
    ['text', { result: 'SUCCESS' }],
    ['a list', { result: [success] }],
    ['another function’s answer', { result: { ok: true } }],
    ['half a success', { result: { return_code: 'SUCCESS' } }],
    ['a success under another name', { result: { returnCode: 'SUCCESS', resultCode: 'SUCCESS' } }],
    ['unreadable receivers', { result: { ...success, receivers: '[{' } }],
    ['receivers that are no list', { result: { ...success, receivers: '{"amount":1}' } }],
  ];
  it.each(strange)('is never a share: %s', async (_what, answer) => {
    const error = await caught(answering(answer).multiProfitSharing({}));
    expect(error).toMatchObject({
      code: 'BAD_ANSWER',
      settlement: { state: 'unknown', receivers: [] },
      advice: { origin: 'network', category: 'system', retry: 'query_first', number: 'reuse', funds: 'unknown' },
    });
    expect(isRetrySafe(error)).toBe(false);
  });

  it('whatever it is, leaves the money in doubt for money, and unmoved for a query', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), fc.constantFrom(...money), async (result, operation) => {
        const moved = await caught(answering({ result })[operation]({}));
        expect(moved.advice.funds).toBe('unknown');
        const looked = await caught(answering({ result }).profitSharingQuery({}));
        expect(looked.advice.funds).toBe('unchanged');
        expect(isRetrySafe(looked)).toBe(true);
      }),
    );
  });

  it('is every answer but the one in which both codes say SUCCESS and no error code says otherwise', async () => {
    const words = ['SUCCESS', 'FAIL', 'success', '', null, undefined, true];
    const plain: unknown[] = [];
    for (const return_code of words) {
      for (const result_code of words) {
        for (const err_code of ['SYSTEMERROR', '', undefined, 0]) {
          const result = { return_code, result_code, err_code };
          const reply = await answering({ result })
            .profitSharing({})
            .catch((error: unknown) => expect(error).toMatchObject({ advice: { funds: 'unknown' } }));
          if (reply) plain.push(result);
        }
      }
    }
    expect(plain).toEqual(['', undefined].map((err_code) => ({ ...success, err_code })));
  });

  it('whatever was thrown, does the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), fc.constantFrom(...money), async (thrown, operation) => {
        expect((await caught(rejecting(thrown)[operation]({}))).advice.funds).toBe('unknown');
      }),
    );
  });

  it.each([-501001, -504002, 'FUNCTIONS_TIME_LIMIT_EXCEEDED', 'ESOCKETTIMEDOUT'])(
    'only a missing function certainly made no payment, and %s is another thing',
    async (code) => {
      const error = await caught(rejecting({ code, errMsg: 'called -501000' }).profitSharingFinish({}));
      expect(error).toMatchObject({ code: 'NO_ANSWER', advice: { funds: 'unknown' } });
      expect(error.description).toContain(String(code));
    },
  );

  it('a failure the SDK resolves to instead of rejecting is a failure', async () => {
    const answer = { code: 'FUNCTION_NOT_FOUND', message: 'no such function', requestId: 'r-1' };
    expect(await caught(answering(answer).profitSharingFinish({}))).toMatchObject({
      code: 'FUNCTION_NOT_FOUND',
      requestId: 'r-1',
      advice: { funds: 'unchanged' },
    });
  });
});

describe('a success', () => {
  it('of a return needs no result_code, which WeChat’s pages of returns do not have', async () => {
    const result = { return_code: 'SUCCESS', result: 'PROCESSING', return_amount: '800' };
    expect(await answering({ result }).profitSharingReturn({})).toMatchObject({ return_amount: 800 });
    await caught(answering({ result: { ...result, result_code: 'FAIL' } }).profitSharingReturn({}));
  });

  it('finds a line’s account under each of its three names', async () => {
    const receivers = JSON.stringify([
      { account: 'a', amount: 1 },
      { receiver_account: 'b', amount: '2' },
      { receiver_mchid: 'c', amount: 3 },
    ]);
    expect((await answering({ result: { ...success, receivers } }).profitSharingQuery({})).receivers).toMatchObject([
      { account: 'a', amount: 1 },
      { account: 'b', amount: 2 },
      { account: 'c', amount: 3 },
    ]);
  });

  it('that says nothing of the money leaves it unknown', async () => {
    expect(await answering({ result: success }).profitSharingQuery({})).toMatchObject({
      receivers: [],
      settlement: { state: 'unknown' },
    });
  });

  it('keeps every field WeChat sent', async () => {
    const result = { ...success, nonce_str: 'n', something_new: { kept: true } };
    expect(await answering({ result }).profitSharingBill({})).toEqual(result);
  });
});

describe('a failure', () => {
  const advice = {
    origin: 'wechatpay',
    category: 'system',
    retry: 'now',
    number: 'reuse',
    funds: 'unknown',
    message: 'm',
  };
  const failed = {
    ...success,
    result_code: 'FAIL',
    err_code: 'SYSTEMERROR',
    err_code_des: '系统超时',
    request_id: 'r-1',
  };

  it('carries the code, the words, the advice and the id, and the raw reply beside the log', async () => {
    const result = { ...failed, advice, settlement: { state: 'unknown', receivers: [] } };
    const error = await caught(answering({ result }).profitSharing({}));
    expect(error).toMatchObject({
      code: 'SYSTEMERROR',
      description: '系统超时',
      advice,
      violations: [],
      requestId: 'r-1',
    });
    expect(error.reply).toEqual(result);
    expect(Object.keys(error)).not.toEqual(expect.arrayContaining(['reply']));
    expect(JSON.stringify(error)).not.toContain('result_code');
  });

  it('without advice is not assumed harmless', async () => {
    expect((await caught(answering({ result: failed }).profitSharing({}))).advice).toMatchObject({
      retry: 'query_first',
      funds: 'unknown',
    });
  });

  it('hides what the platform’s rejection may tell', async () => {
    const error = await caught(rejecting(new Error('token of oUser')).profitSharing({}));
    expect(error.cause).toBeInstanceOf(Error);
    expect(`${error} ${JSON.stringify(error)}`).not.toContain('oUser');
  });
});

describe('isRetrySafe', () => {
  const told = (advice: object) =>
    caught(answering({ result: { return_code: 'FAIL', err_code: 'X', advice } }).profitSharing({}));

  it.each([
    ['a system error of WeChat Pay, same number', { retry: 'now', number: 'reuse', funds: 'unknown' }, true],
    ['too many requests', { retry: 'later', number: 'reuse', funds: 'unchanged' }, true],
    ['a query that failed', { retry: 'later', number: 'any', funds: 'unchanged' }, true],
    ['a doubt', { retry: 'query_first', number: 'reuse', funds: 'unknown' }, false],
    ['a doubt no number protects', { retry: 'later', number: 'any', funds: 'unknown' }, false],
    ['a number that is taken', { retry: 'later', number: 'new', funds: 'unchanged' }, false],
    ['a mistake', { retry: 'after_fix', number: 'any', funds: 'unchanged' }, false],
    ['a final no', { retry: 'never', number: 'any', funds: 'unchanged' }, false],
    ['advice of a later version', { retry: 'now', number: 'reuse', funds: 'perhaps' }, false],
  ])('%s', async (_what, advice, safe) => {
    expect(isRetrySafe(await told(advice))).toBe(safe);
  });

  it('knows nothing of other errors', () => {
    expect([new Error('no'), undefined, null, 'now', { advice: { retry: 'now' } }].map(isRetrySafe)).toEqual(
      Array(5).fill(false),
    );
  });
});

it('says at once when there is nothing to call functions with', () => {
  expect(() => profitSharing({} as never)).toThrow(TypeError);
  expect(() => profitSharing(undefined as never)).toThrow('cloud.callFunction');
});
