/** A field of an answer as text; empty for whatever is neither text nor a number. */
export function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
