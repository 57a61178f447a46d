import type { UnknownFields } from './contract';
import { excessOf } from './excess';

/** The platform refuses replies over 6 MB. */
const MOST_BYTES = 5 * 1024 * 1024;

/** A UTF-16 unit takes six bytes at most. */
const SURELY_FITS = { depth: 100, characters: MOST_BYTES / 8, values: 100_000 };

/** A reply that the platform delivers, and the names of the fields that were left out. */
export function withinLimit<Whole extends object>(reply: Whole): { kept: Whole; left: readonly string[] } {
  if (excessOf(reply, SURELY_FITS) === undefined || sizeOf(reply) <= MOST_BYTES) return { kept: reply, left: [] };
  const kept = { ...reply } as UnknownFields;
  const longest = Object.entries(reply)
    .map(([name, value]) => ({ name, size: sizeOf(value) }))
    .sort((one, other) => other.size - one.size);
  const left: string[] = [];
  for (const { name } of longest) {
    if (sizeOf(kept) <= MOST_BYTES) break;
    delete kept[name];
    left.push(name);
  }
  return { kept: kept as Whole, left };
}

/** Bytes of JSON; infinite for what cannot be written. */
function sizeOf(value: unknown): number {
  try {
    return Buffer.byteLength(JSON.stringify(value) ?? '');
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
