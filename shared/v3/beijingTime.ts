const RFC_3339 = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:[.:]\d+)?(Z|[+-]\d\d:\d\d)$/;
const BEIJING_MS = 8 * 3_600_000;

/**
 * RFC 3339 → the contract's yyyyMMddHHmmss in Beijing time, whatever the time zone of the process (cloud functions run
 * in UTC). Fractions are dropped: v3 samples show `35.120` and even `35:120`. What is no time comes back unchanged.
 */
export function toBeijingTime(text: string): string {
  const [, clock = '', zone] = RFC_3339.exec(text) ?? [];
  const instant = Date.parse(`${clock}${zone}`);
  if (Number.isNaN(instant)) return text;
  // As a rule WeChat Pay writes Beijing time, a hundred times in an answer about fifty receivers.
  const there = zone === '+08:00' ? clock : new Date(instant + BEIJING_MS).toISOString();
  return (
    there.slice(0, 4) +
    there.slice(5, 7) +
    there.slice(8, 10) +
    there.slice(11, 13) +
    there.slice(14, 16) +
    there.slice(17, 19)
  );
}
