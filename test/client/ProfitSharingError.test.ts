import { inspect } from 'node:util';
import fc from 'fast-check';
import { isRetrySafe, ProfitSharingError, profitSharing, SettlementTimeout, waitUntilSettled } from '../../client';

const openid = 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o';
/** Openids that end, or begin after the o, in what is no letter. */
const awkward = ['oUpF8uMuAJO_M2pxb1Q9zNjWeS6-', 'oUpF8uMuAJO_M2pxb1Q9zNjWeS__', 'o-pF8uMuAJO_M2pxb1Q9zNjWeS6o'];
const advice = {
  origin: 'wechatpay',
  category: 'state',
  retry: 'later',
  number: 'reuse',
  funds: 'unchanged',
  message: '',
};

const thrownBy = async (callFunction: () => Promise<object>): Promise<ProfitSharingError> => {
  const outcome = await profitSharing({ callFunction })
    .profitSharing({} as never)
    .catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(ProfitSharingError);
  return outcome as ProfitSharingError;
};

/** Every way in which programs, loggers and Node.js itself write an error down. */
function printed(error: Error): string {
  const lines: string[] = [];
  const spy = jest.spyOn(console, 'log').mockImplementation((...values) => {
    lines.push(inspect(values, { depth: 9 }));
  });
  // biome-ignore lint/suspicious/noConsole: what it prints is what is tested
  console.log('failed', error, { error });
  spy.mockRestore();
  const { cause } = error as { cause?: unknown };
  return [
    ...lines,
    String(error),
    error.stack,
    error.message,
    JSON.stringify(error),
    JSON.stringify({ error, fields: { ...error } }),
    // An uncaught error is printed by Node.js without its own inspect.
    ...[{}, { customInspect: false }, { showHidden: true }].map((how) => inspect(error, { depth: 9, ...how })),
    inspect(new Error('outer', { cause: error }), { depth: 9, customInspect: false }),
    String(cause),
    cause instanceof Error ? cause.stack : '',
    inspect(cause, { showHidden: true, depth: 9 }),
    JSON.stringify(cause),
  ].join('\n');
}

describe('a printed error shows no openid', () => {
  const telling = `openid=${openid} is not known`;
  const rejections: [string, unknown][] = [
    ['an Error', Object.assign(new Error(telling), { errMsg: telling, request: { data: { account: openid } } })],
    ['an Error with a cause of its own', new Error('outer', { cause: new Error(telling) })],
    ['the object wx.cloud rejects with', { errCode: -501001, errMsg: telling, data: { openid } }],
    ['text', telling],
    ['a list', [openid]],
    ['an error whose name and code tell', Object.assign(new Error('x'), { name: openid, code: `E ${openid}` })],
  ];
  it.each(rejections)('that the platform rejected with: %s', async (_what, cause) => {
    const error = await thrownBy(() => Promise.reject(cause));
    expect(error.cause).toBeInstanceOf(Error);
    expect(printed(error)).not.toContain(openid);
  });

  it('that the function answered, in whichever field', async () => {
    const result = {
      return_code: 'FAIL',
      err_code: `X ${openid}`,
      err_code_des: telling,
      advice: { ...advice, message: telling },
      violations: [{ field: 'receivers[0].account', rule: 'pattern', message: telling }],
      request_id: openid,
      settlement: { state: 'unknown', receivers: [{ account: openid, amount: 1, result: telling }] },
      receivers: [{ account: openid }],
    };
    const error = await thrownBy(() => Promise.resolve({ result }));
    expect(error.reply).toEqual(result);
    expect(error).toMatchObject({
      advice: { retry: 'later', funds: 'unchanged' },
      settlement: { receivers: [{ amount: 1 }] },
    });
    expect(printed(error)).not.toContain(openid);
  });

  it.each(awkward)('whatever characters it ends in: %s', async (one) => {
    const error = await thrownBy(() => Promise.reject({ errMsg: `of ${one}, sorry`, code: `a=${one}` }));
    expect(printed(error)).not.toContain(one);
    const told = { return_code: 'FAIL', err_code: 'X', err_code_des: `用户${one}不存在` };
    expect(printed(await thrownBy(() => Promise.resolve({ result: told })))).not.toContain(one);
  });

  it('that a timeout carries as its last failure or its last reply', async () => {
    const receivers = JSON.stringify([{ account: openid, amount: 1 }]);
    const answers: unknown[] = [{ return_code: 'SUCCESS', result_code: 'SUCCESS', receivers }];
    const client = profitSharing({
      callFunction: async () => {
        if (answers.length === 0) throw new Error(telling);
        return { result: answers.shift() };
      },
    });
    const share = { transaction_id: '42', out_order_no: 'S1' };
    const timeout = await waitUntilSettled(client, share, { timeoutMs: 20, intervalMs: 2 }).catch((error) => error);
    expect(timeout).toBeInstanceOf(SettlementTimeout);
    expect(timeout).toMatchObject({ reply: { receivers: [{ account: openid }] }, lastError: { code: 'NO_ANSWER' } });
    expect(printed(timeout)).not.toContain(openid);
  });

  it('and still says what went wrong', async () => {
    const error = await thrownBy(() => Promise.reject({ errCode: -501001, errMsg: `system error of ${openid}` }));
    expect(inspect(error)).toMatch(/NO_ANSWER.*-501001[\s\S]*advice/);
    expect(error.cause).toMatchObject({ message: 'system error of [openid]', code: -501001 });
  });
});

describe('isRetrySafe never throws', () => {
  const brand = Symbol.for('cloudpay-profitsharing.ProfitSharingError');
  const traps = new Proxy(
    {},
    { get: throwing, getPrototypeOf: throwing, has: throwing, getOwnPropertyDescriptor: throwing },
  );
  const revoked = (() => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  })();
  const named = (more: object) => Object.assign(new Error('x'), { name: 'ProfitSharingError', ...more });
  const hostile: [string, unknown][] = [
    ['advice that is undefined', named({ advice: undefined })],
    ['advice that is null', named({ advice: null })],
    ['advice that is text', named({ advice: 'now' })],
    ['advice that throws when read', Object.defineProperty(named({}), 'advice', { get: throwing })],
    ['a name that throws when read', Object.defineProperty(new Error('x'), 'name', { get: throwing })],
    ['a proxy that throws', traps],
    ['a proxy that was revoked', revoked],
    [
      'an error of another version whose advice throws',
      {
        [brand]: true,
        get advice() {
          return throwing();
        },
      },
    ],
    ['an error of another version without advice', { [brand]: true }],
    ['a class', ProfitSharingError],
    ['its prototype', ProfitSharingError.prototype],
    ['a symbol', Symbol('x')],
    ['a bigint', 1n],
  ];
  it.each(hostile)('for %s', (_what, value) => {
    expect(isRetrySafe(value)).toBe(false);
    expect(() => value instanceof ProfitSharingError).not.toThrow();
    expect(() => value instanceof SettlementTimeout).not.toThrow();
  });

  it('for anything', () => {
    fc.assert(fc.property(fc.anything({ withNullPrototype: true }), (value) => isRetrySafe(value) === false));
  });
});

describe('an answer whose values are no values', () => {
  it.each(['err_code', 'err_code_des', 'return_msg', 'amount', 'request_id', 'settlement', 'violations', 'advice'])(
    '%s is a failure of profit sharing, never another one',
    async (field) => {
      for (const value of [{ toString: 1, valueOf: 1 }, Object.create(null), [[null]], { toString: null }]) {
        const result = { return_code: 'FAIL', err_code: 'X', [field]: value };
        expect(await thrownBy(() => Promise.resolve({ result }))).toMatchObject({ advice: { funds: 'unknown' } });
      }
    },
  );

  it('a settlement that cannot be read leaves the money unknown', async () => {
    for (const settlement of ['settled', { state: 'settled' }, { receivers: [] }, { state: 1, receivers: [] }, []]) {
      const result = { return_code: 'SUCCESS', result_code: 'SUCCESS', settlement };
      const client = profitSharing({ callFunction: async () => ({ result }) });
      const reply = await client.profitSharingQuery({ transaction_id: '42', out_order_no: 'S1' });
      expect(reply.settlement).toEqual({ state: 'unknown', receivers: [] });
    }
  });
});

it('a class derived from the error recognises its own errors only', async () => {
  class Mine extends ProfitSharingError {}
  const error = await thrownBy(() => Promise.reject(new Error('cut')));
  expect(error instanceof Mine).toBe(false);
  expect(new Mine(error) instanceof Mine).toBe(true);
  expect(new Mine(error) instanceof ProfitSharingError).toBe(true);
});

function throwing(): never {
  throw new Error('never read me');
}
