export const DAY_MS = 86_400_000;

const BEIJING_MS = 8 * 3_600_000;

/** The Beijing day of a moment as yyyy-MM-dd, whatever the time zone of the process (cloud functions run in UTC). */
export function beijingDay(epochMs: number): string {
  return new Date(epochMs + BEIJING_MS).toISOString().slice(0, 10);
}

/** The first moment of a Beijing day, epoch ms. */
export function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00+08:00`);
}

/** The Beijing day `days` before another. */
export function daysBefore(day: string, days: number): string {
  return beijingDay(startOf(day) - days * DAY_MS);
}
