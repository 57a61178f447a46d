const EVERY_MS = 20;

/** Moments at which this process did not get a processor in time, and for how long, in ms. */
const waits: { readonly at: number; readonly ms: number }[] = [];

let last = performance.now();

setInterval(() => {
  const now = performance.now();
  const ms = now - last - EVERY_MS;
  last = now;
  if (ms < EVERY_MS) return;
  waits.push({ at: now, ms });
  if (waits.length > 1000) waits.shift();
}, EVERY_MS).unref();

/** The longest time since a moment that this process waited for a processor, in ms. */
export function worstLagSince(began: number): number {
  return Math.max(0, ...waits.filter(({ at }) => at >= began).map(({ ms }) => ms));
}
