/** Characters that command a terminal or turn the direction of its text, except the end of a line. */
const COMMANDING = /(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** Text that a terminal only shows: what would command it is written as `\u001b`. Lines stay lines. */
export function printable(text: string): string {
  return text.replace(COMMANDING, escaped);
}

/** As {@link printable}, on one line: a value from elsewhere cannot add a line of its own. */
export function printableValue(text: string): string {
  return printable(text).replaceAll('\n', '\\n');
}

/** JSON text for a terminal, still the same JSON: what stands between its values is blank, what stands in them is escaped. */
export function printableJson(text: string): string {
  return text
    .replaceAll('\r', ' ')
    .replace(COMMANDING, (character) => (character === '\t' ? '\t' : escaped(character)));
}

/** Every text of a JSON value made printable on one line, names of fields included. */
export function printableTexts<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_name, item: unknown) => {
    if (typeof item === 'string') return printableValue(item);
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
    return Object.fromEntries(Object.entries(item).map(([name, field]) => [printableValue(name), field]));
  }) as T;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
