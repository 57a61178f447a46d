import { update } from 'mingo';
import { isRecord } from '../../isRecord';
import { requestFailed, writeRefused } from './databaseError';
import { copyOf, type Document } from './document';

type Fields = Readonly<Record<string, unknown>>;

const creating = new Set(['$set', '$inc', '$mul', '$min', '$max', '$push', '$addToSet', '$currentDate']);
const numeric = new Set(['$inc', '$mul']);
const listed = new Set(['$push', '$addToSet', '$pop', '$pull', '$pullAll']);

function bsonType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'double';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

/** mingo skips without a word what MongoDB refuses; a sandbox must not be kinder than the cloud. */
function refuseImpossible(document: Document, operator: string, path: string): void {
  const steps = path.split('.');
  const leaf = steps.pop() ?? '';
  let parent: unknown = document;
  let name = '';
  for (const step of [...steps, leaf]) {
    if (parent === undefined || step.startsWith('$')) return;
    if (typeof parent !== 'object' || parent === null) {
      if (!creating.has(operator)) return;
      throw writeRefused(`Cannot create field '${step}' in element {${name}: ${JSON.stringify(parent)}}`);
    }
    name = step;
    parent = Reflect.get(parent, step);
  }
  if (parent === undefined) return;
  const id = `{_id: ${JSON.stringify(document._id)}}`;
  if (numeric.has(operator) && typeof parent !== 'number') {
    const type = `has the field '${leaf}' of non-numeric type ${bsonType(parent)}`;
    throw writeRefused(`Cannot apply ${operator} to a value of non-numeric type. ${id} ${type}`);
  }
  if (listed.has(operator) && !Array.isArray(parent)) {
    throw writeRefused(`The field '${path}' must be an array but is of type ${bsonType(parent)} in document ${id}`);
  }
}

function operatorsIn(modifier: Fields): [string, Fields][] {
  const entries = Object.entries(modifier);
  if (entries.length === 0) throw requestFailed('update document must have at least one element');
  return entries.map(([operator, fields]) => {
    if (!operator.startsWith('$')) throw requestFailed('update document must only contain update operators');
    if (!isRecord(fields) || Object.keys(fields).length === 0) {
      throw writeRefused(`'${operator}' is empty. You must specify a field like so: {${operator}: {<field>: ...}}`);
    }
    return [operator, fields];
  });
}

/**
 * The document after the update; undefined when the update changes nothing, which counts as not updated.
 *
 * @param query what the document was found by: `list.$.field` means the element that it matched
 * @throws {DatabaseError} for what MongoDB would refuse; the document is as it was
 */
export function updated(document: Document, modifier: Fields, query: Fields): Document | undefined {
  for (const [operator, fields] of operatorsIn(modifier)) {
    for (const path of Object.keys(fields)) refuseImpossible(document, operator, path);
  }
  const copy = copyOf(document);
  const changed = attempt(() => update(copy, modifier, [], query));
  return changed.length > 0 ? copy : undefined;
}

function attempt<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw writeRefused(error instanceof Error ? error.message : String(error));
  }
}
