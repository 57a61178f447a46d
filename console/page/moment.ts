const BEIJING_MS = 8 * 3_600_000;

/** Epoch ms → `2026-03-02 10:00:00`, in Beijing, where WeChat Pay keeps its books. */
export function beijingMoment(at: number): string {
  return new Date(at + BEIJING_MS).toISOString().slice(0, 19).replace('T', ' ');
}

/** Epoch ms → `10:00:00` on this machine. */
export function clockTime(at: number): string {
  return new Date(at).toLocaleTimeString('en-GB');
}
