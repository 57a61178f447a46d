const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** 24 hours and 4 minutes in all (pay.weixin.qq.com/doc/v3/partner/4012075216). */
const WAITS_MS: readonly number[] = [
  ...[15, 15, 30].map((seconds) => seconds * SECOND),
  ...[3, 10, 20, 30, 30, 30, 60].map((minutes) => minutes * MINUTE),
  ...[3, 3, 3, 6, 6].map((hours) => hours * HOUR),
];

/** How long WeChat Pay waits after the nth try (from 1) before the next, in ms; undefined when it gives up. */
export function afterTry(tries: number): number | undefined {
  return WAITS_MS[tries - 1];
}
