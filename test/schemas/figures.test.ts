import { readSchemas } from '../../scripts/generate/readSchemas';
import { properties } from '../../scripts/generate/resolve';
import type { Schema } from '../../scripts/generate/schema';
import figures from './figures.json';

interface Figure {
  readonly name: string;
  readonly type: string;
  readonly length?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly unit?: string;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly required: boolean | string;
  readonly items?: readonly Figure[];
}

const returnReasons = [
  'ACCOUNT_ABNORMAL',
  'BALANCE_NOT_ENOUGH',
  'TIME_OUT_CLOSED',
  'PAYER_ACCOUNT_ABNORMAL',
  'INVALID_REQUEST',
];

const relations = [
  ...['SERVICE_PROVIDER', 'STORE', 'STAFF', 'STORE_OWNER', 'PARTNER', 'HEADQUARTER', 'BRAND', 'DISTRIBUTOR'],
  ...['USER', 'SUPPLIER', 'CUSTOM', 'PLATFORM', 'OTHERS'],
];

/** Where sources disagree or a page is faulty, and what the contract accepts instead. */
const accepted: Readonly<Record<string, Partial<Figure>>> = {
  // 16 characters on the share pages, 32 on the return pages: one definition, the longer bound.
  'reply.return_code': { length: 32 },
  // Older pages and SDKs still know ACCEPTED and CLOSED.
  'reply.status': { enum: ['ACCEPTED', 'PROCESSING', 'FINISHED', 'CLOSED'] },
  // Printed 16, the value yyyyMMddHHmmss has 14.
  'reply.finish_time': { length: 14 },
  // The v3 pages add BALANCE_NOT_ENOUGH to the reasons of a return.
  'profitSharingReturn.reply.fail_reason': { enum: returnReasons },
  'profitSharingReturnQuery.reply.fail_reason': { enum: returnReasons },
  // The CloudPay page has eleven relations; ecommerce and brand know two more.
  'profitSharingAddReceiver.request.receiver.relation_type': { enum: relations },
  // Printed 32 on the query page only; every page that writes the number allows 64.
  'profitSharingQuery.request.out_order_no': { length: 64 },
};

const { operations } = readSchemas(process.cwd());
const table = figures as unknown as Record<string, { request: Figure[]; reply: Figure[] }>;

function longest(field: Schema): number | undefined {
  const inPattern = /\{(?:1,)?(\d+)\}/.exec(field.pattern ?? '')?.[1];
  return field.maxWireLength ?? field.maxLength ?? (inPattern ? Number(inPattern) : undefined);
}

function kind(field: Schema): string {
  if (field.wire) return field.wire;
  return [field.type].flat()[0] ?? '';
}

function compare(path: string, side: string, figure: Figure, field: Schema | undefined): void {
  if (!field) throw new Error(`${path} is documented and absent`);
  const { name: _, required: __, items, ...printed } = figure;
  const expected = { ...printed, ...accepted[`${side}.${figure.name}`], ...accepted[path] };
  const values = field.enum ?? (field.const === undefined ? [] : [String(field.const)]);
  expect({ path, kind: kind(field) }).toEqual({ path, kind: expected.type });
  if (expected.enum) expect({ path, values }).toEqual({ path, values: expected.enum });
  if (expected.pattern) expect({ path, pattern: field.pattern }).toEqual({ path, pattern: expected.pattern });
  if (expected.unit) expect({ path, unit: field.unit }).toEqual({ path, unit: expected.unit });
  if (expected.minimum) expect({ path, minimum: field.minimum }).toEqual({ path, minimum: expected.minimum });
  if (expected.maxItems) expect({ path, items: field.maxItems }).toEqual({ path, items: expected.maxItems });
  if (expected.length !== undefined) {
    const length = values.length > 0 ? Math.max(...values.map((value) => value.length)) : longest(field);
    const fits = values.length > 0 ? (length ?? 0) <= expected.length : length === expected.length;
    expect({ path, length, fits }).toEqual({ path, length, fits: true });
  }
  const shape = properties(field.items ?? field);
  for (const item of items ?? []) compare(`${path}.${item.name}`, '', item, shape[item.name]);
}

describe.each(operations.map((operation) => [operation.name, operation] as const))('%s', (name, operation) => {
  const printed = table[name];

  test('takes exactly the documented request fields, in the documented order', () => {
    const everywhere = Object.entries(properties(operation.request)).filter(([, field]) => !field.onlyOnLinks);
    expect(everywhere.map(([field]) => field)).toEqual(printed?.request.map((figure) => figure.name));
  });

  test('knows every documented reply field', () => {
    const known = Object.keys(properties(operation.reply));
    expect(known).toEqual(expect.arrayContaining(printed?.reply.map((figure) => figure.name) ?? []));
  });

  test.each(['request', 'reply'] as const)('gives every %s field the documented type, length and values', (side) => {
    const fields = properties(operation[side]);
    for (const figure of printed?.[side] ?? [])
      compare(`${name}.${side}.${figure.name}`, side, figure, fields[figure.name]);
  });

  test('asks for every field the page marks as required, unless the function fills it', () => {
    const asked = printed?.request.filter(({ required }) => required === true).map((figure) => figure.name) ?? [];
    const fields = properties(operation.request);
    const enforced = asked.filter((field) => operation.request.required?.includes(field) || fields[field]?.requiredOn);
    expect(enforced).toEqual(asked);
  });
});
