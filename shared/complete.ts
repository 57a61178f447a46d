import type { Caller } from './caller';
import type { Config } from './config';
import { freshNonce } from './nonce';
import type { Contract, Operation } from './operation';
import type { Violation } from './violations';

/** Keys the platform adds to the events of mini-program clients. */
const INJECTED = new Set(['userInfo', 'tcbContext']);

/**
 * Turns an event into a request of the contract: injected keys stripped, camelCase names accepted, JSON strings parsed,
 * and what the caller may leave out filled in. Never changes the event itself.
 */
export function complete(
  operation: Operation,
  event: unknown,
  config: Pick<Config, 'subMchId' | 'subAppid'>,
  caller: Caller,
): { request: Contract; violations: Violation[] } {
  if (!isPlainObject(event)) {
    return { request: {}, violations: [{ field: '', rule: 'type', params: { type: 'object' } }] };
  }
  const violations: Violation[] = [];
  const given = Object.entries(event).filter(([name, value]) => !INJECTED.has(name) && value !== undefined);
  const request: Contract = {
    ...defaults(operation, config, caller),
    ...inSnakeCase(given, operation.fields, '', violations),
  };
  for (const [field, { keys }] of Object.entries(operation.requestJson)) {
    if (!(field in request)) continue;
    try {
      const value = typeof request[field] === 'string' ? JSON.parse(request[field]) : request[field];
      request[field] = itemsInSnakeCase(value, keys, field, violations);
    } catch {
      violations.push({ field, rule: 'json' });
      delete request[field];
    }
  }
  return { request: inDocumentedOrder(request, operation.fields), violations };
}

/** The request as the flat set of fields that CloudPay, Cloud Run and API v2 carry: objects become JSON text. */
export function toFlat(operation: Operation, request: Contract): Contract {
  return Object.fromEntries(
    Object.entries(request).map(([name, value]) => [
      name,
      name in operation.requestJson ? JSON.stringify(value) : value,
    ]),
  );
}

function defaults(operation: Operation, config: Pick<Config, 'subMchId' | 'subAppid'>, caller: Caller): Contract {
  const values: Contract = {
    ...operation.constants,
    sub_mch_id: config.subMchId,
    sub_appid: config.subAppid ?? caller.appid,
    nonce_str: freshNonce(),
  };
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => value !== undefined && operation.fields.includes(name)),
  );
}

/** One fixed order of fields, so that the same request always becomes the same bytes. */
function inDocumentedOrder(request: Contract, fields: readonly string[]): Contract {
  const known = fields.filter((name) => name in request);
  const others = Object.keys(request).filter((name) => !fields.includes(name));
  return Object.fromEntries([...known, ...others].map((name) => [name, request[name]]));
}

function itemsInSnakeCase(value: unknown, keys: readonly string[], path: string, violations: Violation[]): unknown {
  const item = (given: unknown, at: string) => {
    // As a rule there is nothing to rename.
    if (!isPlainObject(given) || Object.keys(given).every((name) => keys.includes(name))) return given;
    return inSnakeCase(Object.entries(given), keys, at, violations);
  };
  return Array.isArray(value) ? value.map((given, index) => item(given, `${path}[${index}]`)) : item(value, path);
}

/** Renames the camelCase spelling of a known name; anything else stays as it is, for validation to judge. */
function inSnakeCase(
  entries: readonly (readonly [string, unknown])[],
  known: readonly string[],
  path: string,
  violations: Violation[],
): Contract {
  const result = new Map<string, unknown>();
  for (const [name, value] of entries) {
    const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const field = known.includes(snake) ? snake : name;
    if (result.has(field)) violations.push({ field: path ? `${path}.${field}` : field, rule: 'givenTwice' });
    result.set(field, value);
  }
  return Object.fromEntries(result);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value);
}
