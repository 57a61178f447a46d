/** A JSON object: not null, not a list. */
export function isBag(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One that is nothing else besides: no date, no id, no long. */
export function isPlainBag(value: unknown): value is Record<string, unknown> {
  return isBag(value) && Object.getPrototypeOf(value) === Object.prototype;
}
