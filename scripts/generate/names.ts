/** `profitSharingFinish` → `ProfitSharingFinish`, as its types are named. */
export const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** Names as a TypeScript union of literals. */
export const union = (names: readonly string[]) => names.map((name) => `'${name}'`).join(' | ') || 'never';
