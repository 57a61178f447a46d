import type { Break } from './breaks';
import type { RunContext } from './run';

/** How a record and a day's bill differ; in fen. `id`: `_id` of the record. */
export interface Disagreement extends Pick<Break, 'kind' | 'here' | 'there'> {
  readonly id: string;
}

/** Breaks written at once. */
const ABREAST = 20;

/** A reply lists fewer. */
const MOST_HELD = 1000;

/** Stores breaks. One that is stored already, by an earlier run over the same day, is not counted again. */
export async function keepBreaks(run: RunContext, day: string, found: readonly Disagreement[]): Promise<void> {
  const { breaks, counts } = run.result;
  for (let from = 0; from < found.length; from += ABREAST) {
    const some = found.slice(from, from + ABREAST).map((one) => breakOf(day, one, run.clock.now()));
    const isNew = await Promise.all(some.map((one) => run.environment.breaks.keep(one)));
    const fresh = some.filter((_, index) => isNew[index]);
    counts.breaks += fresh.length;
    breaks.push(...fresh.slice(0, Math.max(0, MOST_HELD - breaks.length)));
  }
}

function breakOf(day: string, { id, kind, here, there }: Disagreement, foundAt: number): Break {
  const [, merchant = '', family, number = ''] = /^([^:]*):(share|return):(.*)$/s.exec(id) ?? [];
  const isReturn = family === 'return';
  const whose = { merchant, family: isReturn ? ('return' as const) : ('share' as const), number };
  return { _id: `${day}:${kind}:${id}`, kind, day, ...whose, here, there, foundAt };
}
