import type { UnknownFields } from './contract';
import { excessOf } from './excess';
import type { Locale } from './locale';
import type { Reply } from './reply';
import { worded } from './violations';

/** The platform refuses replies over 6 MB; this leaves room for what names the fields that were left out. */
const MOST_BYTES = 5 * 1024 * 1024;

/** A UTF-16 unit takes six bytes at most, as an escape, and so much text can only fit. */
const SURELY_FITS = { depth: 100, characters: MOST_BYTES / 8, values: 100_000 };

/** A reply that the platform delivers: what makes it too long, which is none of ours, is left out and named. */
export function bounded<Result extends Reply>(reply: Result, locale: Locale): Result {
  if (excessOf(reply, SURELY_FITS) === undefined || sizeOf(reply) <= MOST_BYTES) return reply;
  const kept: UnknownFields = { ...reply };
  const longest = Object.entries(reply)
    .map(([name, value]) => ({ name, size: sizeOf(value) }))
    .sort((one, other) => other.size - one.size);
  const left: string[] = [];
  for (const { name } of longest) {
    if (sizeOf(kept) <= MOST_BYTES) break;
    delete kept[name];
    left.push(name);
  }
  const deviations = worded(
    left.map((field) => ({ field, rule: 'tooLong' })),
    locale,
  );
  return { ...kept, deviations: [...(reply.deviations ?? []), ...deviations] } as unknown as Result;
}

/** In bytes of JSON; what cannot be written is larger than anything. */
function sizeOf(value: unknown): number {
  try {
    return Buffer.byteLength(JSON.stringify(value) ?? '');
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
