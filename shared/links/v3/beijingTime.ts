const BEIJING_TIME =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:[.:]\d+)?\+08:00$/;
const RFC_3339 = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:[.:]\d+)?(Z|[+-]\d\d:\d\d)$/;
const BEIJING_MS = 8 * 3_600_000;

/**
 * RFC 3339 → the contract's yyyyMMddHHmmss in Beijing time, in any time zone of the process. Fractions are dropped: v3
 * samples show `35.120` and even `35:120`. Text that is no time is returned unchanged.
 */
export function toBeijingTime(text: string): string {
  // WeChat Pay writes Beijing time, a hundred times in an answer about fifty receivers.
  const there = BEIJING_TIME.exec(text);
  if (there) return `${there[1]}${there[2]}${there[3]}${there[4]}${there[5]}${there[6]}`;
  const [, clock = '', zone] = RFC_3339.exec(text) ?? [];
  const instant = Date.parse(`${clock}${zone}`);
  if (Number.isNaN(instant)) return text;
  return new Date(instant + BEIJING_MS).toISOString().replace(/\D/g, '').slice(0, 14);
}
