import fc from 'fast-check';
import type { UnknownFields } from '../../../shared/contract';
import { operations } from '../../../shared/generated/operations';
import { cloudpay } from '../../../shared/links/cloudpay';
import { cloudrun } from '../../../shared/links/cloudrun';
import type { SendResult } from '../../../shared/links/link';
import type { Operation } from '../../../shared/operation';
import { reconcileFixture } from '../reconcile/reconcileFixture';
import { askOnce, MOST_BYTES } from './askOnce';
import { hostileAnswer, OURS } from './hostileAnswers';
import { hostileValue, INHERITED, nested } from './hostileValues';

beforeEach(() => jest.spyOn(console, 'log').mockImplementation(() => undefined));
afterEach(() => jest.restoreAllMocks());

describe.each(operations.map((operation) => [operation.name, operation] as const))('%s', (_name, operation) => {
  it('answers whatever a link hands over, and never in its own defence', async () => {
    await fc.assert(
      fc.asyncProperty(hostileAnswer, hostileValue, async (fields, requestId) => {
        await askOnce(operation, async () => ({ kind: 'answer', fields, requestId }) as SendResult);
      }),
      { numRuns: 100 },
    );
  });

  it.each(OURS)('takes no %s of an answer for its own', async (name) => {
    for (const value of ['x', 1, { funds: 'unchanged', state: 'settled' }, [{ field: 'x', rule: 'y', message: 'z' }]]) {
      const fields = { return_code: 'SUCCESS', result_code: 'SUCCESS', [name]: value };
      const reply = await askOnce(operation, async () => ({ kind: 'answer', fields }));
      expect((reply as UnknownFields)[name]).not.toEqual(value);
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
      const fixture = reconcileFixture();
      await fixture.share('S1');
      fixture.clock.now += 120_000;
      fixture.answers = () => ({ kind: 'answer', fields });
      const reply = await fixture.run();
      expect(reply.err_code).not.toBe('ADAPTER_ERROR');
      expect(Buffer.byteLength(JSON.stringify(reply))).toBeLessThan(MOST_BYTES);
    }),
    { numRuns: 200 },
  );
});
