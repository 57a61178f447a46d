import type { UnknownFields } from './contract';

export interface Limits {
  /** Levels of lists and objects within one another. */
  readonly depth: number;
  readonly values?: number;
  /** UTF-16 units of names and texts in all. */
  readonly characters?: number;
  readonly without?: ReadonlySet<string>;
}

export interface Excess {
  readonly limit: keyof Limits;
  readonly under: string;
}

/**
 * The first limit that a value breaks. The walk keeps its own stack, because a value may be nested more deeply than
 * functions can call each other, and ends at the first excess.
 */
export function excessOf(value: unknown, limits: Limits): Excess | undefined {
  const { depth, values = Number.POSITIVE_INFINITY, characters = Number.POSITIVE_INFINITY, without } = limits;
  const waiting: [item: unknown, level: number, under: string][] = [[value, 0, '']];
  let held = 0;
  let written = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [item, level, under] = next;
    const breaks = (limit: keyof Limits, name = under) => ({ limit, under: level === 0 ? name : under });
    if (typeof item === 'string') written += item.length;
    if (written > characters) return breaks('characters');
    if (typeof item !== 'object' || item === null) continue;
    if (level >= depth) return breaks('depth');
    if (Array.isArray(item) && held + item.length > values) return breaks('values');
    for (const name in item) {
      held += 1;
      if (!Array.isArray(item)) written += name.length;
      if (held > values) return breaks('values');
      if (written > characters) return breaks('characters', name);
      if (without?.has(name) && Object.hasOwn(item, name)) return breaks('without', name);
      waiting.push([(item as UnknownFields)[name], level + 1, level === 0 ? name : under]);
    }
  }
  return undefined;
}

/** The first `most` names of an object with their values: to list all of a million takes seconds. */
export function firstEntries(object: object, most: number): [string, unknown][] {
  const found: [string, unknown][] = [];
  for (const name in object) {
    if (found.length >= most) break;
    if (Object.hasOwn(object, name)) found.push([name, (object as UnknownFields)[name]]);
  }
  return found;
}
