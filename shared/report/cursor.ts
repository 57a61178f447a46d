/** Where a report goes on: after the records made at `at`, of those made at that very ms after the one with this id. */
export interface Cursor {
  /** Position in the list of states that are reported one after the other. */
  readonly part: number;
  /** Epoch ms. */
  readonly at: number;
  readonly id?: string;
}

export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** @returns nothing for a text that {@link writeCursor} has not written */
export function readCursor(text: string): Cursor | undefined {
  try {
    const { part, at, id } = JSON.parse(Buffer.from(text, 'base64url').toString()) as Partial<Cursor>;
    const isWhole =
      Number.isSafeInteger(part) && Number.isSafeInteger(at) && (id === undefined || typeof id === 'string');
    return isWhole ? ({ part, at, ...(id !== undefined && { id }) } as Cursor) : undefined;
  } catch {
    return undefined;
  }
}
