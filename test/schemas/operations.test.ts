import { readdirSync } from 'node:fs';
import Ajv, { type ValidateFunction } from 'ajv';
import { readSchemas } from '../../scripts/generate/readSchemas';
import { properties } from '../../scripts/generate/resolve';
import { annotations, type Schema } from '../../scripts/generate/schema';
import { operations as generated } from '../../shared/generated/operations';

const { operations } = readSchemas(process.cwd());

function compile(schema: Schema): ValidateFunction {
  const ajv = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });
  ajv.addVocabulary([...annotations]);
  return ajv.compile(schema);
}

/** Every object schema of a request or reply, the root first. */
function objects(schema: Schema): Schema[] {
  const below = Object.values(properties(schema)).flatMap((field) => [field, ...(field.items ? [field.items] : [])]);
  return [schema, ...below.filter((field) => field.type === 'object').flatMap(objects)];
}

const fields = (schema: Schema) => objects(schema).flatMap((object) => Object.entries(properties(object)));

const table = operations.map((operation) => [operation.name, operation] as const);

const everywhere = ['cloudpay', 'cloudrun', 'apiv2', 'apiv3', 'ecommerce', 'brand'];

test('every operation is there, generated, and on the links that have it', () => {
  expect(generated.map(({ name, links }) => [name, links])).toEqual([
    ['profitSharingAddReceiver', everywhere],
    ['profitSharingRemoveReceiver', everywhere],
    ['profitSharing', everywhere],
    ['multiProfitSharing', everywhere],
    ['profitSharingQuery', everywhere],
    ['profitSharingFinish', everywhere],
    ['profitSharingReturn', everywhere],
    ['profitSharingReturnQuery', everywhere],
    ['profitSharingOrderAmountQuery', ['apiv2', 'apiv3', 'ecommerce', 'brand']],
    ['profitSharingMerchantRatioQuery', ['apiv2', 'apiv3', 'brand']],
    ['profitSharingBill', ['apiv3', 'ecommerce', 'brand']],
    ['profitSharingAfterSales', ['ecommerce']],
    ['profitSharingAfterSalesQuery', ['ecommerce']],
  ]);
});

test('every operation has its handler', () => {
  expect(readdirSync('cloudfunctions').sort()).toEqual(expect.arrayContaining(generated.map(({ name }) => name)));
});

describe.each(table)('%s', (name, operation) => {
  const check = generated.find((candidate) => candidate.name === name);

  test('is valid draft-07 under Ajv in strict mode, annotations included', () => {
    expect(() => [compile(operation.request), compile(operation.reply)]).not.toThrow();
  });

  test('explains every field in Chinese and English, with an example and its source', () => {
    const silent = [...fields(operation.request), ...fields(operation.reply)].filter(
      ([, { zh, en, example, source }]) => !zh || !en || example === undefined || !source,
    );
    expect(silent).toEqual([]);
  });

  test('speaks of no link it does not have', () => {
    const { links, requiredOn, onlyOn } = check ?? { links: [], requiredOn: {}, onlyOn: {} };
    const named = [...Object.values(requiredOn), ...Object.values(onlyOn).flatMap((values) => Object.values(values))];
    expect(links).toEqual(expect.arrayContaining(named.flat()));
  });

  test('states the unit of every amount', () => {
    const amounts = [...fields(operation.request), ...fields(operation.reply)].filter(([field]) =>
      /amount$/.test(field),
    );
    expect(amounts.filter(([, { unit }]) => unit !== 'fen')).toEqual([]);
  });

  test('requires only fields it defines', () => {
    const undefinedOnes = [...objects(operation.request), ...objects(operation.reply)].flatMap((object) => {
      const parts = [object, object.then ?? {}, ...(object.allOf ?? []).flatMap((part) => [part, part.then ?? {}])];
      return parts.flatMap((part) => part.required ?? []).filter((field) => !(field in properties(object)));
    });
    expect(undefinedOnes).toEqual([]);
  });

  test('refuses unknown fields in a request at every depth and allows them in a reply', () => {
    expect(objects(operation.request).map((object) => object.additionalProperties)).not.toContain(undefined);
    expect(objects(operation.request).some((object) => object.additionalProperties)).toBe(false);
    expect(objects(operation.reply).some((object) => object.additionalProperties === false)).toBe(false);
  });

  test('every field gives an example that the field itself accepts', () => {
    const wrong = [...fields(operation.request), ...fields(operation.reply)].filter(
      ([, field]) => !compile(field)(field.example),
    );
    expect(wrong.map(([field]) => field)).toEqual([]);
  });

  test.each(operation.examples.map((example) => [example.title.en, example] as const))('example: %s', (_, example) => {
    const constants = check?.constants ?? {};
    const request = { nonce_str: 'n', ...constants, ...example.request };
    expect(check?.checkRequest(request)).toBe(true);
    expect(check?.checkReply(example.reply)).toBe(true);
  });
});
