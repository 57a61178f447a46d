import type { Caller } from './caller';
import type { Config } from './config';
import type { Json, JsonObject, RequestFields, UnknownFields } from './contract';
import { excessOf, firstEntries, type Limits } from './excess';
import { freshNonce } from './nonce';
import type { Operation } from './operation';
import type { Violation } from './violations';

/** Keys the platform adds to the events of mini-program clients. */
const INJECTED = new Set(['userInfo', 'tcbContext']);

/** Far above any documented request, which has 50 receivers at most. */
export const MOST = { values: 2_000, characters: 100_000, depth: 16 };

const RULES: Readonly<Record<keyof Limits, string>> = {
  values: 'mostValues',
  characters: 'mostCharacters',
  depth: 'mostDepth',
  without: 'forbidden',
};

/**
 * Turns an event into a request of the contract: injected keys removed, camelCase names accepted, JSON strings parsed,
 * defaults filled in. Never changes the event.
 * @returns fields to validate; none and not `readable` when the event is no object or exceeds {@link MOST}
 */
export function normalizeRequest(
  operation: Operation,
  event: unknown,
  config: Pick<Config, 'subMchId' | 'subAppid'>,
  caller: Caller,
): { fields: UnknownFields; violations: Violation[]; readable: boolean } {
  if (!isPlainObject(event)) return unreadable({ field: '', rule: 'type', params: { type: 'object' } });
  const entries = firstEntries(event, MOST.values + INJECTED.size + 1);
  const given = entries.filter(([name, value]) => !INJECTED.has(name) && value !== undefined);
  const [excess] = excessIn(given);
  if (excess) return unreadable(excess);

  const violations: Violation[] = [];
  const request: UnknownFields = {
    ...defaults(operation, config, caller),
    ...inSnakeCase(given, operation.fields, '', violations),
  };
  for (const [field, { keys, ignores }] of Object.entries(operation.requestJson)) {
    if (!(field in request)) continue;
    const value = parseJson(request[field]);
    const found = value === undefined ? [{ field, rule: 'json' }] : excessIn([[field, value]]);
    violations.push(...found);
    if (found.length > 0) delete request[field];
    else request[field] = itemsInSnakeCase(without(ignores, value), keys, field, violations);
  }
  return { fields: inDocumentedOrder(request, operation.fields), violations, readable: true };
}

function unreadable(violation: Violation) {
  return { fields: {}, violations: [violation], readable: false };
}

function excessIn(fields: readonly (readonly [string, unknown])[]): Violation[] {
  const excess = excessOf(Object.fromEntries(fields), MOST);
  if (!excess) return [];
  const limit = MOST[excess.limit as keyof typeof MOST];
  return [{ field: excess.under, rule: RULES[excess.limit], params: { limit } }];
}

function parseJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** The request as the flat set of fields that CloudPay, Cloud Run and API v2 carry: objects become JSON text. */
export function toFlat(operation: Operation, request: RequestFields): JsonObject {
  const isJson = (name: string) => Object.hasOwn(operation.requestJson, name);
  return Object.fromEntries(
    Object.entries(request).map(([name, value]) => [name, isJson(name) ? JSON.stringify(value) : (value as Json)]),
  );
}

function defaults(operation: Operation, config: Pick<Config, 'subMchId' | 'subAppid'>, caller: Caller): UnknownFields {
  const known: readonly string[] = operation.fields;
  const values: UnknownFields = {
    ...operation.constants,
    sub_mch_id: config.subMchId,
    sub_appid: config.subAppid ?? caller.appid,
    nonce_str: freshNonce(),
  };
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => value !== undefined && known.includes(name)),
  );
}

/** One fixed order of fields, so that the same request always becomes the same bytes. */
function inDocumentedOrder(request: UnknownFields, fields: readonly string[]): UnknownFields {
  const known = fields.filter((name) => name in request);
  const others = Object.keys(request).filter((name) => !fields.includes(name));
  return Object.fromEntries([...known, ...others].map((name) => [name, request[name]]));
}

/** A value without the keys that an operation accepts and does not send. */
function without(ignored: readonly string[] | undefined, value: unknown): unknown {
  if (!ignored || !isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !ignored.includes(inSnakeCaseName(name))));
}

function itemsInSnakeCase(value: unknown, keys: readonly string[], path: string, violations: Violation[]): unknown {
  const item = (given: unknown, at: string) => {
    // Mostly there is nothing to rename.
    if (!isPlainObject(given) || Object.keys(given).every((name) => keys.includes(name))) return given;
    return inSnakeCase(Object.entries(given), keys, at, violations);
  };
  return Array.isArray(value) ? value.map((given, index) => item(given, `${path}[${index}]`)) : item(value, path);
}

function inSnakeCaseName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function inSnakeCase(
  entries: readonly (readonly [string, unknown])[],
  known: readonly string[],
  path: string,
  violations: Violation[],
): UnknownFields {
  const result = new Map<string, unknown>();
  for (const [name, value] of entries) {
    const snake = inSnakeCaseName(name);
    const field = known.includes(snake) ? snake : name;
    if (result.has(field)) violations.push({ field: path ? `${path}.${field}` : field, rule: 'givenTwice' });
    result.set(field, value);
  }
  return Object.fromEntries(result);
}

function isPlainObject(value: unknown): value is UnknownFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value);
}
