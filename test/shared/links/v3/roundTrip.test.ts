import fc from 'fast-check';
import type { UnknownFields } from '../../../../shared/contract';
import { apiv3 } from '../../../../shared/links/apiv3';
import { brand } from '../../../../shared/links/brand';
import { ecommerce } from '../../../../shared/links/ecommerce';
import type { SendResult } from '../../../../shared/links/link';
import { answerOf } from './answerForms';
import { printed, recording, wireOf } from './mirror';
import { readBack, representable, requestOf } from './requestForms';
import { config, fieldsOf, operation, send } from './setting';
import type { LinkName } from './values';

const links = { apiv3, ecommerce, brand };
const rows = (Object.keys(links) as LinkName[]).flatMap((link) =>
  Object.keys(printed[link]).map((name): [LinkName, string] => [link, name]),
);

describe.each(rows)('%s %s', (link, operationName) => {
  const page = printed[link][operationName];
  if (!page) throw new Error(operationName);
  let wire: UnknownFields = {};
  const { requests, send: transport } = recording(() => wire);
  const linkUnderTest = links[link](config({ link }), transport);

  test('a request keeps every field the link has room for', async () => {
    await fc.assert(
      fc.asyncProperty(requestOf(link, operationName), async (request) => {
        const before = structuredClone(request);
        requests.length = 0;
        expect(linkUnderTest.check?.(operation(operationName), request)).toEqual([]);
        fieldsOf(await send(linkUnderTest, operationName, request));
        expect(request).toEqual(before);
        expect(requests.map((sent) => readBack(link, wireOf(sent, page)))).toEqual([
          representable(link, operationName, request),
        ]);
      }),
      { numRuns: 40 },
    );
  });

  test('an answer keeps every field the contract has room for', async () => {
    await fc.assert(
      fc.asyncProperty(requestOf(link, operationName), answerOf(link, operationName), async (request, answer) => {
        wire = answer.wire;
        const sent = await send(linkUnderTest, operationName, request);
        const fields = fieldsOf(sent);
        const { receivers, receiver } = readable(fields);
        expect(valuesOf(sent)).toEqual({ receivers, receiver });
        expect(readable(fields)).toMatchObject({ ...answer.contract, return_code: 'SUCCESS', mch_id: '1900000100' });
        expect(fields.nonce_str).toBe(request.nonce_str);
        expect(fields).not.toHaveProperty('sign');
      }),
      { numRuns: 40 },
    );
  });
});

/** What the link says is behind the JSON strings of its answer. */
function valuesOf(sent: SendResult): UnknownFields {
  const { receivers, receiver } = (sent.kind === 'answer' && sent.parsed) || {};
  return { receivers, receiver };
}

/** A contract answer with its JSON strings parsed. */
function readable(fields: UnknownFields): UnknownFields {
  const parsed = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value);
  return { ...fields, receivers: parsed(fields.receivers), receiver: parsed(fields.receiver) };
}
