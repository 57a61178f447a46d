import { closest } from 'fastest-levenshtein';
import type { Config } from './config';
import { type Locale, say, type Text } from './locale';
import type { Contract, Finding, Operation } from './operation';

/** One way in which a request breaks the documentation, before words are put to it. */
export interface Violation {
  /** Path of the field, e.g. `receivers[2].amount`; empty for the event itself. */
  readonly field: string;
  readonly rule: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** A violation as callers see it. */
export interface WordedViolation {
  readonly field: string;
  readonly rule: string;
  readonly message: string;
}

/** Enough to mend any real request; a hostile one with a million faults does not get a reply of a million lines. */
const MOST_LISTED = 50;

/** Everything that is wrong with a completed request, field by field; empty when it may be sent. */
export function violationsOf(operation: Operation, request: Contract, config: Pick<Config, 'link'>): Violation[] {
  const found: Violation[] = [];
  if (!operation.checkRequest(request)) {
    found.push(...fromFindings(operation.checkRequest.errors ?? [], operation, request));
  }
  for (const [field, links] of Object.entries(operation.requiredOn)) {
    if (links.includes(config.link) && request[field] === undefined) found.push({ field, rule: 'required' });
  }
  for (const [field, { maxLength, uniqueBy }] of Object.entries(operation.requestJson)) {
    const value = request[field];
    if (uniqueBy && Array.isArray(value)) found.push(...repeated(value, uniqueBy, field));
    // Only a value of the right shape is worth serialising: a hostile one may be nested too deeply for it.
    if (maxLength && found.length === 0 && characters(JSON.stringify(value) ?? '') > maxLength) {
      found.push({ field, rule: 'maxJsonLength', params: { limit: maxLength } });
    }
  }
  return distinct(found).slice(0, MOST_LISTED);
}

/** Puts words to violations, naming replacements for retired values and the nearest name for unknown ones. */
export function worded(violations: readonly Violation[], locale: Locale): WordedViolation[] {
  return violations.map(({ field, rule, params = {} }) => ({ field, rule, message: wordsFor(rule, params, locale) }));
}

/** Turns a validator's findings into violations: readable paths, one line per fault. */
export function fromFindings(findings: readonly Finding[], operation: Operation, data: unknown): Violation[] {
  return findings.flatMap((finding): Violation[] => {
    const path = pathOf(finding.instancePath);
    const inside = (name: unknown) => (path ? `${path}.${name}` : String(name));
    const { keyword, params } = finding;
    // `if` and `contains` only lead to other findings; the alternatives of a oneOf are reported by the oneOf itself.
    if (keyword === 'if' || keyword === 'contains' || finding.schemaPath.includes('/oneOf/')) return [];
    if (keyword === 'required') return [{ field: inside(params.missingProperty), rule: 'required' }];
    if (keyword === 'additionalProperties') {
      const known = path ? jsonKeys(operation, path) : operation.fields;
      return [
        {
          field: inside(params.additionalProperty),
          rule: 'unknown',
          params: { name: params.additionalProperty, known },
        },
      ];
    }
    if (keyword === 'oneOf') {
      const names = operation.exactlyOneOf ?? [];
      return [{ field: inside(names[0]), rule: 'exactlyOne', params: { names } }];
    }
    if (keyword === 'false schema' || keyword === 'not') return [{ field: path, rule: 'forbidden' }];
    const replacement =
      keyword === 'enum' ? operation.retired[lastOf(path)]?.[String(valueAt(data, finding))] : undefined;
    return [
      replacement ? { field: path, rule: 'retired', params: { replacement } } : { field: path, rule: keyword, params },
    ];
  });
}

/** `/receivers/2/amount` → `receivers[2].amount` */
function pathOf(pointer: string): string {
  return partsOf(pointer).reduce(
    (path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : path ? `${path}.${part}` : part),
    '',
  );
}

function partsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
}

function valueAt(data: unknown, { instancePath }: Finding): unknown {
  return partsOf(instancePath).reduce<unknown>((value, part) => (value as Contract | undefined)?.[part], data);
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function jsonKeys(operation: Operation, path: string): readonly string[] {
  const field = path.split(/[.[]/)[0] ?? '';
  return operation.requestJson[field]?.keys ?? [];
}

function repeated(items: readonly unknown[], keys: readonly string[], field: string): Violation[] {
  const firstAt = new Map<string, number>();
  return items.flatMap((item, index): Violation[] => {
    if (typeof item !== 'object' || item === null) return [];
    const values = keys.map((key) => (item as Contract)[key]);
    if (values.some((value) => typeof value !== 'string')) return [];
    const identity = JSON.stringify(values);
    const first = firstAt.get(identity);
    if (first === undefined) firstAt.set(identity, index);
    return first === undefined
      ? []
      : [{ field: `${field}[${index}]`, rule: 'duplicate', params: { first: `${field}[${first}]` } }];
  });
}

function distinct(violations: readonly Violation[]): Violation[] {
  return [...new Map(violations.map((violation) => [`${violation.field} ${violation.rule}`, violation])).values()];
}

/** Counts as WeChat does: an emoji is one character, not two UTF-16 units. */
function characters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

type Words = (params: Readonly<Record<string, unknown>>) => Text;

const WORDS: Readonly<Record<string, Words>> = {
  required: () => ({ zh: '必填', en: 'is required' }),
  type: ({ type }) => ({ zh: `类型应为 ${type}`, en: `must be of type ${type}` }),
  json: () => ({ zh: '不是合法的 JSON 字符串', en: 'is not valid JSON text' }),
  enum: ({ allowedValues }) => ({
    zh: `取值只能是 ${[allowedValues].flat().join('、')}`,
    en: `must be one of ${[allowedValues].flat().join(', ')}`,
  }),
  const: ({ allowedValue }) => ({ zh: `取值只能是 ${allowedValue}`, en: `must be ${allowedValue}` }),
  pattern: ({ pattern }) => ({ zh: `须符合 ${pattern}`, en: `must match ${pattern}` }),
  minLength: ({ limit }) => ({ zh: `至少 ${limit} 个字符`, en: `must have at least ${limit} character(s)` }),
  maxLength: ({ limit }) => ({ zh: `最多 ${limit} 个字符`, en: `must have at most ${limit} characters` }),
  maxJsonLength: ({ limit }) => ({
    zh: `转成 JSON 字符串后最多 ${limit} 个字符`,
    en: `must have at most ${limit} characters as JSON text`,
  }),
  minimum: ({ limit }) => ({ zh: `不能小于 ${limit}（单位：分）`, en: `must be at least ${limit} (fen)` }),
  maximum: ({ limit }) => ({ zh: `不能大于 ${limit}（单位：分）`, en: `must be at most ${limit} (fen)` }),
  minItems: ({ limit }) => ({ zh: `至少 ${limit} 项`, en: `must have at least ${limit} item(s)` }),
  maxItems: ({ limit }) => ({ zh: `最多 ${limit} 项`, en: `must have at most ${limit} items` }),
  duplicate: ({ first }) => ({ zh: `与 ${first} 是同一个接收方`, en: `is the same receiver as ${first}` }),
  retired: ({ replacement }) => replacement as Text,
  forbidden: () => ({ zh: '此处不允许填写', en: 'is not allowed here' }),
  givenTwice: () => ({ zh: '下划线与驼峰两种写法同时出现', en: 'is given twice, in snake_case and in camelCase' }),
  exactlyOne: ({ names }) => ({
    zh: `${[names].flat().join('、')} 须且只能填一个`,
    en: `give exactly one of ${[names].flat().join(', ')}`,
  }),
};

function wordsFor(rule: string, params: Readonly<Record<string, unknown>>, locale: Locale): string {
  if (rule === 'unknown') return unknownName(String(params.name), (params.known ?? []) as string[], locale);
  return say(WORDS[rule]?.(params) ?? { zh: `不符合规则 ${rule}`, en: `breaks the rule ${rule}` }, locale);
}

function unknownName(name: string, known: readonly string[], locale: Locale): string {
  const nearest = known.length > 0 ? closest(name, [...known]) : undefined;
  return say(
    {
      zh: nearest ? `未知字段，是否想写 ${nearest}？` : '未知字段',
      en: nearest ? `is not a known field; did you mean ${nearest}?` : 'is not a known field',
    },
    locale,
  );
}
