export const DAY_MS = 86_400_000;

const BEIJING_MS = 8 * 3_600_000;

/** yyyy-MM-dd, in any time zone of the process (cloud functions run in UTC). */
export function beijingDay(epochMs: number): string {
  return new Date(epochMs + BEIJING_MS).toISOString().slice(0, 10);
}

export function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00+08:00`);
}

export function daysBefore(day: string, days: number): string {
  return beijingDay(startOf(day) - days * DAY_MS);
}
