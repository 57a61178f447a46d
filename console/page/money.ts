/** 123456 fen → `¥1,234.56`, exact: no floating point takes part. */
export function yuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '−' : ''}¥${whole}.${digits.slice(-2)}`;
}

/** `12.3` yuan → 1230 fen; undefined for anything but a positive amount with at most two decimals. */
export function fenOf(text: string): number | undefined {
  const [, whole, decimals = ''] = /^\s*(\d{1,9})(?:\.(\d{1,2}))?\s*$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const fen = Number(whole + decimals.padEnd(2, '0'));
  return fen > 0 ? fen : undefined;
}
