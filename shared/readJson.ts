import { excessOf } from './excess';

/**
 * Methods that String(), Number() and JSON.stringify() call, and the prototype. JSON can hold another value there,
 * which throws where it is read, after money has moved.
 */
const CALLED = new Set(['toString', 'valueOf', 'toJSON', '__proto__']);

/** Documented answers have four levels; JSON.stringify() gives up at some thousands. */
const ANSWER = { depth: 64, without: CALLED };

export function isPlain(value: unknown): boolean {
  return excessOf(value, ANSWER) === undefined;
}

/** The value of a JSON text; nothing for what is no text, no JSON, or could not be written again. */
export function readJson(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isPlain(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
