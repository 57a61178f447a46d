/** How one request field must look, as its page prints it. */
export interface FieldRule {
  readonly name: string;
  readonly type: 'string' | 'integer';
  readonly required?: boolean;
  /** In characters. */
  readonly maxLength?: number;
  readonly pattern?: RegExp;
  readonly values?: readonly string[];
}

export type Finding =
  /** Not even the right type: refused before any business code is formed. */
  | { readonly kind: 'shape'; readonly field: string }
  | { readonly kind: 'missing' | 'length' | 'pattern' | 'value' | 'unknown'; readonly field: string };

type Fields = Readonly<Record<string, unknown>>;

function check(rule: FieldRule, value: unknown): Finding | undefined {
  const { name: field } = rule;
  if (value === undefined || value === null || value === '')
    return rule.required ? { kind: 'missing', field } : undefined;
  if (rule.type === 'integer') {
    if (typeof value !== 'number') return { kind: 'shape', field };
    return Number.isSafeInteger(value) && value >= 1 ? undefined : { kind: 'value', field };
  }
  if (typeof value !== 'string') return { kind: 'shape', field };
  // WeChat counts characters: an emoji is one, not two UTF-16 units.
  if (rule.maxLength !== undefined && [...value].length > rule.maxLength) return { kind: 'length', field };
  if (rule.pattern && !rule.pattern.test(value)) return { kind: 'pattern', field };
  return rule.values && !rule.values.includes(value) ? { kind: 'value', field } : undefined;
}

/** The first thing wrong with the fields, in the order of the page; unknown fields only when they are refused. */
export function findWrongField(
  rules: readonly FieldRule[],
  fields: Fields,
  unknownFields: 'ignore' | 'refuse',
): Finding | undefined {
  const findings = rules.flatMap((rule) => check(rule, fields[rule.name]) ?? []);
  const shape = findings.find(({ kind }) => kind === 'shape');
  if (shape || findings[0]) return shape ?? findings[0];
  if (unknownFields === 'ignore') return undefined;
  const unknown = Object.keys(fields).find((name) => !rules.some((rule) => rule.name === name));
  return unknown === undefined ? undefined : { kind: 'unknown', field: unknown };
}

/** The value of JSON text, or undefined when it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
