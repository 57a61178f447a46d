import type { Config } from './config';
import type { UnknownFields } from './contract';
import type { Locale } from './locale';
import { messageFor } from './messages';
import type { LinkName, Operation, ValidationError } from './operation';
import { own } from './own';

/** One way in which a request or an answer breaks the documentation. */
export interface Violation {
  /** Path of the field, e.g. `receivers[2].amount`; empty for the event itself. */
  readonly field: string;
  readonly rule: string;
  readonly params?: Readonly<UnknownFields>;
}

export interface ViolationMessage {
  readonly field: string;
  readonly rule: string;
  readonly message: string;
}

/** Enough to correct any real request. */
const MOST_LISTED = 50;

/** What is wrong with a request; empty when it may be sent. */
export function violationsOf(operation: Operation, whole: UnknownFields, config: Pick<Config, 'link'>): Violation[] {
  const found: Violation[] = [];
  const request = firstOf(whole);
  if (!operation.accepts(request)) {
    operation.checkRequest(request);
    found.push(...fromErrors(operation.checkRequest.errors ?? [], operation, request));
  }
  for (const [field, links] of Object.entries(operation.requiredOn)) {
    if (links.includes(config.link) && request[field] === undefined) found.push({ field, rule: 'required' });
  }
  for (const [field, links] of Object.entries(operation.fieldsOnlyOn)) {
    if (!links.includes(config.link) && request[field] !== undefined)
      found.push({ field, rule: 'otherLink', params: { links } });
  }
  for (const [field, { maxLength, uniqueBy, notTo }] of Object.entries(operation.requestJson)) {
    const value = request[field];
    const items: Items = Array.isArray(value) ? value : [value];
    const at = (index: number) => (Array.isArray(value) ? `${field}[${index}]` : field);
    if (uniqueBy) found.push(...repeated(items, uniqueBy, at));
    if (notTo) found.push(...paidBack(items, request[notTo], at));
    found.push(...unknownTo(config.link, items, operation.onlyOn, at));
    // A value of another shape may be nested too deeply to serialise.
    if (maxLength && found.length === 0 && isLongerThan(maxLength, JSON.stringify(value) ?? '')) {
      found.push({ field, rule: 'maxJsonLength', params: { limit: maxLength } });
    }
  }
  return distinct(found).slice(0, MOST_LISTED);
}

/** Items after the fifty-first only make a list too long. */
function firstOf(request: UnknownFields): UnknownFields {
  return Object.fromEntries(
    Object.entries(request).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.slice(0, MOST_LISTED + 1) : value,
    ]),
  );
}

export function withMessages(violations: readonly Violation[], locale: Locale): ViolationMessage[] {
  return violations.map(({ field, rule, params = {} }) => ({
    field: shortened(field),
    rule,
    message: messageFor(rule, params, locale),
  }));
}

const MOST_NAME = 100;

function shortened(field: string): string {
  return field.length > MOST_NAME ? `${field.slice(0, MOST_NAME)}…` : field;
}

export function fromErrors(findings: readonly ValidationError[], operation: Operation, data: unknown): Violation[] {
  return findings.flatMap((finding): Violation[] => {
    const path = pathOf(finding.instancePath);
    const inside = (name: unknown) => (path ? `${path}.${name}` : String(name));
    const { keyword, params } = finding;
    // `if`, `contains` and the alternatives of a oneOf only lead to other errors.
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
      keyword === 'enum' ? own(own(operation.retired, lastOf(path)) ?? {}, valueAt(data, finding)) : undefined;
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

function valueAt(data: unknown, { instancePath }: ValidationError): unknown {
  return partsOf(instancePath).reduce<unknown>((value, part) => own((value ?? {}) as UnknownFields, part), data);
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function jsonKeys(operation: Operation, path: string): readonly string[] {
  const field = path.split(/[.[]/)[0] ?? '';
  return own(operation.requestJson, field)?.keys ?? [];
}

type Items = readonly (UnknownFields | null | undefined)[];

function repeated(items: Items, keys: readonly string[], at: (index: number) => string): Violation[] {
  const found: Violation[] = [];
  const firsts = new Map<string, number>();
  items.forEach((item, index) => {
    const values = keys.map((key) => item?.[key]);
    if (!values.every((value) => typeof value === 'string')) return;
    const identity = JSON.stringify(values);
    const first = firsts.get(identity);
    if (first === undefined) firsts.set(identity, index);
    else found.push({ field: at(index), rule: 'duplicate', params: { first: at(first) } });
  });
  return found;
}

function paidBack(items: Items, payer: unknown, at: (index: number) => string): Violation[] {
  return items.flatMap((item, index) =>
    item?.type === 'MERCHANT_ID' && item.account === payer ? [{ field: `${at(index)}.account`, rule: 'payer' }] : [],
  );
}

function unknownTo(
  link: LinkName,
  items: Items,
  onlyOn: Operation['onlyOn'],
  at: (index: number) => string,
): Violation[] {
  return Object.entries(onlyOn).flatMap(([name, values]) =>
    items.flatMap((item, index): Violation[] => {
      const links = own(values, item?.[name]);
      return !links || links.includes(link)
        ? []
        : [{ field: `${at(index)}.${name}`, rule: 'otherLink', params: { links } }];
    }),
  );
}

function distinct(violations: readonly Violation[]): Violation[] {
  return [...new Map(violations.map((violation) => [`${violation.field} ${violation.rule}`, violation])).values()];
}

/** Counts code points, as WeChat Pay does. */
function isLongerThan(limit: number, text: string): boolean {
  return text.length > limit && [...text].length > limit;
}
