import { readFileSync } from 'node:fs';
import { CopyOfTheTree } from './CopyOfTheTree';

/** A made-up link that is ecommerce under another name. */
const NAME = 'overseas';

let copy: CopyOfTheTree;
beforeAll(() => {
  copy = new CopyOfTheTree();
});
afterAll(() => copy.remove());

test('a new link is its row, its folder and its line in the registry', () => {
  const { links } = JSON.parse(readFileSync('schemas/links.json', 'utf8')) as { links: { name: string }[] };
  const ecommerce = links.find(({ name }) => name === 'ecommerce');
  copy.write('schemas/links.json', JSON.stringify({ links: [...links, { ...ecommerce, name: NAME }] }));
  copy.generate();
  expect(copy.compilerErrors()).toEqual([
    expect.stringMatching(/^shared\/links\/index\.ts.*'overseas' is missing in type/),
    // Where the campaign moves the functions to from this link, and whose numbers it sees.
    expect.stringMatching(/^test\/campaign\/linkChanges\.ts.*'overseas' is missing in type/),
    expect.stringMatching(/^test\/campaign\/linkChanges\.ts.*'overseas' is missing in type/),
  ]);

  copy.repeat('shared/links/ecommerce', `shared/links/${NAME}`, 'ecommerce(', `${NAME}(`);
  copy.replace(`shared/links/${NAME}/index.ts`, "Routes<'ecommerce'>", `Routes<'${NAME}'>`);
  const last = "  brand: async (config, send) => (await import('./brand')).brand(config, send),\n";
  copy.replace('shared/links/index.ts', last, last + last.replaceAll('brand', NAME));
  for (const row of ["  brand: ['apiv3'],\n", "  brand: 'brand',\n"]) {
    copy.replace('test/campaign/linkChanges.ts', row, row + row.replaceAll('brand', NAME));
  }
  expect(copy.compilerErrors()).toEqual([]);
});

test('reconciliation, bills, freezes, deploy and doctor treat it by its row', () => {
  copy.repeat('test/additions/theNewLink.ts', 'test/additions/theNewLink.test.ts', '', '');
  expect(copy.failuresOf('additions/theNewLink.test.ts')).toEqual([]);
});

test('the suites ask for it by name: as a link under test, and in a file of its own', () => {
  const asksFor = (rule: string) => [expect.stringMatching(new RegExp(`^${rule}[^$]*overseas`))];
  const last = "  brand: underTest('brand'),\n";
  expect(copy.failuresOf('conformance/everyLink.test.ts')).toEqual(asksFor('every link of the table is under test'));
  copy.replace('test/conformance/links.ts', last, last + last.replaceAll('brand', NAME));
  expect(copy.failuresOf('conformance/everyLink.test.ts')).toEqual(asksFor('every link and mode has its run'));
  copy.repeat('test/conformance/ecommerce.test.ts', `test/conformance/${NAME}.test.ts`, 'ecommerce', NAME);
  expect(copy.failuresOf('conformance/everyLink.test.ts')).toEqual([]);
});

test('its operations arrive at WeChat Pay, and the demo plays over it', () => {
  expect(copy.conformanceFailures(NAME, 'arrives at WeChat Pay')).toEqual([]);
  expect(copy.demo(NAME)).toContain(NAME);
});
