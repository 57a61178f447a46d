/** The row of a table under a name; nothing under a name that every object inherits, such as `constructor`. */
export function own<Row>(table: Readonly<Record<string, Row>>, name: unknown): Row | undefined {
  return typeof name === 'string' && Object.hasOwn(table, name) ? table[name] : undefined;
}
