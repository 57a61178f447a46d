import fc from 'fast-check';
import type { UnknownFields } from '../../../shared/contract';
import { operations } from '../../../shared/generated/operations';
import type { Operation } from '../../../shared/operation';
import { reconcile } from '../../../shared/reconcile';
import { serve } from '../../../shared/serve';
import { fromClient, fromFunction } from '../callers';
import { Desk } from '../notify/desk';
import { reconcileFixture } from '../reconcile/reconcileFixture';
import { examples } from './examples';
import { excessive, hostileValue, INHERITED, withKey } from './hostileValues';

const env = { PROFIT_SHARING_LINK: 'apiv3', PROFIT_SHARING_SUB_MCH_ID: '1900000109', PROFIT_SHARING_LEDGER: 'off' };
const settings = {
  ...env,
  WECHATPAY_MCH_ID: '1900000100',
  WECHATPAY_APPID: 'wx8888888888888888',
  WECHATPAY_BRAND_MCH_ID: '1900000108',
  WECHATPAY_API_V2_KEY: 'k'.repeat(32),
  WECHATPAY_API_V3_KEY: 'k'.repeat(32),
  WECHATPAY_MCH_SERIAL: '1'.repeat(40),
  WECHATPAY_MCH_PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----\nk\n-----END PRIVATE KEY-----',
};

let logged: string[];
beforeEach(() => {
  logged = [];
  jest.spyOn(console, 'log').mockImplementation((text) => logged.push(String(text)));
});
afterEach(() => jest.restoreAllMocks());

/** The function of an operation on a link that counts what reaches it. */
function counted(operation: Operation) {
  const seen = { sent: 0 };
  const send = async () => {
    seen.sent += 1;
    return { kind: 'fault', code: 'NOT_SENT', detail: '' } as const;
  };
  const link = async () => ({ send });
  const main = serve(
    operation,
    { ...settings, PROFIT_SHARING_LINK: operation.links[0] ?? 'apiv3' },
    {
      cloudpay: link,
      cloudrun: link,
      apiv2: link,
      apiv3: link,
      ecommerce: link,
      brand: link,
    },
  );
  return { main, seen };
}

/** A correct request with some of its fields replaced, some more added, at the top and in its receivers. */
function broken(right: Record<string, unknown>): fc.Arbitrary<unknown> {
  const names = fc.constantFrom(...Object.keys(right), ...INHERITED, 'sub_mch_id', 'sub_appid', 'nonce_str');
  const changes = fc.array(fc.tuple(names, hostileValue), { minLength: 1, maxLength: 3 });
  const inReceivers = fc.array(
    fc.tuple(
      fc.constantFrom('type', 'account', 'amount', 'description', 'name', 'relation_type', ...INHERITED),
      hostileValue,
    ),
    { maxLength: 2 },
  );
  const changed = (object: object, over: readonly (readonly [string, unknown])[]) =>
    Object.fromEntries([...Object.entries(object), ...over]);
  return fc.tuple(changes, inReceivers).map(([over, within]) => {
    const { receivers, receiver } = right;
    return changed(
      {
        ...right,
        ...(Array.isArray(receivers) && { receivers: receivers.map((item) => changed(item, within)) }),
        ...(typeof receiver === 'object' && { receiver: changed(receiver as object, within) }),
      },
      over,
    );
  });
}

function expectRefusal(reply: Record<string, unknown>): void {
  expect(reply).toMatchObject({ return_code: 'FAIL', err_code: 'REQUEST_INVALID', advice: { funds: 'unchanged' } });
  const violations = reply.violations as Record<string, unknown>[];
  expect(violations.length).toBeGreaterThan(0);
  for (const { field, rule, message } of violations) {
    expect([typeof field, typeof rule, typeof message]).toEqual(['string', 'string', 'string']);
    expect(message).not.toBe('');
  }
  expect(JSON.stringify(reply).length).toBeLessThan(100_000);
}

describe.each(operations.map((operation) => [operation.name, operation] as const))('%s', (name, operation) => {
  const { main, seen } = counted(operation);
  const right = examples[name] ?? {};

  it('sends a correct request', async () => {
    seen.sent = 0;
    expect(await main(right, fromFunction)).toMatchObject({ err_code: 'NOT_SENT' });
    expect(seen.sent).toBe(1);
  });

  it('refuses whatever JSON can hold by field, or sends what keeps the documentation', async () => {
    await fc.assert(
      fc.asyncProperty(broken(right), async (event) => {
        seen.sent = 0;
        const reply = await main(event, fromFunction);
        expect(reply.err_code).not.toBe('ADAPTER_ERROR');
        if (seen.sent === 0) expectRefusal(reply);
        else expect(reply).not.toHaveProperty('violations');
      }),
      { numRuns: 150 },
    );
  });

  it.each(excessive)('refuses %s in any place, and says what is too much', async (_what, make) => {
    const value = make();
    const whole = typeof value === 'object' && value !== null ? [value] : [];
    const places = ['out_order_no', 'receivers', 'receiver', 'bill_date', 'constructor'];
    for (const event of [...whole, ...places.map((place) => ({ ...right, [place]: value }))]) {
      seen.sent = 0;
      const reply = await main(event, fromFunction);
      expectRefusal(reply);
      expect(seen.sent).toBe(0);
    }
  });

  it('answers a stranger before it looks at what he sent', async () => {
    for (const [, make] of excessive) {
      expect(await main({ userInfo: make(), look_ahead_ms: make() }, fromClient)).toMatchObject({
        err_code: 'CALLER_REFUSED',
      });
    }
  });

  it('takes an excess in what the platform injects for nothing', async () => {
    seen.sent = 0;
    for (const [, make] of excessive) await main({ ...right, userInfo: make(), tcbContext: make() }, fromFunction);
    expect(seen.sent).toBe(excessive.length);
  });
});

describe('an amount', () => {
  const share = operations.find(({ name }) => name === 'multiProfitSharing');
  if (!share) throw new Error('there is such an operation');
  const { main, seen } = counted(share);
  const paying = (amount: number) => ({
    ...examples.multiProfitSharing,
    receivers: [{ type: 'MERCHANT_ID', account: '1900000110', amount, description: 'd' }],
  });

  it.each([1e21, 2 ** 53, 1e300, JSON.parse('1e400'), -0, 0])('of %d fen is refused', async (amount) => {
    seen.sent = 0;
    expect(await main(paying(amount), fromFunction)).toMatchObject({
      violations: [{ field: 'receivers[0].amount' }],
    });
    expect(seen.sent).toBe(0);
  });

  it('is sent up to the largest whole number that survives JSON', async () => {
    seen.sent = 0;
    await main(paying(Number.MAX_SAFE_INTEGER), fromFunction);
    expect(seen.sent).toBe(1);
  });
});

describe('profitSharingReconcile', () => {
  it.each([[{ toString: 1 }], [{ valueOf: 1, toString: null }], ['soon'], [-1], [[]], [1e21], [0.5], ['constructor']])(
    'refuses look_ahead_ms %j and looks at nothing',
    async (look_ahead_ms) => {
      const reply = await reconcileFixture().run(undefined, { look_ahead_ms });
      expectRefusal(reply);
      expect(reply).toMatchObject({ violations: [{ field: 'look_ahead_ms' }], report: { looked: 0 } });
    },
  );

  it('judges who calls before what is asked', async () => {
    expect(await reconcileFixture().run(fromClient, { look_ahead_ms: { toString: 1 } })).toMatchObject({
      err_code: 'CALLER_REFUSED',
    });
  });

  it('resolves whatever the event holds', async () => {
    await fc.assert(
      fc.asyncProperty(hostileValue, hostileValue, async (event, ahead) => {
        for (const given of [event, { look_ahead_ms: ahead }, { ...(event as object), look_ahead_ms: 0 }]) {
          const reply = await reconcileFixture().run(undefined, given as UnknownFields);
          expect(reply.err_code).not.toBe('ADAPTER_ERROR');
          expect(JSON.stringify(reply).length).toBeLessThan(100_000);
        }
      }),
    );
  });

  it('resolves when its dependencies throw what is no error', async () => {
    const open = async () => Promise.reject(null);
    const main = reconcile({ PROFIT_SHARING_SUB_MCH_ID: '1' }, { cloudpay: async () => ({ send: open }) }, open);
    expect(await main({}, fromFunction)).toMatchObject({ err_code: 'ADAPTER_ERROR', report: { looked: 0 } });
  });
});

describe('profitSharingNotify', () => {
  const { main } = new Desk();

  it('answers 4xx to whatever the event holds', async () => {
    const headers = fc.oneof(
      hostileValue,
      fc.dictionary(fc.constantFrom('Wechatpay-Signature', 'x', ...INHERITED), hostileValue),
    );
    await fc.assert(
      fc.asyncProperty(hostileValue, headers, hostileValue, hostileValue, async (event, given, body, coded) => {
        const posted = { httpMethod: 'POST', headers: given, body, isBase64Encoded: coded };
        for (const request of [event, posted, withKey('httpMethod', 'POST'), { ...posted, isBase64Encoded: true }]) {
          const { statusCode } = await main(request);
          expect([400, 401, 405, 413]).toContain(statusCode);
        }
      }),
    );
  });

  it.each(excessive)('answers 4xx to %s at once', async (_what, make) => {
    const value = make();
    for (const event of [
      value,
      { httpMethod: 'POST', headers: value, body: 'x' },
      { httpMethod: 'POST', headers: {}, body: value },
    ]) {
      expect((await main(event)).statusCode).toBeLessThan(500);
    }
  });
});

it('a log that cannot be written costs no reply', async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {
    throw new Error('EPIPE');
  });
  const { main } = counted(operations[0] as Operation);
  expect(await main({}, fromFunction)).toMatchObject({ err_code: 'REQUEST_INVALID' });
  expect(await reconcileFixture().run(fromClient)).toMatchObject({ err_code: 'CALLER_REFUSED' });
  expect(await new Desk().main({})).toMatchObject({ statusCode: 405 });
});

it.each([
  [
    'throws',
    () => {
      throw new Error('no clock');
    },
  ],
  ['answers no number', () => 'soon'],
  ['answers an object', () => ({ toString: 1 })],
])('a platform whose clock %s sets no limit of its own', async (_what, getRemainingTimeInMillis) => {
  const { main } = counted(operations[0] as Operation);
  const reply = await main(examples[operations[0]?.name ?? ''], { ...fromFunction, getRemainingTimeInMillis });
  expect(reply.err_code).toBe('NOT_SENT');
});
