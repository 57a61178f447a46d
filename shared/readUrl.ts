/** The address a text is, if it is one. `URL.canParse` is younger than the Node.js 18.15 that some functions run on. */
export function readUrl(text: unknown): URL | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
