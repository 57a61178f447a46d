const EIGHT_HOURS = 8 * 3600 * 1000;

/** yyyyMMddHHmmss in Beijing, whatever the process's zone. China keeps no summer time, so the offset is constant. */
export function beijingStamp(epochMs: number): string {
  return new Date(epochMs + EIGHT_HOURS).toISOString().replace(/\D/g, '').slice(0, 14);
}

/** The first moment of the day after, in Beijing. */
export function beijingMidnightAfter(epochMs: number): number {
  const day = 86_400_000;
  return Math.floor((epochMs + EIGHT_HOURS) / day + 1) * day - EIGHT_HOURS;
}

/** RFC 3339 with +08:00, the v3 spelling of the same moment. */
export function beijingRfc3339(epochMs: number): string {
  return `${new Date(epochMs + EIGHT_HOURS).toISOString().slice(0, 19)}+08:00`;
}
