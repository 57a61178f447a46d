/** A number that was never used before, as merchants make them: short, readable, at most 64 characters. */
export function freshNumber(kind: 'SHARE' | 'FINISH' | 'RETURN'): string {
  return `${kind}-${Date.now().toString(36).toUpperCase()}${Math.floor(Math.random() * 36)
    .toString(36)
    .toUpperCase()}`;
}
