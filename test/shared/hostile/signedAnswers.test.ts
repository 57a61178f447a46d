import fc from 'fast-check';
import { operations } from '../../../shared/generated/operations';
import type { Exchange, HttpAnswer } from '../../../shared/http';
import { apiv3 } from '../../../shared/links/apiv3';
import { brand } from '../../../shared/links/brand';
import { ecommerce } from '../../../shared/links/ecommerce';
import { signatureHeaders } from '../links/v3/provider';
import { config } from '../links/v3/setting';
import { publicKey } from '../wechatpay/keys';
import { askOnce } from './askOnce';
import { hostileAnswer } from './hostileAnswers';
import { hostileValue } from './hostileValues';

beforeEach(() => jest.spyOn(console, 'log').mockImplementation(() => undefined));
afterEach(() => jest.restoreAllMocks());

/** What API v3 calls its fields, where the contract has other words. */
const WIRE = [
  ...['state', 'sub_mchid', 'finish_amount', 'finish_description', 'finish_time', 'create_time', 'return_mchid'],
  ...['return_id', 'max_ratio', 'download_url', 'hash_type', 'hash_value', 'code', 'message', 'detail', 'type'],
];

const body = fc.oneof(
  fc
    .tuple(hostileAnswer, fc.array(fc.tuple(fc.constantFrom(...WIRE), hostileValue), { maxLength: 4 }))
    .map(([fields, more]) => JSON.stringify(Object.fromEntries([...Object.entries(fields), ...more]))),
  fc
    .array(fc.oneof(hostileAnswer, hostileValue), { maxLength: 4 })
    .map((receivers) => JSON.stringify({ state: 'FINISHED', receivers })),
  hostileValue.map((value) => JSON.stringify(value)),
  fc.string({ unit: 'binary' }),
);

/** An exchange that answers so, signed as WeChat Pay signs. */
function answering(text: string, status: number): Exchange {
  const bytes = Buffer.from(text);
  const answer: HttpAnswer = {
    status,
    headers: { 'request-id': '1', ...signatureHeaders(bytes, publicKey) },
    body: bytes,
  };
  return async () => answer;
}

const carried = (link: 'apiv3' | 'ecommerce' | 'brand') => operations.filter(({ links }) => links.includes(link));

describe.each([
  ['apiv3', apiv3],
  ['ecommerce', ecommerce],
  ['brand', brand],
] as const)('%s', (name, make) => {
  it('believes an honest answer that is signed so', async () => {
    const amounts = operations.find((operation) => operation.name === 'profitSharingOrderAmountQuery');
    const text = JSON.stringify({ transaction_id: '4208450740201411110007820472', unsplit_amount: 1000 });
    const { send } = make(config({ link: name }), answering(text, 200));
    expect(amounts && (await askOnce(amounts, send, name))).toMatchObject({
      result_code: 'SUCCESS',
      unsplit_amount: 1000,
    });
  });

  it.each(carried(name).map((operation) => [operation.name, operation] as const))(
    '%s resolves whatever WeChat Pay signs, and whatever a gateway does not',
    async (_name, operation) => {
      await fc.assert(
        fc.asyncProperty(body, fc.constantFrom(200, 200, 204, 302, 400, 403, 429, 500), async (text, status) => {
          const { send } = make(config({ link: name }), answering(text, status));
          await askOnce(operation, send, name);
        }),
        { numRuns: 60 },
      );
    },
  );
});
