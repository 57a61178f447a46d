/** Rows under headings, every column as wide as its widest cell. `right` names the columns of numbers. */
export function table(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string[] {
  const all = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))));
  const cell = (text: string, column: number) => {
    const space = ' '.repeat((widths[column] ?? 0) - widthOf(text));
    return right.includes(column) ? space + text : text + space;
  };
  return all.map((row) => row.map(cell).join('  ').trimEnd());
}

/** Columns of a terminal: East Asian characters and full-width signs take two. */
export function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);
}
