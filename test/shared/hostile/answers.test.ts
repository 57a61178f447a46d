import fc from 'fast-check';
import { operations } from '../../../shared/generated/operations';
import { Ledger } from '../../../shared/ledger';
import { cloudpay } from '../../../shared/links/cloudpay';
import { cloudrun } from '../../../shared/links/cloudrun';
import type { Link, Sent } from '../../../shared/links/index';
import type { Contract, Operation } from '../../../shared/operation';
import { serve } from '../../../shared/serve';
import { contextOf } from '../callers';
import { MemoryStore } from '../ledger/memoryStore';
import { reconcileWorld } from '../reconcile/reconcileWorld';
import { examples } from './examples';
import { hostileValue, INHERITED, nested } from './hostileValues';

/** So little time is left that nothing is tried twice. */
const inAHurry = contextOf({ TCB_SOURCE: 'scf' }, 'both', 700);
const MOST_BYTES = 6 * 1024 * 1024;

beforeEach(() => jest.spyOn(console, 'log').mockImplementation(() => undefined));
afterEach(() => jest.restoreAllMocks());

const settings = {
  PROFIT_SHARING_SUB_MCH_ID: '1900000109',
  PROFIT_SHARING_LOCALE: 'en',
  WECHATPAY_MCH_ID: '1900000100',
  WECHATPAY_APPID: 'wx8888888888888888',
  WECHATPAY_BRAND_MCH_ID: '1900000108',
  WECHATPAY_API_V2_KEY: 'k'.repeat(32),
  WECHATPAY_API_V3_KEY: 'k'.repeat(32),
  WECHATPAY_MCH_SERIAL: '1'.repeat(40),
  WECHATPAY_MCH_PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----\nk\n-----END PRIVATE KEY-----',
};

/** Asks once over a link that answers as told, with a ledger in memory behind it. */
async function askOnce(operation: Operation, send: Link['send']) {
  const env = { ...settings, PROFIT_SHARING_LINK: operation.links[0] };
  const ledger = new Ledger(new MemoryStore());
  let sends = 0;
  const counted: Link['send'] = (...asked) => {
    sends += 1;
    return send(...asked);
  };
  const link = async () => ({ send: counted });
  const links = { cloudpay: link, cloudrun: link, apiv2: link, apiv3: link, ecommerce: link, brand: link };
  const reply = await serve(operation, env, links, async () => ledger)(examples[operation.name], inAHurry);
  expect(sends).toBeGreaterThan(0);
  const text = JSON.stringify(reply);
  expect(Buffer.byteLength(text)).toBeLessThan(MOST_BYTES);
  expect(reply.err_code).not.toBe('ADAPTER_ERROR');
  return reply;
}

/** What this project writes into replies, and WeChat Pay never does. */
const OURS = ['advice', 'violations', 'deviations', 'settlement', 'unrecorded', 'request_id'];
const THEIRS = [
  ...['return_code', 'result_code', 'err_code', 'err_code_des', 'error_code', 'error_msg', 'err_msg', 'return_msg'],
  ...['status', 'receivers', 'receiver', 'result', 'return_no', 'return_account', 'return_amount', 'fail_reason'],
  ...['transaction_id', 'out_order_no', 'out_return_no', 'order_id', 'sub_mch_id', 'amount', 'columns', 'rows'],
];

const hostileAnswer = fc
  .tuple(
    fc.constantFrom<Contract>({ return_code: 'SUCCESS', result_code: 'SUCCESS' }, { return_code: 'FAIL' }, {}),
    fc.array(fc.tuple(fc.constantFrom(...THEIRS, ...OURS, ...INHERITED), hostileValue), { maxLength: 4 }),
    fc.boolean(),
  )
  .map(
    ([head, fields, coded]): Contract =>
      Object.fromEntries([
        ...Object.entries(head),
        ...fields,
        ...(coded ? [['err_code', 'constructor'] as const] : []),
      ]),
  );

describe.each(operations.map((operation) => [operation.name, operation] as const))('%s', (_name, operation) => {
  it('answers whatever a link hands over, and never in its own defence', async () => {
    await fc.assert(
      fc.asyncProperty(hostileAnswer, hostileValue, async (fields, requestId) => {
        await askOnce(operation, async () => ({ kind: 'answer', fields, requestId }) as Sent);
      }),
      { numRuns: 100 },
    );
  });

  it.each(OURS)('takes no %s of an answer for its own', async (name) => {
    for (const value of ['x', 1, { funds: 'unchanged', state: 'settled' }, [{ field: 'x', rule: 'y', message: 'z' }]]) {
      const fields = { return_code: 'SUCCESS', result_code: 'SUCCESS', [name]: value };
      const reply = await askOnce(operation, async () => ({ kind: 'answer', fields }));
      expect(reply[name]).not.toEqual(value);
    }
  });

  it.each(INHERITED)(
    'calls a failure with the code %s unknown, with the funds in doubt where money may move',
    async (err_code) => {
      const fields = { return_code: 'SUCCESS', result_code: 'FAIL', err_code, err_code_des: err_code };
      const reply = await askOnce(operation, async () => ({ kind: 'answer', fields }));
      expect(reply).toMatchObject({ err_code, advice: { message: expect.stringMatching(/./) } });
      if (operation.effect === 'money') {
        expect(reply).toMatchObject({
          advice: { retry: 'query_first', funds: 'unknown' },
          settlement: { state: 'unknown' },
        });
      }
    },
  );
});

const share = operations.find(({ name }) => name === 'multiProfitSharing') as Operation;

describe('an answer nested so deeply that nothing could write it down', () => {
  it.each([
    ['a field', { other: nested(100_000) }],
    ['an object', { other: nested(100_000, '{"a":', '}', '1') }],
    ['the receivers', { receivers: nested(100_000) }],
    ['the text of the receivers', { receivers: '['.repeat(100_000) + ']'.repeat(100_000) }],
  ])('in %s leaves the money in doubt, and the reply can be read', async (_where, fields) => {
    const answer = { return_code: 'SUCCESS', result_code: 'SUCCESS', ...fields };
    const reply = await askOnce(share, async () => ({ kind: 'answer', fields: answer }));
    expect(reply).toMatchObject({ settlement: { state: 'unknown' } });
  });
});

it('an answer larger than a reply may be loses its longest fields, and keeps what is known of the money', async () => {
  const fields = {
    return_code: 'SUCCESS',
    result_code: 'FAIL',
    err_code: 'NOT_ENOUGH',
    err_code_des: 'x',
    long: 'x'.repeat(7_000_000),
  };
  const reply = await askOnce(share, async () => ({ kind: 'answer', fields }));
  expect(reply).toMatchObject({
    err_code: 'NOT_ENOUGH',
    deviations: expect.arrayContaining([expect.objectContaining({ field: 'long' })]),
  });
  expect(reply).not.toHaveProperty('long');
});

/** Bytes a gateway could answer with. */
const hostileBytes = fc.oneof(
  hostileAnswer.map((fields) => JSON.stringify(fields)),
  fc
    .tuple(
      fc.constantFrom('errcode', 'errmsg', 'code', 'message', 'respdata', 'return_code'),
      hostileValue,
      hostileValue,
    )
    .map(([name, value, errmsg]) => JSON.stringify({ errcode: 1, errmsg, [name]: value })),
  hostileValue.map((value) => JSON.stringify(value)),
  fc.string({ unit: 'binary' }),
);

describe('the links that read JSON', () => {
  it('cloudpay resolves whatever bytes, or whatever object, the gateway answers', async () => {
    await fc.assert(
      fc.asyncProperty(hostileBytes, fc.boolean(), async (text, asObject) => {
        let answer: unknown = Buffer.from(text);
        try {
          if (asObject) answer = JSON.parse(text);
        } catch {
          answer = text;
        }
        await askOnce(share, cloudpay({}, async () => ({ callWxPayApi: async () => answer })).send);
      }),
      { numRuns: 300 },
    );
  });

  it('cloudpay resolves whatever the SDK throws', async () => {
    await fc.assert(
      fc.asyncProperty(hostileValue, hostileValue, hostileValue, async (thrown, code, message) => {
        for (const error of [
          thrown,
          { code, message, requestId: thrown },
          Object.assign(new Error(), { code, message }),
        ]) {
          await askOnce(share, cloudpay({}, async () => ({ callWxPayApi: async () => Promise.reject(error) })).send);
        }
      }),
    );
  });

  it('cloudrun resolves whatever bytes the service answers', async () => {
    await fc.assert(
      fc.asyncProperty(hostileBytes, fc.constantFrom(200, 200, 200, 302, 404, 500), async (text, status) => {
        const body = Buffer.from(text);
        const link = cloudrun({ baseUrl: undefined }, async () => ({ status, headers: {}, body }));
        const onCloudrun = { ...share, links: ['cloudrun' as const] };
        await askOnce(onCloudrun, link.send);
      }),
      { numRuns: 300 },
    );
  });
});

it('reconciliation goes on whatever a query answers', async () => {
  await fc.assert(
    fc.asyncProperty(hostileAnswer, async (fields) => {
      const world = reconcileWorld();
      await world.share('S1');
      world.clock.now += 120_000;
      world.answers = () => ({ kind: 'answer', fields });
      const reply = await world.run();
      expect(reply.err_code).not.toBe('ADAPTER_ERROR');
      expect(Buffer.byteLength(JSON.stringify(reply))).toBeLessThan(MOST_BYTES);
    }),
    { numRuns: 200 },
  );
});
