export type Indexes = readonly { readonly name: string; readonly keys: object; readonly unique: boolean }[];

/** Collections to compare: the order of an index's fields counts, that of the collections does not. */
export function comparable(collections: Readonly<Record<string, Indexes>>) {
  const shown = (indexes: Indexes) => indexes.map(({ keys, ...index }) => ({ ...index, keys: Object.entries(keys) }));
  return Object.fromEntries(Object.entries(collections).map(([name, indexes]) => [name, shown(indexes)]));
}
