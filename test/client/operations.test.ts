import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rejected, unreadable } from '../../client/failures';
import { operations } from '../../client/generated/operations';
import type { OperationName } from '../../client/generated/ProfitSharingClient';
import { diagnose } from '../../shared/errors';
import { operations as served } from '../../shared/generated/operations';
import { settlementOf } from '../../shared/settlement';

const root = join(__dirname, '../..');
const source = readFileSync(join(root, 'client/generated/ProfitSharingClient.ts'), 'utf8');
const known = Object.entries(operations) as [OperationName, (typeof operations)[OperationName]][];
const success = { return_code: 'SUCCESS', result_code: 'SUCCESS' };

it('has a method for every operation that has a schema, and no other', () => {
  const schemas = readdirSync(join(root, 'schemas/operations')).map((file) => file.replace('.json', ''));
  expect(Object.keys(operations).sort()).toEqual(schemas.sort());
});

describe.each(known)('%s', (name, { effect, settles, json, unmarked }) => {
  const operation = served.find((one) => one.name === name);
  if (!operation) throw new Error(`${name} is not served`);

  it('knows whether it moves money, and whether its replies say what became of it', () => {
    expect(effect).toBe(operation.effect);
    expect(settles ?? false).toBe(settlementOf(operation, success) !== undefined);
  });

  it('parses what is JSON', () => {
    // The page of the finish lists a receiver that no finish has.
    expect(json ? [json] : []).toEqual(name === 'profitSharingFinish' ? [] : operation.replyJson);
  });

  it('takes return_code alone for success only where WeChat’s page has no result_code', () => {
    operation.checkReply({ return_code: 'SUCCESS' });
    const missing = operation.checkReply.errors?.map(({ params }) => params.missingProperty) ?? [];
    expect(unmarked ?? false).toBe(!missing.includes('result_code'));
  });

  it('is described in the words of its schema', () => {
    const { title } = JSON.parse(readFileSync(join(root, `schemas/operations/${name}.json`), 'utf8'));
    const [, described] = new RegExp(`/\\*\\*((?:(?!\\*/)[^])*)\\*/\\s*${name}\\(`).exec(source) ?? [];
    expect(described).toContain(`${title.zh}. ${title.en}`);
  });

  it('advises as the functions do when no answer comes or none can be read', () => {
    const call = { operation: name, locale: 'en' } as const;
    for (const failure of [rejected(call, undefined), unreadable(call, undefined)]) {
      const { message: _words, ...advice } = diagnose(failure.code, '', operation).advice;
      expect(failure.advice).toMatchObject(advice);
    }
  });
});
