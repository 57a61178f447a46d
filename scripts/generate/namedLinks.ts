import { type LinkSchema, type LinkSelector, selectLinks } from './linksFile';

type Json = Readonly<Record<string, unknown>>;

/** Keywords whose value selects links by what they are. */
const SELECTORS = new Set(['links', 'requiredOn', 'onlyOnLinks']);

/**
 * The same schema with every selector of links replaced by the names it selects. Names of properties are never taken
 * for keywords.
 */
export function withNamedLinks<Value>(value: Value, links: readonly LinkSchema[]): Value {
  const inside = (part: unknown, key?: string): unknown => {
    if (Array.isArray(part)) return part.map((item) => inside(item));
    if (typeof part !== 'object' || part === null) return part;
    if (key !== undefined && SELECTORS.has(key)) return selectLinks(links, part as LinkSelector);
    return Object.fromEntries(
      Object.entries(part as Json).map(([name, item]) => {
        if (key === 'properties') return [name, inside(item)];
        if (key === 'onlyOn') return [name, selectLinks(links, item as LinkSelector)];
        return [name, inside(item, name)];
      }),
    );
  };
  return inside(value) as Value;
}
