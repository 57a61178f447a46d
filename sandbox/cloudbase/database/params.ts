import { isRecord } from '../../isRecord';
import type { Params } from '../tc3';
import { invalidParam } from './databaseError';
import type { Document } from './document';
import { fromEjson } from './ejson';

type ParsedObject = Readonly<Record<string, unknown>>;

function parsed(text: unknown, field: string, now: number): unknown {
  if (typeof text !== 'string') throw invalidParam(`${field} must be an EJSON string`);
  try {
    return fromEjson(text, now);
  } catch (error) {
    throw invalidParam(`${field}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function parsedObject(text: unknown, field: string, now: number): ParsedObject {
  const value = parsed(text, field, now);
  if (!isRecord(value)) throw invalidParam(`${field} must be an object`);
  return value;
}

/** A parameter that is an object in EJSON, empty when absent. @throws {DatabaseError} */
export function objectIn(params: Params, field: string, now: number): ParsedObject {
  return params[field] === undefined ? {} : parsedObject(params[field], field, now);
}

/** An absent query matches everything, as does the `{}` that is left of conditions with undefined values. */
export function filterIn(params: Params, now: number): ParsedObject {
  return objectIn(params, 'query', now);
}

/** @throws {DatabaseError} */
export function nameIn({ collectionName: name }: Params): string {
  if (typeof name !== 'string' || name === '') throw invalidParam('collectionName must be a string');
  return name;
}

/** @throws {DatabaseError} */
export function transactionIn({ transactionId: id }: Params): string | undefined {
  if (id === undefined) return undefined;
  if (typeof id !== 'string') throw invalidParam('transactionId must be a string');
  return id;
}

/** 0 when absent. @throws {DatabaseError} */
export function countIn(params: Params, field: 'offset' | 'limit'): number {
  const value = params[field] ?? 0;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw invalidParam(`${field} must be an integer of 0 or more`);
  }
  return value;
}

/** @throws {DatabaseError} */
export function orderIn(params: Params, now: number): Record<string, 1 | -1> {
  const order: Record<string, 1 | -1> = {};
  for (const [field, direction] of Object.entries(objectIn(params, 'order', now))) {
    if (direction !== 1 && direction !== -1) throw invalidParam('order value must be 1 or -1');
    order[field] = direction;
  }
  return order;
}

/** One EJSON string for each document. @throws {DatabaseError} */
export function documentsIn({ data }: Params, now: number): Document[] {
  if (!Array.isArray(data) || data.length === 0) throw invalidParam('data must be a list of documents');
  return data.map((text) => parsedObject(text, 'data', now));
}

/** Stage values are EJSON too, but not always objects: `limit(3)` is `3`. @throws {DatabaseError} */
export function stagesIn({ stages }: Params, now: number): ParsedObject[] {
  if (!Array.isArray(stages)) throw invalidParam('stages must be a list');
  return stages.map((stage: unknown) => {
    if (!isRecord(stage) || typeof stage.stageKey !== 'string') throw invalidParam('a stage needs a stageKey');
    return { [stage.stageKey]: parsed(stage.stageValue, stage.stageKey, now) };
  });
}
