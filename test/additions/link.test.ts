import { readFileSync } from 'node:fs';
import { CopyOfTheTree } from './CopyOfTheTree';

const table = JSON.parse(readFileSync('schemas/links.json', 'utf8')) as { links: { name: string }[] };
const ecommerce = table.links.find(({ name }) => name === 'ecommerce');

/** What the tools make of a link, printed in the copy. */
const tools = `
import { readdirSync } from 'node:fs';
import { LINKS } from '../shared/generated/links';
import { profitSharingAfterSales } from '../shared/generated/operations/profitSharingAfterSales';
import { familyOf } from '../shared/ledger/channel';
`;
