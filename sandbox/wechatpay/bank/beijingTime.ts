const EIGHT_HOURS = 8 * 3600 * 1000;

/** yyyyMMddHHmmss in Beijing, whatever the process's zone. China keeps no summer time, so the offset is constant. */
export function beijingStamp(epochMs: number): string {
  return new Date(epochMs + EIGHT_HOURS).toISOString().replace(/\D/g, '').slice(0, 14);
}

/** RFC 3339 with +08:00, the v3 spelling of the same moment. */
export function beijingRfc3339(epochMs: number): string {
  return `${new Date(epochMs + EIGHT_HOURS).toISOString().slice(0, 19)}+08:00`;
}
