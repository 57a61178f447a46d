import { isRecord } from '../isRecord';

type Kind = 'integer' | 'boolean' | 'string' | 'strings' | 'object' | readonly string[];

interface ValueOf {
  integer: number;
  boolean: boolean;
  string: string;
  strings: string[];
  object: Record<string, unknown>;
}

export type Spec = Readonly<Record<string, Kind>>;

/** What a body of this shape gives, every field optional. */
export type Input<S extends Spec> = {
  [K in keyof S]?: S[K] extends keyof ValueOf ? ValueOf[S[K]] : S[K] extends readonly (infer V)[] ? V : never;
};

/** The body is not what the route wants; names the field. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(`${field}: ${message}`);
  }
}

function fits(value: unknown, kind: Kind): boolean {
  if (typeof kind !== 'string') return kind.some((option) => option === value);
  if (kind === 'integer') return Number.isSafeInteger(value) && Number(value) >= 0;
  if (kind === 'strings') return Array.isArray(value) && value.every((item) => typeof item === 'string');
  if (kind === 'object') return isRecord(value);
  return typeof value === kind;
}

function isInput<S extends Spec>(body: Record<string, unknown>, spec: S): body is Input<S> {
  for (const [field, value] of Object.entries(body)) {
    const kind = Object.hasOwn(spec, field) ? spec[field] : undefined;
    if (kind === undefined) throw new BadInput(field, `unknown; known are ${Object.keys(spec).join(', ')}`);
    if (!fits(value, kind))
      throw new BadInput(field, typeof kind === 'string' ? `must be: ${kind}` : `one of ${kind.join(', ')}`);
  }
  return true;
}

/**
 * Reads a body of named, typed, optional fields; no body is an empty one.
 * @throws BadInput for anything else
 */
export function readInput<const S extends Spec>(body: unknown, spec: S): Input<S> {
  const fields = body ?? {};
  if (!isRecord(fields)) throw new BadInput('body', 'must be a JSON object');
  if (!isInput(fields, spec)) throw new BadInput('body', 'must be a JSON object');
  return fields;
}
