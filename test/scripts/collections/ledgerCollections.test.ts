import { openState } from '../../../sandbox/sandboxState';
import { ledgerCollections } from '../../../scripts/collections/ledgerCollections';
import { comparable, type Indexes } from './comparable';
import { type AskedQuery, queriesOfTheFunctions } from './queriesOfTheFunctions';

it('the table is what the sandbox starts with', () => {
  const { collections } = JSON.parse(openState().database.export()) as {
    collections: { name: string; indexes: Indexes }[];
  };
  expect(comparable(Object.fromEntries(collections.map(({ name, indexes }) => [name, indexes])))).toEqual(
    comparable(ledgerCollections),
  );
});

it('the table has every collection the functions use, and no other', async () => {
  const used = new Set((await queriesOfTheFunctions()).map(({ collection }) => collection));
  expect(used).toEqual(new Set(Object.keys(ledgerCollections)));
});

it('the table has an index for every query of the functions', async () => {
  const unserved = (await queriesOfTheFunctions()).filter(({ collection, ...query }) => {
    const fields = (ledgerCollections[collection] ?? []).map(({ keys }) => Object.keys(keys));
    return ![['_id'], ...fields].some((index) => serves(index, query));
  });
  expect(unserved).toEqual([]);
});

/** Fields asked to be equal come first in an index, then the one that is sorted by; without one, either helps. */
function serves(fields: readonly string[], { equal, range, order }: Omit<AskedQuery, 'collection'>): boolean {
  const prefix = fields.findIndex((field) => !equal.includes(field));
  if (order !== undefined) return prefix === equal.length && fields[prefix] === order;
  return prefix !== 0 || range.includes(fields[0] ?? '');
}
