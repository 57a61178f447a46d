/** An amount in fen; XML, and JSON texts inside it, carry digits where the contract has an integer. */
export function fen(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(number) && Number(number) >= 0 ? Number(number) : undefined;
}
