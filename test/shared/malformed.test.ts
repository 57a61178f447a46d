import fc from 'fast-check';
import { operations } from '../../shared/generated/operations';
import type { Operation } from '../../shared/operation';
import { serve } from '../../shared/serve';
import { fromFunction } from './callers';

const env = { PROFIT_SHARING_SUB_MCH_ID: '1900000109', PROFIT_SHARING_LOCALE: 'en', PROFIT_SHARING_LEDGER: 'off' };

beforeEach(() => jest.spyOn(console, 'log').mockImplementation(() => undefined));
afterEach(() => jest.restoreAllMocks());

/** Requests that keep the documentation, one for every operation, to be broken in one place each. */
const receiver = { type: 'MERCHANT_ID', account: '1900000110', amount: 1, description: '分到商户' };
const correct: Record<string, Record<string, unknown>> = {
  profitSharing: { transaction_id: '42', out_order_no: 'S1', receivers: [receiver] },
  multiProfitSharing: { transaction_id: '42', out_order_no: 'S1', receivers: [receiver] },
  profitSharingAddReceiver: {
    receiver: { type: 'MERCHANT_ID', account: '1900000110', name: '示例', relation_type: 'STORE' },
  },
  profitSharingRemoveReceiver: { receiver: { type: 'MERCHANT_ID', account: '1900000110' } },
  profitSharingQuery: { transaction_id: '42', out_order_no: 'S1' },
  profitSharingFinish: { transaction_id: '42', out_order_no: 'F1', description: '完结' },
  profitSharingReturn: {
    out_order_no: 'S1',
    out_return_no: 'R1',
    return_account: '1900000110',
    return_amount: 1,
    description: '退',
  },
  profitSharingReturnQuery: { out_order_no: 'S1', out_return_no: 'R1' },
};

/** Values no documented field accepts. */
const nonsense = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, Number.NaN, '', {}, [], [null], '\u0000'.repeat(20_000)),
  fc.string({ minLength: 10_241, maxLength: 10_300 }),
  fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1, maxKeys: 3 }),
  fc.array(fc.jsonValue(), { minLength: 51, maxLength: 60 }),
);

/** A correct request with one field broken, one left out, one too many, or no request at all. */
function malformed(operation: Operation) {
  const right = correct[operation.name] ?? {};
  const field = fc.constantFrom(...Object.keys(right));
  const known: readonly string[] = operation.fields;
  const strangeName = fc.string({ minLength: 1 }).filter((name) => !known.includes(name.toLowerCase()));
  return fc.oneof(
    fc.tuple(field, nonsense).map(([name, value]): unknown => ({ ...right, [name]: value })),
    field.map((name): unknown => Object.fromEntries(Object.entries(right).filter(([key]) => key !== name))),
    fc
      .tuple(
        strangeName.filter(
          (name) => name !== 'userInfo' && name !== 'tcbContext' && !/^[a-z]+([A-Z][a-z]*)+$/.test(name),
        ),
        fc.jsonValue(),
      )
      .map(([name, value]): unknown => Object.fromEntries([...Object.entries(right), [name, value]])),
    fc.oneof(
      fc.constantFrom<unknown>(undefined, null, '', 'x', 0, []),
      fc.jsonValue().filter((value) => typeof value !== 'object'),
    ),
  );
}

describe.each(
  operations.filter(({ name }) => name in correct).map((operation) => [operation.name, operation] as const),
)('two hundred malformed requests to %s', (name, operation) => {
  let sent = 0;
  const main = serve(operation, env, {
    cloudpay: async () => ({
      send: async () => {
        sent += 1;
        return { kind: 'fault', code: 'NOT_SENT', detail: '' };
      },
    }),
  });

  it('are each refused by field, and none is sent', async () => {
    await fc.assert(
      fc.asyncProperty(malformed(operation), async (event) => {
        const reply = await main(event, fromFunction);
        expect(reply).toMatchObject({
          return_code: 'FAIL',
          err_code: 'REQUEST_INVALID',
          err_code_des: expect.stringMatching(/./),
          advice: { origin: 'adapter', category: 'request', retry: 'after_fix', funds: 'unchanged' },
        });
        expect(reply.violations?.length).toBeGreaterThan(0);
        for (const { field, rule, message } of reply.violations ?? []) {
          expect([typeof field, typeof rule, typeof message]).toEqual(['string', 'string', 'string']);
        }
      }),
      { numRuns: 200 },
    );
    expect(sent).toBe(0);
  });

  it('while the correct one is sent', async () => {
    await main(correct[name], fromFunction);
    expect(sent).toBe(1);
  });
});
