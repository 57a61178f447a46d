import { excessOf } from './excess';

/**
 * What String(), Number() and JSON.stringify() call by these names, and a prototype. JSON can put a value there that is
 * none of these, which throws where it is read: far from here, after money has moved.
 */
const CALLED = new Set(['toString', 'valueOf', 'toJSON', '__proto__']);

/** Documented answers have four levels; JSON.stringify() gives up at some thousands. */
const ANSWER = { depth: 64, without: CALLED };

/** Whether a value of JSON can be written as text and as JSON again, with everything in it. */
export function isPlain(value: unknown): boolean {
  return excessOf(value, ANSWER) === undefined;
}

/** The value a JSON text stands for; nothing for what is no text, no JSON, or could not be written again. */
export function readJson(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isPlain(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
