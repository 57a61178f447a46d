/**
 * An openid wherever it stands in a text: `o` and 27 more letters, digits, `-` or `_`. Lookbehind would be shorter, but
 * iOS before 16.4 does not parse it and could not load the module at all.
 */
const OPENID = /(^|[^A-Za-z0-9])o[\w-]{27}(?![A-Za-z0-9])/g;

/** The text with its openids blanked. */
export function maskedText(text: string): string {
  return text.replace(OPENID, '$1[openid]');
}

/** A copy of what JSON can hold with the openids in its texts blanked; undefined for anything else. */
export function masked<T>(value: T): T | undefined {
  try {
    const blank = (_name: string, item: unknown) => (typeof item === 'string' ? maskedText(item) : item);
    return JSON.parse(JSON.stringify(value, blank));
  } catch {
    return undefined;
  }
}
