/** By ICU's root collation: punctuation before digits before letters. */
const ORDER = '_-0123456789abcdefghijklmnopqrstuvwxyz';

/**
 * The sign of `a.localeCompare(b)` without loading ICU's rules, for names of ASCII letters, digits, `_` and `-`; anything
 * else is left to ICU.
 */
export function inLocaleOrder(a: string, b: string): number {
  if (!/^[\w-]*$/.test(a + b)) return a.localeCompare(b);
  const [low, lower] = [a.toLowerCase(), b.toLowerCase()];
  if (low === lower) return byCase(a, b);
  let at = 0;
  while (low[at] === lower[at]) at += 1;
  // Past the end of the shorter one the index is -1: it comes first.
  return ORDER.indexOf(low[at] ?? '\0') - ORDER.indexOf(lower[at] ?? '\0');
}

/** Case decides between names that are equal without it, and small letters come first. */
function byCase(a: string, b: string): number {
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return a[at] === a[at]?.toLowerCase() ? -1 : 1;
  return 0;
}
